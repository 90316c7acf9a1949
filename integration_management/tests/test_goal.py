# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from datetime import date

from freezegun import freeze_time

from odoo.exceptions import AccessError, UserError
from odoo.tests import Form

from .test_plan import PlanCommon


@freeze_time("2026-03-02 10:00:00")
class TestGoal(PlanCommon):
    def _assess(self, answers, **vals):
        """Return an assessment; `answers` are line values by code of the area."""
        assessment = self.case.env["integration.assessment"].create(
            {"case_id": self.case.id, **vals}
        )
        for line in assessment.line_ids:
            line.write(answers.get(line.area_id.code, {}))
        return assessment

    def test_states_move_by_the_table(self):
        goal = self._create_goal()
        for state in ("in_progress", "postponed", "open", "achieved", "in_progress"):
            goal.state = state
        goal.write({"state": "dropped", "dropped_reason": "moved away"})
        with self.assertRaises(UserError):
            goal.state = "achieved"
        with self.assertRaises(UserError):
            self._create_goal(state="achieved")

    def test_due_status_in_words(self):
        today = self._create_goal(due_date="2026-03-02")
        late = self._create_goal(due_date="2026-03-01")
        later = self._create_goal(due_date="2026-09-01")
        undated = self._create_goal()
        goals = late | today | later | undated
        self.assertEqual(
            goals.mapped("due_status"), ["overdue", "soon", "later", False]
        )
        self.assertEqual(goals.search([("id", "in", goals.ids)]), goals)
        late.state = "achieved"
        self.assertFalse(late.due_status)

    def test_goals_of_ended_plans_are_not_due(self):
        goal = self._create_goal(due_date="2026-03-01")
        self._agree()
        self.assertTrue(goal.is_running)
        self.plan.action_close()
        self.assertFalse(goal.is_running or goal.is_superseded or goal.due_status)

    def test_every_area_has_templates_with_steps(self):
        for area in self.env["integration.area"].search([]):
            templates = self.env["integration.goal.template"].search(
                [("area_id", "=", area.id)]
            )
            with self.subTest(area=area.code):
                self.assertGreaterEqual(len(templates), 4)
                for template in templates:
                    self.assertIn(len(template.measure_ids), (2, 3))
                    self.assertTrue(all(template.measure_ids.mapped("responsible")))

    def test_template_fills_goal_and_steps_in_the_form(self):
        template = self.env.ref(
            "integration_management.goal_template_language_integration_course"
        )
        with Form(self.plan) as form:
            with form.goal_ids.new() as goal:
                goal.template_id = template
                self.assertEqual(goal.name, template.name)
        goal = self.plan.goal_ids
        self.assertEqual(goal.area_id, template.area_id)
        self.assertEqual(goal.due_date, date(2027, 3, 2))
        steps = template.measure_ids
        self.assertEqual(goal.measure_ids.mapped("name"), steps.mapped("name"))
        self.assertEqual(
            goal.measure_ids.mapped("responsible"), steps.mapped("responsible")
        )
        self.assertEqual(goal.measure_ids[0].due_date, date(2026, 3, 16))
        self.assertEqual(goal.measure_ids.case_id, self.case)

    def test_template_fills_a_goal_created_by_call(self):
        template = self.env.ref("integration_management.goal_template_housing_own_flat")
        goal = self._create_goal(name=False, template_id=template.id)
        self.assertEqual(goal.name, template.name)
        self.assertEqual(len(goal.measure_ids), 3)
        own = self._create_goal(name="My words", template_id=template.id)
        self.assertEqual((own.name, len(own.measure_ids)), ("My words", 0))

    def test_only_administrators_edit_templates(self):
        template = self.env.ref("integration_management.goal_template_housing_own_flat")
        template.with_user(self.settings_admin).name = "Another flat"
        with self.assertRaises(AccessError):
            template.with_user(self.manager_a).name = "Mine"

    def test_needs_become_goals_once(self):
        self._assess({"work": {"need": "outdated"}}, date="2026-01-01")
        self._assess(
            {
                "language": {"need": "German course\nwith childcare", "priority": "3"},
                "housing": {"priority": "2", "answer": "1", "own_view": "Too small"},
                "health": {"answer": "not_wanted"},
                "school": {"answer": "not_discussed"},
            },
            date="2026-02-01",
        )
        self.plan.action_add_needs()
        goals = self.plan.goal_ids.sorted("id")
        self.assertEqual(goals.area_id.mapped("code"), ["language", "housing"])
        self.assertEqual(
            goals.mapped("name"), ["German course with childcare", "Housing"]
        )
        self.assertEqual(goals.mapped("priority"), ["3", "2"])
        self.assertEqual(goals[1].client_words, "Too small")
        goals[1].name = "Find a larger flat"
        self.plan.action_add_needs()
        self.assertEqual(self.plan.goal_ids, goals)

    def test_needs_become_no_goals_of_a_signed_plan(self):
        self._assess({"work": {"need": "a job"}})
        self._agree()
        with self.assertRaises(UserError):
            self.plan.action_add_needs()
        self.assertFalse(self.plan.goal_ids)

    def test_an_undated_assessment_is_not_the_latest(self):
        self._assess({"work": {"need": "a job"}}, date="2026-02-01")
        self._assess({"health": {"need": "outdated"}}, date=False)
        self.plan.action_add_needs()
        self.assertEqual(self.plan.goal_ids.mapped("name"), ["a job"])

    def test_defaults_lead_to_the_case_of_the_plan(self):
        goals = self.env["integration.goal"].with_user(self.manager_a)
        goal = goals.with_context(default_plan_id=self.plan.id).create({"name": "Go"})
        self.assertEqual(goal.case_id, self.case)
        measures = self.env["integration.measure"].with_user(self.manager_a)
        step = measures.with_context(default_goal_id=goal.id).create({"name": "Step"})
        self.assertEqual(step.case_id, self.case)

    def test_without_needs_nothing_happens(self):
        self.plan.action_add_needs()
        self.assertFalse(self.plan.goal_ids)
