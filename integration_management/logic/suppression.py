"""Withhold small numbers, and as much more as keeps anybody from computing them.

Cell suppression as in Hundepool et al., Statistical Disclosure Control (2012), chapter
4: the hypercube method (Repsilber), carried over from tables to units that cut the same
people in different ways. Standard library only, deterministic.
"""

from .disclosure import THRESHOLD, Cell, Row, Table
from .disclosure_coding import Coding
from .disclosure_gap import gaps
from .disclosure_witness import Move, Witnesses


def protect(table: Table) -> set[tuple[Row, Cell]]:
    """Return which numbers of the new run must be withheld.

    For each number that tells of few people there remains another population, with
    whole numbers of people, that yields all that is shown but another number there: at
    least `needed` higher, so that nobody can tell that it is small. This holds for
    what frozen runs withheld, and for differences between them and the new run, too.

    :param table: rows of the new run are those that are not in `table.released`
    """
    return _Protection(table).run()


def needed(value: int) -> int:
    """Return how much higher a number must be possible: up to five, or a fifth more.

    The latter is for many contacts with few people.
    """
    return max(THRESHOLD - value, -(-value // 5))


class _Protection:
    """The withholding for one table; what is hidden only ever grows."""

    def __init__(self, table: Table):
        self.table = table
        self.code = Coding(table)
        self.hidden = self.code.withheld
        self.witnesses = Witnesses(self.code, self.hidden)

    def run(self) -> set[tuple[Row, Cell]]:
        for place, need in self._hide_small():
            row, cell = divmod(place, self.code.width)
            self._protect(self.code.members[row], cell, need)
        for atoms, cell, value in gaps(self.code):
            self._protect(atoms, cell, needed(value))
        return self.code.decoded(self.hidden)

    def _hide_small(self) -> list[tuple[int, int]]:
        """Hide what tells of few people; return it with how much higher it must seem.

        With what frozen runs withheld. Totals first: what they take along is of use to
        all the others.
        """
        table, code, small = self.table, self.code, {}
        for row, old in enumerate(table.rows):
            for cell, value in table.values[old].items():
                place = code.pair(row, code.cells[cell])
                if (old, cell) in table.forced:
                    small[place] = table.forced[old, cell]
                elif not table.is_small(old, cell):
                    continue
                elif old not in table.released or place in self.hidden:
                    small[place] = needed(value)
        self.hidden.update(small)
        total = code.total
        return sorted(
            small.items(), key=lambda item: (item[0] % code.width != total, item)
        )

    def _protect(self, atoms: frozenset[int], cell: int, need: int) -> None:
        """Hide what is needed so that `cell` of `atoms` could be higher by `need`."""
        moved: dict[tuple[int, int], int] = {}
        while need > 0:
            move = self.witnesses.best(atoms, cell, need, moved)
            if not move:
                self._give_up(atoms, cell)
                return
            self._apply(move, moved)
            need -= move.size

    def _apply(self, move: Move, moved: dict) -> None:
        self.hidden.update(self.code.all_pairs(move.rows, move.cells))
        for key, change in move.shifts():
            moved[key] = moved.get(key, 0) + change

    def _give_up(self, atoms: frozenset[int], cell: int) -> None:
        """Hide all that could tell of these: there is nobody to confuse them with."""
        code = self.code
        alike = [cell, *code.categories(cell)]
        for row in code.new:
            if not atoms.isdisjoint(code.members[row]):
                self.hidden.update(code.all_pairs([row], alike))
