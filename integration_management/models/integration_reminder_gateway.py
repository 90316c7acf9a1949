# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import logging

from odoo import api, models
from odoo.tools import email_normalize

from odoo.addons.base.models.ir_mail_server import MailDeliveryException
from odoo.addons.phone_validation.tools import phone_validation

_logger = logging.getLogger(__name__)


class IntegrationReminderGateway(models.AbstractModel):
    """Hands reminders to Odoo's SMS gateway and mail server, and leaves no copy.

    Neither a queue nor a log keeps number, address or text: Settings administrators
    read both.
    """

    _name = "integration.reminder.gateway"
    _description = "Ways to the Client"

    @api.model
    def _send_sms(self, reminder):
        """Send by SMS and return why it failed, if it did."""
        number = reminder._get_number()
        if not number:
            return "address"
        messages = self.env["sms.sms"].sudo()  # sudo: the gateway's own queue
        sms = messages.create({"number": number, "body": reminder._get_text()})
        sms.send(unlink_failed=False, unlink_sent=False, raise_exception=False)
        is_taken = sms.state in ("process", "pending", "sent")
        sms.sms_tracker_id.unlink()
        sms.unlink()
        return None if is_taken else "gateway"

    @api.model
    def _send_email(self, reminder):
        """Send by e-mail and return why it failed, if it did.

        Straight to the mail server: no message is stored, none can be read here.
        """
        address = email_normalize(reminder.case_id.mail_address)
        if not address:
            return "address"
        servers = self.env["ir.mail_server"].sudo()  # sudo: the server's settings
        company = reminder.case_id.company_id
        sender = (
            company.integration_reminder_from or servers._get_default_from_address()
        )
        message = servers._build_email__(
            email_from=sender or company.email,
            email_to=[address],
            subject=reminder._get_words().own("remind.subject"),
            body=reminder._get_text(),
        )
        try:
            servers.send_email(message)
        except (AssertionError, MailDeliveryException, OSError) as error:
            _logger.info("A reminder was not sent: %s", type(error).__name__)
            return "gateway"
        return None

    @api.model
    def _get_number(self, phone):
        """Return a number in international form, or an empty text."""
        if not phone:
            return ""
        country = self.env.company.country_id
        return phone_validation.phone_format(
            phone,
            country.code or "DE",
            country.phone_code or 49,
            force_format="E164",
            raise_exception=False,
        )
