"""Nobody but its owner learns anything of a case, by whichever way.

Models, columns, papers and buttons come from the server itself: what is added to the
addon is attacked untold.
"""

import itertools
import os
from pathlib import Path

import pytest
from attacks import ATTACKS, CLOSED, learned, worth_trying
from case_file import CANARY
from conftest import OUTSIDERS
from target import make_targets


@pytest.fixture(scope="module")
def targets(manager, registry, admin):
    made = make_targets(manager, registry, admin)
    made[0].before = contents(manager, made)
    return made


@pytest.fixture(scope="module")
def own_targets(manager, registry, admin):
    return make_targets(manager, registry, admin)


def contents(manager, targets):
    """Return all that is in the file, as its owner reads it."""
    return {
        t.model: manager.call(
            t.model,
            "search_read",
            [("case_id" if t.is_part else "id", "=", t.case_id)],
            t.registry.stored(t.model),
        )
        for t in targets
    }


@pytest.mark.parametrize("attack, name", list(itertools.product(ATTACKS, OUTSIDERS)))
def test_outsiders_learn_nothing(attack, name, people, targets):
    client, function = people[name], ATTACKS[attack]
    tried = worth_trying(attack, targets, name)
    assert tried
    assert not [t.model for t in tried if learned(function, client, t)]


def test_the_attacks_are_worth_something(manager, own_targets):
    """The owner gets through by every way that is not closed to everybody."""
    open_ways = {
        name
        for name, attack in ATTACKS.items()
        if name != "name_create"
        and any(learned(attack, manager, target) for target in own_targets)
    }
    assert set(ATTACKS) - open_ways == CLOSED


def test_the_file_is_what_it_was(manager, targets):
    """Runs after all attacks."""
    assert contents(manager, targets) == targets[0].before


def test_the_log_is_silent(targets):
    """What is in a file never gets into the log of the server."""
    assert CANARY not in Path(os.environ["ODOO_LOG"]).read_text(errors="replace")
