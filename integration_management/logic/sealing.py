"""Fingerprints of texts, so that it can be shown later what somebody has read."""

import hashlib
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
