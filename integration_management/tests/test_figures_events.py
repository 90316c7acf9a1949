# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from datetime import date, datetime

from odoo.tests import freeze_time

from .figures_common import YEAR, FiguresCommon


class TestFiguresEvents(FiguresCommon):
    """Plans, goals, changes, referrals and network work, for a known few."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.work = cls.env["integration.area"].search([("code", "=", "work")])
        cls.partner = cls.env["res.partner"].create(
            {
                "name": "Job centre",
                "is_company": True,
                "integration_kind_ids": cls._term("partner_kind", "job_centre").ids,
            }
        )
        with freeze_time("2025-06-10"):
            cls.cases = cls.case.browse()
            for place in range(14):
                cls.cases |= cls._make_file(place)
            # The end of a plan is the day on which it is computed.
            cls.env.flush_all()
            cls.env["integration.network.activity"].with_user(cls.manager_a).create(
                {
                    "name": "Meeting",
                    "kind_id": cls._term("network_kind", "cafe").id,
                    "start": datetime(2025, 12, 31, 23, 30),
                    "minutes": 20,
                    "participants": 30,
                    "state": "planned",
                }
            )
            held = cls.env["integration.network.activity"].with_user(cls.manager_a)
            held.create(
                {
                    "name": "Meeting",
                    "kind_id": cls._term("network_kind", "cafe").id,
                    "start": datetime(2024, 12, 31, 23, 30),
                    "minutes": 20,
                    "participants": 30,
                    "state": "held",
                }
            )
        cls.env["integration.position"].create(
            {
                "name": "P",
                "user_id": cls.manager_a.id,
                "share": 0.5,
                "date_from": date(2025, 7, 1),
            }
        )
        cls.numbers = cls._get_all(cls._freeze(YEAR))

    @classmethod
    def _make_file(cls, place):
        """Return a case whose plan is agreed, or not wanted for every other one."""
        case = cls._create_case(counselling_start=date(2025, 1, 15))
        is_agreed = place % 2 == 0
        plan = case.plan_ids.create(
            {
                "case_id": case.id,
                "signed_on_paper": True,
                "goal_ids": [(0, 0, {"name": "A job", "area_id": cls.work.id})],
            }
        )
        (plan.action_agree if is_agreed else plan.action_decline)()
        case.referral_ids.create({"case_id": case.id, "provider_id": cls.partner.id})
        home = [cls._term("accommodation", code) for code in ("shared", "rented")]
        case.circumstance_ids.create(
            {
                "case_id": case.id,
                "kind": "accommodation",
                "term_id": home[0].id,
                "date_from": date(2025, 1, 1),
                "date_to": date(2025, 5, 31),
            }
        )
        case.circumstance_ids.create(
            {
                "case_id": case.id,
                "kind": "accommodation",
                "term_id": home[is_agreed].id,
                "date_from": date(2025, 6, 1),
            }
        )
        return case

    @classmethod
    def _get_all(cls, run):
        return {
            (cell.measure, cell.dimension or None, cell.category or None): (
                "•" if cell.is_hidden else cell.value
            )
            for cell in run.cell_ids
            if cell.unit_kind == "total"
        }

    def test_plans(self):
        self.assertEqual(self.numbers["plans", "event", "new"], 7)
        self.assertEqual(self.numbers["plans", "event", "declined"], 7)

    def test_goals_of_agreed_plans(self):
        self.assertEqual(self.numbers["goals", None, None], 7)
        self.assertEqual(self.numbers["goals", "area_state", "work/open"], 7)

    def test_changes(self):
        self.assertEqual(self.numbers["changes", "housing_change", "better"], 7)
        self.assertEqual(self.numbers["changes", "housing_change", "same"], 7)

    def test_referrals(self):
        self.assertEqual(self.numbers["referrals", "partner_kind", "authority"], 14)

    def test_network_days_are_those_of_berlin(self):
        """New Year in Berlin is an hour before midnight in London."""
        self.assertEqual(self.numbers["network", None, None], 1)
        self.assertEqual(self.numbers["participants", "kind", "cafe"], 30)

    def test_full_time_months(self):
        self.assertEqual(self.numbers["fte_months", None, None], 3)
