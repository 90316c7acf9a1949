"""Made-up people for the tests of what is withheld."""

import random
from collections import Counter, defaultdict

from logic.disclosure import TOTAL, Cell, Row, Table
from logic.suppression import protect

CATEGORIES = {"age": "abcd", "origin": "uvwxyz"}
TOPICS = "pqrst"


class Person:
    """One person, with what is counted and for whom."""

    def __init__(self, draw: random.Random, size: int, load: int):
        manager = draw.randrange(max(2, size // load))
        self.units = {
            "manager": manager,
            "site": manager % max(1, size // load // 3) if draw.random() < 0.9 else 0,
            "municipality": min(int(draw.expovariate(0.7)), 6),
            "carrier": manager % 2,
        }
        self.categories = {
            dimension: values[min(int(draw.expovariate(0.6)), len(values) - 1)]
            for dimension, values in CATEGORIES.items()
        }
        self.topics = set(draw.sample(TOPICS, draw.choice((0, 1, 1, 2, 3))))
        self.months = set(range(draw.randrange(12), 12, draw.choice((1, 3, 7))))

    def cells(self):
        yield TOTAL
        for dimension, category in self.categories.items():
            yield Cell(dimension, category)
        for topic in self.topics:
            yield Cell("topic", topic)

    def rows(self, run, months):
        if self.months & set(months):
            yield Row(run, "total", None)
            for kind, key in self.units.items():
                yield Row(run, kind, key)


def make_people(seed: int, size: int, load: int = 12) -> list[Person]:
    draw = random.Random(seed)
    return [Person(draw, size, load) for _place in range(size)]


def make_table(people, runs, released) -> Table:
    """Return the table of the last of `runs` (run -> months), after the others."""
    counts = defaultdict(Counter)
    for person in people:
        atom = frozenset(
            row for run, months in runs.items() for row in person.rows(run, months)
        )
        if atom:
            counts[atom].update(person.cells())
    return Table(counts, additive=frozenset(CATEGORIES), released=released)


def publish(people, runs):
    """Publish runs one after the other, each knowing what the others showed.

    :return: the last table, and {(row, cell): value} of all that was shown
    """
    released, shown, known = {}, {}, {}
    for run, months in runs.items():
        known[run] = months
        table = make_table(people, dict(known), dict(released))
        hidden = protect(table)
        for row in table.rows:
            if row.run == run:
                released[row] = {
                    cell: (row, cell) not in hidden for cell in table.cells
                }
                shown |= {
                    (row, cell): table.values[row].get(cell, 0)
                    for cell, is_shown in released[row].items()
                    if is_shown
                }
    return table, shown
