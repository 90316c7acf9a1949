# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models


class IntegrationCase(models.Model):
    """What a deputy learns of a case, and who stands in for its manager."""

    _inherit = "integration.case"

    deputy_contact = fields.Selection(
        [
            ("phone", "By phone"),
            ("messenger", "By messenger"),
            ("mail", "By email"),
            ("post", "By letter"),
        ],
        string="Deputies may reach the client",
        help="All that a deputy learns without the client's consent to open the file,"
        " apart from the number and the next appointments. Empty: nothing.",
    )

    @api.model_create_multi
    def create(self, vals_list):
        cases = super().create(vals_list)
        deputyships = self.env["integration.deputyship"]
        current = deputyships._get_current_of(cases.manager_id)
        current.filtered(lambda d: d.scope == "all")._update_access()
        return cases

    def action_appoint_deputy(self):
        """Open a new deputyship for these cases."""
        self._check_owner()
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("Appoint a deputy"),
            "res_model": "integration.deputyship",
            "views": [(False, "form")],
            "context": {"default_scope": "chosen", "default_case_ids": self.ids},
        }
