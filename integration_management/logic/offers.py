# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""How fresh the directory of offers is, and what stands in it twice."""

import re
from difflib import SequenceMatcher

from dateutil.relativedelta import relativedelta

# How long before the time is over an offer turns amber.
NOTICE_MONTHS = 2
_SIMILAR = 0.8


def limits(today, months):
    """Return before which day of the last check an offer is due, and is soon due.

    >>> from datetime import date
    >>> [str(day) for day in limits(date(2026, 5, 4), 12)]
    ['2025-05-04', '2025-07-04']
    """
    due = today - relativedelta(months=months)
    return due, today - relativedelta(months=max(months - NOTICE_MONTHS, 0))


def check_state(today, last_checked, months):
    """Return "due", "soon" or "fresh"; what nobody ever checked is due."""
    due, soon = limits(today, months)
    if not last_checked or last_checked < due:
        return "due"
    return "soon" if last_checked < soon else "fresh"


def is_similar(name, other):
    """Tell whether two names mean the same: case, order and punctuation are noise.

    >>> is_similar("Sprachcafé am Markt", "Sprachcafe am Markt!")
    True
    >>> is_similar("Café International", "International: café")
    True
    >>> is_similar("Deutschkurs A1", "Schuldnerberatung")
    False
    """
    left, right = _key(name), _key(other)
    return bool(left) and SequenceMatcher(None, left, right).ratio() >= _SIMILAR


def _key(name):
    return " ".join(sorted(re.findall(r"\w+", (name or "").casefold())))
