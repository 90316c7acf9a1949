"""Other populations that yield the same published numbers.

Each is made by small moves of contributors: somebody has another category, or belongs
to another unit. The numbers that a move changes must be withheld.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from heapq import nsmallest
from itertools import islice
from typing import NamedTuple

from .disclosure_coding import Coding

_NEAR = 12
_MANY = 600
# Moves with somebody else leave the sums of larger units as they are, so they come
# first: whether with others, how many of the likely ones, and how many moves to try.
_SEARCHES = (
    (True, _NEAR, 150),
    (True, 100, 1000),
    (False, _NEAR, 150),
    (True, None, None),
    (False, None, None),
)


class Move(NamedTuple):
    """`size` contributors change; the numbers of `cells` in `rows` change with them.

    A swap gives them in `atom` the first of the cells for the second, and in `other`
    the other way round. A transfer lets them belong to `atom`, who belong to `other`.

    :ivar lost: what it takes from the readers; numbers on large units are worth more
    """

    lost: int
    size: int
    atom: int
    other: int | None
    rows: frozenset[int]
    cells: tuple[int, ...]
    is_transfer: bool

    def shifts(self) -> Iterator[tuple[tuple[int, int], int]]:
        """Yield pairs of (atom, cell) and by how much it changes."""
        for place, cell in enumerate(self.cells):
            sign = 1 if self.is_transfer or not place else -1
            yield (self.atom, cell), sign * self.size
            if self.other is not None:
                yield (self.other, cell), -sign * self.size


class Witnesses:
    """The search for the move that costs least, given what is hidden anyway."""

    def __init__(self, code: Coding, hidden: set[int]):
        self.code = code
        self.hidden = hidden
        self._near: dict[int, list[int]] = {}
        self._changing: dict[tuple[int, int], frozenset[int]] = {}
        self._rich = defaultdict(list)
        for atom, cells in enumerate(code.counts):
            for cell, count in cells.items():
                self._rich[cell].append((-count, atom))
        for found in self._rich.values():
            found.sort()

    def best(self, inside: frozenset[int], cell: int, need: int, moved) -> Move | None:
        """Return the cheapest move that makes `cell` of `inside` higher, or None.

        :param moved: (atom, cell) -> what earlier moves for the same number changed
        """
        for with_others, width, tried in _SEARCHES:
            best, best_cost = None, None
            moves = self._moves(inside, cell, need, moved, width, with_others)
            for move in islice(moves, tried):
                cost = (move.lost * -(-need // move.size), -move.size)
                if best is None or cost < best_cost:
                    best, best_cost = move, cost
                    if cost == (0, -need):
                        return best
            if best:
                return best
        return None

    def _lost(self, rows: Iterable[int], cells: Iterable[int]) -> int | None:
        """Return what readers lose with these numbers; None if they are out already."""
        lost, width, hidden, shown = 0, self.code.width, self.hidden, self.code.shown
        for row in rows:
            for cell in cells:
                place = row * width + cell
                if place not in hidden:
                    if place in shown:
                        return None
                    lost += self.code.worth[row]
        return lost

    def _moves(self, inside, cell, need, moved, width, with_others) -> Iterator[Move]:
        """Yield moves, likely ones first; all there are if `width` is None."""
        pairs = self._pairs if with_others else self._singles
        for other, atom in pairs(inside, cell, width):
            if cell != self.code.total:
                yield from self._swaps(atom, other, cell, need, moved)
                if width and not self._has_hidden_totals(atom, other):
                    continue
            move = self._transfer(atom, other, cell, need, moved)
            if move:
                yield move

    def _has_hidden_totals(self, atom, other) -> bool:
        rows = self._changed(atom, other)
        return self.hidden.issuperset(self.code.pairs(rows, self.code.total))

    def _inner(self, inside, cell, width) -> list[int]:
        """Return the atoms inside, those with the highest numbers first."""
        counts = self.code.counts
        rich = self._rich[cell]
        if len(inside) < len(rich):
            rich = sorted((-counts[a][cell], a) for a in inside if cell in counts[a])
        atoms = [a for _count, a in rich if a in inside][:width]
        if not width or len(inside) <= _MANY:
            # Those who have nobody in the category yet may get somebody.
            atoms += sorted(inside.difference(atoms))[:width]
        return atoms

    def _singles(self, inside, cell, width) -> Iterator[tuple[None, int]]:
        """Yield the atoms inside, with nobody outside to move with."""
        for atom in self._inner(inside, cell, width):
            yield None, atom

    def _pairs(self, inside, cell, width) -> Iterator[tuple[int, int]]:
        """Yield atoms outside and inside to move between."""
        counts = self.code.counts
        atoms = self._inner(inside, cell, width)
        for atom in atoms:
            for other in self._neighbours(atom):
                if other not in inside and cell in counts[other]:
                    yield other, atom
        for atom in atoms:
            for _count, other in self._rich[cell][:width]:
                if other not in inside:
                    yield other, atom

    def _available(self, atom: int, cell: int, moved) -> int:
        count = self.code.counts[atom].get(cell, 0)
        return count + moved.get((atom, cell), 0) if moved else count

    def _swaps(self, atom, other, cell, need, moved) -> Iterator[Move]:
        """Give some of `atom` the category, and take it from as many of `other`."""
        back = need
        if other is not None:
            back = min(need, self._available(other, cell, moved))
        rows = self._changed(atom, other)
        lost = self._lost(rows, (cell,))
        if back <= 0 or lost is None:
            return
        for donor, count in self._donors(atom, cell, moved):
            size = min(back, count)
            more = 0 if donor is None else self._lost(rows, (donor,))
            if size > 0 and more is not None:
                cells = (cell,) if donor is None else (cell, donor)
                yield Move(lost + more, size, atom, other, rows, cells, False)

    def _donors(self, atom, cell, moved) -> list[tuple[int | None, int]]:
        """Return the cells that give contributors to `cell`, and how many.

        None: where categories do not add up to the total, more may have this one.
        """
        if not self.code.is_additive(cell):
            others = self._available(atom, self.code.total, moved)
            return [(None, others - self._available(atom, cell, moved))]
        return [
            (other, self._available(atom, other, moved))
            for other in self.code.categories(cell)
            if other != cell
        ]

    def _transfer(self, atom, other, cell, need, moved) -> Move | None:
        """Let contributors with `cell` belong to `atom`, who belong to `other`."""
        source = atom if other is None else other
        cells = [self.code.total]
        if cell != self.code.total:
            cells.append(cell)
        for choices in self.code.additive_categories():
            if cell not in choices:
                rank = self._rank(atom, source, need, moved)
                cells.append(max(choices, key=rank))
        size = need
        if other is not None:
            size = min(need, *(self._available(other, c, moved) for c in cells))
        rows = self._changed(atom, other)
        lost = self._lost(rows, cells)
        if size <= 0 or lost is None:
            return None
        return Move(lost, size, atom, other, rows, tuple(cells), True)

    def _rank(self, atom, source, need, moved):
        """Prefer categories with enough contributors, that are hidden anyway."""

        def rank(cell):
            places = self.code.pairs(self.code.around[atom], cell)
            hidden = sum(place in self.hidden for place in places)
            return min(need, self._available(source, cell, moved)), hidden, -cell

        return rank

    def _changed(self, atom: int, other: int | None) -> frozenset[int]:
        """Return the rows that belong to exactly one of the two."""
        if other is None:
            return self.code.around[atom]
        key = (atom, other)
        if key not in self._changing:
            self._changing[key] = self.code.around[atom] ^ self.code.around[other]
        return self._changing[key]

    def _neighbours(self, atom: int) -> list[int]:
        """Return the atoms that differ in the fewest units."""
        if atom not in self._near:
            around = self.code.around
            found = set()
            for row in around[atom]:
                if len(self.code.members[row]) <= _MANY:
                    found |= self.code.members[row]
            found.discard(atom)
            self._near[atom] = nsmallest(
                _NEAR, found, key=lambda a: (len(around[atom] ^ around[a]), a)
            )
        return self._near[atom]
