# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, models


class IntegrationNotice(models.AbstractModel):
    """Tells a colleague something that is safe to read over their shoulder."""

    _name = "integration.notice"
    _description = "Neutral Notice"

    @api.model
    def _send(self, user, body, subject=None):
        """Send `user` a notice by Odoo's inbox or e-mail, as they prefer.

        :param body: text without personal data of clients, in the user's language
        """
        env = self.with_context(lang=user.lang).env
        threads = self.env["mail.thread"].sudo()  # sudo: the sender may lack rights
        threads.message_notify(
            partner_ids=user.partner_id.ids,
            author_id=self.env.ref("base.partner_root").id,
            subject=subject or env._("Integration management"),
            body=body,
            force_send=False,
        )
