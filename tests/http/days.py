"""Days as the users of the tests see them, whatever the machine's own clock says."""

from datetime import datetime, timedelta

import pytz

TODAY = datetime.now(pytz.timezone("Europe/Berlin")).date()


def day(offset):
    return (TODAY + timedelta(days=offset)).isoformat()


def moment(days, hour=9):
    return f"{day(days)} {hour:02}:00:00"
