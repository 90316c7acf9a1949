# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, models


class IrProfile(models.Model):
    """Stays off: administrators could read what the queries of others hold."""

    _inherit = "ir.profile"

    @api.model
    def set_profiling(self, profile=None, collectors=None, params=None):
        """Write down all queries of the session, with their values.

        :raise AccessError: to switch it on is locked; a link is enough to do it
        """
        lockdown = self.env["integration.lockdown"]
        if profile and not lockdown._is_open():
            lockdown._refuse(self)
        return super().set_profiling(profile, collectors, params)
