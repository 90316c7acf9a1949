# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, models


class MailFollowers(models.Model):
    _inherit = "mail.followers"

    @api.constrains("res_model", "res_id", "partner_id")
    def _check_integration_access(self):
        protected = self.env["integration.protected"]
        for follower in self:
            protected._check_entitled(
                follower.res_model, follower.res_id, follower.partner_id
            )
