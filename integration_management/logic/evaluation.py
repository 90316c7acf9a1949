"""What the evaluation export says about a case: columns, codes and their levels.

Everything is a code of a closed list. No text, number or day of a file gets in.
"""

from collections.abc import Collection, Mapping
from typing import Any

from .kanonymity import UNKNOWN, Quasi

VERSION = "1"
_AGE = {18: "0_17", 25: "18_24", 35: "25_34", 45: "35_44", 55: "45_54", 65: "55_64"}
_MONTHS = {6: "0_5", 12: "6_11", 24: "12_23", 36: "24_35"}
_CONTACTS = {5: "0_4", 10: "5_9", 20: "10_19", 40: "20_39"}
_REGIONS = {
    "UA": "ukraine",
    **dict.fromkeys(("SY", "IQ", "LB", "JO", "PS", "YE"), "syria_iraq"),
    **dict.fromkeys(("AF", "IR", "PK"), "afghanistan_iran"),
    "TR": "turkey",
    **dict.fromkeys(
        "BF BI BJ CD CF CG CI CM DJ DZ EG ER ET GH GM GN GQ GW KE LR LY MA ML MR NE NG"
        " RW SD SL SN SO SS TD TG TN TZ UG".split(),
        "africa",
    ),
}
_RESIDENCE = {
    "protection": "protection",
    "temporary_protection": "temporary_protection",
    "humanitarian": "humanitarian",
    "procedure": "procedure",
    "tolerated": "tolerated",
    "obliged": "tolerated",
    "unknown": UNKNOWN,
}
_HOUSING = {"public": "public", "private": "private", "unknown": UNKNOWN}
_WORK = {
    "employed": "employed",
    "marginal": "employed",
    "self_employed": "employed",
    "training": "training",
    "measure": "measure",
    "seeking": "seeking",
    "inactive": "inactive",
    "unknown": UNKNOWN,
}

QUASI = (
    Quasi(
        "age",
        (
            {
                **dict.fromkeys(("0_17", "18_24"), "0_24"),
                **dict.fromkeys(("25_34", "35_44"), "25_44"),
                **dict.fromkeys(("45_54", "55_64", "65_up"), "45_up"),
                UNKNOWN: UNKNOWN,
            },
        ),
        weight=1.2,
    ),
    Quasi(
        "sex",
        ({"female": "female", "male": "male", "diverse": "other", UNKNOWN: "other"},),
        weight=1.2,
    ),
    Quasi(
        "origin",
        (
            {
                "ukraine": "ukraine",
                **dict.fromkeys(
                    ("syria_iraq", "afghanistan_iran", "turkey", "africa", "other"),
                    "elsewhere",
                ),
                UNKNOWN: UNKNOWN,
            },
        ),
    ),
    Quasi(
        "residence",
        (
            {
                **dict.fromkeys(
                    ("protection", "temporary_protection", "humanitarian", "other"),
                    "permit",
                ),
                **dict.fromkeys(("procedure", "tolerated"), "no_permit"),
                UNKNOWN: UNKNOWN,
            },
        ),
    ),
    Quasi("mode", weight=1.1),
    Quasi(
        "months",
        (
            {
                **dict.fromkeys(("0_5", "6_11"), "0_11"),
                **dict.fromkeys(("12_23", "24_35", "36_up"), "12_up"),
                UNKNOWN: UNKNOWN,
            },
        ),
        weight=1.1,
    ),
    Quasi(
        "contacts",
        (
            {
                **dict.fromkeys(("0_4", "5_9"), "0_9"),
                **dict.fromkeys(("10_19", "20_39", "40_up"), "10_up"),
                UNKNOWN: UNKNOWN,
            },
        ),
    ),
)
_LEVELS = ("none", "A", "B", "C", "native", UNKNOWN)
_WORKS = ("employed", "training", "measure", "seeking", "inactive", "other", UNKNOWN)
_HOMES = ("public", "private", "other", UNKNOWN)
OUTCOMES = {
    "language_start": _LEVELS,
    "language_end": _LEVELS,
    "work_start": _WORKS,
    "work_end": _WORKS,
    "housing_start": _HOMES,
    "housing_end": _HOMES,
    "goals": ("no_goals", "none", "some", "most", UNKNOWN),
}
COLUMNS = (*(column.name for column in QUASI), *OUTCOMES)
# Which kind of data a consent has to name for a column.
COVERED_BY = {
    "age": "birth_date",
    "sex": "gender",
    "origin": "nationality",
    "residence": "residence",
    "mode": "counselling",
    "months": "counselling",
    "contacts": "counselling",
    "language_start": "language_level",
    "language_end": "language_level",
    "work_start": "work",
    "work_end": "work",
    "housing_start": "housing",
    "housing_end": "housing",
    "goals": "goals",
}
KINDS = tuple(dict.fromkeys(COVERED_BY.values()))
# What the words of the consent name as examples: covered if no kinds are named.
_EXAMPLES = ("birth_date", "counselling")


def codes(name: str, level: int) -> list[str]:
    """Return the codes that a column may have on a level."""
    if name in OUTCOMES:
        return list(OUTCOMES[name])
    column = next(column for column in QUASI if column.name == name)
    return list(dict.fromkeys(column.at(code, level) for code in _finest(column)))


def _finest(column):
    if column.steps:
        return column.steps[0]
    return ("light", "case_management", UNKNOWN)


def row(facts: Mapping[str, Any], kinds: Collection[str]) -> dict[str, str]:
    """Return a case as it may be exported on the finest level.

    :param facts: as the database gives them, see `integration.evaluation`
    :param kinds: codes of the kinds of data that the consent names
    """
    kinds = kinds or _EXAMPLES
    told = {
        "age": _band(facts["age"], _AGE, "65_up"),
        "sex": _one_of(facts["sex"], {s: s for s in ("female", "male", "diverse")}, ""),
        "origin": _origin(facts["countries"]),
        "residence": _one_of(facts["residence"], _RESIDENCE, "other"),
        "mode": facts["mode"],
        "months": _band(facts["months"], _MONTHS, "36_up"),
        "contacts": _band(facts["contacts"], _CONTACTS, "40_up"),
        "goals": _goals(facts["goals"], facts["goals_reached"]),
    }
    for when in ("start", "end"):
        level = facts[f"language_{when}"]
        told[f"language_{when}"] = level if level in _LEVELS else UNKNOWN
        told[f"work_{when}"] = _one_of(facts[f"work_{when}"], _WORK, "other")
        told[f"housing_{when}"] = _one_of(facts[f"housing_{when}"], _HOUSING, "other")
    return {
        name: told[name] if COVERED_BY[name] in kinds else UNKNOWN for name in COLUMNS
    }


def _band(value, bands, last):
    if value is None:
        return UNKNOWN
    return next((code for upper, code in bands.items() if value < upper), last)


def _one_of(value, mapping, other):
    return mapping.get(value, other or UNKNOWN) if value else UNKNOWN


def _origin(countries):
    regions = {_REGIONS.get(country, "other") for country in countries}
    if not regions:
        return UNKNOWN
    return regions.pop() if len(regions) == 1 else "other"


def _goals(count, reached):
    if not count:
        return "no_goals"
    if not reached:
        return "none"
    return "most" if 2 * reached > count else "some"
