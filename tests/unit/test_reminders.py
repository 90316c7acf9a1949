"""Reminders: days before, in daytime, by what the client allows."""

from datetime import datetime

import pytest
from logic.reminders import choose, in_daytime, send_at

ZONE = "Europe/Berlin"
START = datetime(2026, 5, 8, 9)


def test_days_before_at_the_same_hour():
    now = datetime(2026, 5, 1, 9)
    assert send_at(START, 2, now, ZONE) == datetime(2026, 5, 6, 9)


def test_at_once_if_the_day_has_passed():
    now = datetime(2026, 5, 7, 10)
    assert send_at(START, 2, now, ZONE) == now


def test_too_late():
    assert send_at(START, 2, datetime(2026, 5, 8, 7, 30), ZONE) is None
    assert send_at(START, 2, datetime(2026, 5, 9), ZONE) is None


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        (datetime(2026, 5, 4, 6), datetime(2026, 5, 4, 6)),  # 8:00 in summer
        (datetime(2026, 5, 4, 5, 59), datetime(2026, 5, 4, 6)),
        (datetime(2026, 5, 4, 18), datetime(2026, 5, 5, 6)),  # 20:00
        (datetime(2026, 5, 4, 23), datetime(2026, 5, 5, 6)),  # 1:00 the next day
        (datetime(2026, 12, 4, 6, 59), datetime(2026, 12, 4, 7)),
        (datetime(2026, 3, 28, 20), datetime(2026, 3, 29, 6)),  # clocks change
    ],
)
def test_never_at_night(moment, expected):
    assert in_daytime(moment, ZONE) == expected


def test_channel_must_be_allowed_and_work():
    assert choose({"sms", "letter"}, {"sms", "email", "letter"}) == "sms"
    assert choose({"email", "letter"}, {"letter"}) == "letter"
    assert choose({"sms"}, {"letter"}) is None
    assert choose(set(), {"sms"}) is None
