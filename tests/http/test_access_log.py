"""What the access log holds after real requests, and who can get at it."""

import json
import os

import psycopg2
import pytest
from case_file import CANARY
from client import Refused
from registry import CASE

LOG = "integration.access.log"


@pytest.fixture(scope="module")
def officer(people):
    return people["privacy_officer"]


@pytest.fixture
def entries(officer, file):
    """Return a function that returns what was noted about the file since the start."""
    number = file.number  # read before the start
    last = officer.call(LOG, "search", [], limit=1)
    after = [("id", ">", last[0] if last else 0), ("numbers", "=", number)]

    def find(operation):
        domain = [*after, ("operation", "=", operation)]
        return officer.call(LOG, "search_read", domain, order="id")

    return find


def test_owner_reads(entries, file, manager):
    manager.call(CASE, "web_read", [file.id], {"first_name": {}, "access_ids": {}})
    (entry,) = entries("read")
    assert entry["user_id"][0] == manager.uid
    assert entry["records"][CASE] == [file.id]
    assert entry["route"] == f"/web/dataset/call_kw/{CASE}/web_read"


def test_by_key_of_a_program(entries, file, manager):
    manager.json2(CASE, "read", ids=[file.id], fields=["first_name"])
    assert [entry["user_id"][0] for entry in entries("read")] == [manager.uid]


def test_refused_by_rule(entries, file, people):
    for name in ("manager_b", "settings_admin"):
        client = people[name]
        with pytest.raises(Refused):
            client.call(CASE, "read", [file.id], ["first_name"])
    users = [entry["user_id"][0] for entry in entries("denied")]
    assert people["manager_b"].uid in users


def test_refused_by_role(officer, people):
    with pytest.raises(Refused):
        people["supervisor"].call(CASE, "search_read", [], ["first_name"])
    domain = [("operation", "=", "denied"), ("user_id", "=", people["supervisor"].uid)]
    assert officer.call(LOG, "search_count", domain)


def test_print_and_export(entries, file, manager, make):
    plan = make("integration.plan")
    answer = manager.get(f"/report/pdf/integration_management.report_plan/{plan}")
    assert answer.content.startswith(b"%PDF")
    assert [entry["user_id"][0] for entry in entries("print")] == [manager.uid]
    data = {
        "model": CASE,
        "fields": [{"name": "first_name", "label": "x"}],
        "ids": [file.id],
        "domain": [],
        "groupby": [],
        "import_compat": False,
        "context": {},
    }
    manager.submit("/web/export/csv", data=json.dumps(data))
    assert [entry["user_id"][0] for entry in entries("export")] == [manager.uid]


def test_owner_sees_the_refused(file, manager, people):
    with pytest.raises(Refused):
        people["manager_b"].call(CASE, "web_read", [file.id], {"first_name": {}})
    action = manager.call(CASE, "action_view_access_log", [file.id])
    found = manager.call(LOG, "search_read", action["domain"], ["user_id", "numbers"])
    assert people["manager_b"].uid in {entry["user_id"][0] for entry in found}
    assert {entry["numbers"] for entry in found} == {file.number}


@pytest.mark.parametrize("name", ["manager_b", "supervisor", "settings_admin"])
def test_others_see_nothing(name, file, people):
    domain = [("numbers", "=", file.number), ("user_id", "!=", people[name].uid)]
    try:
        assert people[name].call(LOG, "search_count", domain) == 0
    except Refused as refusal:
        assert refusal.is_for_users


@pytest.fixture
def database():
    """Return a connection as the role that Odoo uses."""
    connection = psycopg2.connect(dbname=os.environ["ODOO_DB"])
    yield connection
    connection.close()


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM integration_access_log",
        "UPDATE integration_access_log SET user_id = 1",
        "TRUNCATE integration_access_log",
        "DROP TABLE integration_access_log",
        "ALTER TABLE integration_access_log DISABLE TRIGGER ALL",
        "ALTER TABLE integration_access_log OWNER TO CURRENT_USER",
        "GRANT ALL ON integration_access_log TO CURRENT_USER",
        "CREATE OR REPLACE FUNCTION integration_access_log_refuse() RETURNS trigger"
        " AS 'BEGIN RETURN OLD; END' LANGUAGE plpgsql",
        "SET ROLE integration_audit",
        "DROP SCHEMA public CASCADE",
    ],
)
def test_odoo_itself_can_only_add(statement, database):
    with database.cursor() as cursor:
        cursor.execute("SELECT count(*) > 0 FROM integration_access_log")
        assert cursor.fetchone()[0]
        try:
            cursor.execute(statement)
        except psycopg2.errors.InsufficientPrivilege:
            return
        # PostgreSQL only warns when a GRANT changes nothing.
        with pytest.raises(psycopg2.errors.InsufficientPrivilege):
            cursor.execute("DELETE FROM integration_access_log")


def test_no_content(database, file, manager):
    manager.call(CASE, "web_search_read", [("last_name", "=", CANARY)], {"number": {}})
    with database.cursor() as cursor:
        cursor.execute("SELECT entry::text FROM integration_access_log AS entry")
        assert not [row for (row,) in cursor if CANARY in row]
