"""The main job end to end, as the web client calls it: from intake to a closed case.

The tests are steps of one journey and run in their order.
"""

import pytest
from days import day, moment
from registry import CASE

FACT = "integration.circumstance"


@pytest.fixture(scope="module")
def case(manager):
    """Return the case of somebody who gives a first name and nothing else."""
    return manager.call(CASE, "create", [{"first_name": "Tesfaye"}])[0]


@pytest.fixture(scope="module")
def add(manager, case):
    """Return a function that adds a part to the file."""

    def create(model, **vals):
        return manager.call(model, "create", [{"case_id": case, **vals}])[0]

    return create


def test_a_first_name_is_enough(case, see):
    found = see(CASE, case, "label", "number", "stage_code", "is_anonymous")
    assert (found["label"], found["stage_code"]) == ("Tesfaye", "intake")
    assert found["number"].startswith("F-") and not found["is_anonymous"]


def test_more_is_told_later(manager, case, see, term):
    language = term("language", "ti")
    vals = {
        "last_name": "Hagos",
        "birth_year": "1994",
        "language_ids": [(6, 0, [language])],
        "tax_id": "12345678901",
    }
    manager.call(CASE, "write", [case], vals)
    found = see(CASE, case, "label", "identifier_warning", "age")
    assert found["label"] == "Tesfaye Hagos"
    assert found["identifier_warning"].startswith("Bitte mit dem Papier vergleichen")


def test_nobody_has_to_give_a_name(manager, see):
    anonymous = manager.call(CASE, "create", [{}])[0]
    found = see(CASE, anonymous, "label", "number", "is_anonymous")
    assert found["label"] == found["number"] and found["is_anonymous"]


def test_a_declined_consent_stops_nothing(manager, case, add, see):
    model = "integration.consent"
    given = add(model, purpose="case_file")
    manager.call(model, "action_give", [given])
    declined = add(model, purpose="photo")
    manager.call(model, "action_decline", [declined])
    assert see(model, given, "state", "text_hash")["state"] == "given"
    assert len(see(model, given, "text_hash")["text_hash"]) == 64
    assert see(model, declined, "state")["state"] == "declined"
    manager.call(CASE, "write", [case], {"phone": "0160 5550"})


def test_the_consent_is_printed(manager, add, print_text):
    consent = add("integration.consent", purpose="evaluation")
    text = print_text("report_consent", consent)
    for words in ("Auswertung und Forschung", "freiwillig", "SHA-256"):
        assert words in text


def test_a_permit_that_expires_is_due(manager, case, add, see, term):
    add(
        FACT,
        kind="residence",
        term_id=manager.call(
            "integration.term", "search", [("kind", "=", "residence")], limit=1
        )[0],
        expires_on=day(60),
    )
    add(FACT, kind="language", level_id=term("language_level", "a2"))
    add(FACT, kind="work", date_from=day(-30), detail="Bäckerei")
    found = see(CASE, case, "permit_expiry", "traffic_light")
    assert found == {"id": case, "permit_expiry": day(60), "traffic_light": "yellow"}
    deadlines = manager.call("integration.my.day", "get_my_day")["deadlines"]
    assert case in [row["id"] for row in deadlines]


@pytest.fixture(scope="module")
def assess(manager, add, see):
    """Return a function that does an assessment with the same answer everywhere."""

    def create(date, answer, **vals):
        assessment = add("integration.assessment", date=date)
        lines = see("integration.assessment", assessment, "line_ids")["line_ids"]
        assert len(lines) == 8
        vals = {"answer": answer, **vals}
        manager.call("integration.assessment.line", "write", lines[:2], vals)
        return assessment

    return create


def test_needs_change(assess, see, print_text):
    assess(day(-90), "2")
    second = assess(day(0), "4", own_view="Es geht voran", need="Kita-Platz")
    line = see("integration.assessment", second, "line_ids", "answered_count")
    assert line["answered_count"] == 2
    first = line["line_ids"][0]
    found = see("integration.assessment.line", first, "previous_answer", "change")
    assert found["previous_answer"] == "2" and found["change"]
    text = print_text("report_assessment", second)
    assert "Meist gut" in text and "Es geht voran" in text


@pytest.fixture(scope="module")
def plan(add):
    return add("integration.plan")


def test_needs_become_goals(manager, plan, add, see):
    manager.call("integration.plan", "action_add_needs", [plan])
    goals = see("integration.plan", plan, "goal_ids")["goal_ids"]
    assert len(goals) == 2
    own = add("integration.goal", plan_id=plan, name="Im Chor singen")
    add("integration.measure", goal_id=own, name="Chor besuchen", due_date=day(14))


