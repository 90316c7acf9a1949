"""Fingerprints of texts, so that it can be shown later what somebody has read."""

import hashlib
import hmac
import json
import unicodedata


def canonical(text: str | None) -> str:
    """Return `text` without the differences that no reader can see.

    One Unicode form, one kind of line end, no blanks around or at line ends.
    """
    lines = unicodedata.normalize("NFC", text or "").splitlines()
    return "\n".join(line.rstrip() for line in lines).strip()


def fingerprint(*parts: str | None) -> str:
    """Return the SHA-256 (hexadecimal) of the canonical `parts`, kept apart."""
    payload = json.dumps([canonical(part) for part in parts], ensure_ascii=False)
    return hashlib.sha256(payload.encode()).hexdigest()


def seal(secret: bytes, values: dict[str, str]) -> str:
    """Return a keyed fingerprint (HMAC-SHA256) of named texts.

    Who does not know the secret can neither make nor change what is sealed; the order
    of the names does not matter.
    """
    payload = json.dumps(values, ensure_ascii=False, sort_keys=True)
    return hmac.new(secret, payload.encode(), hashlib.sha256).hexdigest()


def is_sealed(secret: bytes, values: dict[str, str], expected: str | None) -> bool:
    """Tell whether `expected` is the seal of exactly these values."""
    return hmac.compare_digest(seal(secret, values), expected or "")
