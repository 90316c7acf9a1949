"""Months and money of positions: parts add up to the whole."""

from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from logic import positions
from logic.grants import Period
from logic.positions import Rate

_DAYS = st.dates(date(2015, 1, 1), date(2035, 12, 31))
_PERIODS = st.tuples(_DAYS, _DAYS).map(lambda days: Period(*sorted(days)))
_SHARES = st.integers(1, 100).map(lambda percent: percent / 100)
_YEAR = Period(date(2025, 1, 1), date(2025, 12, 31))


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        (date(2025, 1, 1), date(2025, 12, 31), 12),
        (date(2025, 2, 1), date(2025, 2, 28), 1),
        (date(2024, 2, 1), date(2024, 2, 29), 1),
        (date(2025, 4, 16), date(2025, 4, 30), Fraction(1, 2)),
        (date(2025, 4, 16), date(2025, 5, 31), Fraction(3, 2)),
        (date(2025, 4, 10), date(2025, 4, 10), Fraction(1, 30)),
        (date(2024, 12, 31), date(2025, 1, 1), Fraction(2, 31)),
        (date(2025, 4, 11), date(2025, 4, 10), 0),
    ],
)
def test_months(first, last, expected):
    assert positions.months(Period(first, last)) == expected


@given(_PERIODS, _DAYS)
def test_two_parts_make_the_whole(period, day):
    before = positions.overlap(period, Period(date.min, day))
    after = positions.overlap(period, Period(day + timedelta(days=1), date.max))
    parts = positions.months(before) + positions.months(after)
    assert parts == positions.months(period)


@given(_PERIODS, st.lists(_PERIODS, max_size=4))
def test_what_is_left_and_what_is_lost_make_the_whole(period, gaps):
    left = positions.without(period, gaps)
    lost = positions.without(period, left)
    days = {period.first + timedelta(days=n) for n in range(0, 7700, 11)}
    for day in days & {d for d in days if d in period}:
        assert any(day in part for part in left) != any(day in gap for gap in gaps)
    total = sum(map(positions.months, left + lost))
    assert total == positions.months(period)
    assert left == sorted(left)


@given(_SHARES, _PERIODS, st.lists(_PERIODS, max_size=3), st.floats(0, 99_999))
def test_years_add_up(share, period, gaps, amount):
    rates = [Rate(Period(date(2000, 1, 1), date(2050, 1, 1)), round(amount, 2))]
    years = positions.due_by_year(share, period, gaps, rates)
    assert sum(due.months for due in years) == positions.fte_months(share, period, gaps)
    assert not any(due.unrated for due in years)
    for due in years:
        exact = due.months * Fraction(str(round(amount, 2))) / 12
        assert abs(Fraction(due.amount) - exact) <= Fraction(1, 200)


@given(_SHARES, _PERIODS, _DAYS)
def test_a_rate_that_changes_nothing_may_be_split(share, period, day):
    whole = [Rate(Period(date.min, date(2050, 1, 1)), 51_000)]
    split = [
        Rate(Period(date.min, day), 51_000),
        Rate(Period(day + timedelta(days=1), date(2050, 1, 1)), 51_000),
    ]
    assert positions.due_by_year(share, period, [], whole) == positions.due_by_year(
        share, period, [], split
    )


def test_amounts():
    rates = [
        Rate(Period(date(2025, 1, 1), date(2025, 6, 30)), 48_000),
        Rate(Period(date(2025, 7, 1), date(2025, 12, 31)), 60_000),
    ]
    gap = Period(date(2025, 3, 1), date(2025, 3, 31))
    (due,) = positions.due_by_year(0.5, _YEAR, [gap], rates)
    assert due.months == Fraction(11, 2)
    assert due.amount == Decimal("25000.00")
    assert due.unrated == 0


def test_the_later_rate_counts():
    rates = [
        Rate(Period(date(2025, 7, 1), date(2025, 12, 31)), 60_000),
        Rate(Period(date(2020, 1, 1), date(9999, 12, 31)), 48_000),
    ]
    (due,) = positions.due_by_year(1, _YEAR, [], rates)
    assert due.amount == Decimal("54000.00")


def test_months_without_a_rate_are_told():
    rates = [Rate(Period(date(2025, 7, 1), date(2025, 12, 31)), 60_000)]
    (due,) = positions.due_by_year(0.5, _YEAR, [], rates)
    assert (due.amount, due.unrated) == (Decimal("15000.00"), 3)


def test_thirds_of_a_year_are_exact():
    """Rounding happens once for a year, not once for a month."""
    rates = [Rate(Period(date(2025, 1, 1), date(2025, 12, 31)), 50_000)]
    (due,) = positions.due_by_year(1, _YEAR, [], rates)
    assert due.amount == Decimal("50000.00")


@pytest.mark.parametrize(
    ("gaps", "extension", "expected"),
    [
        ([], 0, date(2026, 12, 31)),
        ([Period(date(2025, 3, 1), date(2025, 3, 31))], 12, date(2027, 1, 31)),
        ([Period(date(2025, 3, 1), date(2025, 3, 31))], 0, date(2026, 12, 31)),
        ([Period(date(2025, 1, 1), date(2026, 12, 31))], 12, date(2027, 12, 31)),
        # The second interruption lies in what the first one adds.
        (
            [
                Period(date(2025, 3, 1), date(2025, 3, 31)),
                Period(date(2027, 1, 11), date(2027, 1, 20)),
            ],
            12,
            date(2027, 2, 10),
        ),
    ],
)
def test_funding_end(gaps, extension, expected):
    assert positions.funding_end(date(2025, 1, 1), 24, gaps, extension) == expected


@given(_DAYS, st.integers(1, 60), st.lists(_PERIODS, max_size=3), st.integers(0, 12))
def test_interruptions_never_shorten(start, months, gaps, extension):
    plain = positions.funding_end(start, months, [], extension)
    prolonged = positions.funding_end(start, months, gaps, extension)
    longest = positions.funding_end(start, months + extension, [], 0)
    assert plain <= prolonged <= longest


def test_highest_share():
    spring = Period(date(2025, 1, 1), date(2025, 6, 30))
    summer = Period(date(2025, 6, 1), date(2025, 9, 30))
    autumn = Period(date(2025, 9, 1), date(2025, 12, 31))
    parts = [(spring, 0.7), (summer, 0.3), (autumn, 0.8)]
    assert positions.highest_share(parts) == Fraction(11, 10)
    assert positions.highest_share(parts[:2]) == 1
    assert positions.highest_share([]) == 0


@given(_PERIODS, st.lists(_PERIODS, max_size=3), st.none() | _DAYS)
def test_stretches_cover_the_position_once(period, gaps, end):
    found = positions.stretches(period, False, gaps, end)
    assert sum(positions.months(part) for _kind, part in found) == positions.months(
        period
    )
    for (_kind, one), (_other, two) in zip(found, found[1:], strict=False):
        assert one.last + timedelta(days=1) == two.first
    assert all(end and part.last <= end for kind, part in found if kind == "funded")


def test_place_on_the_timeline():
    assert positions.place(_YEAR, date(2025, 1, 1)) == 0
    assert positions.place(_YEAR, date(2026, 1, 1)) == 100
    assert positions.place(_YEAR, date(2030, 1, 1)) == 100
