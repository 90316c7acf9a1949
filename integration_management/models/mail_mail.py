# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, models
from odoo.exceptions import UserError


class MailMail(models.Model):
    _inherit = "mail.mail"

    @api.constrains("mail_message_id")
    def _check_integration_access(self):
        """Let nothing about a case into the queue that administrators can read.

        :raise UserError: for e-mails about a case, whoever writes them
        """
        protected = self.env["integration.protected"]
        models = self.mapped("mail_message_id.model")
        if any(name and protected._is_protected(name) for name in models):
            raise UserError(
                self.env._(
                    "E-mails cannot be sent from a case: they would be readable outside"
                    " it. Please write a note, or use your own mailbox."
                )
            )
