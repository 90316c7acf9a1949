# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from datetime import datetime, timedelta

from freezegun import freeze_time

from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.tests import Form, tagged

from .common import IntegrationCommon
from .protected_models import minimal_vals

NOW = datetime(2026, 3, 4, 10, 10)


@tagged("integration_session")
class TestSession(IntegrationCommon):
    """Sessions by themselves: times, states, quick entry, deadlines."""

    @classmethod
    def setUpClass(cls):
        cls.startClassPatcher(freeze_time(NOW))
        super().setUpClass()

    def setUp(self):
        super().setUp()
        self.sessions = self.env["integration.session"].with_user(self.manager_a)

    def _plan(self, start=NOW + timedelta(days=1), **vals):
        return self.sessions.create({"case_id": self.case.id, "start": start, **vals})

    def _log(self, start=NOW - timedelta(hours=1), **vals):
        return self._plan(start, state="held", **vals)

    def test_defaults(self):
        session = self.sessions.create({"case_id": self.case.id})
        self.assertEqual(session.start, datetime(2026, 3, 4, 10, 30))
        self.assertEqual(session.stop, datetime(2026, 3, 4, 11, 0))
        self.assertEqual(session.state, "planned")
        self.assertEqual(session.user_id, self.manager_a)
        self.assertEqual(session.kind_id, self._term("contact_kind", "office"))

    def test_language_comes_from_the_client(self):
        self.case.language_ids = self._term("language", "ar")
        self.assertEqual(self._plan().language_id, self._term("language", "ar"))

    def test_end_and_minutes_follow_each_other(self):
        session = self._plan(minutes=45)
        self.assertEqual(session.stop - session.start, timedelta(minutes=45))
        session.stop = session.start + timedelta(minutes=20)
        self.assertEqual(session.minutes, 20)
        session.start += timedelta(hours=3)
        self.assertEqual(session.stop - session.start, timedelta(minutes=20))
        session.write(
            {"start": NOW, "stop": NOW + timedelta(minutes=50)},
        )
        self.assertEqual((session.start, session.minutes), (NOW, 50))

    def test_bad_times_are_refused(self):
        session = self._plan()
        for vals in (
            {"minutes": 0},
            {"minutes": -5},
            {"minutes": 24 * 60},
            {"stop": session.start - timedelta(minutes=1)},
            {"stop": session.start + timedelta(hours=24)},
        ):
            with self.subTest(vals=vals), self.assertRaises(ValidationError):
                session.write(vals)
        self.assertEqual(session.minutes, 30)

    def test_no_session_was_held_in_the_future(self):
        with self.assertRaises(ValidationError):
            self._log(NOW + timedelta(minutes=6))
        self.assertTrue(self._log(NOW + timedelta(minutes=4)))
        with self.assertRaises(ValidationError):
            self._plan().action_hold()

    def test_states_move_by_the_table(self):
        session = self._plan(NOW - timedelta(hours=2))
        session.action_miss()
        session.action_replan()
        session.action_cancel()
        with self.assertRaises(UserError):
            session.action_hold()
        session.action_replan()
        session.action_hold()
        for action in ("action_cancel", "action_miss", "action_replan"):
            with self.subTest(action=action), self.assertRaises(UserError):
                getattr(session, action)()
        with self.assertRaises(UserError):
            self._plan(state="missed")

    def test_bulk_documents_past_plans(self):
        sessions = self._plan(NOW - timedelta(hours=2)) | self._plan(
            NOW - timedelta(hours=4)
        )
        self.assertEqual(self.sessions.search([("is_overdue", "=", True)]), sessions)
        sessions.action_hold()
        self.assertFalse(self.sessions.search([("is_overdue", "=", True)]))

    def test_bulk_changes_nothing_when_one_cannot_move(self):
        plan, held = self._plan(NOW - timedelta(hours=2)), self._log()
        with self.assertRaises(UserError), self.env.cr.savepoint():
            (plan | held).action_miss()
        self.assertEqual(plan.state, "planned")

    def test_terms_of_another_list_are_refused(self):
        with self.assertRaises(ValidationError):
            self._plan(topic_ids=self._term("outcome", "information").ids)

    def test_goals_of_another_case_are_refused(self):
        other = self._create_case()
        goal = self.env["integration.goal"].with_user(self.manager_a)
        goal = goal.create(minimal_vals(other, "integration.goal"))
        with self.assertRaises(UserError):
            self._plan(goal_ids=goal.ids)

    def test_goals_are_chosen_by_their_wording(self):
        goal = self.env["integration.goal"].with_user(self.manager_a)
        goal = goal.create(
            {**minimal_vals(self.case, "integration.goal"), "name": "Find a flat"}
        )
        goals = goal.with_context(integration_goal_wording=True)
        domain = [("case_id", "=", self.case.id)]
        self.assertEqual(goals.name_search("", domain), [(goal.id, "Find a flat")])
        self.assertEqual(goals.name_search("flat"), [(goal.id, "Find a flat")])
        self.assertFalse(goals.with_user(self.manager_b).name_search("", domain))
        session = self._plan(goal_ids=goal.ids)
        self.assertTrue(session._is_documented())

    def test_quick_entry_ends_now(self):
        action = self.case.action_log_contact()
        self.assertEqual(action["target"], "new")
        model = self.sessions.with_context(**action["context"])
        view = "integration_management.integration_session_view_form_quick"
        with Form(model, view=view) as form:
            form.preset = "45"
            self.assertEqual(form.minutes, 45)
            form.summary = "Letter of the Jobcenter"
        session = form.record
        self.assertEqual(session.case_id, self.case)
        self.assertEqual(session.state, "held")
        self.assertEqual(session.stop, NOW.replace(second=0))
        self.assertEqual(session.minutes, 45)
        self.assertFalse(session.event_id)

    def test_last_contact_is_the_local_day(self):
        """23:30 UTC in winter is half past midnight in Berlin."""
        self._log(datetime(2026, 3, 1, 23, 30), minutes=15)
        self.assertEqual(str(self.case.last_contact), "2026-03-02")
        self._plan()
        self.assertEqual(str(self.case.last_contact), "2026-03-02")
        self._log().unlink()
        self.assertEqual(str(self.case.last_contact), "2026-03-02")
        self._log()
        self.assertEqual(str(self.case.last_contact), "2026-03-04")

    def test_only_the_owner_deletes_what_was_held(self):
        held = self._log()
        access = self.env["integration.case.access"].sudo()
        access.create(
            {
                "case_id": self.case.id,
                "user_id": self.manager_b.id,
                "role": "deputy",
            }
        )
        with self.assertRaises(UserError):
            held.with_user(self.manager_b).unlink()
        held.unlink()
        self.assertFalse(held.exists())

    def test_the_week_is_bounded_on_both_sides(self):
        session = self._plan()
        domain = [
            ("start", "<=", str(NOW + timedelta(days=3))),
            ("stop", ">=", str(NOW)),
        ]
        self.assertEqual(self.sessions.search(domain), session)
        query = self.sessions._search(domain)
        self.assertIn(NOW - timedelta(days=1), query.select().params)

    def test_nobody_chooses_a_calendar_entry(self):
        event = (
            self.env["calendar.event"]
            .with_user(self.manager_a)
            .create({"name": "Team", "start": NOW, "stop": NOW + timedelta(hours=1)})
        )
        with self.assertRaises(AccessError):
            self._plan(event_id=event.id)
        with self.assertRaises(AccessError):
            self._plan().event_id = event
