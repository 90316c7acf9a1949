# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import models


class IrModelFields(models.Model):
    """Refuses to drop columns of modules, whatever the context says.

    Odoo looks for the word before it comes to `base`, where we take it away.
    """

    _inherit = "ir.model.fields"

    def unlink(self):
        locked = self.env["integration.lockdown"]._without_force(self)
        return super(IrModelFields, locked).unlink()
