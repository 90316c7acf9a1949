"""What a deputy could open is closed to them when their time is over.

Whatever they wrote, marked, followed or were sent themselves is included.
"""

import os
from datetime import timedelta

import attacks_around
import attacks_files
import attacks_mail
import attacks_pages
import attacks_read
import psycopg2
import pytest
from attacks import learned, what_gets_through
from case_file import CANARY, CANARY_FILE
from days import TODAY
from deputies import agree, appoint
from registry import CASE
from target import make_targets

# Days pass without us: what the clock would do.
PASS = """
    UPDATE integration_case_access SET date_from = %(start)s, date_to = %(past)s
    WHERE case_id = %(case)s AND user_id = %(user)s
"""
DURING = [
    attacks_around.activities,
    attacks_around.messages,
    attacks_around.thread,
    attacks_files.attachment_file,
    attacks_mail.inbox,
    attacks_mail.starred,
    attacks_pages.breadcrumb,
    attacks_read.read,
    attacks_read.search_read,
    attacks_read.count_by_content,
]


@pytest.fixture(scope="module")
def deputy(people):
    client = people["deputy"]
    vals = {"notification_type": "inbox"}
    client.call("res.users", "write", [client.uid], vals)
    return client


@pytest.fixture(scope="module", params=["over", "withdrawn"])
def story(request, manager, registry, admin, deputy):
    """Return {moment: what can be said of it} of a deputy's time."""
    targets = make_targets(manager, registry, admin)
    case = targets[0]
    before = _opened(deputy, case)
    appoint(manager, deputy, case.id)
    undecided = _opened(deputy, case)
    consent = agree(manager, case.id)
    _take_part(manager, deputy, case)
    during = _opened(deputy, case)
    if request.param == "withdrawn":
        manager.call("integration.consent", "action_withdraw", [consent])
    else:
        _pass_days(case.id, deputy.uid)
    return {
        "targets": targets,
        "before": before,
        "undecided": undecided,
        "during": during,
    }


def _opened(client, target):
    return {way.__name__ for way in DURING if learned(way, client, target)}


def _pass_days(case_id, user_id):
    values = {
        "case": case_id,
        "user": user_id,
        "start": TODAY - timedelta(days=9),
        # It is still yesterday where some people live.
        "past": TODAY - timedelta(days=2),
    }
    with psycopg2.connect(dbname=os.environ["ODOO_DB"]) as connection:
        with connection.cursor() as cursor:
            cursor.execute(PASS, values)


def _take_part(manager, deputy, case):
    """Let the deputy leave and receive all that Odoo would let them keep."""
    partner = deputy.call("res.users", "read", [deputy.uid], ["partner_id"])
    partner = partner[0]["partner_id"][0]
    manager.call(CASE, "message_subscribe", [case.id], [partner])
    manager.call(CASE, "message_post", [case.id], body=CANARY, partner_ids=[partner])
    manager.call(
        CASE, "activity_schedule", [case.id], summary=CANARY, user_id=deputy.uid
    )
    deputy.call(CASE, "message_post", [case.id], body=CANARY)
    vals = {"name": CANARY, "datas": CANARY_FILE, "res_model": CASE}
    vals |= {"res_id": case.id, "mimetype": "text/plain"}
    case.attachment_id = deputy.call("ir.attachment", "create", [vals])[0]
    domain = [("model", "=", CASE), ("res_id", "=", case.id)]
    case.message_ids = deputy.call("mail.message", "search", domain)
    for message in case.message_ids:
        deputy.call("mail.message", "toggle_message_starred", [message])


def test_before(story):
    assert story["before"] == set()


def test_without_consent(story):
    assert story["undecided"] == set()


def test_during(story):
    """The deputy may open the file; otherwise the rest would prove nothing."""
    assert story["during"] == {way.__name__ for way in DURING}


def test_after(story, deputy):
    assert what_gets_through(deputy, story["targets"]) == set()
