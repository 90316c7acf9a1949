"""The periods that managers look at their own figures for."""

from datetime import date

from dateutil.relativedelta import relativedelta

SPANS = ("month", "quarter", "year", "last_year")


def bounds(span: str, today: date) -> tuple[date, date]:
    """Return the first and the last day of a period, as seen on `today`.

    :param span: one of SPANS
    """
    first = today.replace(month=1, day=1)
    months = 12
    if span == "month":
        first, months = today.replace(day=1), 1
    elif span == "quarter":
        first, months = today.replace(month=(today.month - 1) // 3 * 3 + 1, day=1), 3
    elif span == "last_year":
        first -= relativedelta(years=1)
    return first, first + relativedelta(months=months, days=-1)


def months(first: date, last: date) -> list[date]:
    """Return the first days of the months of a period."""
    count = (last.year - first.year) * 12 + last.month - first.month + 1
    return [first.replace(day=1) + relativedelta(months=n) for n in range(count)]
