"""What happens to a case when somebody else takes it over, as plain data."""

import re
from datetime import date

from .grants import Period
from .periods import FOREVER, ended_before

# Given to the person who counselled until now, or in view of them.
_PERSONAL = frozenset({"channel", "deputy", "handover", "recipient"})


def succeed(current: Period, day: date) -> tuple[Period, Period]:
    """Return what becomes of an ownership that passes on `day`, and the next one.

    There is one owner on every day, on the day of the hand-over the successor only.
    """
    ended = Period(current.first, ended_before(day, current.first))
    return ended, Period(day, FOREVER)


def must_ask_again(purpose: str, is_new_carrier: bool) -> bool:
    """Tell whether a consent to `purpose` does not hold for the successor.

    Another carrier is another controller: nothing holds that was told to the first.
    """
    return is_new_carrier or purpose in _PERSONAL


def is_named(name: str, text: str) -> bool:
    """Tell whether `text` names `name` as a whole: “Ann” is not named by “Anna”."""
    return bool(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text))
