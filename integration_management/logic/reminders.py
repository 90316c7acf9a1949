"""When clients are reminded, and by which channel."""

from datetime import datetime, time, timedelta

import pytz

CHANNELS = ("sms", "email", "letter")
EARLIEST, LATEST = time(8), time(20)


def send_at(start: datetime, days: int, now: datetime, zone: str) -> datetime | None:
    """Return when to send a reminder of an appointment; None: too late for one.

    Some days before at the same hour, but never at night; at once if that day has
    passed, but not in the last two hours.

    :param start: of the appointment, naive UTC, as all times here
    :param days: how long before
    :param zone: name of the time zone that night is told by
    """
    if start - now < timedelta(hours=2):
        return None
    return in_daytime(max(start - timedelta(days=days), now), zone)


def in_daytime(moment: datetime, zone: str) -> datetime:
    """Return `moment` if it is between 8 and 20 o'clock, else the next 8 o'clock."""
    local = pytz.utc.localize(moment).astimezone(pytz.timezone(zone))
    if EARLIEST <= local.time() < LATEST:
        return moment
    day = local.date() + timedelta(days=local.time() >= LATEST)
    morning = pytz.timezone(zone).localize(datetime.combine(day, EARLIEST))
    return morning.astimezone(pytz.utc).replace(tzinfo=None)


def choose(allowed: set[str], reachable: set[str]) -> str | None:
    """Return the first channel that the client allows and can be reached by."""
    return next((c for c in CHANNELS if c in allowed & reachable), None)
