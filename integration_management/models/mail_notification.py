# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, models
from odoo.fields import Domain


class MailNotification(models.Model):
    """Who was told of what is nobody else's business.

    Odoo lets every employee read all notifications, and with them the subjects.
    """

    _inherit = "mail.notification"

    @api.model
    def _access_domain(self):
        """Return the domain of what the user got, or wrote."""
        partner = self.env.user.partner_id
        return Domain("res_partner_id", "=", partner.id) | Domain(
            "author_id", "=", partner.id
        )
