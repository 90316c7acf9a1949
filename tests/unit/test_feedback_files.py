"""Hostile and telling files for the complaint office."""

import io
import struct
import zlib

import pytest
from logic.feedback_files import MAX_BYTES, BadFile, clean
from PIL import Image
from PyPDF2 import PdfReader, PdfWriter, generic

GPS = b"GPSLatitude-canary"


def _image(kind="JPEG", size=(40, 30), **options):
    target = io.BytesIO()
    Image.new("RGB", size, "teal").save(target, kind, **options)
    return target.getvalue()


def _exif():
    exif = Image.Exif()
    exif[0x010E] = GPS.decode()
    exif[0x0112] = 6
    exif.get_ifd(0x8825)[2] = (48.0, 46.0, 30.0)
    return exif


def _pdf(change=None):
    writer = PdfWriter()
    writer.add_blank_page(100, 100)
    writer.add_metadata({"/Author": "Canary", "/Producer": "Canary"})
    if change:
        change(writer)
    target = io.BytesIO()
    writer.write(target)
    return target.getvalue()


def _pdf_with_photo():
    def add(writer):
        photo = generic.StreamObject()
        photo._data = _image(exif=_exif())
        names = {
            "/Type": "/XObject",
            "/Subtype": "/Image",
            "/Filter": "/DCTDecode",
            "/ColorSpace": "/DeviceRGB",
        }
        for key, value in names.items():
            photo[generic.NameObject(key)] = generic.NameObject(value)
        for key, value in (("/Width", 40), ("/Height", 30), ("/BitsPerComponent", 8)):
            photo[generic.NameObject(key)] = generic.NumberObject(value)
        place = generic.DictionaryObject(
            {generic.NameObject("/P"): writer._add_object(photo)}
        )
        writer.pages[0][generic.NameObject("/Resources")] = generic.DictionaryObject(
            {generic.NameObject("/XObject"): place}
        )

    return _pdf(add)


def _bomb():
    """A PNG of a few kilobytes that says it is a gigapixel."""

    def chunk(name, data):
        crc = struct.pack(">I", zlib.crc32(name + data))
        return struct.pack(">I", len(data)) + name + data + crc

    head = struct.pack(">IIBBBBB", 40_000, 40_000, 8, 0, 0, 0, 0)
    body = zlib.compress(b"\0" * 1_000_000)
    png = b"\x89PNG\r\n\x1a\n"
    return png + chunk(b"IHDR", head) + chunk(b"IDAT", body) + chunk(b"IEND", b"")


def test_photos_lose_place_and_device_and_stand_upright():
    data = _image(exif=_exif(), comment=b"Canary")
    assert GPS in data
    ending, mimetype, copy = clean(data)
    assert (ending, mimetype) == ("jpg", "image/jpeg")
    assert GPS not in copy
    assert b"Canary" not in copy
    with Image.open(io.BytesIO(copy)) as image:
        assert not dict(image.getexif())
        assert image.size == (30, 40)


def test_png_loses_its_texts_and_what_is_hung_on_it():
    from PIL.PngImagePlugin import PngInfo

    info = PngInfo()
    info.add_text("Author", "Canary")
    data = _image("PNG", pnginfo=info) + b"PK\x03\x04 Canary <script>"
    ending, mimetype, copy = clean(data)
    assert (ending, mimetype) == ("png", "image/png")
    assert b"Canary" not in copy


def test_pdf_loses_who_made_it_and_what_stands_around():
    ending, mimetype, copy = clean(_pdf() + b"\n<script>Canary</script>")
    assert (ending, mimetype) == ("pdf", "application/pdf")
    assert b"Canary" not in copy
    assert len(PdfReader(io.BytesIO(copy)).pages) == 1


def test_photos_in_a_pdf_lose_their_place_too():
    data = _pdf_with_photo()
    assert GPS in data
    copy = clean(data)[2]
    assert GPS not in copy
    [page] = PdfReader(io.BytesIO(copy)).pages
    photo = page["/Resources"]["/XObject"]["/P"]
    with Image.open(io.BytesIO(photo._data)) as image:
        assert image.size == (40, 30)
        image.load()


def _launch(writer):
    name, text = generic.NameObject, generic.create_string_object
    action = generic.DictionaryObject(
        {
            name("/Type"): name("/Action"),
            name("/S"): name("/Launch"),
            name("/F"): text("calc.exe"),
        }
    )
    writer._root_object[name("/OpenAction")] = action


def _event(writer):
    name = generic.NameObject
    writer.pages[0][name("/AA")] = generic.DictionaryObject()


BAD = {
    "svg": b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
    "html": b"<html><script>alert(1)</script></html>",
    "svg after a PNG's first bytes": b"\x89PNG\r\n\x1a\n<svg onload='alert(1)'/>",
    "gif": _image("GIF"),
    "empty": b"",
    "half a photo": _image(size=(400, 300))[:200],
    "bomb": _bomb(),
    "too large": b"\xff\xd8" + b"\0" * MAX_BYTES,
    "pdf with script": _pdf(lambda writer: writer.add_js("app.alert(1)")),
    "pdf with a file": _pdf(lambda writer: writer.add_attachment("a.exe", b"MZ")),
    "pdf that starts programs": _pdf(_launch),
    "pdf with events": _pdf(_event),
    "locked pdf": _pdf(lambda writer: writer.encrypt("secret")),
    "pdf behind html": b"<script>alert(1)</script>" + _pdf(),
    "broken pdf": b"%PDF-1.7\n" + b"1 0 obj << /A 1 0 R >>" * 100,
    "pdf bomb": b"%PDF-1.7\nstream\n" + zlib.compress(b"\0" * 201_000_000),
}


@pytest.mark.parametrize("name", BAD)
def test_all_else_is_refused(name):
    with pytest.raises(BadFile):
        clean(BAD[name])
