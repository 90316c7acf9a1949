# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import base64
from datetime import date

from freezegun import freeze_time
from psycopg2 import IntegrityError

from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.fields import Command
from odoo.tools import mute_logger

from .common import IntegrationCommon

PIXEL = base64.b64encode(
    base64.b64decode(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YA"
        "AAAASUVORK5CYII="
    )
)


class PlanCommon(IntegrationCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.plan = cls._create_plan(cls.case)

    @classmethod
    def _create_plan(cls, case, **vals):
        return case.env["integration.plan"].create({"case_id": case.id, **vals})

    @classmethod
    def _create_goal(cls, plan=None, **vals):
        plan = plan or cls.plan
        vals = {"name": "Pass the B1 exam", "plan_id": plan.id, **vals}
        return plan.env["integration.goal"].create(vals)

    @classmethod
    def _agree(cls, plan=None, **vals):
        plan = plan or cls.plan
        plan.write({"signed_on_paper": True, "state": "agreed", **vals})
        return plan


@freeze_time("2026-03-02 10:00:00")
class TestPlan(PlanCommon):
    def _assert_refused(self, record, vals, error=UserError):
        with self.assertRaises(error), self.cr.savepoint():
            record.write(vals)

    def test_buttons_lead_through_all_states(self):
        plan = self.plan
        plan.action_discuss()
        self.assertEqual((plan.state, plan.discussed_on), ("discussed", date.today()))
        plan.action_redraft()
        self.assertEqual(plan.state, "draft")
        plan.action_decline()
        self.assertEqual(plan.state, "declined")
        plan.action_redraft()
        plan.signed_on_paper = True
        plan.action_agree()
        self.assertEqual((plan.state, plan.agreed_on), ("agreed", date.today()))
        plan.action_review()
        self.assertEqual(plan.state, "under_review")
        plan.action_confirm()
        self.assertEqual(plan.state, "agreed")
        plan.action_close()
        self.assertEqual(plan.state, "closed")

    def test_writes_obey_the_same_table(self):
        forbidden = {
            "draft": ("under_review", "continued", "closed"),
            "discussed": ("under_review", "continued", "closed"),
            "agreed": ("draft", "discussed", "declined"),
            "under_review": ("draft", "discussed", "declined"),
            "closed": ("draft", "agreed", "under_review", "continued"),
        }
        self.plan.signed_on_paper = True
        for state, targets in forbidden.items():
            self.plan.write({"state": state})
            for target in targets:
                with self.subTest(state=state, target=target):
                    self._assert_refused(self.plan, {"state": target})
        with self.assertRaises(UserError):
            self._create_plan(self._create_case(), state="agreed")

    def test_agreement_needs_both_signatures(self):
        with self.assertRaisesRegex(ValidationError, "sign"), self.cr.savepoint():
            self.plan.action_agree()
        self.plan.client_signature = PIXEL
        with self.assertRaisesRegex(ValidationError, "sign"), self.cr.savepoint():
            self.plan.action_agree()
        self.plan.manager_signature = PIXEL
        self.plan.action_agree()
        self.assertEqual(self.plan.state, "agreed")

    def test_signatures_are_attachments_of_the_plan(self):
        self.plan.client_signature = PIXEL
        attachment = self.env["ir.attachment"].search(
            [("res_model", "=", "integration.plan"), ("res_field", "!=", False)]
        )
        self.assertEqual(attachment.res_id, self.plan.id)
        for user in self.outsiders:
            with self.subTest(user=user.login), self.assertRaises(AccessError):
                attachment.with_user(user).read(["datas"])

    def test_dates_follow_from_the_agreement(self):
        self.case.company_id.sudo().integration_review_months = 3
        self._agree()
        self.assertEqual(self.plan.next_review, date(2026, 6, 2))
        self.assertEqual(self.case.next_review, date(2026, 6, 2))
        self.plan.next_review = date(2026, 5, 1)
        self.assertEqual(self.case.next_review, date(2026, 5, 1))

    def test_confirming_sets_the_next_review(self):
        self._agree(next_review="2026-04-01")
        with freeze_time("2026-04-10"):
            self.plan.action_review()
            self.plan.action_confirm()
            self.assertEqual(self.plan.agreed_on, date(2026, 3, 2))
            self.assertEqual(self.plan.next_review, date(2026, 10, 10))
            self.assertEqual(self.case.next_review, date(2026, 10, 10))

    def test_agreeing_moves_the_case_on(self):
        self.assertEqual(self.case.mode, "light")
        self.case.stage_id = self._stage("planning")
        self._agree()
        self.assertEqual(self.case.mode, "case_management")
        self.assertEqual(self.case.stage_code, "linking")

    def test_agreeing_never_moves_the_case_back(self):
        self.case.stage_id = self._stage("monitoring")
        self._agree()
        self.assertEqual(self.case.stage_code, "monitoring")

    def test_bad_dates_are_refused(self):
        self.plan.signed_on_paper = True
        for vals in (
            {"discussed_on": "2026-03-03"},
            {"state": "agreed", "agreed_on": "2026-03-03"},
            {"state": "agreed", "agreed_on": "2026-02-02", "next_review": "2026-02-01"},
        ):
            with self.subTest(vals=vals):
                self._assert_refused(self.plan, vals, ValidationError)
        self.assertEqual(self.plan.state, "draft")
        self._agree()
        self._assert_refused(self.plan, {"next_review": "2026-03-01"}, ValidationError)

    @mute_logger("odoo.sql_db")
    def test_one_plan_runs_at_a_time(self):
        with self.assertRaises(IntegrityError), self.cr.savepoint():
            self._create_plan(self.case)
        self.plan.action_decline()
        second = self._create_plan(self.case)
        self.assertEqual(second.version, 2)
        with self.assertRaises(IntegrityError), self.cr.savepoint():
            self.plan.action_redraft()
            self.plan.flush_recordset()

    def test_not_wanting_a_plan_has_no_consequence(self):
        case = self._create_case()
        before = case.read(["mode", "stage_id", "next_review", "traffic_light"])
        case.action_decline_plan()
        self.assertEqual(case.plan_ids.state, "declined")
        after = case.read(["mode", "stage_id", "next_review", "traffic_light"])
        self.assertEqual(before, after)
        self.case.action_decline_plan()
        self.assertEqual(self.plan.state, "declined")

    def test_signed_wording_is_frozen(self):
        goal = self._create_goal(measure_ids=[Command.create({"name": "Register"})])
        self._agree()
        self._assert_refused(self.plan, {"note": "else"})
        self._assert_refused(self.plan, {"client_signature": PIXEL})
        self._assert_refused(self.plan, {"goal_ids": [Command.create({"name": "x"})]})
        self._assert_refused(goal, {"name": "Something else"})
        self._assert_refused(goal, {"due_date": "2027-01-01"})
        self._assert_refused(goal, {"measure_ids": [Command.create({"name": "x"})]})
        self._assert_refused(goal.measure_ids, {"responsible": "manager"})
        for record in (self.plan, goal, goal.measure_ids):
            with self.assertRaises(UserError), self.cr.savepoint():
                record.unlink()

    def test_defaults_add_nothing_to_a_signed_plan(self):
        goal = self._create_goal()
        self._agree()
        goals = goal.browse().with_context(default_plan_id=self.plan.id)
        steps = goal.measure_ids.with_context(default_goal_id=goal.id)
        for model in (goals, steps):
            for vals in ({}, {"case_id": self.case.id}):
                with self.subTest(model=model._name, vals=vals):
                    with self.assertRaises(UserError), self.cr.savepoint():
                        model.create({"name": "Slipped in", **vals})

    def test_work_on_a_signed_plan_goes_on(self):
        goal = self._create_goal(measure_ids=[Command.create({"name": "Register"})])
        self._agree()
        goal.write({"state": "partly_achieved", "result": "A2 passed"})
        goal.measure_ids.action_toggle_done()
        self.assertEqual(goal.measure_ids.done_on, date.today())
        self.assertEqual(goal.measure_progress, "1/1")
        goal.measure_ids.action_toggle_done()
        self.assertFalse(goal.measure_ids.done_on)
        self._assert_refused(goal.measure_ids, {"done_on": "2026-03-03"})
        self.plan.copy_handed_over = True

    def test_continuing_carries_over_what_is_open(self):
        goal = self._create_goal(
            client_words="I want to talk with my neighbours",
            state="in_progress",
            measure_ids=[
                Command.create({"name": "Register", "done_on": "2026-03-01"}),
                Command.create({"name": "Learn", "responsible": "client"}),
            ],
        )
        achieved = self._create_goal(name="Find a doctor")
        self._agree(place="Town hall")
        achieved.state = "achieved"
        action = self.plan.action_continue()
        new = self.plan.browse(action["res_id"])
        self.assertEqual(self.plan.state, "continued")
        self.assertEqual((new.version, new.state), (2, "draft"))
        self.assertEqual((new.previous_id, new.place), (self.plan, "Town hall"))
        self.assertFalse(new.agreed_on or new.signed_on_paper or new.next_review)
        carried = new.goal_ids
        self.assertEqual(carried.previous_id, goal)
        self.assertEqual(carried.name, goal.name)
        self.assertEqual(carried.client_words, goal.client_words)
        self.assertEqual(carried.state, "in_progress")
        self.assertEqual(carried.measure_ids.mapped("name"), ["Learn"])
        self.assertEqual(len(goal.measure_ids), 2)
        self.assertTrue(carried.is_running and goal.is_superseded)
        self.assertFalse(goal.is_running)
        self.case.invalidate_recordset(["goal_ids"])
        self.assertEqual(self.case.goal_ids, carried | achieved)
        carried.name = "Pass the B2 exam"
        self.assertEqual(goal.name, "Pass the B1 exam")

    def test_continuing_by_write_makes_the_version_too(self):
        self._agree()
        self.plan.write({"state": "continued"})
        self.assertEqual(self.case.plan_ids.mapped("version"), [2, 1])

    def test_completing_ends_the_review(self):
        self._agree()
        self.plan.action_close()
        self.assertFalse(self.case.next_review)

    def test_open_plan_from_the_case(self):
        self.assertEqual(self.case.action_open_plan()["res_id"], self.plan.id)
        other = self._create_case()
        action = other.action_open_plan()
        self.assertFalse(action["res_id"])
        self.assertEqual(action["context"]["default_case_id"], other.id)

    def test_foreign_ids_are_refused(self):
        foreign = self._create_plan(self._create_case(self.manager_b))
        goals = self.env["integration.goal"].with_user(self.manager_a)
        foreign_goal = self._create_goal(foreign)
        with self.assertRaises(AccessError):
            goals.create({"name": "x", "plan_id": foreign.id})
        with self.assertRaises(AccessError):
            goals.browse(foreign_goal.id).write({"state": "achieved"})
        with self.assertRaises(AccessError):
            foreign.with_user(self.manager_a).action_agree()
        with self.assertRaises(AccessError):
            self._create_goal(previous_id=foreign_goal.id)
        with self.assertRaises(AccessError):
            foreign.case_id.with_user(self.manager_a).action_decline_plan()

    def test_goals_stay_in_their_case(self):
        other = self._create_plan(self._create_case())
        with self.assertRaises(UserError), self.cr.savepoint():
            self._create_goal(case_id=other.case_id.id)
        goal = self._create_goal()
        self._assert_refused(goal, {"plan_id": other.id})
