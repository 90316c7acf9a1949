# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from datetime import timedelta

from odoo import fields

from ..logic import portal

# Everybody who tries the demo knows them.
CODE = "DEMQ" * 5
PIN = "123456"


def invite(told):
    """Give one of anna's clients a card whose code and PIN stand in the README."""
    for scene, case in told:
        plans = case.plan_ids.filtered(lambda plan: plan.state == "agreed")
        if case.manager_id.login == "anna" and plans and not scene.is_nameless:
            break
    key = case.env["integration.portal.access"].create({"case_id": case.id})
    key._make_card()
    key.sudo().write(  # sudo: as the card would
        {"code_digest": portal.digest(CODE), "pin_digest": key._hash_pin(PIN)}
    )
    case.env["integration.session"].create(
        {
            "case_id": case.id,
            "start": fields.Datetime.now().replace(minute=0, second=0, microsecond=0)
            + timedelta(days=6, hours=3),
            "minutes": 45,
        }
    )
    step = plans.goal_ids.measure_ids.filtered(
        lambda step: step.responsible == "client" and not step.done_on
    )[:1]
    step.sudo().client_done_on = fields.Date.today()  # sudo: as on the page
