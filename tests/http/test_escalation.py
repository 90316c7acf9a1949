"""An administrator who gives themselves every right still opens no case."""

import inspect

import attacks_code
import pytest
from attacks import learned, what_gets_through
from attacks_read import count_by_content, read, search_read
from client import Refused
from registry import CASE
from target import make_targets

CODE = {
    name: function
    for name, function in vars(attacks_code).items()
    if inspect.isfunction(function) and not name.startswith("_")
}
# Words that Odoo itself says while it installs something; a browser can say them, too.
CONTEXTS = {
    "plain": {},
    "pretending": {
        "install_mode": True,
        "install_module": "base",
        "module": "base",
        "_force_unlink": True,
    },
}
ALL = {"perm_read": True, "perm_write": True, "perm_create": True, "perm_unlink": True}


@pytest.fixture(scope="module")
def targets(manager, registry, admin):
    return make_targets(manager, registry, admin)


@pytest.fixture(scope="module")
def intruder(people):
    return people["intruder"]


@pytest.fixture(scope="module")
def opened(intruder, targets):
    """Open everything to everybody, and close it again afterwards."""
    outside = [intruder.ref(f"base.group_{name}") for name in ("portal", "public")]
    groups = intruder.call("res.groups", "search", [("id", "not in", outside)])
    user = intruder.call("res.users", "read", [intruder.uid], ["group_ids"])[0]
    joined = {"group_ids": [(4, id_) for id_ in groups]}
    intruder.call("res.users", "write", [intruder.uid], joined)
    models = [target.model_id for target in targets]
    domain = [("model_id", "in", models)]
    rules = intruder.call("ir.rule", "search_read", domain, ["domain_force"])
    ids = [rule["id"] for rule in rules]
    everything = {"domain_force": "[(1, '=', 1)]", "active": False}
    intruder.call("ir.rule", "write", ids, everything)
    rights = intruder.call(
        "ir.model.access",
        "create",
        [{"name": "x", "model_id": model, **ALL} for model in models],
    )
    yield
    intruder.call("ir.model.access", "unlink", rights)
    for rule in rules:
        closed = {"domain_force": rule["domain_force"], "active": True}
        intruder.call("ir.rule", "write", [rule["id"]], closed)
    left = {"group_ids": [(6, 0, user["group_ids"])]}
    intruder.call("res.users", "write", [intruder.uid], left)


@pytest.mark.parametrize("context", CONTEXTS.values(), ids=CONTEXTS)
@pytest.mark.parametrize("attack", CODE)
def test_no_code_is_entered(attack, context, intruder, targets, refused, monkeypatch):
    monkeypatch.setattr(intruder, "context", {**intruder.context, **context})
    refusal = refused(CODE[attack], intruder, targets[0])
    assert refusal.is_for_users, refusal


def test_existing_code_is_of_no_use(intruder, targets):
    """Press the buttons of all actions there are, with a case at hand."""

    def run(client, target):
        context = {"active_model": target.model, "active_ids": [target.id]}
        context["active_id"] = target.id
        return [
            _outcome(client, id_, context)
            for id_ in client.call(
                "ir.actions.server", "search", [("usage", "=", "ir_actions_server")]
            )
        ]

    assert not learned(run, intruder, targets[0])


def _outcome(client, action, context):
    try:
        return client.post("/web/action/run", action_id=action, context=context)
    except Refused as refusal:
        return [refusal.message, refusal.debug]


def test_nobody_becomes_superuser(intruder, targets):
    intruder.get("/web/become")
    info = intruder.post("/web/session/get_session_info")
    assert info["uid"] == intruder.uid
    for attack in (read, search_read, count_by_content):
        assert not learned(attack, intruder, targets[0])


def test_rights_open_nothing(opened, intruder, targets):
    """Every attack, by somebody whom all of Odoo's rights let in."""
    assert what_gets_through(intruder, targets, "manager_b") == set()


def test_rights_of_others_open_nothing(opened, people, targets):
    assert people["plain_user"].call(CASE, "search_count", []) == 0, "and no refusal"
    for name in ("plain_user", "supervisor", "manager_b", "portal_user"):
        for attack in (read, search_read, count_by_content):
            assert not learned(attack, people[name], targets[0]), name
