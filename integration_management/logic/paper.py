"""Papers in two columns: German on the left, the client's language on the right.

Every method returns the cells of one table row. In German there is one column.
"""

import unicodedata
from datetime import date, datetime

from markupsafe import Markup

from .words import Words, lines

_RIGHT_TO_LEFT = ("R", "AL")


def direction_of(text: str | None) -> str:
    """Return "rtl" or "ltr", from the first letter that has a direction.

    The printer does not know `dir="auto"`.
    """
    for sign in text or "":
        direction = unicodedata.bidirectional(sign)
        if direction in _RIGHT_TO_LEFT:
            return "rtl"
        if direction == "L":
            return "ltr"
    return "ltr"


class Paper:
    """Writes the rows of one paper with the texts in one language."""

    def __init__(self, words: Words):
        self.words = words

    def __call__(self, key: str, before="", **values) -> Markup:
        """Return the text of a key in both languages.

        :param before: markup in front of it, e.g. a pictogram
        """
        german = self.words.german(key, **values)
        return self._cells(german, self.words.own(key, **values), before)

    def on(self, key: str, day: date | datetime) -> Markup:
        """Return the text of a key, with its `{day}` as each language writes it."""
        german = self.words.german(key, day=self.words.german_day(day))
        own = self.words.own(key, day=self.words.day(day))
        return self._cells(german, own)

    def text(self, text: str | None, before="") -> Markup:
        """Return somebody's own words, as they were written, across both columns."""
        cell = '<td colspan="2" class="{0}"><div dir="{0}">{1} {2}</div></td>'
        return Markup(cell).format(direction_of(text), before, lines(text or ""))

    def known(self, text: str | None, before="") -> Markup:
        """Return one of the known German texts in both languages, or what it says."""
        key = self.words.key_of(text)
        if key and self.words.own(key) != self.words.german(key):
            return self(key, before=before)
        return self.text(text, before)

    def of(self, key: str, text: str | None, before="") -> Markup:
        """Return the text of a key; where there is none, `text` as it is."""
        if self.words.has(key):
            return self(key, before=before)
        return self._cells(text or "", text or "", before)

    def fact(self, key: str, value, own=None) -> Markup:
        """Return what a key calls it, and the value.

        :param own: the value in the client's language; empty: the same
        """
        fact = Markup('<span class="label">{}</span> <b dir="{}">{}</b>')
        cells = []
        for label, told in (
            (self.words.german(key), value),
            (self.words.own(key), own or value),
        ):
            text = lines(told or "")
            cells.append(fact.format(label, direction_of(told), text))
        return self._cells(*cells)

    def day(self, key: str, day: date | datetime) -> Markup:
        """Return what a key calls it, and the day."""
        return self.fact(key, self.words.german_day(day), self.words.day(day))

    def both(self, german, own) -> Markup:
        """Return two values; markup stays as it is."""
        return self._cells(german, own)

    def _cells(self, german, own, before="") -> Markup:
        # The direction stands inside: the printer mirrors the borders of cells.
        cell = Markup(
            '<td class="{0} {1}"><div lang="{1}" dir="{0}">{2} {3}</div></td>'
        )
        words = self.words
        right = cell.format(words.direction, words.tag, before, lines(own))
        if words.is_german:
            return right
        return cell.format("ltr", "de", before, lines(german)) + right
