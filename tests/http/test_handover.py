"""A case changes hands: before, after, and when several people act at once."""

import threading

import attacks_around
import attacks_files
import attacks_mail
import attacks_read
import pytest
from attacks import learned, what_gets_through
from case_file import CANARY
from client import Refused
from registry import CASE
from target import make_targets

HANDOVER = "integration.handover"
OFFER = "integration.handover.offer"
READ = [
    attacks_around.messages,
    attacks_files.attachment_file,
    attacks_mail.inbox,
    attacks_read.read,
    attacks_read.count_by_content,
]


def offer(owner, case_id, successor):
    """Return (hand-over, consent, offer) of a case whose client has agreed."""
    vals = {"case_id": case_id, "to_user_id": successor.uid}
    ids = owner.call(HANDOVER, "create", [vals])
    owner.call(HANDOVER, "action_ask_consent", ids)
    consent = _read(owner, HANDOVER, ids[0], "consent_id")[0]
    owner.call("integration.consent", "action_give", [consent])
    owner.call(HANDOVER, "action_offer", ids)
    return ids[0], consent, _read(owner, HANDOVER, ids[0], "offer_id")[0]


def _read(client, model, record, name):
    return client.call(model, "read", [record], [name])[0][name]


def at_once(*calls):
    """Make calls at the same time; return their answers or refusals."""
    barrier = threading.Barrier(len(calls))
    answers = [None] * len(calls)

    def run(place, client, *args):
        barrier.wait()
        try:
            answers[place] = client.call(*args) or True
        except Refused as refusal:
            answers[place] = refusal

    threads = [
        threading.Thread(target=run, args=(place, *call))
        for place, call in enumerate(calls)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return answers


@pytest.fixture(scope="module")
def successor(people):
    return people["manager_b"]


@pytest.fixture
def offered(manager, successor):
    case = manager.call(CASE, "create", [{"first_name": "Amina"}])[0]
    return case, *offer(manager, case, successor)


def _owners(case, *clients):
    return [c.login for c in clients if c.call(CASE, "search", [("id", "=", case)])]


def _accepted(answers):
    refusals = [a for a in answers if isinstance(a, Refused)]
    assert all(refusal.is_for_users for refusal in refusals), refusals
    return len(answers) - len(refusals)


def test_accepted_twice_at_once(offered, manager, successor, connect):
    case, _handover, _consent, number = offered
    again = connect(successor.login, successor.password)
    calls = [
        (client, OFFER, "action_accept", [number]) for client in (successor, again)
    ]
    assert _accepted(at_once(*calls)) == 1
    assert _owners(case, manager, successor) == [successor.login]
    # A second owner row would be a second history.
    assert _read(successor, OFFER, number, "state") == "accepted"


@pytest.mark.parametrize("model", [HANDOVER, "integration.consent"])
def test_accepted_and_taken_back_at_once(offered, manager, successor, model):
    """Either the case is handed over, or the offer has lapsed; never both."""
    case, handover, consent, number = offered
    back = [manager, HANDOVER, "action_cancel", [handover]]
    if model != HANDOVER:
        back = [manager, model, "action_withdraw", [consent]]
    accepted, _taken_back = at_once((successor, OFFER, "action_accept", [number]), back)
    _accepted([accepted, _taken_back])
    state = _read(successor, OFFER, number, "state")
    owners = _owners(case, manager, successor)
    if isinstance(accepted, Refused):
        assert owners == [manager.login]
    else:
        assert (owners, state) == ([successor.login], "accepted")
        assert isinstance(_taken_back, Refused)


@pytest.fixture(scope="module")
def leaver(people):
    """Return somebody without other cases, whose content could be taken for this."""
    return people["leaver"]


@pytest.fixture(scope="module")
def story(leaver, registry, admin, successor):
    """Return targets in a case that went to a successor, and what they read before."""
    targets = make_targets(leaver, registry, admin)
    case = targets[0]
    # The names that are in the file must not be in the remark.
    handover = next(t for t in targets if t.model == HANDOVER)
    leaver.call(HANDOVER, "unlink", [handover.id])
    handover.id, _consent, number = offer(leaver, case.case_id, successor)
    before = {way.__name__ for way in READ if learned(way, successor, case)}
    offered = str(successor.call(OFFER, "read", [number]))
    successor.call(OFFER, "action_accept", [number])
    partner = _read(successor, "res.users", successor.uid, "partner_id")[0]
    for target in targets:
        # Everybody may stop following; the former owner could but throw others out.
        target.owner_partner_id = partner
    return {"targets": targets, "before": before, "offered": offered}


def test_before(story):
    assert story["before"] == set()
    assert CANARY not in story["offered"]
    assert story["targets"][0].number not in story["offered"]


def test_the_successor_gets_the_file(story, successor):
    case = story["targets"][0]
    assert learned(attacks_read.read, successor, case)


def test_what_was_entrusted_stays(story, successor):
    """Neither the notes nor their files, whatever the successor tries."""
    sessions = successor.call(
        "integration.session",
        "search_read",
        [("case_id", "=", story["targets"][0].case_id)],
        ["note"],
    )
    assert sessions and not any(session["note"] for session in sessions)
    assert not learned(attacks_around.messages, successor, story["targets"][0])
    assert successor.call("integration.withheld.note", "search", []) == []


def test_after(story, leaver):
    """The former owner, who wrote all of it, gets nothing back from the case."""
    assert what_gets_through(leaver, story["targets"]) == set()
