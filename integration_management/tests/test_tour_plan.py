# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from datetime import timedelta

from odoo import fields
from odoo.tests import tagged
from odoo.tools import mute_logger

from .tour_common import TourCommon


@tagged("tours")
class TestTourPlan(TourCommon):
    def test_agree_a_plan(self):
        """Step 5: from needs to a signed plan, and on to the next version."""
        assessment = self.case.env["integration.assessment"].create(
            {"case_id": self.case.id}
        )
        assessment.line_ids[0].need = "A course with childcare"
        with mute_logger("odoo.http"):  # the first try to agree is refused
            self._tour("plan_agree", f"/odoo/integration-cases/{self.case.id}")
        new, old = self.case.plan_ids
        self.assertEqual((old.state, new.state), ("continued", "draft"))
        self.assertTrue(old.signed_on_paper)
        names = old.goal_ids.mapped("name")
        self.assertIn("A course with childcare", names)
        self.assertIn("Sing in a choir", names)
        self.assertEqual(sorted(names), sorted(new.goal_ids.mapped("name")))
        self.assertTrue(old.goal_ids.template_id)
        self.assertEqual(self.case.mode, "case_management")

    def test_goals_due(self):
        """Overdue goals come first, in words and colour, on every view."""
        plan = self.case.env["integration.plan"].create({"case_id": self.case.id})
        plan.goal_ids.create(
            {
                "plan_id": plan.id,
                "name": "Late goal",
                "due_date": fields.Date.today() - timedelta(days=3),
            }
        )
        self._tour("goals_due", "/odoo/integration-goals")
