# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from datetime import timedelta

from odoo.tests import tagged

from .tour_common import TourCommon


@tagged("tours")
class TestTourSession(TourCommon):
    """Step 6: plan in the standard calendar and from the case; log in seconds."""

    def _sessions(self):
        return self.case.session_ids.sorted("start")

    def test_plan_in_the_calendar(self):
        """A new entry with a case, dragged from Wednesday to Friday, then noted."""
        self._tour("session_plan", "/odoo/calendar")
        session = self._sessions()
        self.assertEqual(len(session), 1)
        self.assertEqual(session.summary, "Prepare the letter")
        self.assertEqual(session.state, "planned")
        self.assertEqual(session.start.weekday(), 4)
        event = session.event_id
        self.assertEqual(event.start, session.start)
        self.assertEqual(event.privacy, "private")
        self.assertNotIn("Amina", event.sudo().name)

    def test_plan_a_series_from_the_case(self):
        self._tour("session_series", f"/odoo/integration-cases/{self.case.id}")
        sessions = self._sessions()
        self.assertEqual(len(sessions), 3)
        self.assertEqual(len(sessions.event_id.recurrence_id), 1)
        self.assertEqual(set(sessions.mapped("state")), {"planned"})

    def test_log_a_contact(self):
        self._tour("session_log", "/odoo/calendar")
        first, second = self._sessions().sorted("id")
        self.assertEqual(first.state, "held")
        self.assertEqual(first.kind_id, self._term("contact_kind", "phone"))
        self.assertEqual(first.stop - first.start, timedelta(minutes=15))
        self.assertEqual(first.summary, "Letter of the Jobcenter")
        self.assertEqual((second.state, second.minutes), ("held", 30))
