"""Rows, cells and atoms as small whole numbers, which makes the search fast."""

from collections.abc import Iterable

from .disclosure import TOTAL, Cell, Row, Table


class Coding:
    """A table in numbers: a place is a row and a cell in one number.

    :ivar members: row -> its atoms
    :ivar around: atom -> its rows
    :ivar counts: atom -> cell -> count
    :ivar withheld: the places that frozen runs do not show
    :ivar shown: the places that they show
    """

    def __init__(self, table: Table):
        self.table = table
        self.cells = {cell: number for number, cell in enumerate(table.cells)}
        self.total = self.cells[TOTAL]
        self.width = len(self.cells)
        rows = {row: number for number, row in enumerate(table.rows)}
        self.new = [n for row, n in rows.items() if row not in table.released]
        self.atoms = sorted(table.counts, key=lambda atom: sorted(map(repr, atom)))
        self.around = [frozenset(rows[row] for row in atom) for atom in self.atoms]
        self.counts = [
            {self.cells[cell]: count for cell, count in table.counts[atom].items()}
            for atom in self.atoms
        ]
        members = [set() for _row in rows]
        for atom, around in enumerate(self.around):
            for row in around:
                members[row].add(atom)
        self.members = [frozenset(found) for found in members]
        self.worth = [table.values[row].get(TOTAL, 0) for row in table.rows]
        self._by_dimension = {}
        for cell, number in self.cells.items():
            self._by_dimension.setdefault(cell.dimension, []).append(number)
        self.withheld, self.shown = self._released(rows)

    def _released(self, rows):
        withheld, shown = set(), set()
        for row, cells in self.table.released.items():
            for cell, is_shown in cells.items():
                if row in rows and cell in self.cells:
                    place = self.pair(rows[row], self.cells[cell])
                    (shown if is_shown else withheld).add(place)
        return withheld, shown

    def pair(self, row: int, cell: int) -> int:
        """Return the place of a cell in a row."""
        return row * self.width + cell

    def pairs(self, rows: Iterable[int], cell: int) -> list[int]:
        """Return the places of a cell in several rows."""
        return [row * self.width + cell for row in rows]

    def all_pairs(self, rows: Iterable[int], cells: Iterable[int]) -> list[int]:
        """Return the places of several cells in several rows."""
        return [row * self.width + cell for row in rows for cell in cells]

    def decoded(self, places: Iterable[int]) -> set[tuple[Row, Cell]]:
        """Return the places of the new run as pairs of row and cell."""
        rows, cells = self.table.rows, self.table.cells
        found = (divmod(place, self.width) for place in places)
        return {
            (rows[row], cells[cell])
            for row, cell in found
            if rows[row] not in self.table.released
        }

    def is_additive(self, cell: int) -> bool:
        """Tell whether the categories beside `cell` add up to the total."""
        return self.table.cells[cell].dimension in self.table.additive

    def categories(self, cell: int) -> list[int]:
        """Return the cells of the dimension of `cell`; for the total, all cells."""
        dimension = self.table.cells[cell].dimension
        return self._by_dimension[dimension] if dimension else list(range(self.width))

    def additive_categories(self) -> list[list[int]]:
        """Return the cells of each dimension that adds up."""
        return [
            cells
            for dimension, cells in self._by_dimension.items()
            if dimension in self.table.additive
        ]
