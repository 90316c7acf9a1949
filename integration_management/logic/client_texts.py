"""The shipped texts for clients: gettext files, German being the source.

`client_texts/client.pot` holds each key (context) with its German text; one file per
language translates them. Translators' tools read and write these files.
"""

from pathlib import Path

import polib

FOLDER = Path(__file__).parent.parent / "client_texts"
TEMPLATE = FOLDER / "client.pot"
CONSENT = "consent_text."


def read_german() -> dict[str, str]:
    """Return {key: German text}."""
    return {entry.msgctxt: entry.msgid for entry in _read(TEMPLATE)}


def read_translations() -> dict[str, dict[str, str]]:
    """Return {language: {key: text}}, without what is not translated yet.

    A text is left out as well if it translates German words that have changed since.
    """
    german = read_german()
    return {
        path.stem: {
            entry.msgctxt: entry.msgstr
            for entry in _read(path)
            if entry.msgstr and german.get(entry.msgctxt) == entry.msgid
        }
        for path in sorted(FOLDER.glob("*.po"))
    }


def _read(path: Path) -> list[polib.POEntry]:
    return [entry for entry in polib.pofile(str(path)) if not entry.obsolete]
