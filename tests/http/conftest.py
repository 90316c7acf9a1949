"""People of the tests' own, so that no test depends on the demo data."""

import json
import os
import subprocess

import pytest
from bad_input import CANARY, assert_for_users
from case_file import CaseFile
from client import Client, Refused
from registry import CASE, Registry

GROUP = "integration_management.group_integration_"
EXPORT = "base.group_allow_export"
PEOPLE = {
    "manager_a": [f"{GROUP}manager", EXPORT],
    "manager_b": [f"{GROUP}manager", EXPORT],
    "supervisor": [f"{GROUP}supervisor", EXPORT],
    "coordinator": [f"{GROUP}coordinator", EXPORT],
    "grant_officer": [f"{GROUP}reporting", EXPORT],
    "privacy_officer": [f"{GROUP}privacy", EXPORT],
    "ombuds": [f"{GROUP}ombuds", EXPORT],
    "functional_admin": [f"{GROUP}admin", EXPORT],
    "plain_user": ["base.group_user", EXPORT],
    "contact_creator": ["base.group_user", "base.group_partner_manager", EXPORT],
    "access_rights": ["base.group_erp_manager", EXPORT],
    "settings_admin": ["base.group_system", EXPORT],
    "developer": ["base.group_system", "base.group_no_one", EXPORT],
    "portal_user": ["base.group_portal"],
}
OUTSIDERS = [*PEOPLE, "administrator", "anonymous"]
OUTSIDERS.remove("manager_a")
# People with a story of their own.
PEOPLE |= {
    "deputy": [f"{GROUP}manager", EXPORT],
    "leaver": [f"{GROUP}manager", EXPORT],
    "intruder": ["base.group_system", EXPORT],
}


@pytest.fixture(scope="session")
def connect():
    """Return a function that logs somebody in, or nobody."""
    url, database = os.environ["ODOO_URL"], os.environ["ODOO_DB"]

    def log_in(login=None, password=None, debug=False):
        return Client(url, database, login, password, debug)

    return log_in


@pytest.fixture(scope="session")
def admin(connect):
    password = json.loads(os.environ["ODOO_LOGINS"])["admin"]
    return connect("admin", password)


class People(dict):
    """Name -> client of everybody in PEOPLE and of nobody, made when asked for."""

    def __init__(self, admin, connect):
        super().__init__()
        self._admin = admin
        self._connect = connect

    def __missing__(self, name):
        if name == "anonymous":
            self[name] = self._connect()
        elif name == "administrator":
            self[name] = self._admin
        else:
            login = self._make(name)
            self[name] = self._connect(login, login, debug=name == "developer")
        return self[name]

    def _make(self, name):
        login = f"http_{name}"
        vals = {
            "name": name,
            "login": login,
            "password": login,
            "lang": "de_DE",
            "tz": "Europe/Berlin",
            "email": f"{login}@example.com",
            "group_ids": [(6, 0, [self._admin.ref(xml_id) for xml_id in PEOPLE[name]])],
        }
        if not self._admin.call("res.users", "search", [("login", "=", login)]):
            self._admin.call("res.users", "create", [vals])
        return login


@pytest.fixture(scope="session")
def people(admin, connect):
    return People(admin, connect)


@pytest.fixture(scope="session")
def manager(people):
    return people["manager_a"]


@pytest.fixture(scope="session")
def registry(admin, manager):
    return Registry(admin, manager)


@pytest.fixture(scope="module")
def file(manager, registry):
    """Return a case of manager A whose person has a name that must not get out."""
    return CaseFile(manager, registry, first_name="Amina", last_name=CANARY)


@pytest.fixture
def refused():
    """Return a function that calls and returns the refusal, which must come."""

    def expect(function, *args, **kwargs):
        try:
            answer = function(*args, **kwargs)
        except Refused as refusal:
            return refusal
        pytest.fail(f"Not refused; the answer was {answer!r}")

    return expect


@pytest.fixture(scope="module")
def make(manager, file):
    """Return a function that makes a part of the file, or of another one."""

    def create(model, case_id=None, **vals):
        vals = {"case_id": case_id or file.id, **vals}
        return manager.call(model, "create", [vals])[0]

    return create


@pytest.fixture(scope="module")
def other_case(manager):
    """Return another case of the same manager."""
    return manager.call(CASE, "create", [{"first_name": "Zweite"}])[0]


@pytest.fixture(scope="module")
def foreign_case(people):
    """Return a case of another manager."""
    return people["manager_b"].call(CASE, "create", [{"first_name": "Fremde"}])[0]


@pytest.fixture
def refuses(manager, refused):
    """Return a function that calls a method and wants a clear refusal."""

    def call(model, method, *args, **kwargs):
        refusal = refused(manager.call, model, method, *args, **kwargs)
        assert_for_users(refusal)
        return refusal

    return call


@pytest.fixture(scope="module")
def term(manager):
    """Return a function that finds a value list entry."""

    def find(kind, code):
        domain = [("kind", "=", kind), ("code", "=", code)]
        return manager.call("integration.term", "search", domain)[0]

    return find


@pytest.fixture(scope="module")
def see(manager):
    """Return a function that reads some fields of a record."""

    def read(model, record, *names):
        spec = {name: {} for name in names}
        return manager.call(model, "web_read", [record], spec)[0]

    return read


@pytest.fixture(scope="module")
def print_text(manager, tmp_path_factory):
    """Return a function that prints a paper and returns the text in it."""

    def fetch(report, record):
        answer = manager.get(f"/report/pdf/integration_management.{report}/{record}")
        assert answer.headers["Content-Type"] == "application/pdf"
        path = tmp_path_factory.mktemp("pdf") / "paper.pdf"
        path.write_bytes(answer.content)
        command = ["pdftotext", "-layout", str(path), "-"]
        return subprocess.run(
            command, check=True, capture_output=True, text=True
        ).stdout

    return fetch
