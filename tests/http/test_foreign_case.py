"""Nobody but its owner learns anything of a case, by whichever way.

Models, columns, papers and buttons come from the server itself: what is added to the
addon is attacked untold.
"""

import inspect
import itertools
import json
import os
from pathlib import Path

import attacks_around
import attacks_files
import attacks_programs
import attacks_read
import attacks_write
import pytest
from case_file import CANARY
from client import Refused
from conftest import OUTSIDERS
from registry import CASE
from target import make_targets


def _functions(module):
    return {
        name: function
        for name, function in vars(module).items()
        if inspect.isfunction(function) and not name.startswith("_")
    }


AROUND = {**_functions(attacks_around), **_functions(attacks_files)}
ATTACKS = {
    **_functions(attacks_read),
    **_functions(attacks_programs),
    **AROUND,
    **_functions(attacks_write),
}
# The case goes with everything on it, so this comes last.
ATTACKS["unlink"] = ATTACKS.pop("unlink")
# Ways that are closed to everybody, the owner included.
CLOSED = {
    "attendees",
    "buttons",
    "calendar_by_content",
    "calendar_with_case",
    "contacts",
    "count_around_the_rules",
    "followers",
    "composer",
    "grant_access",
    "invitation",
    "grant_access_through_case",
    "link_to_record",
    "lookup",
    "mail_queue",
    "mentions",
    "name_create",
    "name_from_activity",
    "name_from_message",
    "name_from_new_message",
    "notifications",
    "recipients",
    "recipients_suggested",
    "share",
    "tracking",
}


# Whose rights differ from a plain user's; the others are tried with fewer models.
SPECIAL = {"manager_b", "plain_user", "settings_admin", "portal_user"}


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


def learned(attack, client, target):
    """Tell whether the attack brought anything to light, in errors neither."""
    try:
        answer = attack(client, target)
    except Refused as refusal:
        answer = [refusal.message, refusal.debug]
    return CANARY in json.dumps(answer, ensure_ascii=False)


def worth_trying(attack, targets, name=None):
    """Leave out what cannot differ, so that the tests stay quick."""
    around = attack in AROUND
    if around or name not in SPECIAL:
        targets = [t for t in targets if t.model == CASE or t.reports]
    if attack.startswith("attachment"):
        targets = [t for t in targets if t.attachment_id]
    return targets


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
