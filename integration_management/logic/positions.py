"""How long positions count and what is due for them, to the day.

A month counts with the part of its days on which somebody was employed: 16 to 30 April
is half a month, the whole of February is one. So the parts of any division add up to
the whole; fractions keep it exact, and only what is shown is rounded.
"""

from calendar import monthrange
from collections.abc import Iterable
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from typing import NamedTuple

from dateutil.relativedelta import relativedelta

from .grants import Period
from .periods import FOREVER

_DAY = timedelta(days=1)
_CENT = Decimal("0.01")
MONTHS = 12


class Rate(NamedTuple):
    """Sum due for a full-time position and a year, during a period."""

    period: Period
    amount: float


class Due(NamedTuple):
    """What a calendar year brings.

    :param months: FTE-months
    :param amount: sum due, rounded to cents; it leaves out `unrated` months
    :param unrated: FTE-months for which no rate is known
    """

    year: int
    months: Fraction
    amount: Decimal
    unrated: Fraction


def span(first: date | None, last: date | None) -> Period:
    """Return the period whose missing bounds are open."""
    return Period(first or date.min, last or FOREVER)


def no_days() -> Period:
    """Return a period without a day."""
    return Period(FOREVER, date.min)


def overlap(one: Period, other: Period) -> Period:
    """Return the days that both have; empty if there are none."""
    return Period(max(one.first, other.first), min(one.last, other.last))


def without(period: Period, gaps: Iterable[Period]) -> list[Period]:
    """Return what is left of `period`; gaps may overlap and reach beyond it."""
    left, first = [], period.first
    for gap in sorted(overlap(period, gap) for gap in gaps):
        if gap.is_empty:
            continue
        if first < gap.first:
            left.append(Period(first, gap.first - _DAY))
        if gap.last == date.max:
            return left
        first = max(first, gap.last + _DAY)
    rest = Period(first, period.last)
    return left if rest.is_empty else [*left, rest]


def months(period: Period) -> Fraction:
    """Return how many calendar months the period has, in parts of their days."""
    if period.is_empty:
        return Fraction(0)
    first, last = period
    whole = (last.year - first.year) * MONTHS + last.month - first.month + 1
    before = Fraction(first.day - 1, monthrange(first.year, first.month)[1])
    length = monthrange(last.year, last.month)[1]
    return whole - before - Fraction(length - last.day, length)


def fte_months(
    share: float, period: Period, interruptions: Iterable[Period] = ()
) -> Fraction:
    """Return the full-time months of a share of a position in a period.

    :param share: of a full-time position, e.g. 0.75
    """
    worked = without(period, interruptions)
    return as_fraction(share) * sum(map(months, worked), Fraction(0))


def as_fraction(share: float) -> Fraction:
    """Return the share that was meant: 0.1, not what a computer makes of it."""
    return Fraction(share).limit_denominator(10_000)


def due_by_year(
    share: float,
    period: Period,
    interruptions: Iterable[Period],
    rates: Iterable[Rate],
) -> list[Due]:
    """Return what is due for each calendar year that the period touches.

    :param rates: where two hold on the same day, the one that began later counts
    """
    worked = without(period, interruptions)
    rates = sorted(rates, key=lambda rate: rate.period, reverse=True)
    result = []
    for year in range(period.first.year, period.last.year + 1):
        calendar_year = Period(date(year, 1, 1), date(year, 12, 31))
        parts = [overlap(part, calendar_year) for part in worked]
        result.append(_due(year, as_fraction(share), parts, rates))
    return result


def _due(year, share, parts, rates):
    """Return what is due for the parts of a year: latest rate first."""
    total = sum(map(months, parts), Fraction(0))
    amount, left = Fraction(0), parts
    for rate in rates:
        paid = [overlap(part, rate.period) for part in left]
        yearly = Fraction(str(rate.amount))
        amount += sum(map(months, paid), Fraction(0)) * yearly / MONTHS
        left = [rest for part in left for rest in without(part, [rate.period])]
    unrated = sum(map(months, left), Fraction(0))
    return Due(year, share * total, as_money(share * amount), share * unrated)


def as_money(amount: Fraction) -> Decimal:
    """Round to cents, half of one up, as accounts do."""
    exact = Decimal(amount.numerator) / Decimal(amount.denominator)
    return exact.quantize(_CENT, ROUND_HALF_UP)


def funding_end(
    start: date, funded: int, interruptions: Iterable[Period], extension: int
) -> date:
    """Return the last day of a position's funding by the months that are funded.

    :param funded: number of months
    :param extension: by how many months interruptions prolong it at most
    """
    end = start + relativedelta(months=funded) - _DAY
    latest = start + relativedelta(months=funded + extension) - _DAY
    gaps = list(interruptions)
    # What prolongs the funding may bring another interruption into it.
    prolonged = end
    while True:
        term = Period(start, prolonged)
        left = sum((part.last - part.first).days + 1 for part in without(term, gaps))
        lost = (prolonged - start).days + 1 - left
        longer = min(end + timedelta(days=lost), latest)
        if longer <= prolonged:
            return prolonged
        prolonged = longer


def highest_share(parts: Iterable[tuple[Period, float]]) -> Fraction:
    """Return the most that somebody works on one day, all positions together."""
    parts = [part for part in parts if not part[0].is_empty]
    starts = {period.first for period, _share in parts}
    return max((_share_on(day, parts) for day in starts), default=Fraction(0))


def _share_on(day, parts):
    held = (as_fraction(share) for period, share in parts if day in period)
    return sum(held, Fraction(0))


def stretches(
    period: Period,
    is_vacant: bool,
    interruptions: Iterable[Period],
    funded_until: date | None,
) -> list[tuple[str, Period]]:
    """Return what a position is at which time: parts of its bar on a timeline.

    :return: vacant, interrupted, funded or unfunded, in the order of time
    """
    if is_vacant:
        return [("vacant", period)]
    worked = without(period, interruptions)
    found = [("interrupted", gap) for gap in without(period, worked)]
    funded = span(date.min, funded_until) if funded_until else no_days()
    for part in worked:
        found += [("funded", overlap(part, funded))]
        found += [("unfunded", rest) for rest in without(part, [funded])]
    found = [(kind, part) for kind, part in found if not part.is_empty]
    return sorted(found, key=lambda stretch: stretch[1])


def place(window: Period, day: date) -> float:
    """Return where the morning of a day lies in a window, in percent from its start."""
    length = (window.last - window.first).days + 1
    days = min(max((day - window.first).days, 0), length)
    return round(100 * days / length, 2)
