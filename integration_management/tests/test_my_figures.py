# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from freezegun import freeze_time

from odoo.exceptions import UserError
from odoo.tests import tagged

from .common import IntegrationCommon
from .cost import queries


@freeze_time("2026-05-04 10:00:00")
@tagged("post_install", "-at_install")
class TestMyFigures(IntegrationCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.figures = cls.env["integration.my.figures"].with_user(cls.manager_a)
        cls.sessions = cls.env["integration.session"].with_user(cls.manager_a)

    def _session(self, start, kind="office", **vals):
        return self.sessions.create(
            {
                "case_id": self.case.id,
                "start": start,
                "minutes": 45,
                "state": "held",
                "kind_id": self._term("contact_kind", kind).id,
                **vals,
            }
        )

    def _get(self, span="year"):
        self.env.flush_all()
        return self.figures.get_my_figures(span)

    def test_contacts_by_month_and_kind(self):
        self._session("2026-03-31 21:30:00")  # still March in Berlin
        self._session("2026-03-31 22:30:00")  # April in Berlin
        self._session("2026-04-02 09:00:00", "phone")
        self._session("2026-04-03 09:00:00", state="planned").state = "missed"
        figures = self._get()
        office = self._term("contact_kind", "office").name
        phone = self._term("contact_kind", "phone").name
        self.assertEqual(
            figures["contacts"],
            [
                [office, [0, 0, 1, 1] + [0] * 8],
                [phone, [0, 0, 0, 1] + [0] * 8],
            ],
        )
        self.assertEqual(figures["tiles"]["contacts"], 3)
        self.assertEqual(figures["tiles"]["hours"], 2.2)

    def test_periods(self):
        for start in ("2025-12-31 23:30", "2025-12-31 22:30", "2026-04-01 08:00"):
            self._session(f"{start}:00")
        self._session("2026-05-01 08:00:00")
        for span, count in {
            "month": 1,
            "quarter": 2,
            "year": 3,
            "last_year": 1,
        }.items():
            self.assertEqual(self._get(span)["tiles"]["contacts"], count, span)
        self.assertEqual(len(self._get("quarter")["months"]), 3)
        with self.assertRefused(UserError, "periods offered"):
            self._get("century")

    def test_cases_plans_and_goals(self):
        self.case.counselling_start = "2026-02-01"
        plan = self.env["integration.plan"].with_user(self.manager_a)
        plan = plan.create({"case_id": self.case.id, "signed_on_paper": True})
        goals = self.env["integration.goal"].with_user(self.manager_a)
        first, _second = goals.create(
            [{"plan_id": plan.id, "name": name} for name in ("x", "y")]
        )
        plan.action_agree()
        first.state = "achieved"
        figures = self._get()
        self.assertEqual(figures["tiles"]["begun"], 1)
        self.assertEqual(figures["tiles"]["open"], 1)
        self.assertEqual(figures["tiles"]["closed"], 0)
        self.assertEqual(figures["tiles"]["plans"], 1)
        self.assertEqual(dict(figures["charts"]["goals"]), {"Open": 1, "Achieved": 1})
        self.assertEqual(figures["charts"]["stages"], [["Linking", 1]])

    def test_topics_and_languages(self):
        topic, other = self._term("topic", "housing"), self._term("topic", "health")
        arabic = self._term("language", "ar")
        self._session("2026-04-01 08:00:00", topic_ids=(topic | other).ids)
        self._session("2026-04-02 08:00:00", topic_ids=topic.ids, language_id=arabic.id)
        charts = self._get()["charts"]
        self.assertEqual(charts["topics"], [[topic.name, 2], [other.name, 1]])
        self.assertEqual(dict(charts["languages"])[arabic.name], 1)

    def test_nobody_elses_figures(self):
        self._session("2026-04-01 08:00:00")
        for user in self.outsiders:
            figures = self.figures.with_user(user).get_my_figures()
            self.assertTrue(figures["is_empty"], user.login)
            self.assertFalse(any(figures["tiles"].values()), user.login)

    def test_what_one_covers_for_does_not_count(self):
        """Own is own: a right to open a case does not make it the deputy's."""
        self._session("2026-04-01 08:00:00")
        self.env["integration.case.access"].sudo().create(
            {
                "case_id": self.case.id,
                "user_id": self.manager_b.id,
                "role": "emergency",
                "date_from": "2026-05-01",
                "date_to": "2026-05-31",
            }
        )
        self.env.invalidate_all()
        deputy = self.case.with_user(self.manager_b)
        self.assertTrue(deputy.has_access("read"))
        figures = self.figures.with_user(self.manager_b).get_my_figures()
        self.assertTrue(figures["is_empty"])

    def test_cost_is_constant(self):
        def add(count):
            for number in range(count):
                case = self._create_case(counselling_start="2026-02-01")
                kind = ("office", "phone")[number % 2]
                self._session(
                    f"2026-0{1 + number % 4}-05 08:00:00", kind, case_id=case.id
                )

        add(8)
        few = queries(self.figures.env, self.figures.get_my_figures)
        add(16)
        self.assertEqual(queries(self.figures.env, self.figures.get_my_figures), few)
