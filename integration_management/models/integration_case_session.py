# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import models
from odoo.tools.safe_eval import safe_eval


class IntegrationCase(models.Model):
    """From a case to its sessions."""

    _inherit = "integration.case"

    def unlink(self):
        """Take the calendar entries along; the database drops the sessions."""
        cases = self.sudo()  # sudo: entries may stand in a colleague's calendar
        events = cases.session_ids.event_id
        result = super().unlink()
        events.exists().unlink()
        return result

    def action_log_contact(self):
        """Open the quick entry for a contact with this client."""
        self.ensure_one()
        self.check_access("read")
        action = self.env["ir.actions.act_window"]._for_xml_id(
            "integration_management.integration_session_action_quick"
        )
        return self._with_action_context(action, {"default_case_id": self.id})

    def action_plan_session(self):
        """Open the calendar, where new entries are sessions with this client."""
        self.ensure_one()
        self.check_access("read")
        action = self.env["ir.actions.act_window"]._for_xml_id(
            "calendar.action_calendar_event"
        )
        action["name"] = self.env._("Plan a session")
        return self._with_action_context(
            action, {"default_integration_case_id": self.id}
        )

    def _with_action_context(self, action, values):
        """Return `action` with `values` added to its context."""
        context = safe_eval(action["context"] or "{}", {"uid": self.env.uid})
        return {**action, "context": {**context, **values}}
