"""Ways to change somebody else's case. What gets through returns the canary."""

import functools

from case_file import CANARY
from client import Refused


def _parts_only(attack):
    """Spare the attack on the case itself: everybody may open cases of their own."""

    @functools.wraps(attack)
    def on_parts(client, target):
        return attack(client, target) if target.is_part else None

    return on_parts


def write(client, target):
    client.call(target.model, "write", [target.id], target.edit)
    return CANARY


def web_save(client, target):
    vals = target.edit
    client.call(
        target.model, "web_save", [target.id], vals, specification=target.specification
    )
    return CANARY


def copy(client, target):
    client.call(target.model, "copy", [target.id])
    return CANARY


def unlink(client, target):
    client.call(target.model, "unlink", [target.id])
    return CANARY


@_parts_only
def create(client, target):
    client.call(target.model, "create", [target.new_values])
    return CANARY


@_parts_only
def create_by_form(client, target):
    client.call(
        target.model,
        "web_save",
        [],
        target.new_values,
        specification=target.specification,
    )
    return CANARY


@_parts_only
def create_by_default(client, target):
    vals = {k: v for k, v in target.new_values.items() if k != "case_id"}
    context = {"default_case_id": target.case_id}
    client.call(target.model, "create", [vals], context=context)
    return CANARY


@_parts_only
def load(client, target):
    row = target.new_values
    names = [f"{n}/.id" if n.endswith("_id") else n for n in row]
    cells = [str(value) for value in row.values()]
    return client.call(target.model, "load", names, [cells])["ids"] and CANARY


def load_over(client, target):
    names = [".id", *target.edit]
    rows = [[str(target.id), *target.edit.values()]]
    return client.call(target.model, "load", names, rows)["ids"] and CANARY


def buttons(client, target):
    """Press every button that the owner has; see what comes of it."""
    return [_press(client, target, name) for name in target.buttons]


def _press(client, target, name):
    try:
        return client.call(target.model, name, [target.id])
    except Refused as refusal:
        return refusal.message + refusal.debug


def grant_access(client, target):
    """There is one owner only, but who else has access?"""
    return [_grant(client, target, role) for role in ("owner", "deputy", "emergency")]


def _grant(client, target, role):
    vals = {"case_id": target.case_id, "user_id": client.uid, "role": role}
    try:
        client.call("integration.case.access", "create", [vals])
    except Refused as refusal:
        return refusal.message + refusal.debug
    return CANARY


def grant_access_through_case(client, target):
    row = (0, 0, {"user_id": client.uid, "role": "deputy"})
    client.call("integration.case", "write", [target.case_id], {"access_ids": [row]})
    return CANARY


def attach(client, target):
    vals = {"name": "x", "res_model": target.model, "res_id": target.id, "raw": "x"}
    client.call("ir.attachment", "create", [vals])
    return CANARY


def plan_in_calendar(client, target):
    vals = {
        "name": "x",
        "start": "2030-01-01 09:00:00",
        "stop": "2030-01-01 10:00:00",
        "integration_case_id": target.case_id,
    }
    client.call("calendar.event", "create", [vals])
    return CANARY
