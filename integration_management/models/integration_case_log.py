# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import models


class IntegrationCase(models.Model):
    _inherit = "integration.case"

    def action_view_access_log(self):
        """Return the action that shows who looked at this case."""
        self.ensure_one().check_access("read")
        action = self.env["ir.actions.act_window"]._for_xml_id(
            "integration_management.integration_access_log_action_case"
        )
        action["domain"] = [("numbers", "=", self.number)]
        return action
