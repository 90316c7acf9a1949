# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, models
from odoo.fields import Domain


class IrRule(models.Model):
    _inherit = "ir.rule"

    @api.model
    def _compute_domain(self, model_name, mode="read"):
        """Hide the key that Odoo signs with, see `ir.config_parameter`."""
        domain = super()._compute_domain(model_name, mode)
        if model_name == "ir.config_parameter" and not self.env.su:
            domain &= Domain("key", "!=", "database.secret")
        return domain
