"""Makes right-to-left text come out whole on paper.

wkhtmltopdf takes the place of the first and of the last sign of a word for its width.
That is wrong where a word ends in a sign without a direction, e.g. a full stop, and
then lines do not break and words fall off the page. Invisible marks give each word a
direction on both ends.
"""

import re
import unicodedata

MARK = "\N{RIGHT-TO-LEFT MARK}"
_SILENT = frozenset({"script", "style", "title"})
_SPACE = re.compile(r"(\s+)")


def mark_right_to_left(root) -> None:
    """Mark all words in elements of an lxml tree that run from right to left."""
    _walk(root, root.get("dir") == "rtl")


def mark_words(text: str) -> str:
    """Return `text` with a mark on both ends of its words.

    Latin words that follow each other stay together, or they would change places.
    """
    parts = _SPACE.split(text)
    words = [bool(part) and not part.isspace() for part in parts]
    latin = [_is_latin(part) for part in parts]
    marked = []
    for i, part in enumerate(parts):
        if words[i]:
            before = "" if latin[i] and i > 1 and latin[i - 2] else MARK
            after = "" if latin[i] and i + 2 < len(parts) and latin[i + 2] else MARK
            part = f"{before}{part}{after}"
        marked.append(part)
    return "".join(marked)


def _is_latin(word: str) -> bool:
    directions = {unicodedata.bidirectional(sign) for sign in word}
    return "L" in directions and not directions & {"R", "AL"}


def _walk(element, is_rtl: bool) -> None:
    if not isinstance(element.tag, str) or element.tag in _SILENT:
        return
    if is_rtl and element.text:
        element.text = mark_words(element.text)
    for child in element:
        direction = child.get("dir")
        _walk(child, direction == "rtl" if direction else is_rtl)
        if is_rtl and child.tail:
            child.tail = mark_words(child.tail)
