"""Times of contacts: how long, since when, in which day."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

DEFAULT_MINUTES = 30
MINUTES = (15, 30, 45, 60, 90)
DAY_MINUTES = 24 * 60
OPENING_HOUR = 9
# Clocks differ a little, and a talk is logged while it ends.
TOLERANCE = timedelta(minutes=5)


def next_half_hour(now: datetime) -> datetime:
    """Return the first full or half hour at or after `now`."""
    return now + (datetime.min - now) % timedelta(minutes=30)


def minutes_between(start: datetime | None, stop: datetime | None) -> int:
    """Return the length in full minutes; 0 when a bound is missing."""
    if not start or not stop:
        return 0
    return round((stop - start).total_seconds() / 60)


def parse_time(value: object) -> datetime | None:
    """Return the time that a search gives as text or time, else None."""
    if isinstance(value, datetime):
        return value
    try:
        return datetime.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None


def local_time(day: date, hour: int, zone: str) -> datetime:
    """Return `hour` of `day` in the time zone named `zone`, as naive UTC."""
    day = day.date() if isinstance(day, datetime) else day
    moment = datetime.combine(day, time(hour), ZoneInfo(zone))
    return moment.astimezone(UTC).replace(tzinfo=None)
