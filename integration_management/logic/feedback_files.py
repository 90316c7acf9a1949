"""Files that strangers send to the complaint office, made harmless."""

from . import feedback_images, feedback_pdf

MAX_FILES = 3
MAX_BYTES = 5 * 1024 * 1024
_MAX_CLEAN = 2 * MAX_BYTES
_ENDINGS = {"image/jpeg": "jpg", "image/png": "png", "application/pdf": "pdf"}


class BadFile(ValueError):
    """This is not a photo or plain PDF that anybody should open."""


def clean(data: bytes) -> tuple[str, str, bytes]:
    """Return file ending, media type and bytes of a harmless copy.

    What it is, its content says; name and type that came along do not matter.

    :raise BadFile: for everything but JPEG, PNG and PDF without active content
    """
    if len(data) > MAX_BYTES:
        raise BadFile("too large")
    try:
        if data.startswith(b"%PDF-"):
            mimetype, copy = "application/pdf", feedback_pdf.clean(data)
        else:
            mimetype, copy = feedback_images.clean(data)
    except Exception as error:
        # Hostile files break libraries in ways that nobody has listed.
        raise BadFile(type(error).__name__) from None
    if len(copy) > _MAX_CLEAN:
        raise BadFile("too large")
    return _ENDINGS[mimetype], mimetype, copy
