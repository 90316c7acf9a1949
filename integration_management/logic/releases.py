"""What a release from secrecy covers: which data, to whom, on which day."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

# Why a release does not cover something; the first one that applies is told first.
_GAPS = "not_given too_early withdrawn settled lapsed expired recipient kinds"
GAPS = tuple(_GAPS.split())


class Release(NamedTuple):
    """A release as the client decided about it.

    :param kinds: kinds of data, any hashable
    :param recipients: keys of the office or person named
    :param given_on: day of the decision, None as long as there is none
    :param last_day: last day, None: until withdrawn
    :param withdrawn_on: from this day on it holds no more
    :param settled_on: from this day on its occasion has fallen away
    :param lapsed_on: from this day on the file has somebody else, who must ask again
    """

    kinds: frozenset
    recipients: frozenset
    given_on: date | None
    last_day: date | None = None
    withdrawn_on: date | None = None
    settled_on: date | None = None
    lapsed_on: date | None = None


class Passing(NamedTuple):
    """Data that are to be passed on, or were.

    :param recipients: keys of the recipient, and of the office it belongs to
    """

    kinds: frozenset
    recipients: frozenset
    day: date


def gaps(release: Release, passing: Passing) -> list[str]:
    """Return what is missing for `release` to cover `passing`; nothing: it does.

    The days of giving and the last day are covered; the day of the withdrawal is not,
    because nobody can tell later what came first.
    """
    day = passing.day
    found = {
        "not_given": release.given_on is None,
        "too_early": bool(release.given_on and day < release.given_on),
        "withdrawn": _is_over(release.withdrawn_on, day),
        "settled": _is_over(release.settled_on, day),
        "lapsed": _is_over(release.lapsed_on, day),
        "expired": bool(release.last_day and day > release.last_day),
        "recipient": not release.recipients & passing.recipients,
        "kinds": not passing.kinds <= release.kinds,
    }
    return [gap for gap in GAPS if found[gap]]


def nearest(candidates: Iterable[list[str]]) -> list[str] | None:
    """Return the gaps of what comes closest, or None without any candidate.

    A release for the same recipient is closer than any other.
    """
    return min(candidates, key=lambda g: ("recipient" in g, len(g)), default=None)


def name_key(name: str | None) -> str:
    """Return a recipient's name as it is compared: case and spaces do not matter."""
    return " ".join((name or "").split()).casefold()


def _is_over(ended_on: date | None, day: date) -> bool:
    return bool(ended_on and day >= ended_on)
