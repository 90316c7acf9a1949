# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, models


class MailThread(models.AbstractModel):
    """Keeps what is written about a case inside: no e-mail, no push service, no bus."""

    _inherit = "mail.thread"

    def _notify_get_recipients(self, message, msg_vals=False, **kwargs):
        """Notify in the inbox only, and only those who may open the case today."""
        recipients = super()._notify_get_recipients(message, msg_vals, **kwargs)
        record = self._get_protected_record(message)
        if record is None:
            return recipients
        users = self.env["res.users"]
        return [
            {**recipient, "notif": "inbox"}
            for recipient in recipients
            if recipient["uid"]
            and record.with_user(users.browse(recipient["uid"])).has_access("read")
        ]

    def _notify_thread_by_inbox(
        self, message, recipients_data, msg_vals=False, **kwargs
    ):
        """Write the notifications down without sending the text over the bus."""
        if self._get_protected_record(message) is None:
            return super()._notify_thread_by_inbox(
                message, recipients_data, msg_vals=msg_vals, **kwargs
            )
        notifications = self.env["mail.notification"].sudo()  # sudo: as Odoo does
        notifications.create(
            [
                {
                    "author_id": message.author_id.id,
                    "mail_message_id": message.id,
                    "notification_status": "sent",
                    "notification_type": "inbox",
                    "res_partner_id": recipient["id"],
                }
                for recipient in recipients_data
            ]
        )
        return None

    def _notify_thread_by_web_push(
        self, message, recipients_data, msg_vals=False, **kwargs
    ):
        """Hand no text about a case to the push services of browser makers."""
        if self._get_protected_record(message) is not None:
            return None
        return super()._notify_thread_by_web_push(
            message, recipients_data, msg_vals=msg_vals, **kwargs
        )

    def _message_update_content(self, message, /, **kwargs):
        """Change a note without sending the text over the bus."""
        if self._get_protected_record(message) is not None:
            # Whoever sends this word along only hears less.
            message = message.with_context(integration_no_bus=True)
        return super()._message_update_content(message, **kwargs)

    @api.model
    def _routing_check_route(self, message, message_dict, route, raise_exception=True):
        """Drop incoming e-mails that would become part of a case."""
        if route[0] and self.env["integration.protected"]._is_protected(route[0]):
            return ()
        return super()._routing_check_route(
            message, message_dict, route, raise_exception=raise_exception
        )

    @api.model
    def _get_protected_record(self, message):
        """Return the protected record that `message` is about, or None."""
        message = message.sudo()  # sudo: only where the message belongs
        protected = self.env["integration.protected"]
        if not message.model or not protected._is_protected(message.model):
            return None
        record = self.env[message.model].sudo(False)  # sudo: off, rights are asked
        return record.browse(message.res_id)
