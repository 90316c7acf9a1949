# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from datetime import timedelta
from email import message_from_bytes
from unittest.mock import patch

from freezegun import freeze_time

from odoo import fields
from odoo.exceptions import UserError
from odoo.tests import tagged

from odoo.addons.sms.tests.common import MockSMS

from .common import IntegrationCommon
from .smtp_server import running


@freeze_time("2026-05-04 09:00:00")
@tagged("integration_reminder")
class TestReminder(IntegrationCommon, MockSMS):
    """What is due goes out once, by the way consented to, and leaves no trace."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.case.write(
            {
                "phone": "0171 3920000",
                "mail_address": "amina@example.org",
                "street": "Weg 1",
                "city": "Neckarfelden",
                "text_language": "en",
            }
        )
        cls.reminders = cls.env["integration.reminder"]
        cls.case.company_id.sudo().country_id = cls.env.ref("base.de")

    def _consent(self, **ways):
        consent = self.case.env["integration.consent"].create(
            {
                "case_id": self.case.id,
                "purpose": "channel",
                "text_language": "de",
                "asked_on": "2026-05-01",
                **(ways or {"allows_sms": True}),
            }
        )
        consent.action_give()
        return consent

    def _session(self, days=7):
        start = fields.Datetime.now() + timedelta(days=days)
        return self.case.env["integration.session"].create(
            {"case_id": self.case.id, "start": start, "minutes": 45}
        )

    def _send_due(self):
        # Odoo's tests of SMS are in the registry's test mode already.
        self.env.flush_all()
        cron = self.env.ref("integration_management.ir_cron_send_reminders")
        cron.method_direct_trigger()
        self.env.invalidate_all()

    def test_nothing_without_consent(self):
        session = self._session()
        self.assertFalse(session.reminder_ids)
        self._consent(allows_letter=True).action_withdraw()
        self.assertNotIn("planned", session.reminder_ids.mapped("state"))

    def test_planned_with_consent_whichever_comes_first(self):
        before = self._session()
        self._consent()
        after = self._session(9)
        for session in (before, after):
            [reminder] = session.reminder_ids
            self.assertEqual(reminder.channel, "sms")
            self.assertEqual(reminder.send_at, session.start - timedelta(days=2))
        self.assertIn("SMS", before.reminder_label)

    def test_follows_the_appointment(self):
        self._consent()
        session = self._session()
        session.start += timedelta(days=3)
        [reminder] = session.reminder_ids
        self.assertEqual(reminder.send_at, session.start - timedelta(days=2))
        session.action_cancel()
        self.assertEqual(reminder.state, "cancelled")

    def test_withdrawal_stops_it_at_once(self):
        consent = self._consent()
        session = self._session()
        consent.action_withdraw()
        self.assertEqual(session.reminder_ids.state, "cancelled")
        with freeze_time("2026-05-09 09:00:00"), self.mockSMSGateway():
            self._send_due()
        self.assertFalse(self._sms)

    def test_withdrawn_behind_the_back_is_not_sent(self):
        """The last look is at the moment of sending."""
        self._consent()
        session = self._session()
        self.env.cr.execute("UPDATE integration_consent SET state = 'withdrawn'")
        self.env.invalidate_all()
        with freeze_time("2026-05-09 09:00:00"), self.mockSMSGateway():
            self._send_due()
        self.assertFalse(self._sms)
        self.assertEqual(session.reminder_ids.state, "cancelled")

    def test_sms_goes_out_once_and_leaves_nothing(self):
        self._consent()
        session = self._session()
        with freeze_time("2026-05-09 09:00:00"), self.mockSMSGateway():
            self._send_due()
            [sms] = self._sms
        with freeze_time("2026-05-09 09:30:00"), self.mockSMSGateway():
            self._send_due()
            self.assertFalse(self._sms)
        self.assertEqual(sms["number"], "+491713920000")
        self.assertIn("11:00", sms["body"])
        for word in (
            self.case.number,
            "Amina",
            self.case.company_id.name,
            "Integration",
        ):
            self.assertNotIn(word, sms["body"])
        reminder = session.reminder_ids
        self.assertEqual(reminder.state, "sent")
        self.assertFalse(self.env["sms.sms"].search([("number", "like", "3920000")]))
        self.assertFalse(self.env["mail.mail"].search([("body", "like", "11:00")]))

    def test_not_before_it_is_due_and_not_at_night(self):
        self._consent()
        session = self._session()
        with freeze_time("2026-05-08 09:00:00"), self.mockSMSGateway():
            self._send_due()
        self.assertFalse(self._sms)
        with freeze_time("2026-05-09 21:30:00"), self.mockSMSGateway():
            self._send_due()
        self.assertFalse(self._sms)
        self.assertEqual(
            session.reminder_ids.send_at,
            fields.Datetime.to_datetime("2026-05-10 06:00:00"),
        )

    def test_gateway_that_refuses(self):
        self._consent()
        session = self._session()
        with (
            freeze_time("2026-05-09 09:00:00"),
            self.mockSMSGateway(sim_error="credit"),
        ):
            self._send_due()
            reminder = session.reminder_ids
            self.assertEqual((reminder.state, reminder.failure), ("failed", "gateway"))
            day = self.env["integration.my.day"].with_user(self.manager_a).get_my_day()
            self.assertEqual([r["id"] for r in day["reminders"]], reminder.ids)
        self.assertFalse(self.env["sms.sms"].search([("number", "like", "3920000")]))

    def test_email_is_neutral_and_leaves_nothing(self):
        self._consent(allows_email=True)
        self.case.company_id.sudo().integration_reminder_from = "termin@example.org"
        session = self._session()
        servers = self.env["ir.mail_server"]
        servers.search([]).active = False
        sending = patch.object(type(servers), "_disable_send", lambda _self: False)
        with freeze_time("2026-05-09 09:00:00"), running() as (port, messages):
            servers.create(
                {"name": "x", "smtp_host": "127.0.0.1", "smtp_port": port}
            ).smtp_encryption = "none"
            with sending:
                self._send_due()
        [(recipients, content)] = messages
        message = message_from_bytes(content)
        self.assertEqual(recipients, ["amina@example.org"])
        self.assertIn("termin@example.org", message["From"])
        self.assertIn(message["Subject"], ("Appointment", "Termin"))
        self.assertNotIn(self.case.number, message.as_string())
        self.assertEqual(session.reminder_ids.state, "sent")
        self.assertFalse(self.env["mail.mail"].search([("email_to", "like", "amina@")]))

    def test_letters_wait_for_the_manager(self):
        self._consent(allows_letter=True)
        session = self._session()
        with freeze_time("2026-05-09 09:00:00"):
            self._send_due()
            reminder = session.reminder_ids
            self.assertEqual(reminder.state, "planned")
            day = self.env["integration.my.day"].with_user(self.manager_a).get_my_day()
            self.assertEqual([r["id"] for r in day["reminders"]], reminder.ids)
            reminder.action_mark_sent()
        self.assertEqual(reminder.state, "sent")

    def test_by_own_phone(self):
        self._consent()
        reminder = self._session().reminder_ids
        action = reminder.action_open_phone()
        self.assertTrue(action["url"].startswith("sms:+491713920000?body="))
        self.assertEqual(reminder.state, "sent")

    def test_nobody_edits_or_forges(self):
        self._consent()
        reminder = self._session().reminder_ids
        for vals in ({"channel": "email"}, {"state": "sent"}, {"send_at": False}):
            with self.subTest(vals=vals), self.assertRaises(UserError):
                reminder.write(vals)
        forged = reminder.create({"case_id": self.case.id, "channel": "sms"})
        self.assertEqual((forged.state, forged.channel), ("cancelled", False))
