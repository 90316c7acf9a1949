"""Words for people who read another language than German, German always beside.

A catalogue maps keys to :class:`Word`; nothing here knows Odoo.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time

import babel
from babel.dates import format_date, format_time
from markupsafe import Markup, escape

GERMAN = frozenset({"de", "de_simple"})


@dataclass(frozen=True)
class Language:
    """How a language is written.

    :param code: key of the language, e.g. "ti"
    :param locale: name under which dates are written, e.g. "fa_AF"
    :param direction: "ltr" or "rtl"
    """

    code: str
    locale: str
    direction: str = "ltr"

    @property
    def tag(self) -> str:
        """Return the BCP 47 tag, for the `lang` attribute."""
        return "de" if self.code in GERMAN else self.code


@dataclass(frozen=True)
class Word:
    """A text in a language; `is_checked` once somebody answers for it."""

    text: str
    is_checked: bool = False


class Words:
    """The texts of one page or paper in one language.

    It remembers whether an unchecked text was used, so that the page can say so.
    """

    def __init__(
        self,
        language: Language,
        own: Mapping[str, Word],
        german: Mapping[str, Word],
    ):
        self.language = language
        self.has_unchecked = False
        self._own = own
        self._german = german

    @property
    def code(self) -> str:
        return self.language.code

    @property
    def tag(self) -> str:
        return self.language.tag

    @property
    def direction(self) -> str:
        return self.language.direction

    @property
    def is_german(self) -> bool:
        return self.code in GERMAN

    def __call__(self, key: str, **values) -> Markup:
        """Return safe markup: the text in the own language, German beside it.

        :param values: what stands for the `{names}` in the text
        :raise KeyError: for a key that has no German text
        """
        german = self.german(key, **values)
        word = self._use(key)
        if word is None:
            return self._span(german)
        return self._span(_fill(word.text, values), german, word.is_checked)

    def own(self, key: str, **values) -> str:
        """Return the plain text in the own language; German where there is none."""
        word = self._use(key)
        return _fill(word.text, values) if word else self.german(key, **values)

    def german(self, key: str, **values) -> str:
        """Return the plain German text.

        :raise KeyError: for a key that has no German text
        """
        return _fill(self._german[key].text, values)

    def beside(self, key: str, **values) -> str:
        """Return the German text to print beside the own one; empty if it is German."""
        return "" if self.is_german else self.german(key, **values)

    def known(self, text: str | None) -> Markup:
        """Return `text` with its translation if it is one of the known German texts.

        Everything else is somebody's own words and stays as it was written.
        """
        key = self.key_of(text)
        if key is None:
            return Markup('<span dir="auto">{}</span>').format(text or "")
        return self(key)

    def key_of(self, text: str | None) -> str | None:
        """Return the key of a German text that is known in another language."""
        return None if self.is_german else self._keys_by_text.get((text or "").strip())

    def has(self, key: str) -> bool:
        """Tell whether there is a German text of this key."""
        return key in self._german

    def of(self, key: str, text: str | None) -> Markup:
        """Return the text of a key, or `text` itself where there is no such key.

        For names of value lists, which carriers may add to.
        """
        return self(key) if self.has(key) else self.known(text)

    def both(self, own: str, german: str) -> Markup:
        """Return two values in one: in the own language, and in German beside it."""
        return self._span(german) if self.is_german else self._span(own, german)

    def day(self, day: date | datetime) -> str:
        """Return a day with its weekday, as the readers of the language write it."""
        return format_date(day, "full", locale=self._locale)

    def german_day(self, day: date | datetime) -> str:
        """Return a day with its weekday in German."""
        return format_date(day, "full", locale="de")

    def hour(self, moment: time | datetime) -> str:
        """Return the local time of day, in 24 hours, as on German letters."""
        return format_time(moment, "HH:mm", locale="de")

    @property
    def _locale(self) -> str:
        try:
            return str(babel.Locale.parse(self.language.locale))
        except (babel.UnknownLocaleError, ValueError):
            return "de"

    @property
    def _keys_by_text(self) -> dict[str, str]:
        return {word.text: key for key, word in self._german.items()}

    def _use(self, key: str) -> Word | None:
        """Return the text in the own language, taking note if it is unchecked."""
        if self.code == "de":
            return None
        word = self._own.get(key)
        if word and not word.is_checked:
            self.has_unchecked = True
        return word

    def _span(self, own: str, german: str = "", is_checked: bool = True) -> Markup:
        if not german:
            return Markup('<span lang="de" dir="ltr">{}</span>').format(lines(own))
        mark = "" if is_checked else " o_unchecked"
        first = Markup('<span class="o_own{}" lang="{}" dir="{}">{}</span>').format(
            mark, self.tag, self.direction, lines(own)
        )
        if self.is_german:
            return first
        return Markup(
            '<span class="o_words">{} '
            '<span class="o_german" lang="de" dir="ltr">{}</span></span>'
        ).format(first, lines(german))


def _fill(text: str, values: Mapping) -> str:
    """Put `values` in the place of their `{names}`; braces of others stay."""
    for name, value in values.items():
        text = text.replace(f"{{{name}}}", str(value))
    return text


def lines(text: str) -> Markup:
    """Return `text` escaped, its line ends kept; markup stays as it is."""
    if isinstance(text, Markup):
        return text
    return Markup("<br/>").join(escape(line) for line in text.split("\n"))
