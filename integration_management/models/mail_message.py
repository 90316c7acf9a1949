# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, models


class MailMessage(models.Model):
    _inherit = "mail.message"

    @api.constrains("model", "res_id", "partner_ids")
    def _check_integration_access(self):
        protected = self.env["integration.protected"]
        for message in self.filtered("partner_ids"):
            protected._check_entitled(
                message.model, message.res_id, message.partner_ids
            )
