"""A linear solver tries to find out what is withheld, from all that is published."""

from unittest.mock import patch

import pytest
from attacker import Attacker
from hypothesis import given, settings
from hypothesis import strategies as st
from logic import suppression
from logic.suppression import needed
from populations import make_people, publish

HALVES = {"first half": range(6), "year": range(12)}
YEAR_FIRST = {"year": range(12), "third quarter": range(6, 9)}
THREE = {**HALVES, "autumn": range(8, 11)}
TOLERANCE = 1e-6


def attack(people, runs):
    """Yield (value, least, greatest) of whatever few people stand behind."""
    table, shown = publish(people, runs)
    attacker = Attacker(table, shown)
    for row in table.rows:
        for cell, value in table.values[row].items():
            if 0 < value < 5:
                yield value, *attacker.bounds({(row, cell): 1})
            yield from attack_differences(table, attacker, row, cell)


def attack_differences(table, attacker, row, cell):
    """Attack what is in a row and not in the same row of another run."""
    for other in table.rows:
        if other[1:] == row[1:] and other != row:
            inner = [atom for atom in table.counts if other in atom]
            rest = sum(
                table.counts[atom].get(cell, 0)
                for atom in table.counts
                if row in atom and other not in atom
            )
            if 0 < rest < 5 and all(row in atom for atom in inner):
                yield rest, *attacker.bounds({(row, cell): 1, (other, cell): -1})


def is_found_out(value, least, greatest):
    return greatest < value + needed(value) - TOLERANCE or greatest - least < 1


@pytest.mark.parametrize("runs", [HALVES, YEAR_FIRST, THREE])
@given(
    seed=st.integers(0, 10**6), size=st.integers(6, 20), load=st.sampled_from([4, 9])
)
@settings(max_examples=2, deadline=None)
def test_nothing_is_found_out(runs, seed, size, load):
    found = list(attack(make_people(seed, size, load), runs))
    assert found
    assert not [numbers for numbers in found if is_found_out(*numbers)]


def test_a_larger_carrier_is_safe_too():
    found = list(attack(make_people(3, 60, load=25), HALVES))
    assert len(found) > 30
    assert not [numbers for numbers in found if is_found_out(*numbers)]


def test_the_attack_finds_what_is_badly_withheld():
    """With small numbers alone withheld, totals and differences give them away."""
    with patch.object(suppression._Protection, "_protect"):
        found = list(attack(make_people(3, 60, load=25), HALVES))
    assert [numbers for numbers in found if is_found_out(*numbers)]


def test_the_attack_finds_differences_that_are_not_looked_for():
    with patch.object(suppression, "gaps", return_value=()):
        found = list(attack(make_people(3, 60, load=25), HALVES))
    assert [numbers for numbers in found if is_found_out(*numbers)]
