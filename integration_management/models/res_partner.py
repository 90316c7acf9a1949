# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import models
from odoo.tools import email_normalize


class ResPartner(models.Model):
    """Tells people when somebody else changes where their password links go."""

    _inherit = "res.partner"

    def write(self, vals):
        if "email" in vals:
            email = email_normalize(vals["email"])
            users = self.sudo().user_ids  # sudo: whoever edits a contact
            changed = users.filtered(lambda user: user.email_normalized != email)
            escalation = self.env["integration.escalation"]
            others = escalation._get_others(changed)
            escalation._note_accounts("login", others, "email")
        return super().write(vals)
