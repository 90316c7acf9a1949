# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models

from ..logic import contacts


class IntegrationSession(models.Model):
    """Buttons of sessions, and the choice of minutes in the quick entry."""

    _inherit = "integration.session"

    preset = fields.Selection(
        [(str(minutes), f"{minutes} min") for minutes in contacts.MINUTES],
        string="Duration",
        compute="_compute_preset",
        inverse="_inverse_preset",
        compute_sudo=False,
    )

    @api.depends("minutes")
    def _compute_preset(self):
        for session in self:
            known = session.minutes in contacts.MINUTES
            session.preset = str(session.minutes) if known else False

    def _inverse_preset(self):
        """The minutes themselves are saved; this only shows them."""

    @api.onchange("preset")
    def _onchange_preset(self):
        if self.preset and self.minutes != int(self.preset):
            self.minutes = int(self.preset)
            self._onchange_minutes()

    def action_hold(self):
        """Document that the sessions took place."""
        self.write({"state": "held"})

    def action_miss(self):
        """Note that the client did not come; nothing follows from it."""
        self.write({"state": "missed"})

    def action_cancel(self):
        """Call the sessions off and clear the calendar."""
        self.write({"state": "cancelled"})

    def action_replan(self):
        """Plan cancelled or missed sessions again."""
        self.write({"state": "planned"})

    def action_save_and_new(self):
        """Go on with the next contact; the form has saved this one."""
        return self.env["ir.actions.act_window"]._for_xml_id(
            "integration_management.integration_session_action_quick"
        )

    def _get_form_action(self):
        """Return the action that opens the session in a dialog."""
        self.ensure_one()
        return {
            "type": "ir.actions.act_window",
            "res_model": self._name,
            "res_id": self.id,
            "views": [(False, "form")],
            "target": "new",
            "name": self.env._("Session"),
        }
