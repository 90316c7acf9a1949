# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import models


class IrModelAccess(models.Model):
    _inherit = "ir.model.access"

    def _make_access_error(self, model, mode):
        """Note who tries to open a kind of data that the role has no right to."""
        if self.env["integration.protected"]._is_protected(model):
            self.env["integration.access.log"]._log_refusal("denied", model)
        return super()._make_access_error(model, mode)
