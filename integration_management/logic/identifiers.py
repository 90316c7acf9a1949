"""Soft checks of numbers copied from papers; papers may be wrong, people decide."""

import re
from importlib.machinery import PathFinder

import stdnum
from stdnum.de import idnr

# Odoo replaces stdnum's loader when it patches the package, and a replaced loader hides
# the data file that the IBAN check reads: give the package its real spec back.
stdnum.__spec__ = PathFinder.find_spec("stdnum")

from stdnum import iban  # noqa: E402

# Pattern of the official XML standard (XJustiz, type AZR number); no check digit known.
_AZR = re.compile(r"[0-9]{2}(0[0-9]|1[0-2])([0-2][0-9]|3[01])[0-9]{6}")
# Usual shape of a file number of the Federal Office: 7 or 8 digits, nationality key.
_BAMF = re.compile(r"[0-9]{7,8}\s?-\s?[0-9]{3}")


def looks_like_azr(text: str) -> bool:
    """Tell whether `text` has the shape of an AZR number (12 digits, date first)."""
    return bool(_AZR.fullmatch("".join(text.split())))


def looks_like_bamf(text: str) -> bool:
    """Tell whether `text` has the usual shape of a BAMF file number."""
    return bool(_BAMF.fullmatch(text.strip()))


# Field name of a person -> the check that its value should pass.
CHECKS = {
    "azr_number": looks_like_azr,
    "bamf_number": looks_like_bamf,
    "iban": iban.is_valid,
    "tax_id": idnr.is_valid,
}


def doubtful(values: dict[str, str]) -> list[str]:
    """Return the names of the filled `values` that fail their check, in table order."""
    return [
        name
        for name, check in CHECKS.items()
        if values.get(name) and not check(values[name])
    ]
