"""Somebody who knows everything that is published, and can solve linear programs."""

import numpy
from logic.disclosure import TOTAL, Table
from scipy.optimize import linprog
from scipy.sparse import coo_matrix


class Attacker:
    """Computes between which bounds a number must lie.

    Knows all shown cells of all runs, that people are whole and not negative, which
    categories add up, and even which combinations of units there are.
    """

    def __init__(self, table: Table, shown):
        """:param shown: {(row, cell): value}, whatever was published, zeros included"""
        self.table = table
        self.atoms = list(table.counts)
        self.members = {
            row: [a for a in table.counts if row in a] for row in table.rows
        }
        self.place = {}
        for atom in self.atoms:
            for cell in table.cells:
                self.place[atom, cell] = len(self.place)
        self.equal, self.at_most = _Conditions(), _Conditions()
        for (row, cell), value in shown.items():
            self.equal.add(self._sum(row, cell), value)
        for atom in self.atoms:
            self._add_structure(atom)

    def _sum(self, row, cell):
        return {self.place[atom, cell]: 1 for atom in self.members[row]}

    def _add_structure(self, atom):
        total = self.place[atom, TOTAL]
        for dimension in self.table.additive:
            parts = {
                self.place[atom, cell]: 1
                for cell in self.table.cells
                if cell.dimension == dimension
            }
            self.equal.add({**parts, total: -1}, 0)
        for cell in self.table.cells:
            if cell != TOTAL:
                self.at_most.add({self.place[atom, cell]: 1, total: -1}, 0)

    def bounds(self, weights):
        """Return the least and the greatest value of a sum.

        :param weights: {(row, cell): factor}
        """
        goal = numpy.zeros(len(self.place))
        for (row, cell), weight in weights.items():
            for place in self._sum(row, cell):
                goal[place] += weight
        return self._least(goal), -self._least(-goal)

    def _least(self, goal):
        found = linprog(
            goal,
            A_ub=self.at_most.matrix(len(goal)),
            b_ub=self.at_most.values or None,
            A_eq=self.equal.matrix(len(goal)),
            b_eq=self.equal.values or None,
            method="highs",
        )
        assert found.status in (0, 3), found.message
        return found.fun if found.status == 0 else -numpy.inf


class _Conditions:
    def __init__(self):
        self.values, self.entries = [], []

    def add(self, weights, value):
        line = len(self.values)
        self.entries += [(weight, line, place) for place, weight in weights.items()]
        self.values.append(value)

    def matrix(self, width):
        if not self.values:
            return None
        weights, lines, places = zip(*self.entries, strict=True)
        return coo_matrix((weights, (lines, places)), (len(self.values), width)).tocsr()
