"""Numbers that nobody prints and everybody can compute: differences."""

from collections import defaultdict
from collections.abc import Iterator

from .disclosure import THRESHOLD
from .disclosure_coding import Coding

Gap = tuple[frozenset[int], int, int]


def gaps(code: Coding) -> Iterator[Gap]:
    """Yield what is left of a row without others within it, if few people make it up.

    Such as a municipality without its site, or the year without its first half. At
    least one of the rows is of the new run.

    :return: atoms, cell and value of the rest
    """
    new = set(code.new)
    for whole, inner in sorted(_contained(code).items()):
        for parts in _families(code, inner):
            if not new.isdisjoint((whole, *parts)):
                yield from _small_rests(code, whole, parts)


def _contained(code: Coding) -> dict[int, list[int]]:
    """Return the rows that lie within each row, and are not all of it."""
    inner = defaultdict(list)
    for row, atoms in enumerate(code.members):
        around = frozenset.intersection(*(code.around[atom] for atom in atoms))
        for whole in around:
            if len(code.members[whole]) > len(atoms):
                inner[whole].append(row)
    return inner


def _families(code: Coding, rows: list[int]) -> Iterator[list[int]]:
    """Yield each row, and sets of disjoint rows of one kind or of one unit."""
    families = defaultdict(list)
    for row in sorted(rows, key=lambda row: (-len(code.members[row]), row)):
        yield [row]
        run, kind, key = code.table.rows[row]
        families["run", run, kind].append(row)
        families["unit", kind, key].append(row)
    for family in families.values():
        disjoint, seen = [], set()
        for row in family:
            if seen.isdisjoint(code.members[row]):
                disjoint.append(row)
                seen |= code.members[row]
        if len(disjoint) > 1:
            yield disjoint


def _small_rests(code, whole, parts) -> Iterator[Gap]:
    table = code.table
    outer, inner = table.rows[whole], [table.rows[row] for row in parts]
    rest = None
    for cell, value in table.values[outer].items():
        left = value - sum(table.values[row].get(cell, 0) for row in inner)
        if left <= 0:
            continue
        people = table.persons(outer, cell)
        people -= sum(table.persons(row, cell) for row in inner)
        if people < THRESHOLD:
            rest = rest or code.members[whole].difference(
                *(code.members[row] for row in parts)
            )
            yield rest, code.cells[cell], left
