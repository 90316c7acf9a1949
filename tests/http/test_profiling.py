"""Odoo's measuring of its own speed writes down every query, with values."""

import json

import pytest
from case_file import CANARY, CaseFile
from client import Refused

UNTIL = "base.profiling_enabled_until"
COLUMNS = ["sql", "qweb", "others", "traces_async", "traces_sync"]


@pytest.fixture
def measured(people, manager, registry, connect):
    """Have an owner follow an administrator's link and work on a case."""
    settings_admin = people["settings_admin"]
    settings_admin.call("ir.config_parameter", "set_param", UNTIL, "2099-01-01")
    owner = connect(manager.login, manager.password)
    owner.get("/web/set_profiling", profile=1, collectors="sql,qweb")
    file = CaseFile(owner, registry, last_name=CANARY)
    owner.call("integration.case", "web_search_read", [("id", "=", file.id)], {})
    yield settings_admin
    owner.get("/web/set_profiling", profile=0)
    settings_admin.call("ir.config_parameter", "set_param", UNTIL, False)


def test_it_holds_no_case(measured):
    try:
        found = measured.call("ir.profile", "search_read", [], COLUMNS)
    except Refused as refusal:
        found = [refusal.message, refusal.debug]
    assert CANARY not in json.dumps(found)
