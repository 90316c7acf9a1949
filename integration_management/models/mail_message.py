# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, models
from odoo.exceptions import UserError


class MailMessage(models.Model):
    _inherit = "mail.message"

    @api.constrains("model", "res_id", "partner_ids", "outgoing_email_to")
    def _check_integration_access(self):
        """Keep messages about a case among those who may open it.

        :raise UserError: for recipients without access, and for e-mail addresses
        """
        protected = self.env["integration.protected"]
        for message in self.filtered(lambda m: m.partner_ids or m.outgoing_email_to):
            protected._check_entitled(
                message.model, message.res_id, message.partner_ids
            )
            is_ours = message.model and protected._is_protected(message.model)
            if is_ours and message.outgoing_email_to:
                raise UserError(
                    self.env._(
                        "E-mails cannot be sent from a case: they would be readable"
                        " outside it. Please write a note, or use your own mailbox."
                    )
                )

    def _bus_channel(self):
        """Hold back what `mail.thread._message_update_content` sends about a case."""
        if self.env.context.get("integration_no_bus"):
            return self.browse()
        return super()._bus_channel()
