# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from freezegun import freeze_time

from .common import IntegrationCommon
from .cost import queries

EMPTY = dict.fromkeys(
    ("today", "to_document", "deadlines", "goals", "network", "referrals"), []
)


@freeze_time("2026-05-04 10:00:00")
class TestMyDay(IntegrationCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.case.counselling_start = "2026-05-01"
        cls.day = cls.env["integration.my.day"].with_user(cls.manager_a)

    def _session(self, start, **vals):
        sessions = self.env["integration.session"].with_user(self.manager_a)
        return sessions.create(
            {"case_id": self.case.id, "start": start, "minutes": 30, **vals}
        )

    def _ids(self, key):
        self.env.flush_all()
        return [entry["id"] for entry in self.day.get_my_day()[key]]

    def test_today_is_today_where_the_manager_is(self):
        late = self._session("2026-05-04 21:30:00")  # 23:30 in Berlin
        early = self._session("2026-05-03 22:30:00")  # 0:30 in Berlin
        self._session("2026-05-04 22:30:00")  # tomorrow in Berlin
        self._session("2026-05-04 12:00:00", state="planned").state = "cancelled"
        self.assertEqual(self._ids("today"), [early.id, late.id])

    def test_sessions_of_the_past_ask_for_a_note(self):
        old = self._session("2026-04-30 08:00:00")
        self._session("2026-04-29 08:00:00", state="held")
        self.assertEqual(self._ids("to_document"), [old.id])

    def test_deadlines_come_with_what_is_due(self):
        self.assertEqual(self._ids("deadlines"), [])
        self.case.next_review = "2026-05-10"
        (entry,) = self.day.get_my_day()["deadlines"]
        self.assertEqual(entry["label"], "Amina Canary")
        self.assertEqual(entry["deadlines"][0]["kind"], "review")
        self.assertEqual(entry["deadlines"][0]["light"], "yellow")

    def test_goals_of_the_next_two_weeks(self):
        plan = self.env["integration.plan"].with_user(self.manager_a)
        plan = plan.create({"case_id": self.case.id})
        goals = self.env["integration.goal"].with_user(self.manager_a)
        area = self.env.ref("integration_management.area_work")
        due, later = goals.create(
            [
                {"plan_id": plan.id, "area_id": area.id, "name": "x", "due_date": day}
                for day in ("2026-05-18", "2026-05-19")
            ]
        )
        self.assertEqual(self._ids("goals"), [due.id])
        due.state = "achieved"
        self.assertEqual(self._ids("goals"), [])
        self.assertTrue(later)

    def test_nobody_elses_day(self):
        self._session("2026-05-04 12:00:00")
        self.case.next_review = "2026-05-01"
        for user in self.outsiders:
            with self.subTest(user=user.login):
                day = self.day.with_user(user).get_my_day()
                self.assertEqual({key: day[key] for key in EMPTY}, EMPTY)

    def test_cost_is_constant(self):
        def add(count):
            for number in range(count):
                case = self._create_case(next_review="2026-05-01")
                self._session(f"2026-05-04 {6 + number % 12:02}:00:00", case_id=case.id)

        add(2)
        few = queries(self.day.env, self.day.get_my_day)
        add(20)
        self.assertEqual(queries(self.day.env, self.day.get_my_day), few)
