# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo.fields import Command
from odoo.tests import tagged

from .cost import queries, specification
from .test_plan import PlanCommon


@tagged("integration_cost")
class TestPlanCost(PlanCommon):
    """A plan with 50 goals costs the queries of a plan with one."""

    def _add(self, count):
        partner = self.env["res.partner"].create({"name": "Language school"})
        area = self.env.ref("integration_management.area_work")
        for number in range(count):
            self._create_goal(
                name=f"Goal {number}",
                area_id=area.id,
                due_date="2026-03-01",
                measure_ids=[
                    Command.create({"name": "Step", "provider_id": partner.id})
                ],
            )

    def _assert_constant(self, call, at_most):
        self._add(1)
        call()
        few = queries(self.plan.env, call)
        self._add(49)
        call()
        many = queries(self.plan.env, call)
        self.assertEqual(few, many)
        self.assertLessEqual(many, at_most)

    def test_plan_form(self):
        fields = specification(self.plan, "form")
        self._assert_constant(lambda: self.plan.web_read(fields), 22)

    def test_goal_list(self):
        goals = self.plan.goal_ids
        fields = specification(goals, "list")
        self._assert_constant(lambda: goals.web_search_read([], fields), 10)

    def test_goal_list_of_many_cases(self):
        goals = self.plan.goal_ids
        fields = specification(goals, "list")
        self._add(1)
        call = lambda: goals.web_search_read([], fields)  # noqa: E731
        call()
        few = queries(self.plan.env, call)
        for _number in range(49):
            self._create_goal(self._create_plan(self._create_case()))
        call()
        self.assertEqual(queries(self.plan.env, call), few)
