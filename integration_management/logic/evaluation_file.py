"""The file for researchers: rows, data dictionary and check report in one ZIP."""

import csv
import hashlib
import io
import zipfile
from collections.abc import Mapping, Sequence

# ZIPs of the same content are the same, and tell no day.
_NO_DAY = (1980, 1, 1, 0, 0, 0)


def table(header: Sequence[str], rows: Sequence[Sequence[str]]) -> bytes:
    """Return a CSV file."""
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows([header, *rows])
    return text.getvalue().encode()


def digest(content: bytes) -> str:
    """Return the SHA-256 of a file, by which it is recognised."""
    return hashlib.sha256(content).hexdigest()


def archive(files: Mapping[str, bytes]) -> bytes:
    """Return a ZIP of `files`, {name: content}."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as bundle:
        for name, content in files.items():
            bundle.writestr(zipfile.ZipInfo(name, _NO_DAY), content)
    return target.getvalue()
