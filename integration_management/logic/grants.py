"""When somebody who stands in for a colleague may open a case.

Access is kept as rows with a first and a last day. What was in force stays on record:
a row is shortened or lengthened, never moved, once it has begun.
"""

from datetime import date, timedelta
from typing import NamedTuple

from .periods import FOREVER, ended_before


class Period(NamedTuple):
    """Days from `first` to `last`, both included; empty if it ends before it begins."""

    first: date
    last: date

    @property
    def is_empty(self) -> bool:
        return self.last < self.first

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last


def no_access(first: date) -> Period:
    """Return the empty period that begins on `first`."""
    return Period(first, first - timedelta(days=1))


def granted(today: date, wished: Period, valid_until: date | None) -> Period:
    """Return when access is granted: as wished, not in the past, while consent holds.

    :param valid_until: last day of the consent; None if it has no end
    """
    first = max(wished.first, today)
    period = Period(first, min(wished.last, valid_until or FOREVER))
    return no_access(first) if period.is_empty else period


def adjusted(today: date, row: Period, grant: Period) -> tuple[Period, Period | None]:
    """Return what becomes of a row of access so that `grant` holds from today on.

    :return: the row's period, and the period of a further row if one is needed
    """
    if row.is_empty or row.first > today:
        return grant, None
    if row.last < today:
        return row, None if grant.is_empty else grant
    if today in grant:
        return Period(row.first, grant.last), None
    ended = Period(row.first, ended_before(today, row.first))
    return ended, None if grant.is_empty else grant
