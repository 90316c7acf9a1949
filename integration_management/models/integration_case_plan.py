# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import fields, models

from ..logic import states


class IntegrationCase(models.Model):
    """The way from a case to its plan."""

    _inherit = "integration.case"

    goal_ids = fields.One2many(domain=[("is_superseded", "=", False)])

    def action_open_plan(self):
        """Open the running plan, or a new draft."""
        self.ensure_one()
        self.check_access("read")
        plan = self._get_running_plan()
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("Integration plan"),
            "res_model": "integration.plan",
            "res_id": plan.id,
            "views": [(False, "form")],
            "context": {"default_case_id": self.id},
        }

    def action_decline_plan(self):
        """Note that the client wants no plan; nothing follows from it."""
        self.ensure_one()
        if plan := self._get_running_plan():
            plan.action_decline()
        else:
            plan.create({"case_id": self.id, "state": "declined"})

    def _get_running_plan(self):
        """Return the plan that is being drafted or in force, if any."""
        return self.env["integration.plan"].search(
            [("case_id", "=", self.id), ("state", "not in", list(states.PLAN_ENDED))],
            limit=1,
        )
