# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import models


class IrModuleModule(models.Model):
    """Refuses to remove the addon, and all cases with it, from the browser."""

    _inherit = "ir.module.module"

    def module_uninstall(self):
        # Before anything is dropped; it also marks the modules, but afterwards.
        self.env["integration.lockdown"]._check(self, {"state": "uninstalled"})
        return super().module_uninstall()
