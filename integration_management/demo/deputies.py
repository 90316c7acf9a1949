# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from datetime import timedelta
from random import Random

from odoo import fields

# Who is away: whose deputy, from and to in days from today.
_AWAY = (("ben", "anna", -3, 11), ("anna", "ben", 28, 42), ("eva", "dilara", -1, 4))


def agree(scene, case):
    """Ask about deputies; some clients agree, and most allow a call."""
    # Dice of their own, so that the other parts stay as they are.
    dice = Random(f"integration deputies {scene.place}")
    if scene.is_nameless or case.closed_on or dice.random() < 0.4:
        return
    case.deputy_contact = "phone"
    if dice.random() < 0.6:
        vals = {"case_id": case.id, "purpose": "deputy", "asked_on": scene.share(0.5)}
        consent = case.env["integration.consent"].create(vals)
        consent.write({"state": "given", "decided_on": scene.share(0.5)})


def appoint(env):
    """Send people on holiday, and let one ask for emergency access."""
    for owner, deputy, first, last in _AWAY:
        deputyships = env["integration.deputyship"].with_user(_user(env, owner))
        today = fields.Date.context_today(deputyships)
        deputyships.create(
            {
                "deputy_id": _user(env, deputy).id,
                "date_from": today + timedelta(days=first),
                "date_to": today + timedelta(days=last),
            }
        )
    _ask(env)


def _ask(env):
    case = env["integration.case"].search(
        [("manager_id", "=", _user(env, "ben").id), ("closed_on", "=", False)], limit=1
    )
    ground = env.ref("integration_management.term_emergency_ground_necessity")
    env["integration.emergency"].with_user(_user(env, "cem")).create(
        {
            "number": case.number,
            "second_id": _user(env, "sven").id,
            "ground_id": ground.id,
            "reason": "Eine Nachbarin meldet eine ernste Drohung; zuständige Kollegin"
            " und Vertretung sind nicht erreichbar.",
        }
    )


def _user(env, login):
    return env.ref(f"integration_management.demo_user_{login}")
