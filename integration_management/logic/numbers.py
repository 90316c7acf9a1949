"""Pseudonymous case numbers such as ``F-7K3Q9X-4``."""

import secrets

from stdnum.exceptions import ValidationError
from stdnum.iso7064 import mod_37_36

# Base 32 without 0/O and 1/I: people read these numbers aloud and copy them by hand.
ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
BODY_LENGTH = 6


def new_number(letter: str = "F") -> str:
    """Return a random number with its ISO 7064 MOD 37,36 check character.

    Random, not counted: a number tells nothing about when or where a case began.

    :param letter: what is numbered: F for the file of a case
    """
    while True:
        body = "".join(secrets.choice(ALPHABET) for _ in range(BODY_LENGTH))
        check = mod_37_36.calc_check_digit(body)
        if check in ALPHABET:
            return f"{letter}-{body}-{check}"


def is_number(text: str) -> bool:
    """Tell whether `text` is a well-formed case number; case and blanks are ignored."""
    parts = text.strip().upper().split("-")
    if [len(part) for part in parts] != [1, BODY_LENGTH, 1] or parts[0] != "F":
        return False
    try:
        mod_37_36.validate(parts[1] + parts[2])
    except ValidationError:
        return False
    return set(parts[1] + parts[2]) <= set(ALPHABET)
