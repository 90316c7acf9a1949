"""Date arithmetic of the counselling rules."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

from dateutil.relativedelta import relativedelta

# "Until further notice": lets every period have an end, so that one index serves all.
FOREVER = date(9999, 12, 31)
_OFFICE = ZoneInfo("Europe/Berlin")


def access_day() -> date:
    """Return the day that accesses go by: that of the office, not of the browser.

    Where users say to be is theirs to choose; it must not give them another day.
    """
    return datetime.now(_OFFICE).date()


def counselling_limit(start: date | None, months: int, extension: int) -> date | None:
    """Return the last day of counselling, or None when it has not begun.

    :param months: regular length by the programme's rule
    :param extension: further months granted for a reason
    """
    if not start:
        return None
    return start + relativedelta(months=months + extension, days=-1)


def age_on(day: date, birth_date: date | None, birth_year: int | None) -> int | None:
    """Return the age in full years on `day`; from the year alone it is approximate."""
    if birth_date:
        return relativedelta(day, birth_date).years
    return day.year - birth_year if birth_year else None


def is_current(day: date, start: date | None, end: date | None) -> bool:
    """Tell whether `day` lies in the period; a missing bound is open."""
    return (not start or start <= day) and (not end or day <= end)


def ended_before(day: date, start: date) -> date:
    """Return the last day of a period from `start` that is ended before `day`.

    A period that has not begun by then becomes empty: it ends before its first day.
    """
    return max(day, start) - timedelta(days=1)


class Deadline(NamedTuple):
    """Something due on `day`, to be shown `notice` days before."""

    kind: str
    day: date | None
    notice: int

    @property
    def shown_from(self) -> date:
        return self.day - timedelta(days=self.notice)


def first_deadline(deadlines: Iterable[Deadline]) -> Deadline | None:
    """Return what is due first, or None when nothing has a day."""
    return min(
        (item for item in deadlines if item.day), key=lambda d: d.day, default=None
    )


def first_notice(deadlines: Iterable[Deadline]) -> date | None:
    """Return the first day on which one of the deadlines is to be shown."""
    return min((item.shown_from for item in deadlines if item.day), default=None)


def traffic_light(today: date, due: date | None, notice: date | None) -> str:
    """Return the colour of a case: 'red', 'yellow' or 'green'.

    :param due: its first deadline
    :param notice: the first day on which a deadline is to be shown
    """
    if due and due < today:
        return "red"
    return "yellow" if notice and notice <= today else "green"


def wanting_attention(
    today: date, deadlines: Iterable[Deadline]
) -> list[tuple[Deadline, str]]:
    """Return what is due or soon due with its colour, or else the next deadline."""
    dated = sorted((d for d in deadlines if d.day), key=lambda d: d.day)
    lit = [(d, traffic_light(today, d.day, d.shown_from)) for d in dated]
    return [pair for pair in lit if pair[1] != "green"] or lit[:1]


def describe(first: date, last: date) -> str:
    """Return a period in figures: the year alone if it is a whole calendar year."""
    if (first, last) == (date(first.year, 1, 1), date(first.year, 12, 31)):
        return str(first.year)
    return f"{first:%d.%m.%Y} – {last:%d.%m.%Y}"
