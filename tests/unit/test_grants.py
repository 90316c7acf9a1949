from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st
from logic.grants import Period, adjusted, granted, no_access
from logic.periods import FOREVER, ended_before

DAYS = st.dates(date(2026, 1, 1), date(2026, 3, 1))
PERIODS = st.builds(Period, DAYS, DAYS)
WISHES = PERIODS.filter(lambda period: not period.is_empty)
EMPTY = st.builds(no_access, DAYS)


@given(DAYS, WISHES, st.none() | DAYS)
def test_a_grant_stays_within_wish_consent_and_future(today, wished, valid_until):
    grant = granted(today, wished, valid_until)
    for offset in range(-70, 71):
        day = today + timedelta(days=offset)
        is_due = day >= today and day in wished and day <= (valid_until or FOREVER)
        assert (day in grant) == is_due


@given(DAYS, st.one_of(WISHES, EMPTY), WISHES, st.none() | DAYS)
def test_past_days_stay_as_they_were(today, row, wished, valid_until):
    after, further = adjusted(today, row, granted(today, wished, valid_until))
    for offset in range(1, 71):
        day = today - timedelta(days=offset)
        assert (day in after) == (day in row)
        assert further is None or day not in further


@given(DAYS, st.one_of(WISHES, EMPTY), WISHES, st.none() | DAYS)
def test_from_today_on_exactly_the_grant_holds(today, row, wished, valid_until):
    grant = granted(today, wished, valid_until)
    rows = list(filter(None, adjusted(today, row, grant)))
    for offset in range(71):
        day = today + timedelta(days=offset)
        assert any(day in period for period in rows) == (day in grant)


@given(DAYS, DAYS)
def test_ended_before_is_short_of_that_day_and_never_invalid(day, start):
    last = ended_before(day, start)
    assert last < max(day, start)
    assert last >= start - timedelta(days=1)


def test_same_day():
    today = date(2026, 11, 23)
    one_day = Period(today, today)
    assert granted(today, one_day, today) == one_day
    assert granted(today, one_day, today - timedelta(days=1)).is_empty
    assert adjusted(today, one_day, no_access(today)) == (no_access(today), None)
