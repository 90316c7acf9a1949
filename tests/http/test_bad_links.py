"""A file is linked with nothing that is another client's, or of another kind."""

import pytest
from days import moment
from registry import CASE


def test_moving_to_another_case(file, manager, make, other_case, refuses):
    model = "integration.circumstance"
    fact = make(model, kind="work")
    refuses(model, "write", [fact], {"case_id": other_case})
    read = manager.call(model, "read", [fact], ["case_id"])[0]
    assert read["case_id"][0] == file.id


def test_linking_two_cases(manager, make, file, refuses):
    case = manager.call(CASE, "create", [{}])[0]
    plan = make("integration.plan", case_id=case)
    goal = make("integration.goal", case_id=case, plan_id=plan)
    count = manager.call("integration.goal", "search_count", [])
    refuses("integration.goal", "create", [{"case_id": file.id, "plan_id": plan}])
    refuses("integration.measure", "create", [{"case_id": file.id, "goal_id": goal}])
    vals = {"case_id": file.id, "start": moment(1), "goal_ids": [(4, goal)]}
    refuses("integration.session", "create", [vals])
    assert manager.call("integration.goal", "search_count", []) == count


def test_foreign_case_by_rpc(manager, registry, foreign_case, people, refuses):
    for model in set(registry.protected) - {CASE}:
        refusal = refuses(model, "create", [{"case_id": foreign_case}])
        assert refusal.name == "odoo.exceptions.AccessError"
        owner = people["manager_b"]
        found = owner.call(model, "search_count", [("case_id", "=", foreign_case)])
        assert found == (model == "integration.case.access")


def test_linking_a_foreign_case(manager, file, foreign_case, refuses):
    vals = {"case_id": file.id, "linked_case_id": foreign_case}
    refuses("integration.household.member", "create", [vals])
    member = manager.call(
        "integration.household.member", "create", [{"case_id": file.id}]
    )
    link = {"linked_case_id": foreign_case}
    refuses("integration.household.member", "write", member, link)


def test_linking_a_case_with_itself(file, refuses):
    vals = {"case_id": file.id, "linked_case_id": file.id}
    refuses("integration.household.member", "create", [vals])


def test_choosing_owner_and_number(file, manager, refuses):
    row = (0, 0, {"user_id": manager.uid, "role": "deputy"})
    refuses(CASE, "create", [{"access_ids": [row]}])
    refuses(CASE, "write", [file.id], {"access_ids": [row]})
    refuses(CASE, "write", [file.id], {"number": "Amina"})


@pytest.mark.parametrize(
    "method, value", [("create", [{"number": "Amina"}]), ("name_create", "Amina B")]
)
def test_a_name_cannot_become_the_number(method, value, manager):
    """The number is what everybody may see."""
    manager.call(CASE, method, value)
    taken = manager.call(CASE, "search_count", [("number", "=like", "Amina%")])
    assert not taken


@pytest.mark.parametrize(
    "name, value", [("gender_id", "gibt_es_nicht"), ("language_ids", "gibt_es_nicht")]
)
def test_importing_an_unknown_term(name, value, manager):
    answer = manager.call(CASE, "load", [name, "street"], [[value, "Weg 9"]])
    assert not answer["ids"]
    assert "Kein passender Datensatz" in answer["messages"][0]["message"]
    assert not manager.call(CASE, "search_count", [("street", "=", "Weg 9")])


def test_importing_a_term_of_another_list(manager):
    """`office` is a kind of contact, not a gender."""
    answer = manager.call(CASE, "load", ["gender_id"], [["office"]])
    assert not answer["ids"]


def test_a_term_of_another_list(manager, admin, refused):
    term = admin.ref("integration_management.term_contact_kind_office")
    refused(manager.call, CASE, "create", [{"gender_id": term}])


def test_event_of_a_foreign_case(manager, foreign_case, refuses):
    vals = {"name": "x", "start": moment(2, 9), "stop": moment(2, 10)}
    vals["integration_case_id"] = foreign_case
    refuses("calendar.event", "create", [vals])


def test_choosing_the_calendar_entry(manager, make, refuses):
    session = make("integration.session", start=moment(3))
    refuses("integration.session", "write", [session], {"event_id": False})
