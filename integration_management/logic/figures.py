"""What is counted in the key figures: measures, breakdowns, and their definitions.

The official template was not at hand; the list follows what is known of it. Whatever
changes here changes `VERSION`, which every frozen run carries.
"""

from dataclasses import dataclass

VERSION = "2026.1"

# Upper bounds, and what is above the last one.
AGE_BANDS = (5, 15, 17, 24, 34, 49, 64)

UNKNOWN = "unknown"

# How far somebody has got, by the statistical group of the term: more is better.
WORK_RANKS = {
    "inactive": 0,
    "seeking": 0,
    "measure": 1,
    "marginal": 2,
    "training": 3,
    "employed": 3,
}
HOUSING_RANKS = {
    "homeless": 0,
    "institution": 1,
    "public": 1,
    "guest": 2,
    "private": 3,
}


@dataclass(frozen=True)
class Measure:
    """Something that is counted.

    :ivar additive: breakdowns in which everybody counted has exactly one category
    :ivar several: breakdowns in which one may have several or none
    :ivar is_relative: what is counted depends on the bounds of the period, so that
        numbers of several periods cannot be set off against each other
    """

    code: str
    additive: tuple[str, ...] = ()
    several: tuple[str, ...] = ()
    is_relative: bool = False

    @property
    def dimensions(self) -> tuple[str, ...]:
        return self.additive + self.several


# Behind these stand persons: small numbers are withheld.
PROTECTED = (
    Measure(
        "persons",
        ("entry", "exit", "age", "gender", "origin", "residence", "housing", "limit"),
    ),
    Measure("contacts", ("kind", "language", "interpretation"), ("topic",)),
    Measure("plans", ("event",)),
    Measure("goals", ("area", "state", "area_state")),
    Measure(
        "changes",
        ("language_change", "work_change", "training", "housing_change"),
        is_relative=True,
    ),
    Measure("referrals", ("partner_kind",)),
)
# Withheld where these contacts are.
MINUTES = Measure("minutes", ("kind",))
# Work without clients.
OPEN = (
    Measure("network", ("kind",)),
    Measure("participants", ("kind",)),
    Measure("fte_months"),
)
MEASURES = (*PROTECTED, MINUTES, *OPEN)

# Who began, ended, or is over the limit in a period depends on the period.
RELATIVE_DIMENSIONS = frozenset({"entry", "exit", "limit"})
# Beginnings and ends of counselling as events: their numbers in several periods can be
# set off against each other. They are shown as breakdowns of persons.
EVENTS = (Measure("beginnings", ("entry",)), Measure("ends", ("exit",)))
# Who neither began nor ended.
REST = {"entry": "continued", "exit": "running"}


def age_band(age: int | None) -> str:
    """Return the code of the band that an age in years lies in."""
    if age is None:
        return UNKNOWN
    lower = 0
    for upper in AGE_BANDS:
        if age <= upper:
            return f"{lower}-{upper}"
        lower = upper + 1
    return f"{lower}+"


def age_bands() -> list[str]:
    """Return the codes of all bands, the youngest first."""
    bands = [age_band(upper) for upper in AGE_BANDS]
    return [*bands, age_band(AGE_BANDS[-1] + 1)]