def test_the_plan_is_agreed_and_printed(manager, case, plan, see, print_text):
    model = "integration.plan"
    manager.call(model, "action_discuss", [plan])
    manager.call(model, "write", [plan], {"signed_on_paper": True})
    manager.call(model, "action_agree", [plan])
    found = see(model, plan, "state", "version", "next_review")
    assert (found["state"], found["version"]) == ("agreed", 1)
    assert see(CASE, case, "next_review", "stage_code", "mode") == {
        "id": case,
        "next_review": found["next_review"],
        "stage_code": "linking",
        "mode": "case_management",
    }
    text = print_text("report_plan", plan)
    for words in ("Tesfaye Hagos", "Im Chor singen", "Chor besuchen", "Kita-Platz"):
        assert words in text


def test_the_next_version_goes_on_with_open_goals(manager, case, plan, see):
    model = "integration.plan"
    goals = see(model, plan, "goal_ids")["goal_ids"]
    manager.call("integration.goal", "write", goals[:1], {"state": "achieved"})
    manager.call(model, "action_review", [plan])
    action = manager.call(model, "action_continue", [plan])
    found = see(model, action["res_id"], "version", "state", "goal_ids")
    assert (found["version"], found["state"]) == (2, "draft")
    assert len(found["goal_ids"]) == len(goals) - 1
    assert see(model, plan, "state")["state"] == "continued"


def test_the_calendar_plans_sessions(manager, case, see):
    vals = {
        "name": "Termin mit Tesfaye",
        "start": moment(3, 9),
        "stop": moment(3, 10),
        "integration_case_id": case,
    }
    event = manager.call("calendar.event", "create", [vals])[0]
    assert "Tesfaye" not in see("calendar.event", event, "name")["name"]
    domain = [("case_id", "=", case)]
    session = manager.call("integration.session", "search", domain)[0]
    later = {"start": moment(4, 9), "stop": moment(4, 10)}
    manager.call("calendar.event", "write", [event], later)
    found = see("integration.session", session, "start", "state")
    assert found["start"] == moment(4, 9) and found["state"] == "planned"


def test_a_contact_is_logged(manager, case, add, see, term):
    session = add(
        "integration.session",
        start=moment(-1),
        minutes=15,
        state="held",
        topic_ids=[(6, 0, [term("topic", "housing")])],
        summary="Brief erklärt",
    )
    assert see("integration.session", session, "stop")["stop"] > moment(-1)
    assert see(CASE, case, "last_contact")["last_contact"] == day(-1)


def test_views_work(manager, case, see):
    number = see(CASE, case, "number")["number"]
    for words in (number, "Hagos"):
        found = manager.call(CASE, "name_search", words)
        assert case in [row[0] for row in found]
    groups = manager.call(
        CASE,
        "web_read_group",
        [],
        ["stage_id"],
        auto_unfold=True,
        unfold_read_specification={"label": {}, "traffic_light": {}},
    )
    shown = [row["id"] for group in groups["groups"] for row in group["__records"]]
    assert case in shown
    views = [(False, kind) for kind in "kanban list form calendar activity".split()]
    views += [(False, kind) for kind in ("graph", "pivot", "search")]
    assert len(manager.call(CASE, "get_views", views)["views"]) == len(views)


def test_the_limit_is_extended_for_a_reason(manager, case, see):
    before = see(CASE, case, "limit_date")["limit_date"]
    vals = {"limit_extension_months": 12, "limit_extension_reason": "Kurs dauert"}
    manager.call(CASE, "write", [case], vals)
    after = see(CASE, case, "limit_date")["limit_date"]
    assert int(after[:4]) == int(before[:4]) + 1


def test_the_case_is_closed_for_a_reason(manager, case, see):
    domain = [("kind", "=", "closing_reason")]
    reason = manager.call("integration.term", "search", domain, limit=1)[0]
    manager.call(CASE, "write", [case], {"closing_reason_id": reason})
    manager.call(CASE, "action_confirm_close", [case])
    found = see(CASE, case, "stage_code", "closed_on", "deadline")
    assert found["stage_code"] == "closed"
    assert (found["closed_on"], found["deadline"]) == (day(0), False)


@pytest.mark.parametrize("name", ["manager_b", "supervisor", "plain_user"])
def test_nobody_else_sees_it(name, people, case, refused):
    client = people[name]
    if name == "manager_b":
        assert not client.call(CASE, "search", [("id", "=", case)])
    refused(client.call, CASE, "read", [case], ["number"])
