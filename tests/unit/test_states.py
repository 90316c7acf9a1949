"""Every table is closed in itself and says what the field's rules say."""

import pytest
from logic import states

TABLES = {
    name: table
    for name, table in vars(states).items()
    if isinstance(table, states.StateTable)
}


@pytest.mark.parametrize("name", TABLES)
def test_moves_lead_to_known_states(name):
    table = TABLES[name]
    targets = frozenset().union(*table.moves.values())
    assert targets <= table.states
    assert table.initial <= table.states


@pytest.mark.parametrize("name", TABLES)
def test_every_state_can_be_reached(name):
    table = TABLES[name]
    reached = set(table.initial)
    while new := {t for s in reached for t in table.moves[s]} - reached:
        reached |= new
    assert reached == table.states


def test_staying_is_allowed_everywhere():
    for table in TABLES.values():
        assert all(table.may_move(state, state) for state in table.states)


def test_a_decision_on_consent_is_final():
    for state in ("declined", "withdrawn", "expired"):
        assert not states.CONSENT.moves[state]
    assert not states.CONSENT.may_move("given", "declined")


def test_a_closed_case_is_taken_up_at_intake_only():
    assert states.CASE_STAGE.moves["closed"] == {"intake"}


def test_a_declined_plan_may_still_be_drafted_later():
    assert states.PLAN.may_move("declined", "draft")
    assert not states.PLAN.may_move("continued", "agreed")


def test_unknown_states_never_move():
    assert not states.GOAL.may_move("nowhere", "open")
    assert not states.GOAL.may_start("achieved")
