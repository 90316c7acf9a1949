"""Moves that the rules of the work forbid are refused over RPC, not only by buttons."""

import pytest
from days import day, moment
from registry import CASE


def state_of(manager, model, record):
    return manager.call(model, "read", [record], ["state"])[0]["state"]


MOVES = [
    ("integration.session", {"start": moment(-1), "state": "held"}, "planned"),
    ("integration.session", {"start": moment(-1), "state": "held"}, "cancelled"),
    ("integration.session", {"start": moment(1)}, "held"),
    ("integration.consent", {"purpose": "case_file", "state": "declined"}, "given"),
    ("integration.consent", {"purpose": "case_file", "state": "given"}, "asked"),
    ("integration.consent", {"purpose": "case_file", "state": "given"}, "declined"),
]


@pytest.mark.parametrize("model, vals, state", MOVES)
def test_state(model, vals, state, manager, make, refuses):
    record = make(model, **vals)
    before = state_of(manager, model, record)
    refuses(model, "write", [record], {"state": state})
    assert state_of(manager, model, record) == before


@pytest.mark.parametrize(
    "model, vals",
    [
        ("integration.consent", {"purpose": "case_file", "state": "withdrawn"}),
        ("integration.session", {"state": "cancelled"}),
    ],
)
def test_first_state(model, vals, file, refuses):
    refuses(model, "create", [{"case_id": file.id, **vals}])


def test_closing_without_reason(file, manager, admin, refuses):
    closed = admin.ref("integration_management.stage_closed")
    refuses(CASE, "write", [file.id], {"stage_id": closed})
    refuses(CASE, "action_confirm_close", [file.id])
    case = manager.call(CASE, "read", [file.id], ["stage_code", "closed_on"])[0]
    assert (case["stage_code"], case["closed_on"]) == ("intake", False)


def test_opening_as_closed(manager, admin, refuses):
    closed = admin.ref("integration_management.stage_closed")
    count = manager.call(CASE, "search_count", [])
    refuses(CASE, "create", [{"stage_id": closed}])
    assert manager.call(CASE, "search_count", []) == count


@pytest.mark.parametrize(
    "vals",
    [
        {"decided_on": day(-3)},
        {"text_language": "en"},
        {"purpose": "photo"},
        {"witness": "Jemand"},
        {"text_shown": "Anderes"},
        {"text_hash": "0"},
    ],
)
def test_rewriting_a_decision(vals, manager, make, refuses):
    model = "integration.consent"
    consent = make(model, purpose="case_file", state="given", asked_on=day(-5))
    before = manager.call(model, "read", [consent], list(vals))
    refuses(model, "write", [consent], vals)
    assert manager.call(model, "read", [consent], list(vals)) == before


def test_deleting_a_decision(manager, make, refuses):
    consent = make("integration.consent", purpose="case_file", state="declined")
    refuses("integration.consent", "unlink", [consent])
    assert manager.call("integration.consent", "search_count", [("id", "=", consent)])


def test_plan_without_signatures(manager, make, refuses):
    plan = make("integration.plan")
    try:
        refuses("integration.plan", "write", [plan], {"state": "agreed"})
        assert state_of(manager, "integration.plan", plan) == "draft"
    finally:
        manager.call("integration.plan", "unlink", [plan])


def test_review_before_agreement(manager, make, refuses, file):
    model = "integration.plan"
    wrong = {"agreed_on": day(0), "next_review": day(-1)}
    refuses(model, "create", [{"case_id": file.id, **wrong}])
    plan = make(model, signed_on_paper=True)
    refuses(model, "write", [plan], wrong)
    refuses(model, "write", [plan], {"state": "agreed", **wrong})
    manager.call(model, "write", [plan], {"state": "agreed"})
    refuses(model, "write", [plan], {"next_review": day(-1)})
    read = manager.call(model, "read", [plan], ["state", "agreed_on"])[0]
    assert (read["state"], read["agreed_on"]) == ("agreed", day(0))


def test_rewriting_a_signed_plan(manager, make, refuses, other_case):
    model = "integration.plan"
    plan = make(model, case_id=other_case, signed_on_paper=True)
    manager.call(model, "write", [plan], {"state": "agreed"})
    for vals in ({"place": "x"}, {"signed_on_paper": False}, {"state": "draft"}):
        refuses(model, "write", [plan], vals)
    refuses(model, "unlink", [plan])
    refuses("integration.goal", "create", [{"case_id": other_case, "plan_id": plan}])
    assert state_of(manager, model, plan) == "agreed"
