import doctest
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta
from hypothesis import given
from hypothesis import strategies as st
from logic import offers

DAYS = st.dates(date(2000, 1, 1), date(2100, 1, 1))
MONTHS = st.integers(1, 60)
ORDER = ["due", "soon", "fresh"]


def test_examples():
    assert doctest.testmod(offers).failed == 0


@given(DAYS, DAYS, DAYS, MONTHS)
def test_a_later_check_is_never_worse(today, first, second, months):
    early, late = sorted([first, second])
    states = [offers.check_state(today, day, months) for day in (early, late)]
    assert states == sorted(states, key=ORDER.index)


@given(DAYS, MONTHS)
def test_the_period_ends_with_its_last_day(today, months):
    assert offers.check_state(today, today, months) == "fresh"
    last = today - relativedelta(months=months)
    assert offers.check_state(today, last, months) != "due"
    assert offers.check_state(today, last - timedelta(days=1), months) == "due"
    assert offers.check_state(today, None, months) == "due"


@given(st.text())
def test_a_name_is_like_itself_unless_empty(name):
    assert offers.is_similar(name, f" {name}!") == bool(offers._key(name))
    assert not offers.is_similar("", name)
