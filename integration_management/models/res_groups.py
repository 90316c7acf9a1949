# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import models


class ResGroups(models.Model):
    """Tells people when their rights change through a group."""

    _inherit = "res.groups"

    def write(self, vals):
        escalation = self.env["integration.escalation"]
        names = {"implied_by_ids", "implied_ids", "user_ids"}
        if escalation._is_quiet() or not names & vals.keys():
            return super().write(vals)
        before = escalation._get_members()
        result = super().write(vals)
        escalation._note_members(before)
        return result
