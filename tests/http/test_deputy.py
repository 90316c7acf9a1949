"""Deputies over real HTTP: limits, and people who act at the same moment."""

import os
import time
from concurrent.futures import ThreadPoolExecutor

import psycopg2
import pytest
from client import Refused
from deputies import CONSENT, DEPUTYSHIP, agree, appoint
from registry import CASE

ACCESS = "integration.case.access"
COVER = "integration.cover"
WITHDRAW = """
    UPDATE integration_consent
    SET state = 'withdrawn', withdrawn_on = decided_on, write_date = now()
    WHERE id = %s
"""
WAITING = """
    SELECT EXISTS (SELECT FROM pg_stat_activity
    WHERE datname = current_database() AND wait_event_type = 'Lock')
"""
ROWS = """
    SELECT count(*) FROM integration_case_access
    WHERE case_id = %s AND role = 'deputy' AND date_to >= date_from
"""


@pytest.fixture
def case(manager):
    vals = {"first_name": "Amina", "phone": "0711 4711", "messenger": "geheim"}
    vals["deputy_contact"] = "phone"
    return manager.call(CASE, "create", [vals])[0]


@pytest.fixture
def deputy(people):
    return people["deputy"]


def _wait_for_lock(waiting):
    """Wait until somebody's statement waits for another transaction."""
    with psycopg2.connect(dbname=os.environ["ODOO_DB"]) as connection:
        connection.autocommit = True
        with connection.cursor() as cursor:
            while not waiting.done():
                cursor.execute(WAITING)
                if cursor.fetchone()[0]:
                    return
                time.sleep(0.05)
    pytest.fail(f"Nothing was locked; the answer was {waiting.result()!r}")


def _sees(client, case_id):
    return client.call(CASE, "search_count", [("id", "=", case_id)]) == 1


def test_only_contact_without_consent(manager, deputy, case):
    appoint(manager, deputy, case)
    number = manager.call(CASE, "read", [case], ["number"])[0]["number"]
    [cover] = deputy.call(COVER, "search_read", [("number", "=", number)])
    assert cover["contact"] == "0711 4711"
    assert "geheim" not in str(cover)
    assert "Amina" not in str(cover)
    assert not _sees(deputy, case)


def test_revoked_at_once(manager, deputy, case):
    agree(manager, case)
    deputyship = appoint(manager, deputy, case)
    assert _sees(deputy, case)
    manager.call(DEPUTYSHIP, "action_revoke", [deputyship])
    assert not _sees(deputy, case)


@pytest.mark.parametrize("name", ["action_appoint_deputy", "unlink"])
def test_a_deputy_does_not_do_what_is_the_owners(manager, deputy, case, name):
    agree(manager, case)
    appoint(manager, deputy, case)
    with pytest.raises(Refused, match="AccessError"):
        deputy.call(CASE, name, [case])


def test_nobody_writes_access(manager, deputy, people, case):
    agree(manager, case)
    appoint(manager, deputy, case)
    rows = manager.call(ACCESS, "search", [("case_id", "=", case)])
    for client in (manager, deputy, people["manager_b"]):
        for vals in ({"date_to": "2099-01-01"}, {"user_id": deputy.uid}):
            with pytest.raises(Refused, match="AccessError"):
                client.call(ACCESS, "write", rows, vals)
        new = {"case_id": case, "user_id": client.uid, "role": "deputy"}
        with pytest.raises(Refused, match="AccessError"):
            client.call(ACCESS, "create", [new])


def test_nobody_takes_a_case_by_a_deputyship(people, manager, case):
    """The ids of foreign cases, sent along, open nothing and tell nothing."""
    stranger = people["manager_b"]
    with pytest.raises(Refused, match="AccessError"):
        appoint(stranger, people["deputy"], case)
    vals = {"owner_id": manager.uid, "deputy_id": stranger.uid, "date_to": "2099-01-01"}
    with pytest.raises(Refused, match="AccessError"):
        stranger.call(DEPUTYSHIP, "create", [vals])


def test_consent_withdrawn_at_the_same_moment(manager, deputy, case):
    """Whoever comes second sees what the first has done."""
    consent = agree(manager, case)
    with psycopg2.connect(dbname=os.environ["ODOO_DB"]) as connection:
        with connection.cursor() as cursor:
            cursor.execute(WITHDRAW, [consent])
            with ThreadPoolExecutor() as pool:
                waiting = pool.submit(appoint, manager, deputy, case)
                _wait_for_lock(waiting)
                connection.commit()
                waiting.result(timeout=30)
            cursor.execute(ROWS, [case])
            assert cursor.fetchone() == (0,)
    assert not _sees(deputy, case)
    assert (
        manager.call(CONSENT, "read", [consent], ["state"])[0]["state"] == "withdrawn"
    )
