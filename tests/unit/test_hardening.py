import dataclasses

import pytest
from logic.hardening import OK, RULES, TODO, UNKNOWN, Facts, judge

GOOD = Facts(
    master_password_is_default=False,
    list_db=False,
    dbfilter="^integration$",
    db_name="",
    role_rights=(),
    log_is_sealed=True,
    proxy_mode=True,
    base_url="https://odoo.example",
    logs_queries=False,
    dev_modes=(),
    runs_tests=False,
    workers=4,
    time_limits=(60, 120),
    allows_code=False,
    plain_mail_servers=0,
    modules=frozenset({"calendar"}),
    has_demo=False,
    second_factor_required=True,
    users_without_factor=0,
    lock_minutes=15,
    session_hours=12,
    administrators=2,
    managing_administrators=0,
    min_password=12,
    free_signup=False,
)
NEVER_SEEN = {"disk", "backup"}


def states(facts):
    return {finding.code: finding.state for finding in judge(facts)}


def test_a_hardened_server_has_nothing_to_do():
    found = states(GOOD)
    assert {code for code, state in found.items() if state != OK} == NEVER_SEEN
    assert {found[code] for code in NEVER_SEEN} == {UNKNOWN}
    assert found.keys() == RULES.keys()


def test_what_is_not_known_is_not_called_well():
    found = states(Facts())
    by_module = {"sync", "lookup", "privileged"}
    assert {code for code, state in found.items() if state == OK} == by_module
    assert TODO not in found.values()


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"master_password_is_default": True}, "master_password"),
        ({"list_db": True}, "list_db"),
        ({"dbfilter": "", "db_name": ""}, "dbfilter"),
        ({"role_rights": ("SUPERUSER",)}, "db_role"),
        ({"role_rights": ("CREATEDB",)}, "db_role"),
        ({"log_is_sealed": False}, "access_log"),
        ({"proxy_mode": False}, "proxy_mode"),
        ({"base_url": "http://odoo.example"}, "https"),
        ({"base_url": ""}, "https"),
        ({"logs_queries": True}, "log_sql"),
        ({"dev_modes": ("all",)}, "dev_mode"),
        ({"runs_tests": True}, "dev_mode"),
        ({"workers": 0}, "workers"),
        ({"time_limits": (0, 120)}, "limits"),
        ({"allows_code": True}, "allow_code"),
        ({"plain_mail_servers": 1}, "mail"),
        ({"modules": frozenset({"google_calendar"})}, "sync"),
        ({"modules": frozenset({"partner_autocomplete"})}, "lookup"),
        ({"modules": frozenset({"privacy_lookup"})}, "privileged"),
        ({"has_demo": True}, "demo"),
        ({"second_factor_required": False}, "second_factor"),
        ({"users_without_factor": 1}, "people"),
        ({"lock_minutes": 0}, "lock"),
        ({"lock_minutes": 31}, "lock"),
        ({"session_hours": 0}, "session"),
        ({"session_hours": 25}, "session"),
        ({"administrators": 4}, "administrators"),
        ({"managing_administrators": 1}, "both_roles"),
        ({"min_password": 11}, "password"),
        ({"free_signup": True}, "signup"),
    ],
)
def test_each_weakness_is_found_and_no_other(change, code):
    found = states(dataclasses.replace(GOOD, **change))
    assert {code for code, state in found.items() if state == TODO} == {code}


def test_every_rule_can_fail():
    """A new rule needs its line above, unless it is never seen from here."""
    marks = test_each_weakness_is_found_and_no_other.pytestmark
    assert {code for _change, code in marks[0].args[1]} | NEVER_SEEN == RULES.keys()


def test_a_fixed_database_needs_no_filter():
    assert states(dataclasses.replace(GOOD, dbfilter="", db_name="x"))["dbfilter"] == OK


def test_what_is_to_do_comes_first_and_says_what_was_found():
    facts = dataclasses.replace(
        GOOD,
        users_without_factor=3,
        modules=frozenset({"microsoft_calendar", "google_calendar", "base"}),
    )
    findings = judge(facts)
    assert [(f.code, f.detail) for f in findings[:2]] == [
        ("people", "3"),
        ("sync", "google_calendar, microsoft_calendar"),
    ]
    assert [f.state for f in findings[2:4]] == [UNKNOWN, UNKNOWN]
