"""Make rows about people k-anonymous, so that nobody is found in a crowd below k.

Global recoding: each column is made coarser as a whole along its documented levels,
then the few rows that still stand alone are withheld as a whole (Samarati 2001; full
domain generalisation with record suppression). Of all ways that reach k the one is
taken that loses least. What all of a class have in common is withheld too.
"""

import itertools
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

# A column that was made so coarse that it says nothing.
ALL = "all"
# Stands in rows of a class that all have the same value.
WITHHELD = "withheld"
# Stands where nothing was told, or nothing may be; says nothing about the person.
UNKNOWN = "unknown"
MIN_K = 5
MAX_WITHHELD = 0.05

Row = Mapping[str, str]


@dataclass(frozen=True)
class Quasi:
    """A column that somebody could know of a person.

    :param steps: from each level to the next coarser one, {code: coarser code}; after
        the last one only ALL is left
    :param weight: how much researchers lose when it is made coarser
    """

    name: str
    steps: tuple[Mapping[str, str], ...] = ()
    weight: float = 1.0

    @property
    def top(self) -> int:
        return len(self.steps) + 1

    def at(self, value: str, level: int) -> str:
        """Return the code of `value` on a level; 0 is the finest."""
        if level == self.top:
            return ALL
        for step in self.steps[:level]:
            value = step[value]
        return value


@dataclass(frozen=True)
class Release:
    """What may be given away.

    :param kept: places of the rows given that are in it, in the order of `rows`
    :param levels: {column: level of coarseness}
    :param smallest: how many rows the smallest class has
    :param blanked: {outcome column: number of rows where it is withheld}
    """

    rows: list[dict[str, str]]
    kept: list[int]
    levels: dict[str, int]
    smallest: int
    classes: int
    withheld: int
    blanked: Counter = field(default_factory=Counter)


def anonymise(
    rows: Sequence[Row],
    quasi: Sequence[Quasi],
    outcomes: Sequence[str],
    k: int,
    max_withheld: float = MAX_WITHHELD,
) -> Release | None:
    """Return the release that loses least, or None when there are fewer than k rows.

    :param outcomes: columns that nobody should learn about a person
    :param max_withheld: share of the rows that may be withheld instead of recoding
    """
    if k < MIN_K:
        raise ValueError(f"k is at least {MIN_K}")
    if len(rows) < k:
        return None
    finest = Counter(tuple(row[column.name] for column in quasi) for row in rows)
    for levels in _by_loss(quasi):
        sizes = _sizes(finest, quasi, levels)
        left_out = sum(size for size in sizes.values() if size < k)
        if left_out <= max_withheld * len(rows):
            break
    return _release(rows, quasi, outcomes, levels, k)


def _by_loss(quasi):
    """Return all combinations of levels, the one that loses least first."""

    def loss(levels):
        return sum(
            column.weight * level / column.top
            for column, level in zip(quasi, levels, strict=True)
        )

    combinations = itertools.product(*(range(column.top + 1) for column in quasi))
    return sorted(combinations, key=lambda levels: (loss(levels), levels))


def _sizes(finest, quasi, levels):
    sizes = Counter()
    maps = [
        {code: column.at(code, level) for code in {key[place] for key in finest}}
        for place, (column, level) in enumerate(zip(quasi, levels, strict=True))
    ]
    for key, count in finest.items():
        sizes[tuple(codes[code] for codes, code in zip(maps, key, strict=True))] += (
            count
        )
    return sizes


def _release(rows, quasi, outcomes, levels, k):
    classes = defaultdict(list)
    for place, row in enumerate(rows):
        key = tuple(
            column.at(row[column.name], level)
            for column, level in zip(quasi, levels, strict=True)
        )
        classes[key].append(place)
    classes = {key: places for key, places in classes.items() if len(places) >= k}
    result, kept, blanked = [], [], Counter()
    for key, places in classes.items():
        same = _same(rows, places, outcomes)
        blanked.update(dict.fromkeys(same, len(places)))
        for place in places:
            values = dict(zip((column.name for column in quasi), key, strict=True))
            for name in outcomes:
                values[name] = WITHHELD if name in same else rows[place][name]
            result.append(values)
            kept.append(place)
    return Release(
        rows=result,
        kept=kept,
        levels={c.name: level for c, level in zip(quasi, levels, strict=True)},
        smallest=min(map(len, classes.values())),
        classes=len(classes),
        withheld=len(rows) - len(kept),
        blanked=blanked,
    )


def _same(rows, places, outcomes):
    """Return the outcomes that all rows of a class share, unless nothing is told."""
    found = set()
    for name in outcomes:
        values = {rows[place][name] for place in places}
        if len(values) == 1 and values != {UNKNOWN}:
            found.add(name)
    return found
