"""PDF files of people who must stay unknown: the pages alone, nothing that acts.

What could act is refused; of the rest, only what shows pages is copied to a new file.
"""

import io
import re
import zlib

try:
    from PyPDF2 import PdfReader, PdfWriter, generic
except ImportError:  # the same library under its newer name, as Odoo takes it
    from pypdf import PdfReader, PdfWriter, generic

from .feedback_images import strip_jpeg

_MAX_PAGES = 30
_MAX_OBJECTS = 20_000
_MAX_UNPACKED = 200_000_000
_ACTIVE_KEYS = frozenset(
    "/AA /EF /EmbeddedFiles /FDF /JS /JavaScript /Launch /Movie /Rendition /RichMedia"
    " /Sound /XFA".split()
)
_HARMLESS_ACTIONS = frozenset("/GoTo /Named /URI".split())
_PAGE_KEYS = frozenset(
    "/Contents /CropBox /Group /MediaBox /Parent /Resources /Rotate /Type".split()
)
_NOTES = (
    "/Alternates",
    "/LastModified",
    "/Metadata",
    "/Name",
    "/OPI",
    "/PieceInfo",
    "/Properties",
)


def clean(data: bytes) -> bytes:
    """Return the pages of a PDF as a new one.

    :raise Exception: of any kind, if it is broken, locked, too large or acts
    """
    _check_size(data)
    reader = PdfReader(io.BytesIO(data))
    if reader.is_encrypted or len(reader.pages) > _MAX_PAGES:
        raise ValueError("locked or too long")
    for found in _walk(reader.trailer):
        _check_passive(found)
    writer = PdfWriter()
    for page in reader.pages:
        for key in set(page) - _PAGE_KEYS:
            del page[key]
        for found in _walk(page.get("/Resources")):
            _forget_notes(found)
        writer.add_page(page)
    writer._info.get_object().clear()
    target = io.BytesIO()
    writer.write(target)
    return target.getvalue()


def _check_size(data: bytes) -> None:
    """Unpack by small steps what the reader would unpack at once."""
    total = 0
    for found in re.finditer(rb"stream\r?\n", data):
        unpacker = zlib.decompressobj()
        packed = data[found.end() :]
        try:
            total += len(unpacker.decompress(packed, _MAX_UNPACKED - total))
        except zlib.error:
            continue
        if total >= _MAX_UNPACKED:
            raise ValueError("too large when unpacked")


def _walk(start):
    """Yield all dictionaries that can be reached from `start`, each once."""
    waiting, seen = [start], set()
    while waiting:
        found = waiting.pop()
        if isinstance(found, generic.IndirectObject):
            name = (found.idnum, found.generation)
            if name in seen:
                continue
            seen.add(name)
            found = found.get_object()
        if len(seen) > _MAX_OBJECTS:
            raise ValueError("too many objects")
        if isinstance(found, dict):
            yield found
            waiting += found.values()
        elif isinstance(found, list):
            waiting += found


def _check_passive(found) -> None:
    if not _ACTIVE_KEYS.isdisjoint(found):
        raise ValueError("active content")
    is_action = found.get("/Type") == "/Action" or "/URI" in found
    kind = found.get("/S")
    if str(kind) in ("/JavaScript", "/Launch", "/SubmitForm", "/ImportData"):
        raise ValueError("active content")
    if is_action and kind is not None and str(kind) not in _HARMLESS_ACTIONS:
        raise ValueError("active content")


def _forget_notes(found) -> None:
    for key in _NOTES:
        if key == "/Name" and found.get("/Type") != "/XObject":
            continue
        found.pop(key, None)
    filters = found.get("/Filter")
    if isinstance(filters, generic.IndirectObject):
        filters = filters.get_object()
    filters = filters if isinstance(filters, list) else [filters]
    if "/DCTDecode" in filters:
        if len(filters) > 1:
            raise ValueError("packed JPEG")
        found._data = strip_jpeg(found._data)
