# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from datetime import timedelta

from odoo.tests import tagged

from .cost import queries, specification
from .test_session_calendar import NOW, SessionCalendarCommon


@tagged("integration_cost")
class TestSessionCost(SessionCalendarCommon):
    """A list or week with 80 sessions costs the queries of one with two."""

    def _add(self, count):
        vals = {"kind_id": self._term("contact_kind", "phone").id}
        vals["topic_ids"] = self._term("topic", "housing").ids
        cases = self.env["integration.case"].with_user(self.manager_a)
        cases = cases.create([{"first_name": f"C{n}"} for n in range(count)])
        self.sessions.create(
            [
                {**vals, "case_id": case.id, "start": NOW + timedelta(minutes=30 * n)}
                for n, case in enumerate(cases)
            ]
        )

    def _assert_constant(self, call, at_most):
        self._add(2)
        call()
        few = self._count(call)
        self._add(78)
        found = call()
        self.assertEqual(len(found["records"]), 80)
        many = self._count(call)
        self.assertEqual(few, many)
        self.assertLessEqual(many, at_most)

    def _count(self, call):
        """Return the queries of a call, without what a first call only has to ask."""
        return min(queries(self.sessions.env, call) for _again in range(2))

    def _week(self, start="start", stop="stop"):
        return [
            (start, "<=", str(NOW + timedelta(days=5))),
            (stop, ">=", str(NOW - timedelta(days=2))),
        ]

    def test_list(self):
        spec = specification(self.sessions, "list")
        self._assert_constant(
            lambda: self.sessions.web_search_read([], spec, limit=100), 13
        )

    def test_week_of_sessions(self):
        spec = specification(self.sessions, "calendar")
        spec["display_name"] = {}
        for name in ("start", "stop", "color", "case_name"):
            spec[name] = {}
        domain = self._week()
        self._assert_constant(
            lambda: self.sessions.web_search_read(domain, spec, limit=500), 7
        )

    def test_week_of_the_standard_calendar(self):
        view = "calendar.view_calendar_event_calendar"
        spec = specification(self.events, "calendar", view)
        spec.update(display_name={}, partner_ids={}, alarm_ids={}, categ_ids={})
        domain = [*self._week(), ("partner_ids", "in", self.manager_a.partner_id.ids)]
        self._assert_constant(
            lambda: self.events.web_search_read(domain, spec, limit=500), 17
        )

    def test_creating(self):
        vals = {"case_id": self.case.id, "start": NOW - timedelta(hours=2)}
        call = lambda: self.sessions.create({**vals, "state": "held"})  # noqa: E731
        call()
        self.assertLessEqual(queries(self.sessions.env, call), 20)
