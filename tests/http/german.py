"""Tell whether a message is one of the addon's own German texts."""

import functools
import re
from pathlib import Path

import polib

DE_PO = Path(__file__).parents[2] / "integration_management" / "i18n" / "de.po"
PLACEHOLDER = re.compile(r"%(?:\\\(|\()\w+(?:\\\)|\))s|%s")


@functools.cache
def _texts():
    texts = {entry.msgstr for entry in polib.pofile(str(DE_PO)) if entry.msgstr}
    return re.compile("|".join(f"(?:{_pattern(text)})" for text in texts), re.DOTALL)


def _pattern(text):
    parts = PLACEHOLDER.split(text)
    return ".+".join(re.escape(part) for part in parts)


def is_german(message):
    """Tell whether the whole message is a translation of a text of the addon."""
    return bool(_texts().fullmatch(_core(message)))


def _core(message):
    """Return the message without what Odoo puts before that of a constraint."""
    return message.strip().removeprefix("Der Vorgang kann nicht ausgeführt werden: ")
