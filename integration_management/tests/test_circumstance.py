# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from datetime import date

from freezegun import freeze_time

from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.fields import Date
from odoo.tests import Form

from .common import IntegrationCommon


@freeze_time("2026-05-04 10:00:00")
class TestCircumstance(IntegrationCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.facts = cls.env["integration.circumstance"].with_user(cls.manager_a)

    def _record(self, kind, code=None, case=None, **vals):
        vals.update(kind=kind, case_id=(case or self.case).id)
        if code:
            vals["term_id"] = self._term(kind, code).id
        return self.facts.create(vals)

    def test_new_status_ends_the_old_one(self):
        old = self._record("residence", "gestattung", date_from="2024-01-10")
        new = self._record("residence", "ae_24", date_from="2026-04-01")
        self.assertEqual(old.date_to, date(2026, 3, 31))
        self.assertFalse(old.is_current)
        self.assertTrue(new.is_current)
        self.assertFalse(new.date_to)

    def test_undated_status_ends_the_old_one_today(self):
        old = self._record("work", "seeking")
        self._record("work", "minijob")
        self.assertEqual(old.date_to, date(2026, 5, 3))

    def test_later_knowledge_about_the_past_ends_nothing(self):
        current = self._record("residence", "ae_24", date_from="2026-04-01")
        self._record(
            "residence", "gestattung", date_from="2024-01-10", date_to="2026-03-31"
        )
        self.assertFalse(current.date_to)

    def test_what_may_stand_side_by_side_stays(self):
        for kind, first, second in (
            ("benefit", "kindergeld", "wohngeld"),
            ("course", "ik_allg", "vhs"),
            ("language", "de", "en"),
        ):
            with self.subTest(kind=kind):
                old = self._record(kind, first, date_from="2025-01-01")
                self._record(kind, second, date_from="2026-01-01")
                self.assertFalse(old.date_to)

    def test_new_level_of_a_language_ends_the_old_level(self):
        old = self._record("language", "de", date_from="2025-01-01")
        self._record("language", "de", date_from="2026-01-01")
        self.assertEqual(old.date_to, date(2025, 12, 31))

    def test_other_cases_are_left_alone(self):
        other = self._record("work", "seeking", case=self._create_case())
        self._record("work", "minijob")
        self.assertFalse(other.date_to)

    def test_form_says_what_will_end(self):
        self._record("accommodation", "shared", date_from="2025-01-01")
        form = Form(self.facts.with_context(default_case_id=self.case.id))
        form.kind = "accommodation"
        form.term_id = self._term("accommodation", "rented")
        self.assertEqual(form.previous_label, "Shared accommodation")
        form.kind = "benefit"
        self.assertFalse(form.previous_label)
        self.assertFalse(form.term_id)

    def test_planned_move(self):
        planned = self._record("accommodation", "rented", date_from="2026-07-01")
        self.assertFalse(planned.is_current)
        self.assertIn(planned, self.facts.search([("is_current", "=", False)]))
        self.assertNotIn(planned, self.facts.search([("is_current", "=", True)]))

    def test_current_means_from_first_to_last_day(self):
        today = Date.today()
        fact = self._record("course", "vhs", date_from=today, date_to=today)
        self.assertTrue(fact.is_current)
        self.assertIn(fact, self.facts.search([("is_current", "=", True)]))

    def test_one_level_stands_for_four_skills(self):
        b1 = self._term("language_level", "b1")
        a2 = self._term("language_level", "a2")
        fact = self._record("language", "de", level_id=b1.id)
        self.assertEqual(fact.reading_id, b1)
        self.assertFalse(fact.summary)
        fact.writing_id = a2
        self.assertFalse(fact.level_id)
        self.assertEqual(
            fact.summary, "Listening B1 · Reading B1 · Speaking B1 · Writing A2"
        )

    def test_bad_dates_write_nothing(self):
        for message, vals in (
            ("cannot end before", {"date_to": "2026-01-31"}),
            ("cannot expire before", {"expires_on": "2026-01-31"}),
        ):
            with (
                self.subTest(message),
                self.assertRefused(ValidationError, message),
            ):
                self._record("work", "minijob", date_from="2026-02-01", **vals)
        self.assertFalse(self.case.circumstance_ids)

    def test_term_of_another_list_is_refused(self):
        with self.assertRefused(ValidationError, "Residence status"):
            self.facts.create(
                {
                    "case_id": self.case.id,
                    "kind": "residence",
                    "term_id": self._term("work", "minijob").id,
                }
            )
        self.assertFalse(self.case.circumstance_ids)

    def test_retired_term_stays_and_leaves_the_picker(self):
        term = self._term("residence", "ae_104c")
        fact = self._record("residence", "ae_104c", date_from="2025-01-01")
        terms = self.env["integration.term"].with_user(self.manager_a)
        picker = [("kind", "=", "residence"), ("is_current", "=", True)]
        self.assertIn(term, terms.search(picker))
        term.valid_to = "2026-05-03"
        self.assertNotIn(term, terms.search(picker))
        self.assertEqual(fact.term_id.name, term.name)
        fact.detail = "still editable"
        term.active = False
        self.assertEqual(fact.with_context(active_test=True).term_id, term)

    def test_picker_shows_the_legal_basis(self):
        term = self._term("residence", "gestattung").with_user(self.manager_a)
        found = term.with_context(formatted_display_name=True)
        self.assertIn("§ 55 AsylG", found.display_name)
        self.assertNotIn("§", term.display_name)

    def test_every_kind_has_a_value_list(self):
        term = self.env["integration.term"]
        for kind in self.facts._fields["kind"].get_values(self.env):
            with self.subTest(kind=kind):
                self.assertTrue(term.search_count([("kind", "=", kind)]))

    def test_foreign_case_by_rpc(self):
        case = self._create_case(user=self.manager_b)
        with self.assertRaises(AccessError):
            self.facts.create({"case_id": case.id, "kind": "work"})
        fact = self._record("work", "minijob")
        with self.assertRaises(UserError):
            fact.case_id = self._create_case()
        with self.assertRaises(AccessError):
            fact.with_user(self.manager_b).action_end()
        self.assertFalse(fact.date_to)

    def test_list_costs_the_same_for_one_and_for_many(self):
        spec = {"kind": {}, "term_id": {"fields": {"display_name": {}}}}
        spec |= {name: {} for name in ("summary", "is_current", "case_name")}
        for number in range(50):
            self._record("course", "vhs", detail=f"Course {number}")

        def cost(limit):
            self.env.invalidate_all()
            before = self.env.cr.sql_log_count
            self.facts.web_search_read([], spec, limit=limit)
            return self.env.cr.sql_log_count - before

        cost(1)
        self.assertEqual(cost(50), cost(1))


@freeze_time("2026-05-04 10:00:00")
class TestPermitReminder(IntegrationCommon):
    """A paper that expires is announced in time, once, and without e-mail."""

    def _permit(self, **vals):
        term = self._term("residence", "ae_24")
        vals = {"case_id": self.case.id, "kind": "residence", "term_id": term.id} | vals
        facts = self.env["integration.circumstance"].with_user(self.manager_a)
        return facts.create(vals)

    def test_expiry_in_60_days(self):
        self.assertEqual(self.case.traffic_light, "green")
        self._permit(date_from="2025-07-03", expires_on="2026-07-03")
        self.assertEqual(self.case.permit_expiry, date(2026, 7, 3))
        self.assertEqual(self.case.traffic_light, "yellow")
        mails = self.env["mail.mail"].search_count([])
        self._run_cron("ir_cron_remind")
        self._run_cron("ir_cron_remind")
        self.assertEqual(self.env["mail.mail"].search_count([]), mails)
        permit = self.env.ref("integration_management.mail_activity_type_permit")
        activity = self.case.activity_ids.filtered(
            lambda a: a.activity_type_id == permit
        )
        self.assertEqual(len(activity), 1)
        self.assertEqual(activity.user_id, self.manager_a)
        self.assertEqual(activity.date_deadline, date(2026, 7, 3))
        self.assertFalse(activity.note)

    def test_successor_ends_the_reminder(self):
        self._permit(date_from="2025-07-03", expires_on="2026-06-30")
        self._permit(date_from="2026-07-01", expires_on="2028-06-30")
        self.assertEqual(self.case.permit_expiry, date(2028, 6, 30))
        self.assertEqual(self.case.traffic_light, "green")

    def test_new_date_reminds_anew(self):
        permit = self._permit(expires_on="2026-06-30")
        self._run_cron("ir_cron_remind")
        permit.expires_on = "2026-07-15"
        self._run_cron("ir_cron_remind")
        days = self.case.activity_ids.mapped("date_deadline")
        self.assertIn(date(2026, 7, 15), days)

    def test_ended_paper_reminds_of_nothing(self):
        permit = self._permit(expires_on="2026-06-30")
        permit.date_to = "2026-05-01"
        self.assertFalse(self.case.permit_expiry)
