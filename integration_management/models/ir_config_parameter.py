# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, models
from odoo.exceptions import AccessError


class IrConfigParameter(models.Model):
    """Keeps the key that Odoo signs with to Odoo.

    Whoever knows it can sign addresses that open files and set passwords.
    """

    _inherit = "ir.config_parameter"

    @api.model
    def get_param(self, key, default=False):
        if key == "database.secret" and not self.env.su:
            raise AccessError(self.env._("This parameter is not shown to anybody."))
        return super().get_param(key, default)
