"""Signatures drawn on a screen: a picture, and not just any file."""

import base64
import binascii
import io

from PIL import Image, UnidentifiedImageError

MOST_BYTES = 300_000
MOST_PIXELS = 4_000_000
# As many dark pixels as a short stroke has.
FEWEST_DARK = 60


class NoDrawing(ValueError):
    """What came is not a drawn signature."""


def read(text: str) -> bytes:
    """Return a drawing as a fresh PNG without anything that was hidden in the file.

    :param text: PNG in base64, with or without the head of a data URL
    :raise NoDrawing: for other files, pictures that are too big, and blank ones
    """
    content = _decode(text)
    try:
        with Image.open(io.BytesIO(content), formats=["PNG"]) as picture:
            if picture.width * picture.height > MOST_PIXELS:
                raise NoDrawing
            drawing = picture.convert("RGBA")
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError) as error:
        raise NoDrawing from error
    if _count_dark(drawing) < FEWEST_DARK:
        raise NoDrawing
    fresh = Image.new("RGBA", drawing.size)
    fresh.paste(drawing)
    stream = io.BytesIO()
    fresh.save(stream, "PNG", optimize=True)
    return stream.getvalue()


def _decode(text: str) -> bytes:
    head = "data:image/png;base64,"
    if not isinstance(text, str) or len(text) > MOST_BYTES * 4 // 3 + len(head):
        raise NoDrawing
    try:
        return base64.b64decode(text.removeprefix(head), validate=True)
    except (binascii.Error, ValueError) as error:
        raise NoDrawing from error


def _count_dark(drawing: Image.Image) -> int:
    """Return how many pixels somebody has drawn on."""
    white = Image.new("RGBA", drawing.size, "white")
    grey = Image.alpha_composite(white, drawing).convert("L")
    return sum(grey.histogram()[:160])
