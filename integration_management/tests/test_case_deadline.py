# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from datetime import date, timedelta

from freezegun import freeze_time

from odoo.exceptions import UserError, ValidationError

from .common import IntegrationCommon

TODAY = "2026-05-04"


@freeze_time(f"{TODAY} 10:00:00")
class TestCaseDeadline(IntegrationCommon):
    def setUp(self):
        super().setUp()
        self.case = self._create_case(counselling_start="2026-05-01")

    def _lights(self, **deadlines):
        self.case.write(deadlines)
        return self.case.traffic_light, self.case.deadline_kind

    def test_limit_follows_the_programme_in_force(self):
        self.assertEqual(self.case.limit_date, date(2029, 4, 30))
        self.case.write(
            {"limit_extension_months": 12, "limit_extension_reason": "Long illness"}
        )
        self.assertEqual(self.case.limit_date, date(2030, 4, 30))

    def test_a_new_rule_reaches_running_cases(self):
        self.env["integration.funding.program"].create(
            {
                "name": "Next rule",
                "valid_from": "2026-05-01",
                "limit_months": 24,
                "limit_max_months": 24,
            }
        )
        self.assertEqual(self.case.limit_date, date(2028, 4, 30))

    def test_a_rule_without_limit(self):
        programs = self.env["integration.funding.program"].search([])
        programs.write({"limit_months": 0})
        self.assertFalse(self.case.limit_date)

    def test_limit_beyond_48_months_is_refused(self):
        with self.assertRaisesRegex(ValidationError, "at most 48 months"):
            self.case.write(
                {"limit_extension_months": 13, "limit_extension_reason": "x"}
            )

    def test_extension_without_reason_is_refused(self):
        with self.assertRaisesRegex(ValidationError, "needs a reason"):
            self.case.limit_extension_months = 6
        with self.assertRaisesRegex(ValidationError, "at most"):
            self.case.write(
                {"limit_extension_months": -1, "limit_extension_reason": "x"}
            )

    def test_counselling_does_not_start_tomorrow(self):
        with self.assertRaisesRegex(ValidationError, "in the future"):
            self.case.counselling_start = "2026-05-05"

    def test_light_of_a_fresh_case_is_green(self):
        self.assertEqual(self._lights(), ("green", "contact"))

    def test_light_of_reviews(self):
        self.assertEqual(self._lights(next_review="2026-05-30"), ("green", "review"))
        self.assertEqual(self._lights(next_review="2026-05-18"), ("yellow", "review"))
        self.assertEqual(self._lights(next_review=TODAY), ("yellow", "review"))
        self.assertEqual(self._lights(next_review="2026-05-03"), ("red", "review"))

    def test_missing_contact_turns_red(self):
        self.case.counselling_start = "2026-02-01"
        self.assertEqual(self._lights(), ("red", "contact"))

    def test_settings_of_the_carrier_count(self):
        self.case.next_review = "2026-06-30"
        self.assertEqual(self.case.traffic_light, "green")
        self.case.sudo().company_id.integration_warning_days = 90
        self.assertEqual(self.case.traffic_light, "yellow")

    def test_a_closed_case_has_no_deadlines(self):
        self.case.next_review = "2026-05-01"
        self._close()
        self.assertFalse(self.case.deadline)
        self.assertEqual(self.case.traffic_light, "green")

    def _close(self):
        self.case.closing_reason_id = self.env["integration.term"].search(
            [("kind", "=", "closing_reason")], limit=1
        )
        self.case.action_confirm_close()

    def test_closing_needs_a_reason(self):
        for close in (
            self.case.action_confirm_close,
            lambda: self.case.write({"stage_id": self._stage("closed").id}),
        ):
            with self.assertRaisesRegex(UserError, "reason"), self.cr.savepoint():
                close()
        self.case.invalidate_recordset()
        self.assertEqual(self.case.stage_code, "intake")

    def test_the_closing_day_follows_the_stage(self):
        reason = self._term("closing_reason", "goals_reached")
        self.case.write({"closed_on": "2026-05-01", "closing_reason_id": reason.id})
        self.assertFalse(self.case.closed_on)
        self._close()
        self.case.closed_on = False
        self.assertEqual(self.case.closed_on, date(2026, 5, 4))

    def test_close_and_reopen(self):
        self._close()
        self.assertEqual(self.case.closed_on, date(2026, 5, 4))
        with self.assertRaisesRegex(UserError, "cannot become"):
            self.case.stage_id = self._stage("monitoring")
        self.case.invalidate_recordset()
        self.case.action_reopen()
        self.assertEqual(self.case.stage_code, "intake")
        self.assertFalse(self.case.closed_on or self.case.closing_reason_id)

    def test_reminders_come_once_per_deadline(self):
        self.case.next_review = "2026-05-10"
        self._run_cron("ir_cron_remind")
        activity = self.case.sudo().activity_ids
        self.assertEqual(activity.date_deadline, date(2026, 5, 10))
        self.assertEqual(activity.user_id, self.manager_a)
        self._run_cron("ir_cron_remind")
        self.assertEqual(self.case.sudo().activity_ids, activity)
        self.case.next_review = "2026-05-12"
        self._run_cron("ir_cron_remind")
        self.assertEqual(len(self.case.sudo().activity_ids), 2)

    def test_reminders_speak_the_managers_language(self):
        self.manager_a.lang = "de_DE"
        self.case.next_review = "2026-05-10"
        self._run_cron("ir_cron_remind")
        activity = self.case.sudo().activity_ids
        kind = activity.activity_type_id
        german = kind.with_context(lang="de_DE").summary
        self.assertEqual(activity.summary, german)
        self.assertNotEqual(german, kind.with_context(lang="en_US").summary)

    def test_reminders_tell_nothing_and_mail_nothing(self):
        self.case.write({"next_review": "2026-05-10", "first_name": "Amina"})
        mails = self.env["mail.mail"].search_count([])
        self._run_cron("ir_cron_remind")
        activity = self.case.sudo().activity_ids
        self.assertEqual(activity.res_name, self.case.number)
        self.assertNotIn("Amina", f"{activity.summary} {activity.note}")
        self.assertEqual(self.env["mail.mail"].search_count([]), mails)

    def test_limit_is_announced(self):
        limit = self.case.limit_date
        with freeze_time(limit - timedelta(days=181)):
            self._run_cron("ir_cron_remind")
            self.assertNotIn(
                limit, self.case.sudo().activity_ids.mapped("date_deadline")
            )
        with freeze_time(limit - timedelta(days=180)):
            self._run_cron("ir_cron_remind")
            self.assertIn(limit, self.case.sudo().activity_ids.mapped("date_deadline"))
