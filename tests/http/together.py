"""One of everything that managers share without a case to hang it on.

Each model has records that nobody but those named may read, with a canary in every text
that may hold one.
"""

from case_file import CANARY
from days import day
from deputies import appoint
from registry import CASE

CONSENT = "integration.consent"
HANDOVER = "integration.handover"
# Model -> who may read what `make` makes; the rest of the world may not.
READERS = {
    "integration.capacity": {"manager_a", "coordinator"},
    "integration.cover": {"deputy"},
    "integration.deputyship": {"manager_a", "deputy"},
    "integration.emergency": {"deputy", "supervisor", "privacy_officer"},
    "integration.enquiry": {"coordinator"},
    "integration.evaluation": {"grant_officer"},
    "integration.feedback": {"ombuds"},
    "integration.feedback.message": {"ombuds"},
    "integration.feedback.report": {"ombuds"},
    "integration.feedback.report.line": {"ombuds"},
    "integration.figures": {"grant_officer"},
    "integration.figures.cell": {"grant_officer"},
    "integration.funding.grant": {"grant_officer"},
    "integration.handover.offer": {"manager_a", "deputy"},
    "integration.narrative": {"grant_officer"},
    "integration.narrative.section": {"grant_officer"},
    "integration.peer.question": {"manager_a"},
    "integration.position": {"manager_a", "grant_officer"},
    "integration.position.interruption": {"manager_a", "grant_officer"},
    "integration.position.place": {"manager_a", "grant_officer"},
    "integration.rights.overview": {"privacy_officer"},
    "integration.transfer.request": {"manager_a", "supervisor"},
    "integration.withheld.note": {"manager_a"},
    "integration.workload": {"supervisor"},
    "integration.workload.case": {"supervisor"},
}


def make(people):
    """Return {model: id} of what is shared, offered or asked, and not yet taken."""
    manager, deputy = people["manager_a"], people["deputy"]
    case = _case(manager, deputy_contact="messenger", messenger=CANARY)
    deputyship = appoint(manager, deputy, case)
    number = manager.call(CASE, "read", [case], ["number"])[0]["number"]
    covers = deputy.call("integration.cover", "search", [("number", "=", number)])
    manager.call("integration.capacity", "action_open")
    return {
        "integration.capacity": _own_capacity(manager),
        "integration.cover": covers[0],
        "integration.deputyship": deputyship,
        "integration.emergency": _emergency(people, number),
        "integration.enquiry": _enquiry(people["coordinator"]),
        "integration.handover.offer": offer(manager, deputy, _case(manager))[1],
        "integration.peer.question": _draft(manager),
        "integration.rights.overview": _request(manager, case),
        "integration.withheld.note": _withheld(people),
        **_feedback(people["ombuds"]),
        **_position(people["grant_officer"], manager),
        **_reports(people["grant_officer"]),
        **_boards(people),
    }


def offer(manager, successor, case):
    """Offer a case; return the ids of the hand-over and of the offer."""
    vals = {
        "case_id": case,
        "to_user_id": successor.uid,
        "remark": "Bitte bald anrufen.",
    }
    handover = manager.call(HANDOVER, "create", [vals])[0]
    manager.call(HANDOVER, "action_ask_consent", [handover])
    row = manager.call(HANDOVER, "read", [handover], ["consent_id"])[0]
    manager.call(CONSENT, "action_give", [row["consent_id"][0]])
    manager.call(HANDOVER, "action_offer", [handover])
    row = manager.call(HANDOVER, "read", [handover], ["offer_id"])[0]
    return handover, row["offer_id"][0]


def _request(manager, case):
    """Return the number of a request about own data; its row has the same one."""
    values = {"case_id": case, "kind": "erasure", "text": CANARY}
    return manager.call("integration.rights.request", "create", [values])[0]


def _case(manager, **vals):
    return manager.call(CASE, "create", [{"first_name": "Amina", **vals}])[0]


def _own_capacity(manager):
    domain = [("user_id", "=", manager.uid)]
    return manager.call("integration.capacity", "search", domain)[0]


def _emergency(people, number):
    deputy = people["deputy"]
    domain = [("kind", "=", "emergency_ground")]
    vals = {
        "number": number,
        "second_id": people["supervisor"].uid,
        "ground_id": deputy.call("integration.term", "search", domain)[0],
        "reason": CANARY,
    }
    return deputy.call("integration.emergency", "create", [vals])[0]


def _enquiry(coordinator):
    vals = {"channel_kind": "messenger", "channel": CANARY, "received_on": day(0)}
    return coordinator.call("integration.enquiry", "create", [vals])[0]


