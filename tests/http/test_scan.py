"""What is in a case stays in its tables, whatever its owner does with it.

Tables, columns and files come from the server itself, so that a place that is new is
looked into untold.
"""

import contextlib

import pytest
from attacks import ATTACKS
from case_file import CANARY
from client import Refused
from target import make_targets
from traces import Traces

LOG = "integration.access.log"
# What its few readers enter without a link to a case.
GUARDED = {
    "integration.emergency",
    "integration.enquiry",
    "integration.feedback",
    "integration.feedback.message",
    "integration.peer.question",
    "integration.peer.reply",
    "integration.withheld.note",
}


@pytest.fixture(scope="module")
def used(manager, registry, admin, people):
    """Return targets after their owner and others tried whatever there is to do."""
    targets = make_targets(manager, registry, admin)
    _plan_session(manager, targets[0])
    _print(manager, targets)
    for name, attack in ATTACKS.items():
        if name == "unlink":
            continue  # what is deleted cannot be found
        tried = [target for target in targets if target.attachment_id]
        for client in (manager, people["manager_b"], people["settings_admin"]):
            _try_all(attack, client, tried if client == manager else tried[:1])
    return targets


def _try_all(attack, client, targets):
    for target in targets:
        with contextlib.suppress(Refused):
            if attack(client, target):
                return  # changing twice would be a conflict


def _print(manager, targets):
    for target in targets:
        for name in target.reports:
            manager.get(f"/report/pdf/{name}/{target.id}")


def _plan_session(manager, target):
    vals = {
        "name": CANARY,
        "description": CANARY,
        "location": CANARY,
        "start": "2030-01-02 09:00:00",
        "stop": "2030-01-02 10:00:00",
        "integration_case_id": target.case_id,
    }
    manager.call("calendar.event", "create", [vals])


@pytest.fixture(scope="module")
def traces(registry, used):
    """Return what to ask; the access log is no place for content either."""
    return Traces(CANARY, sorted({*registry.protected, *GUARDED} - {LOG}))


def test_it_would_be_found(used, traces):
    """The scan finds the canary where it has to be, as text and as bytes."""
    found = Traces(CANARY, []).in_tables()
    assert {"integration_case.last_name", "ir_attachment.db_datas"} <= set(found)


def test_no_table_of_others_has_it(traces):
    assert traces.in_tables() == []


def test_no_file_of_others_has_it(traces):
    assert traces.in_files() == []


def test_no_line_of_the_log_has_it(traces):
    assert traces.in_log() == []
