# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from datetime import date

from freezegun import freeze_time

from .grant_common import GrantCommon

_ACTIVITY = "integration_management.mail_activity_type_funding_end"


class TestPositionReminder(GrantCommon):
    def _remind(self, day):
        with freeze_time(f"{day} 12:00:00"):
            self._run_cron("ir_cron_remind_funding")
        return self.env["mail.activity"].search(
            [
                ("activity_type_id", "=", self.env.ref(_ACTIVITY).id),
                ("res_id", "=", self.position.id),
            ]
        )

    def setUp(self):
        super().setUp()
        # Ends on 31 December 2026; positions of a demo are none of this test.
        everything = self.env["integration.position"].search([]) - self.position
        everything.grant_id = False

    def test_six_and_three_months_before_once_each(self):
        self.assertFalse(self._remind("2026-06-29"))
        first = self._remind("2026-06-30")
        self.assertEqual(first.user_id, self.reporting)
        self.assertEqual(first.date_deadline, date(2026, 12, 31))
        self.assertEqual(self._remind("2026-07-15"), first)
        first.action_done()
        self.assertFalse(self._remind("2026-08-01"))
        second = self._remind("2026-09-30")
        self.assertEqual(len(second), 1)
        self.assertEqual(self._remind("2026-12-31"), second)

    def test_a_new_reminder_replaces_the_first(self):
        first = self._remind("2026-06-30")
        second = self._remind("2026-10-01")
        self.assertEqual(len(second), 1)
        self.assertNotEqual(first, second)

    def test_another_end_is_another_reminder(self):
        self._remind("2026-10-01").action_done()
        self.grant.date_to = date(2026, 12, 15)
        self.assertEqual(self._remind("2026-10-02").date_deadline, date(2026, 12, 15))

    def test_officers_of_this_carrier_only(self):
        colleague = self._new_user(
            "reporting_b", "integration_management.group_integration_reporting"
        )
        gone = self._new_user(
            "reporting_c", "integration_management.group_integration_reporting"
        )
        gone.active = False
        reminders = self._remind("2026-10-01")
        self.assertLessEqual(self.reporting | colleague, reminders.user_id)
        self.assertFalse(reminders.user_id & (self.other_officer | gone))
        self.assertNotIn(self.manager_a, reminders.user_id)

    def test_no_mail_and_no_name(self):
        mails = self.env["mail.mail"].search_count([])
        reminder = self._remind("2026-10-01")
        self.assertEqual(self.env["mail.mail"].search_count([]), mails)
        self.assertNotIn(self.manager_a.name, f"{reminder.summary} {reminder.note}")
        self.assertEqual(reminder.res_name, "IM-01")

    def test_in_the_language_of_the_officer(self):
        self.env["res.lang"]._activate_lang("de_DE")
        self.reporting.lang = "de_DE"
        kind = self.env.ref(_ACTIVITY).with_context(lang="de_DE")
        kind.summary = "Auf Deutsch"
        self.assertEqual(self._remind("2026-10-01").summary, "Auf Deutsch")

    def test_half_a_year_before_the_end_of_august(self):
        """Six months before 31 August is the last day of February."""
        self.grant.date_to = date(2026, 8, 31)
        self.assertFalse(self._remind("2026-02-27"))
        self.assertTrue(self._remind("2026-02-28"))
