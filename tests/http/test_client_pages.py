"""A client's page opens to its card alone, and to nothing but its case."""

import os
import re
from pathlib import Path

import pytest
from deputies import agree, appoint
from registry import CASE
from visitor import KEY, TOKEN, Card, Visitor, at_once, quickest, rows

PER_ADDRESS = 30
TO_LOCK = 5
PARTS = ("integration.measure", "integration.session", "integration.consent")


@pytest.fixture(autouse=True)
def _forget_counts():
    """Let no test suffer from how often others came from the same address."""
    rows("DELETE FROM integration_public_limit RETURNING id")


@pytest.fixture
def visitor():
    return Visitor(os.environ["ODOO_URL"])


@pytest.fixture
def card(manager, tmp_path):
    """Return the card of a new case."""
    case_id = manager.call(CASE, "create", [{"first_name": "Amina"}])[0]
    made = Card(manager, case_id, tmp_path)
    made.case_id = case_id
    return made


@pytest.fixture
def client(visitor, card):
    assert visitor.sign_in(card).url.endswith("/client/home")
    return visitor


@pytest.fixture
def parts(manager):
    """Return a function that gives a case a step, an appointment and a consent."""

    def make(case_id):
        own = {"case_id": case_id}
        step = {**own, "name": "Zum Kurs", "responsible": "client"}
        goal = {**own, "name": "Deutsch", "measure_ids": [(0, 0, step)]}
        plan = manager.call(
            "integration.plan", "create", [{**own, "goal_ids": [(0, 0, goal)]}]
        )
        manager.call("integration.plan", "action_discuss", plan)
        start = {**own, "start": "2099-05-04 09:00:00", "minutes": 45}
        manager.call("integration.session", "create", [start])
        consent = manager.call(
            "integration.consent", "create", [{**own, "purpose": "case_file"}]
        )
        manager.call("integration.consent", "action_give", consent)
        found = (manager.call(m, "search", [("case_id", "=", case_id)]) for m in PARTS)
        return [ids[0] for ids in found]

    return make


def _bare(answer):
    """Return an answer without what differs from visit to visit."""
    text = TOKEN.sub("", answer.text)
    return answer.status_code, re.sub(r'value="[^"]*"', "", text)


def test_the_card_is_made_once_and_for_its_owner(people, manager, card):
    path = f"/integration/portal/card/{card.id}"
    assert card.answer.headers["Content-Type"] == "application/pdf"
    assert "no-store" in card.answer.headers["Cache-Control"]
    assert manager.get(path).status_code == 404
    fresh = manager.call(KEY, "create", [{"case_id": card.case_id}])[0]
    for name in ("manager_b", "settings_admin", "portal_user", "anonymous"):
        answer = people[name].get(f"/integration/portal/card/{fresh}")
        assert "pdf" not in answer.headers["Content-Type"], name
    kept = "SELECT id FROM ir_attachment WHERE res_model = %s"
    assert rows(kept, [KEY]) == []


def test_all_that_is_wrong_looks_the_same(manager, visitor, card):
    """Who guesses learns neither which codes there are nor which are locked."""
    wrong = _bare(visitor.sign_in(card, card.wrong_pin))
    card.code, real = card.code[:-4] + "ZZZZ", card.code
    assert _bare(visitor.sign_in(card)) == wrong
    unknown = quickest(lambda: visitor.sign_in(card))
    card.code = real
    for _each in range(TO_LOCK):
        assert _bare(visitor.sign_in(card, card.wrong_pin)) == wrong
    assert _bare(visitor.sign_in(card)) == wrong
    known = quickest(lambda: visitor.sign_in(card))
    manager.call(KEY, "action_end", [card.id])
    assert _bare(visitor.sign_in(card)) == wrong
    ended = quickest(lambda: visitor.sign_in(card))
    assert known / 3 < min(unknown, ended) and max(unknown, ended) < known * 3


def test_guessing_at_the_same_time(visitor, card):
    """What is tried while another try goes on is not looked at, and looks the same."""

    def guess():
        return Visitor(visitor.url).sign_in(card, card.wrong_pin).status_code

    assert set(at_once(guess, 2 * TO_LOCK)) == {403}
    query = "SELECT failures FROM integration_portal_access WHERE id = %s"
    [(counted,)] = rows(query, [card.id])
    assert 1 <= counted <= TO_LOCK
    for _each in range(TO_LOCK - counted):
        guess()
    assert not visitor.sign_in(card).url.endswith("/client/home")


def test_too_many_tries_from_one_address(card):
    """Neither a forged address nor a hurry gives more of them."""
    url = os.environ["ODOO_URL"]
    card.code = card.code[:-4] + "ZZZZ"
    tries = iter(range(100))

    def guess():
        forged = f"192.0.2.{next(tries)}"
        headers = {"X-Forwarded-For": forged, "X-Real-IP": forged, "Forwarded": forged}
        return [
            Visitor(url).sign_in(card, headers=headers).status_code for _each in "12345"
        ]

    answers = sum(at_once(guess, 8), [])
    assert answers.count(403) == PER_ADDRESS
    assert answers.count(429) == len(answers) - PER_ADDRESS


