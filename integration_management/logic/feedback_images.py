"""Photos of people who must stay unknown: drawn anew, without all that goes along."""

import io

from PIL import Image, ImageOps

_FORMATS = {"JPEG": "image/jpeg", "PNG": "image/png"}
_MAX_PIXELS = 40_000_000
_MAX_SIDE = 3000


def clean(data: bytes) -> tuple[str, bytes]:
    """Return media type and bytes of the picture alone.

    :raise Exception: of any kind, if this is not a harmless JPEG or PNG
    """
    with Image.open(io.BytesIO(data), formats=tuple(_FORMATS)) as image:
        if image.width * image.height > _MAX_PIXELS:
            raise ValueError("too many pixels")
        kind = image.format
        picture = ImageOps.exif_transpose(image)
        picture = picture.convert("RGB" if kind == "JPEG" else "RGBA")
    picture.thumbnail((_MAX_SIDE, _MAX_SIDE))
    # Place, device, author and hidden texts live here.
    picture.info = {}
    target = io.BytesIO()
    picture.save(target, kind, **({"quality": 88} if kind == "JPEG" else {}))
    return _FORMATS[kind], target.getvalue()


def strip_jpeg(data: bytes) -> bytes:
    """Return a JPEG as it stands in a PDF without its notes on place and device."""
    if not data.startswith(b"\xff\xd8"):
        raise ValueError("no JPEG")
    kept, place = [b"\xff\xd8"], 2
    while data[place : place + 1] == b"\xff":
        marker = data[place + 1]
        if marker == 0xDA:  # from here on, the picture itself
            end = data.rfind(b"\xff\xd9")
            return b"".join(kept) + data[place : end + 2 if end > place else None]
        size = int.from_bytes(data[place + 2 : place + 4], "big")
        is_note = 0xE1 <= marker <= 0xED or marker in (0xEF, 0xFE)
        if not is_note:
            kept.append(data[place : place + 2 + size])
        place += 2 + size
    raise ValueError("broken JPEG")
