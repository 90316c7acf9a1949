"""Codes of the complaint office, and stamps that say when a form was opened."""

import hashlib
import hmac
import secrets

from .numbers import ALPHABET

# 80 bits: nobody finds one by trying.
_SECRET_LENGTH = 16
_PAGE_LENGTH = 8
_GROUP = 4

MIN_SECONDS = 3
MAX_SECONDS = 24 * 60 * 60


def new_secret() -> str:
    """Return a secret code, in groups that people can copy by hand."""
    return _grouped(_random(_SECRET_LENGTH))


def new_page_code() -> str:
    """Return a short code for the address of a carrier's page."""
    return _random(_PAGE_LENGTH)


def digest(text: str | None) -> str:
    """Return what is stored of a secret code; blanks, dashes and case do not count.

    A plain hash is enough: there is no list of likely codes to try.
    """
    code = "".join(c for c in (text or "").upper() if c in ALPHABET)
    return hashlib.sha256(f"feedback:{code}".encode()).hexdigest()


def new_stamp(key: bytes, now: float) -> str:
    """Return a signed stamp with the time at which a form was opened."""
    body = f"{int(now)}.{secrets.token_hex(12)}"
    return f"{body}.{_sign(key, body)}"


def read_stamp(key: bytes, stamp: str | None, now: float) -> str | None:
    """Return the number of a genuine stamp, used neither too fast nor too late."""
    body, _dot, signature = (stamp or "").rpartition(".")
    if not hmac.compare_digest(_sign(key, body).encode(), signature.encode()):
        return None
    opened, _dot, number = body.partition(".")
    age = now - int(opened)
    return number if MIN_SECONDS <= age <= MAX_SECONDS else None


def _sign(key: bytes, body: str) -> str:
    return hmac.new(key, f"feedback-form:{body}".encode(), hashlib.sha256).hexdigest()


def _random(length: int) -> str:
    return "".join(secrets.choice(ALPHABET) for _ in range(length))


def _grouped(code: str) -> str:
    return "-".join(code[i : i + _GROUP] for i in range(0, len(code), _GROUP))