def test_a_visit_prepared_by_others_is_not_taken_over(visitor, card):
    visitor.get("/client")
    prepared = visitor.again()
    assert visitor.sign_in(card).url.endswith("/client/home")
    assert visitor.session != prepared.session
    assert not prepared.is_in()
    assert visitor.is_in()


def test_leaving_ends_the_visit_for_whoever_has_its_cookie(client):
    copy = client.again()
    assert copy.is_in()
    client.send("/client/leave")
    assert not copy.is_in()
    assert not client.is_in()


def test_a_revoked_card_ends_open_visits(manager, client, card, parts):
    step, session, _consent = parts(card.case_id)
    token = client.token()
    manager.call(KEY, "action_end", [card.id])
    assert not client.is_in()
    answer = client.send("/client/plan/done", step=step, csrf_token=token)
    assert answer.url.endswith("/client")
    path = f"/client/sessions/{session}/calendar"
    assert "calendar" not in client.get(path).headers["Content-Type"]
    query = "SELECT client_done_on FROM integration_measure WHERE id = %s"
    assert rows(query, [step]) == [(None,)]
    assert not Visitor(client.url).sign_in(card).url.endswith("/client/home")


def test_ids_of_others_lead_nowhere(manager, client, card, parts):
    own, other = parts(card.case_id), manager.call(CASE, "create", [{}])[0]
    step, session, consent = parts(other)
    token = client.token()
    forms = (
        ("/client/plan/done", {"step": step}),
        ("/client/sessions/answer", {"session": session, "answer": "accepted"}),
        ("/client/consents/withdraw", {"consent": consent}),
        ("/client/consents/decide", {"consent": consent, "answer": "no"}),
    )
    before = _contents(manager, other)
    for path, form in forms:
        beside = f"{path}?step={own[0]}&session={own[1]}&consent={own[2]}"
        for address in (path, beside):
            answer = client.send(address, csrf_token=token, case_id=other, **form)
            assert answer.status_code in (200, 404), address
    assert client.get(f"/client/sessions/{session}/calendar").status_code == 404
    assert client.get(f"/client/sessions/{own[1]}/calendar").status_code == 200
    assert _contents(manager, other) == before


def test_a_form_sent_again_changes_nothing_more(manager, client, card, parts):
    step, _session, _consent = parts(card.case_id)
    token = client.token()

    def say_done():
        return client.again().send(
            "/client/plan/done", step=step, csrf_token=token, allow=1
        )

    codes = [answer.status_code for answer in at_once(say_done, 4)]
    assert max(codes) < 500
    before = _contents(manager, card.case_id)
    assert say_done().status_code == 404
    assert _contents(manager, card.case_id) == before


def test_withdrawal_ends_every_accessat_once(people, manager, client, card, parts):
    _step, _session, consent = parts(card.case_id)
    deputy = people["deputy"]
    agree(manager, card.case_id)
    appoint(manager, deputy, card.case_id)
    assert deputy.call(CASE, "search", [("id", "=", card.case_id)])
    copy = client.again()
    answer = client.send("/client/consents/withdraw", consent=consent)
    assert answer.status_code == 200
    assert deputy.call(CASE, "search", [("id", "=", card.case_id)]) == []
    assert not client.is_in()
    assert not copy.is_in()
    assert not Visitor(client.url).sign_in(card).url.endswith("/client/home")
    asked = [("case_id", "=", card.case_id), ("kind", "=", "erasure")]
    assert manager.call("integration.rights.request", "search_count", asked) == 1


def test_portal_users_of_odoo_are_nobody_here(people):
    for name in ("portal_user", "plain_user", "administrator"):
        answer = people[name].get("/client/data")
        assert answer.url.endswith("/client"), name


def test_nothing_too_large_is_swallowed(client):
    for size in (10**6, 10**7):
        answer = client.send("/client/data/ask", kind="access", text="x" * size)
        assert answer.status_code in (200, 413)


def test_neither_code_nor_pin_is_left_behind(client, card):
    """Neither in the server's log nor in the files of visits."""
    assert client.is_in()
    log = Path(os.environ["ODOO_LOG"]).read_text(errors="replace")
    data = Path(os.environ["ODOO_DATA"])
    files = [path for path in data.rglob("*") if path.is_file()]
    assert files
    for code in (card.code, card.code.replace("-", "")):
        assert code not in log
        assert not [path for path in files if code.encode() in path.read_bytes()]


def _contents(manager, case_id):
    return [
        manager.call(model, "search_read", [("case_id", "=", case_id)], order="id")
        for model in PARTS
    ]