def _feedback(ombuds):
    model = "integration.feedback"
    vals = {"text": CANARY, "about_name": CANARY, "note": CANARY}
    feedback = ombuds.call(model, "create", [vals])[0]
    answer = {"feedback_id": feedback, "text": CANARY}
    [wizard] = ombuds.call(f"{model}.answer", "create", [answer])
    ombuds.call(f"{model}.answer", "action_send", [wizard])
    message = [("feedback_id", "=", feedback)]
    report = ombuds.call(f"{model}.report", "create", [{"year": 2001}])[0]
    line = [("report_id", "=", report)]
    return {
        model: feedback,
        f"{model}.message": ombuds.call(f"{model}.message", "search", message)[0],
        f"{model}.report": report,
        f"{model}.report.line": ombuds.call(f"{model}.report.line", "search", line)[0],
    }


def _draft(manager):
    vals = {"title": CANARY, "text": CANARY}
    return manager.call("integration.peer.question", "create", [vals])[0]


def _withheld(people):
    """Hand over a case with a note that stays behind; return the note's id."""
    manager, successor = people["manager_a"], people["manager_b"]
    case = _case(manager)
    manager.call("integration.session", "create", [{"case_id": case, "note": CANARY}])
    _handover, offered = offer(manager, successor, case)
    successor.call("integration.handover.offer", "action_accept", [offered])
    notes = manager.call("integration.withheld.note", "search", [], order="id desc")
    return notes[0]


def _position(officer, manager):
    """Return {model: id} of a manager's position and what belongs to it."""
    program = officer.call("integration.funding.program", "search", [], 0, 1)[0]
    site = officer.call("integration.site", "search", [], 0, 1)[0]
    partner = officer.call("res.company", "search_read", [], ["partner_id"])[0]
    grant = officer.call(
        "integration.funding.grant",
        "create",
        [
            {
                "name": CANARY,
                "note": CANARY,
                "program_id": program,
                "applicant_id": partner["partner_id"][0],
                "date_from": day(-100),
                "date_to": day(100),
            }
        ],
    )[0]
    position = officer.call(
        "integration.position",
        "create",
        [
            {
                "name": CANARY,
                "user_id": manager.uid,
                "grant_id": grant,
                "date_from": day(-100),
                "place_ids": [(0, 0, {"site_id": site})],
                "interruption_ids": [(0, 0, {"date_from": day(-10)})],
            }
        ],
    )[0]
    parts = ["place_ids", "interruption_ids"]
    row = officer.call("integration.position", "read", [position], parts)[0]
    return {
        "integration.funding.grant": grant,
        "integration.position": position,
        "integration.position.place": row["place_ids"][0],
        "integration.position.interruption": row["interruption_ids"][0],
    }


def _reports(officer):
    """Return {model: id} of key figures and of what is made of them."""
    figures = officer.call(
        "integration.figures",
        "create",
        [{"name": CANARY, "date_from": day(-90), "date_to": day(-1)}],
    )[0]
    officer.call("integration.figures", "action_freeze", [figures])
    cells = officer.call(
        "integration.figures.cell", "search", [("figures_id", "=", figures)]
    )
    partner = officer.call("res.company", "search_read", [], ["partner_id"])[0]
    section = {"title": CANARY, "text": CANARY}
    narrative = officer.call(
        "integration.narrative",
        "create",
        [{"applicant_id": partner["partner_id"][0], "section_ids": [(0, 0, section)]}],
    )[0]
    sections = officer.call(
        "integration.narrative", "read", [narrative], ["section_ids"]
    )[0]["section_ids"]
    evaluation = officer.call("integration.evaluation", "create", [{"name": CANARY}])
    return {
        "integration.evaluation": evaluation[0],
        "integration.figures": figures,
        "integration.figures.cell": cells[0],
        "integration.narrative": narrative,
        "integration.narrative.section": sections[0],
    }


def _boards(people):
    """Return {model: id} of what a supervisor sees of a manager and of a case."""
    manager, supervisor = people["manager_a"], people["supervisor"]
    numbers = [
        manager.call(CASE, "read", [_case(manager)], ["number"])[0]["number"]
        for _place in range(5)
    ]
    cards = supervisor.call(
        "integration.workload.case", "search", [("number", "=", numbers[0])]
    )
    vals = {"number": numbers[0], "to_user_id": people["deputy"].uid, "remark": CANARY}
    request = supervisor.call("integration.transfer.request", "create", [vals])[0]
    return {
        "integration.transfer.request": request,
        "integration.workload": manager.uid,
        "integration.workload.case": cards[0],
    }
