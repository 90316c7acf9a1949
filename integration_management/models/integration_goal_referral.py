# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import fields, models
from odoo.fields import Command


class IntegrationGoal(models.Model):
    """From a goal to who can help with it."""

    _inherit = "integration.goal"

    referral_ids = fields.Many2many(
        "integration.referral",
        "integration_goal_referral_rel",
        "goal_id",
        "referral_id",
        string="Referrals",
        copy=False,
    )

    def action_refer(self):
        """Open the short form for a referral towards this goal."""
        self.ensure_one()
        action = self.case_id.action_refer()
        action["context"]["default_goal_ids"] = self.ids
        return action

    def _get_carried_over_vals(self):
        """Take the referrals along into the next version of the plan."""
        vals = super()._get_carried_over_vals()
        return {**vals, "referral_ids": [Command.set(self.referral_ids.ids)]}
