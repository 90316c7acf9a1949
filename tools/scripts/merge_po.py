"""Bring exported texts into a .pot and a German .po, with as little change as can be.

Prints one line for everything that is missing and exits with 1 if there is any.
"""

import argparse
import json
import sys
from pathlib import Path

import polib

ADDON = "integration_management"
HEADER = {
    "Project-Id-Version": "Odoo Server 19.0",
    "MIME-Version": "1.0",
    "Content-Type": "text/plain; charset=UTF-8",
    "Content-Transfer-Encoding": "8bit",
}
GERMAN = {
    "Language": "de",
    "Plural-Forms": "nplurals=2; plural=(n != 1);",
}


def main():
    """Renew or check both files."""
    args = _arguments()
    faults = []
    pot = _template(args.raw)
    de = _german(pot, args.folder / "de.po")
    if args.fill:
        _fill(de, json.loads(args.fill.read_text()))
    for name, po in ((f"{ADDON}.pot", pot), ("de.po", de)):
        path = args.folder / name
        text = str(po) + "\n"
        if args.check and (not path.is_file() or path.read_text() != text):
            faults.append(f"{name} is not up to date: run ./dev i18n and commit")
        elif not args.check:
            path.write_text(text)
    faults += [f"not translated: {e.msgid!r}" for e in de if not e.translated()]
    print("\n".join(faults))
    return 1 if faults else 0


def _arguments():
    parser = argparse.ArgumentParser()
    parser.add_argument("raw", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--fill", type=Path)
    return parser.parse_args()


def _empty(header):
    po = polib.POFile(wrapwidth=78)
    po.metadata = header
    po.header = f"Texts of the Odoo addon {ADDON}"
    return po


def _template(raw):
    """Return the exported texts without dates, in a stable order."""
    pot = _empty(HEADER)
    for entry in sorted(polib.pofile(str(raw)), key=lambda e: e.msgid):
        entry.msgstr = ""
        entry.occurrences = sorted(set(entry.occurrences))
        pot.append(entry)
    return pot


def _german(pot, path):
    """Return the German file for exactly these texts, keeping translations."""
    known = {}
    if path.is_file():
        known = {e.msgid: e for e in polib.pofile(str(path)) if not e.obsolete}
    de = _empty(HEADER | GERMAN)
    for entry in pot:
        old = known.get(entry.msgid)
        de.append(
            polib.POEntry(
                msgid=entry.msgid,
                msgstr=old.msgstr if old else "",
                comment=entry.comment,
                occurrences=entry.occurrences,
                flags=[f for f in (old.flags if old else []) if f == "fuzzy"],
            )
        )
    return de


def _fill(de, translations):
    for entry in de:
        if not entry.msgstr and translations.get(entry.msgid):
            entry.msgstr = translations[entry.msgid]


if __name__ == "__main__":
    sys.exit(main())
