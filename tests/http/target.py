"""One record of a case file, with all an attacker could know about it."""

import dataclasses
import os
import re

import psycopg2
from case_file import CANARY, CANARY_FILE, CaseFile
from client import Refused
from registry import CASE, TEXTS

BUTTON = re.compile(r'<button[^>]* name="(action_\w+)"[^>]* type="object"')
EVENT = """
    SELECT event_id, access_token FROM calendar_attendee
    WHERE event_id IN (SELECT event_id FROM integration_session WHERE case_id = %s)
"""


@dataclasses.dataclass
class Target:
    """What is attacked; everything but the content is assumed to be known."""

    registry: object
    model: str
    id: int
    case_id: int
    number: str
    new_values: dict
    message_ids: list
    attachment_id: int | None
    attachment_token: str | None
    reports: list
    buttons: list
    model_id: int
    owner_partner_id: int
    follower_id: int | None
    event_id: int | None
    event_token: str | None
    before: dict | None = None

    @property
    def is_part(self):
        return self.model != CASE

    @property
    def fields(self):
        return self.registry.fields(self.model)

    @property
    def texts(self):
        return self.registry.texts(self.model)

    @property
    def specification(self):
        known = self.fields.items()
        return {name: {} for name, field in known if field["type"] in TEXTS}

    @property
    def files(self):
        """Return the names of the columns that hold files."""
        known = self.fields
        return [n for n in known if known[n]["type"] == "binary" and known[n]["store"]]

    @property
    def column(self):
        """Return a column with content, a text if there is one."""
        return (self._free_texts() or ["create_date"])[0]

    @property
    def edit(self):
        """Return values that the owner could write."""
        name = self.column
        return {name: "x" if name in self.texts else "2020-01-01 00:00:00"}

    def _free_texts(self):
        known = self.fields
        return [n for n in self.texts if not known[n]["readonly"]]


def make_targets(manager, registry, admin):
    """Return a target for every protected model, all in one new case."""
    names = {
        name: CANARY
        for name in registry.texts(CASE)
        if not registry.fields(CASE)[name]["readonly"]
        and not registry.fields(CASE)[name].get("size")
    }
    file = CaseFile(manager, registry, **names)
    texts = {"body": CANARY, "subject": CANARY, "message_type": "comment"}
    manager.call(CASE, "message_post", [file.id], **texts)
    manager.call(CASE, "activity_schedule", [file.id], summary=CANARY, note=CANARY)
    messages = manager.call(
        "mail.message", "search", [("model", "=", CASE), ("res_id", "=", file.id)]
    )
    ids = file.fill()
    files = {model: _attach(manager, model, ids[model]) for model in ids}
    owner = manager.call("res.users", "read", [manager.uid], ["partner_id"])[0]
    event_id, token = _event(file.id)
    return [
        Target(
            registry=registry,
            model=model,
            id=record_id,
            case_id=file.id,
            number=file.number,
            new_values=file.minimal(model, ids),
            message_ids=messages,
            attachment_id=files[model],
            attachment_token=_share(manager, files[model]),
            reports=_reports(admin, model),
            buttons=_buttons(manager, model),
            model_id=admin.call("ir.model", "search", [("model", "=", model)])[0],
            owner_partner_id=owner["partner_id"][0],
            follower_id=_follower(manager, model, record_id),
            event_id=event_id,
            event_token=token,
        )
        for model, record_id in ids.items()
    ]


def _attach(manager, model, record_id):
    vals = {
        "name": CANARY,
        "datas": CANARY_FILE,
        "mimetype": "text/plain",
        "res_model": model,
        "res_id": record_id,
    }
    try:
        return manager.call("ir.attachment", "create", [vals])[0]
    except Refused:
        return None  # what the owner cannot write to carries no files


def _share(manager, attachment_id):
    """Return the secret part of a link to a file, or what comes instead."""
    if not attachment_id:
        return None
    return manager.call("ir.attachment", "generate_access_token", [attachment_id])[0]


def _follower(manager, model, record_id):
    domain = [("res_model", "=", model), ("res_id", "=", record_id)]
    return next(iter(manager.call("mail.followers", "search", domain)), None)


def _event(case_id):
    """Return the calendar entry of a session of the case and its secret token."""
    with psycopg2.connect(dbname=os.environ["ODOO_DB"]) as connection:
        with connection.cursor() as cursor:
            cursor.execute(EVENT, [case_id])
            return cursor.fetchone() or (None, None)


def _reports(admin, model):
    domain = [("model", "=", model)]
    found = admin.call("ir.actions.report", "search_read", domain, ["report_name"])
    return [report["report_name"] for report in found]


def _buttons(manager, model):
    views = [(False, kind) for kind in ("form", "list", "kanban")]
    views = manager.call(model, "get_views", views)["views"].values()
    return sorted({name for view in views for name in BUTTON.findall(view["arch"])})
