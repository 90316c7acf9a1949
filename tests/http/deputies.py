"""How a manager lets a colleague stand in, as the browser does it."""

from datetime import timedelta

from days import TODAY

DEPUTYSHIP = "integration.deputyship"
CONSENT = "integration.consent"


def appoint(manager, deputy, case_id):
    """Let `deputy` stand in for one case, until tomorrow; return the id."""
    vals = {
        "deputy_id": deputy.uid,
        # It is tomorrow or yesterday already where some people live.
        "date_from": str(TODAY - timedelta(days=1)),
        "date_to": str(TODAY + timedelta(days=1)),
        "scope": "chosen",
        "case_ids": [[6, 0, [case_id]]],
    }
    return manager.call(DEPUTYSHIP, "create", [vals])[0]


def agree(manager, case_id):
    """Record the client's consent to a deputy; return its id."""
    vals = {"case_id": case_id, "purpose": "deputy"}
    consent = manager.call(CONSENT, "create", [vals])[0]
    manager.call(CONSENT, "action_give", [consent])
    return consent
