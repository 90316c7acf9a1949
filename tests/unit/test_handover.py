"""Whose case it is on which day, however often it changes hands."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from logic.grants import Period
from logic.handover import is_named, must_ask_again, succeed
from logic.periods import FOREVER

START = date(2026, 1, 1)
# Days since the case began, in order; the same day may come several times.
CHAINS = st.lists(st.integers(0, 30), max_size=12).map(sorted)


def _chain(steps):
    """Return the periods of all owners of a case handed over on these days."""
    periods = [Period(START, FOREVER)]
    for step in steps:
        periods[-1:] = succeed(periods[-1], START + timedelta(days=step))
    return periods


@given(CHAINS, st.integers(0, 40))
def test_one_owner_on_every_day(steps, offset):
    day = START + timedelta(days=offset)
    owners = [number for number, period in enumerate(_chain(steps)) if day in period]
    assert owners == [sum(step <= offset for step in steps)]


@given(CHAINS)
def test_one_goes_on_and_none_is_invalid(steps):
    *ended, current = _chain(steps)
    assert current.last == FOREVER
    assert all(p.last < FOREVER for p in ended)
    assert all(p.last >= p.first - timedelta(days=1) for p in ended)


@given(st.integers(0, 3))
def test_a_successor_where_it_is_still_yesterday(days):
    """Time zones: the case may have begun on a day that is not there yet."""
    ended, begun = succeed(Period(START, FOREVER), START - timedelta(days=days))
    assert ended.is_empty
    assert START in begun


@pytest.mark.parametrize(
    ("purpose", "is_new_carrier", "expected"),
    [
        ("channel", False, True),
        ("recipient", False, True),
        ("case_file", False, False),
        ("case_file", True, True),
    ],
)
def test_must_ask_again(purpose, is_new_carrier, expected):
    assert must_ask_again(purpose, is_new_carrier) == expected


def test_a_name_is_named_as_a_whole():
    assert is_named("Ann", "Ann, Bridge e. V.")
    assert not is_named("Ann", "Anna, Bridge e. V.")
    assert is_named("Bridge e. V.", "Ann, Bridge e. V.")
