# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from datetime import timedelta

from psycopg2 import IntegrityError

from odoo import fields
from odoo.exceptions import UserError, ValidationError
from odoo.tools import mute_logger

from .enquiry_common import CANARY, EnquiryCommon


class TestEnquiry(EnquiryCommon):
    """From the call to the case, with nothing left in between."""

    def test_taking_opens_a_case_with_what_is_known(self):
        self._offer(self.manager_a, self.manager_b)
        self.assertEqual(self.enquiry.state, "offered")
        action = self._as(self.manager_a).action_take()
        case = self.env["integration.case"].browse(action["res_id"])
        self.assertEqual(case.manager_id, self.manager_a)
        self.assertEqual(case.phone, CANARY)
        self.assertEqual(case.language_ids, self.language)
        self.assertEqual(case.site_id, self.site)
        self.assertEqual(case.access_route_id.code, "volunteer")
        self.assertFalse(self.enquiry.exists())
        self.assertEqual(self._counts(), ["taken"])

    def test_managers_have_no_empty_column(self):
        self._offer(self.manager_a)
        for user, states in ((self.manager_a, 1), (self.coordinator, 2)):
            enquiries = self.enquiries.with_user(user)
            enquiries = enquiries.with_context(read_group_expand=True)
            result = enquiries.web_read_group([], ["state"], ["__count"])
            self.assertEqual(len(result["groups"]), states)

    def test_each_channel_goes_where_it_belongs(self):
        for kind, channel in (
            ("mail_address", "a@b.example"),
            ("messenger", "Signal 0171 3920012"),
        ):
            enquiry = self._create_enquiry(channel_kind=kind, channel=channel)
            self._offer(self.manager_a, enquiry=enquiry)
            action = self._as(self.manager_a, enquiry).action_take()
            case = self.env["integration.case"].browse(action["res_id"])
            self.assertEqual(case[kind], channel)

    def test_who_comes_second_is_told_neutrally(self):
        self._offer(self.manager_a, self.manager_b)
        self._as(self.manager_a).action_take()
        with self.assertRefused(UserError, "no longer offered to you"):
            self._as(self.manager_b).action_take()

    def test_nobody_takes_what_is_not_offered_to_them(self):
        self._offer(self.manager_a)
        for user in self.manager_b | self.coordinator | self.settings_admin:
            with self.assertRefused(UserError, "no longer offered to you"):
                self._as(user).action_take()

    def test_declining_leaves_no_trace(self):
        self._offer(self.manager_a, self.manager_b)
        self._as(self.manager_a).action_decline()
        self.assertFalse(self._as(self.manager_a).has_access("read"))
        self.assertEqual(self.enquiry.offer_ids.user_id, self.manager_b)
        self._as(self.manager_b).action_decline()
        self.assertEqual(self.enquiry.state, "new")

    def test_an_offer_lapses_with_its_last_day(self):
        self._offer(self.manager_a)
        today = fields.Date.context_today(self.enquiry)
        offer = self.enquiry.offer_ids.sudo()
        self.assertEqual(offer.valid_until, today + timedelta(days=5))
        offer.valid_until = today - timedelta(days=2)
        self.env.flush_all()
        self.assertFalse(self._as(self.manager_a).has_access("read"))
        with self.assertRefused(UserError, "no longer offered to you"):
            self._as(self.manager_a).action_take()
        self._run_cron("ir_cron_forget_enquiries")
        self.assertEqual(self.enquiry.state, "new")
        self.assertFalse(offer.exists())

    def test_time_is_over(self):
        today = fields.Date.context_today(self.enquiry)
        old = self._create_enquiry(received_on=today - timedelta(days=32))
        young = self._create_enquiry(received_on=today - timedelta(days=28))
        self._offer(self.manager_a, enquiry=old)
        self._run_cron("ir_cron_forget_enquiries")
        self.assertEqual((old | young).exists(), young)
        self.assertEqual(self._counts(), ["expired"])
        self.env.company.integration_enquiry_days = 20
        self._run_cron("ir_cron_forget_enquiries")
        self.assertFalse(young.exists())

    def test_deleted_means_gone(self):
        """Taken, settled or expired: no table of the database has the number."""
        self._offer(self.manager_a)
        other, third = self._create_enquiry(), self._create_enquiry()
        self._offer(self.manager_b, enquiry=other)
        ids = (self.enquiry | other | third).ids
        self._as(self.manager_b, other).action_decline()
        other.action_settle()
        third.unlink()
        self._as(self.manager_a).action_take().get("res_id")
        self.env["integration.case"].search([]).unlink()
        self.env.flush_all()
        self.assertEqual(self._tables_with(CANARY), [])
        for model, field in (
            ("mail.message", "model"),
            ("mail.activity", "res_model"),
            ("ir.attachment", "res_model"),
            ("mail.followers", "res_model"),
        ):
            domain = [(field, "=", "integration.enquiry"), ("res_id", "in", ids)]
            found = self.env[model].with_context(active_test=False).search(domain)
            self.assertFalse(found, model)
        self.assertFalse(self._reminders(self.manager_a | self.manager_b))
        self.assertEqual(sorted(self._counts()), ["settled", "settled", "taken"])

    def _tables_with(self, text):
        self.env.cr.execute(
            "SELECT table_name, column_name FROM information_schema.columns"
            " WHERE table_schema = 'public' AND data_type IN"
            " ('character varying', 'text', 'jsonb', 'json')"
            " AND (table_name LIKE 'integration%' OR table_name LIKE 'mail%')"
        )
        found = []
        for table, column in self.env.cr.fetchall():
            self.env.cr.execute(
                f'SELECT 1 FROM "{table}" WHERE "{column}"::text LIKE %s LIMIT 1',
                [f"%{text}%"],
            )
            found += [(table, column)] if self.env.cr.fetchone() else []
        return found

    def _reminders(self, users):
        reminder = self.env.ref("integration_management.mail_activity_type_enquiry")
        domain = [("activity_type_id", "=", reminder.id), ("user_id", "in", users.ids)]
        return self.env["mail.activity"].search(domain)

    def test_the_count_tells_nobody_who_took_it(self):
        self._offer(self.manager_a)
        self._as(self.manager_a).action_take()
        self.assertFalse(
            self.env["integration.enquiry.count"]._fields.keys()
            & {"create_uid", "create_date", "write_uid", "write_date"}
        )
        count = self.env["integration.enquiry.count"].search([])
        self.assertEqual(count.month.day, 1)

    def test_reminders_are_neutral_and_nothing_is_mailed(self):
        mails = self.env["mail.mail"].search_count([])
        messages = self.env["mail.message"].search_count([])
        self.manager_a.notification_type = "email"
        self._offer(self.manager_a)
        [reminder] = self._reminders(self.manager_a)
        for told in (reminder.summary, str(reminder.note), str(reminder.res_name)):
            self.assertNotIn("0711", told)
            self.assertNotIn(self.language.name, told)
        self.assertEqual(self.env["mail.mail"].search_count([]), mails)
        self.assertEqual(self.env["mail.message"].search_count([]), messages)
        self.assertEqual(self.enquiry.display_name, f"Enquiry {self.enquiry.id}")
        self._offer()
        self.assertFalse(reminder.exists())

    def test_the_day_cannot_be_put_off(self):
        today = fields.Date.context_today(self.enquiry)
        with self.assertRefused(ValidationError, "future"):
            self._create_enquiry(received_on=today + timedelta(days=2))
        old = self._create_enquiry(received_on=today - timedelta(days=20))
        with self.assertRefused(ValidationError, "put off"):
            old.received_on = today
        with self.assertRaises(IntegrityError), mute_logger("odoo.sql_db"):
            self.env.company.integration_enquiry_days = 365
            self.env.flush_all()

    def test_a_channel_is_no_place_for_a_story(self):
        for channel in ("0711 123, Ahmed", "please ask for the mother", "x" * 80):
            with self.assertRaises(ValidationError):
                self._create_enquiry(channel=channel)
        with self.assertRaises(ValidationError):
            self._create_enquiry(channel_kind="mail_address", channel="0711 123")
        with self.assertRaises(ValidationError):
            self._create_enquiry(hint_id=self.language.id)

    def test_nothing_links_an_enquiry_and_a_case(self):
        for model in ("integration.enquiry", "integration.enquiry.count"):
            for field in self.env[model]._fields.values():
                self.assertNotEqual(field.comodel_name, "integration.case")
        self.assertNotIn(
            "integration.enquiry",
            {f.comodel_name for f in self.env["integration.case"]._fields.values()},
        )
