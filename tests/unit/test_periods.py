"""Dates of the counselling rules, with the awkward days of the calendar."""

from datetime import date, timedelta

import pytest
from dateutil.relativedelta import relativedelta
from hypothesis import given
from hypothesis import strategies as st
from logic import periods

DAYS = st.dates(date(1990, 1, 1), date(2090, 1, 1))


@pytest.mark.parametrize(
    ("start", "months", "extension", "expected"),
    [
        (date(2024, 1, 15), 36, 0, date(2027, 1, 14)),
        (date(2024, 1, 15), 36, 12, date(2028, 1, 14)),
        (date(2024, 2, 29), 36, 0, date(2027, 2, 27)),
        (None, 36, 0, None),
    ],
)
def test_limit(start, months, extension, expected):
    assert periods.counselling_limit(start, months, extension) == expected


@given(DAYS, st.integers(0, 48))
def test_the_day_after_the_limit_is_the_anniversary(start, months):
    limit = periods.counselling_limit(start, months, 0)
    assert limit + timedelta(days=1) == start + relativedelta(months=months)


@given(DAYS, DAYS)
def test_age_never_jumps(birth, day):
    age = periods.age_on(day, birth, None)
    assert abs(age - periods.age_on(day, None, birth.year)) <= 1


def test_age_is_unknown_without_a_date():
    assert periods.age_on(date(2026, 1, 1), None, None) is None


@given(DAYS)
def test_open_bounds(day):
    assert periods.is_current(day, None, None)
    assert periods.is_current(day, day, day)
    assert not periods.is_current(day, day + timedelta(days=1), None)
    assert not periods.is_current(day, None, day - timedelta(days=1))


TODAY = date(2026, 5, 1)


def _deadline(days, notice=14, kind="review"):
    return periods.Deadline(kind, TODAY + timedelta(days=days), notice)


def _light(*deadlines):
    first = periods.first_deadline(deadlines)
    notice = periods.first_notice(deadlines)
    return periods.traffic_light(TODAY, first and first.day, notice)


def test_the_earliest_deadline_wins_and_empty_ones_do_not_count():
    deadlines = [periods.Deadline("limit", None, 5), _deadline(9), _deadline(2)]
    assert periods.first_deadline(deadlines) == deadlines[2]
    assert periods.first_deadline(deadlines[:1]) is None
    assert periods.first_notice(deadlines[:1]) is None


@pytest.mark.parametrize(
    ("days", "light"), [(-1, "red"), (0, "yellow"), (14, "yellow"), (15, "green")]
)
def test_traffic_light(days, light):
    assert _light(_deadline(days)) == light


def test_a_permit_far_off_warns_although_something_else_is_due_before():
    assert _light(_deadline(60, notice=90, kind="permit"), _deadline(30)) == "yellow"


def test_something_overdue_is_never_hidden_by_a_longer_notice():
    assert _light(_deadline(30, notice=180), _deadline(-1)) == "red"


def test_no_deadline_is_green():
    assert _light() == "green"


def test_what_is_due_hides_what_is_not():
    deadlines = [_deadline(40, notice=90, kind="permit"), _deadline(-1), _deadline(30)]
    found = periods.wanting_attention(TODAY, deadlines)
    assert found == [(deadlines[1], "red"), (deadlines[0], "yellow")]


def test_nothing_due_shows_what_comes_next():
    deadlines = [periods.Deadline("limit", None, 5), _deadline(40), _deadline(30)]
    found = periods.wanting_attention(TODAY, deadlines)
    assert found == [(deadlines[2], "green")]
    assert periods.wanting_attention(TODAY, deadlines[:1]) == []
