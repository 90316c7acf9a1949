# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import models


class ResPartner(models.Model):
    _inherit = "res.partner"

    def _get_needaction_count(self):
        """Count what the inbox shows: nothing about cases one can no longer open."""
        notifications = self.env["mail.notification"]
        notifications = notifications.sudo(False)  # sudo: off, to count what is shown
        if self != self.env.user.partner_id or not notifications.has_access("read"):
            return super()._get_needaction_count()
        return notifications.search_count(
            [("res_partner_id", "=", self.id), ("is_read", "=", False)]
        )
