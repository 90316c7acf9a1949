# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, models


class MailLinkPreview(models.Model):
    _inherit = "mail.link.preview"

    @api.model
    def _create_from_message_and_notify(self, message, request_url=None):
        """Fetch nothing that is linked in notes about a case.

        The other side would notice, and administrators could read the addresses.
        """
        if self.env["mail.thread"]._get_protected_record(message) is not None:
            return None
        return super()._create_from_message_and_notify(message, request_url)
