"""Key figures before publication: who stands behind which number.

A number that fewer than five people stand behind is withheld, and with it whatever
would give it away; `suppression.protect` finds out what. The method is described in
docs/decisions/0007-withheld-figures.md.
"""

from collections import defaultdict
from collections.abc import Hashable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

THRESHOLD = 5


class Row(NamedTuple):
    """Whom a number is about: a unit, in one run."""

    run: Hashable
    kind: str
    key: Hashable


class Cell(NamedTuple):
    """What is counted of them: a category, or all of them."""

    dimension: str | None
    category: Hashable | None


TOTAL = Cell(None, None)


@dataclass
class Table:
    """One measure with all its breakdowns, for all units and all runs concerned.

    An atom is a class of contributors who count for the same units in the same runs:
    every published number is a sum over atoms.

    :ivar counts: atom, named by the rows that it counts for -> what is counted, for
        each cell that is not zero; the total too
    :ivar people: row -> how many different people stand behind each cell of a row;
        cells that are left out are taken to have one person for each count
    :ivar additive: dimensions whose categories add up to the total; all their
        contributors have exactly one category
    :ivar released: rows of frozen runs -> cell -> whether the number was shown
    :ivar forced: further numbers to be withheld -> how much higher they must seem
    """

    counts: Mapping[frozenset[Row], Mapping[Cell, int]]
    people: Mapping[Row, Mapping[Cell, int]] = field(default_factory=dict)
    additive: frozenset[str] = frozenset()
    released: Mapping[Row, Mapping[Cell, bool]] = field(default_factory=dict)
    forced: Mapping[tuple[Row, Cell], int] = field(default_factory=dict)

    @cached_property
    def rows(self) -> list[Row]:
        """Return all rows, in a fixed order."""
        return sorted({row for rows in self.counts for row in rows}, key=repr)

    @cached_property
    def cells(self) -> list[Cell]:
        """Return all cells that anybody has, in a fixed order."""
        return sorted({c for cells in self.counts.values() for c in cells}, key=repr)

    @cached_property
    def values(self) -> dict[Row, dict[Cell, int]]:
        """Return the numbers of each row, by today's data."""
        values = {row: defaultdict(int) for row in self.rows}
        for rows, cells in self.counts.items():
            for cell, count in cells.items():
                for row in rows:
                    values[row][cell] += count
        return {row: dict(cells) for row, cells in values.items()}

    def persons(self, row: Row, cell: Cell) -> int:
        """Return how many people stand behind a number."""
        value = self.values[row].get(cell, 0)
        return min(value, self.people.get(row, {}).get(cell, value))

    def is_small(self, row: Row, cell: Cell) -> bool:
        """Tell whether so few people stand behind a number that it tells of them."""
        return 0 < self.persons(row, cell) < THRESHOLD
