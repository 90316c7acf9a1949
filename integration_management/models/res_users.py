# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import models


class ResUsers(models.Model):
    """Tells people when somebody else changes how they log in."""

    _inherit = "res.users"

    def write(self, vals):
        escalation = self.env["integration.escalation"]
        for operation, what in self._get_noted_changes(vals):
            others = escalation._get_others(self)
            escalation._note_accounts(operation, others, what)
        if "group_ids" not in vals or escalation._is_quiet():
            return super().write(vals)
        before = escalation._get_members()
        result = super().write(vals)
        escalation._note_members(before)
        return result

    def _get_noted_changes(self, vals):
        """Return pairs of operation and text for what is changed by `vals`."""
        changes = []
        if "password" in vals:
            changes.append(("password", "password"))
        if "login" in vals and set(self.mapped("login")) != {vals["login"]}:
            changes.append(("login", "login"))
        if "partner_id" in vals and set(self.partner_id.ids) != {vals["partner_id"]}:
            changes.append(("login", "login"))
        if "active" in vals and set(self.mapped("active")) != {bool(vals["active"])}:
            changes.append(("groups", "active"))
        if "totp_secret" in vals and not vals["totp_secret"]:
            changes.append(("two_factor", "two_factor"))
        return changes

    def _action_reset_password(self, signup_type="reset"):
        # Those who forgot theirs ask without being logged in, at their own address.
        if signup_type == "reset" and self.env.user._is_internal():
            escalation = self.env["integration.escalation"]
            others = escalation._get_others(self)
            escalation._note_accounts("password", others, "reset")
        return super()._action_reset_password(signup_type=signup_type)
