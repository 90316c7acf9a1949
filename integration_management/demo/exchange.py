# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Enquiries that wait, and what managers ask each other."""

from dateutil.relativedelta import relativedelta

from odoo import fields
from odoo.fields import Command

from .questions import QUESTIONS

# Site, days ago, way, channel, language, hint, soon, offered to.
_ENQUIRIES = tuple(
    line.split("|")
    for line in """\
town_hall|0|self|0171 3920191|uk|morning|0|
town_hall|2|volunteer|0171 3920192|ti|via_volunteer|1|anna ben
weidenbach|1|assigned|unterkunft@weidenbach.example|ar|via_staff|0|cem
altenrieth|3|self|Signal 0171 3920193|fa|write|0|dilara eva
steinach|6|family|0171 3920194|tr|evening|0|
town_hall|9|assigned|0171 3920195|so|interpreter|1|anna""".splitlines()
)
# User, highest number of cases, whether more are welcome.
_CAPACITIES = (
    ("anna", 28, True),
    ("ben", 15, True),
    ("cem", 12, True),
    ("dilara", 14, True),
    ("eva", 0, False),
)


def create(env):
    """Make what people of the demo would have made themselves."""
    _set_capacities(env)
    _receive_enquiries(env)
    for question in QUESTIONS:
        _ask(env, *question)
    _draft(env)


def _user(env, login):
    return env.ref(f"integration_management.demo_user_{login}")


def _as(env, model, login):
    user = _user(env, login)
    return env[model].with_user(user).with_context(lang=user.lang, tz="Europe/Berlin")


def _set_capacities(env):
    capacities = _as(env, "integration.capacity", "karin")
    for login, most, _accepts in _CAPACITIES:
        user = _user(env, login)
        capacities._make_rows(user.company_id, user)
        row = capacities.search([("user_id", "=", user.id)])
        row.write({"max_cases": most})


def _receive_enquiries(env):
    enquiries = _as(env, "integration.enquiry", "karin")
    capacities = _as(env, "integration.capacity", "karin")
    today = fields.Date.context_today(enquiries)
    for site, days, way, channel, language, hint, priority, logins in _ENQUIRIES:
        enquiry = enquiries.create(
            {
                "site_id": env.ref(f"integration_management.demo_site_{site}").id,
                "received_on": today - relativedelta(days=int(days)),
                "access_route_id": _term(env, "access_route", way),
                "channel_kind": _kind(channel),
                "channel": channel,
                "language_id": _term(env, "language", language),
                "hint_id": _term(env, "enquiry_hint", hint),
                "priority": priority,
            }
        )
        users = [_user(env, login).id for login in logins.split()]
        rows = capacities.search([("user_id", "in", users)])
        enquiry.offered_to_ids = [Command.set(rows.ids)]
    for login, _most, accepts in _CAPACITIES:
        row = capacities.search([("user_id", "=", _user(env, login).id)])
        row.accepts_cases = accepts


def _kind(channel):
    if "@" in channel:
        return "mail_address"
    return "phone" if channel[0].isdigit() else "messenger"


def _term(env, kind, code):
    return env.ref(f"integration_management.term_{kind}_{code}").id


def _ask(env, login, days, title, text, areas, topics, named, solved, replies):
    questions = _as(env, "integration.peer.question", login)
    question = questions.create(
        {
            "title": title,
            "text": text,
            "is_anonymous": not named,
            "area_ids": [
                Command.link(env.ref(f"integration_management.area_{code}").id)
                for code in areas.split()
            ],
            "topic_ids": [
                Command.link(_term(env, "topic", code)) for code in topics.split()
            ],
        }
    )
    question.action_publish()
    today = fields.Date.context_today(questions)
    question.sudo().published_on = today - relativedelta(days=days)  # sudo: in the past
    for author, after, reply_text, author_named, thanks in replies:
        reply = _as(env, "integration.peer.reply", author).create(
            {
                "question_id": question.id,
                "text": reply_text,
                "is_anonymous": not author_named,
            }
        )
        reply.action_publish()
        day = today - relativedelta(days=max(days - after, 0))
        reply.sudo().published_on = day  # sudo: in the past, as the question
        for reader in thanks.split():
            reply.with_user(_user(env, reader)).action_helpful()
    if solved:
        question.action_solve()


def _draft(env):
    """Begin a question that names somebody: its author sees what to change."""
    client = _as(env, "integration.case", "anna").search(
        [("first_name", "!=", False), ("last_name", "!=", False)], order="id", limit=1
    )
    _as(env, "integration.peer.question", "anna").create(
        {
            "title": "Kita-Platz nach einem Umzug behalten?",
            "text": f"{client.first_name} zieht im Sommer in eine Nachbargemeinde. Die"
            " Kita möchte den Platz dann anders vergeben. Geht das einfach so?",
            "area_ids": [
                Command.link(env.ref("integration_management.area_children").id)
            ],
        }
    )
