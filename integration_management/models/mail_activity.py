# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, models


class MailActivity(models.Model):
    _inherit = "mail.activity"

    @api.constrains("res_model_id", "res_id", "user_id")
    def _check_integration_access(self):
        protected = self.env["integration.protected"]
        for activity in self:
            protected._check_entitled(
                activity.res_model, activity.res_id, activity.user_id.partner_id
            )
