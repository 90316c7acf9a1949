"""Whether a text speaks of somebody, so that this person does not get to read it."""

import re
import unicodedata

_MIN_LETTERS = 3


def mentions(text: str | None, name: str | None) -> bool:
    """Tell whether a part of `name` stands in `text` as a word.

    Rather once too often: a colleague reads it then.
    """
    return not _words(text).isdisjoint(
        {word for word in _words(name) if len(word) >= _MIN_LETTERS}
    )


def _words(text: str | None) -> set[str]:
    spelled = (text or "").casefold()
    for letter, plain in (("ä", "ae"), ("ö", "oe"), ("ü", "ue")):
        spelled = spelled.replace(letter, plain)
    plain = unicodedata.normalize("NFKD", spelled)
    letters = "".join(c for c in plain if not unicodedata.combining(c))
    return set(re.findall(r"[^\W\d_]+", letters))
