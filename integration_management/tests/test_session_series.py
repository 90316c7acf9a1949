# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from datetime import datetime, timedelta

from odoo.exceptions import UserError
from odoo.tests import tagged

from .test_session_calendar import DAY, HOUR, NEUTRAL, NOW, SessionCalendarCommon

WEEK = timedelta(days=7)


@tagged("integration_session")
class TestSessionSeries(SessionCalendarCommon):
    """Series of entries: one session each, through every edit Odoo offers."""

    def _series(self, count=4, **vals):
        return self._event(
            recurrency=True,
            rrule_type_ui="weekly",
            rrule_type="weekly",
            interval=1,
            count=count,
            end_type="count",
            event_tz="Europe/Berlin",
            thu=True,
            **vals,
        ).recurrence_id.calendar_event_ids.sorted("start")

    def _starts(self, state="planned"):
        domain = [("case_id", "=", self.case.id), ("state", "=", state)]
        return self.sessions.search(domain, order="start").mapped("start")

    def _weekly(self, count, start=NOW + DAY):
        return [start + number * WEEK for number in range(count)]

    def test_one_session_for_each_entry(self):
        events = self._series()
        self.assertEqual(len(events), 4)
        self.assertEqual(self._starts(), self._weekly(4))
        self.assertEqual(len(self.case.session_ids.event_id), 4)
        self.assertLessEqual(set(events.mapped("name")), NEUTRAL)
        self.assertEqual(set(events.mapped("privacy")), {"private"})
        self.assertFalse(any(events.mapped("description")))

    def test_clock_change_keeps_the_local_hour(self):
        """The clocks go forward on 29 March 2026."""
        self._series(count=5)
        start = datetime(2026, 3, 5, 10, 0)
        expected = self._weekly(5, start)
        expected[4] -= HOUR
        self.assertEqual(self._starts(), expected)

    def test_moving_one(self):
        events = self._series()
        events[1].write(
            {
                "start": events[1].start + HOUR,
                "stop": events[1].stop + HOUR,
                "recurrence_update": "self_only",
            }
        )
        expected = self._weekly(4)
        expected[1] += HOUR
        self.assertEqual(self._starts(), expected)

    def test_moving_this_and_following(self):
        events = self._series()
        events[2].write(
            {
                "start": events[2].start + HOUR,
                "stop": events[2].stop + HOUR,
                "recurrence_update": "future_events",
            }
        )
        expected = self._weekly(4)
        expected[2] += HOUR
        expected[3] += HOUR
        self.assertEqual(self._starts(), expected)
        self.assertFalse(self._starts("cancelled"))

    def test_moving_all(self):
        events = self._series()
        events[0].write(
            {
                "start": events[0].start + HOUR,
                "stop": events[0].stop + HOUR,
                "recurrence_update": "all_events",
            }
        )
        self.assertEqual(self._starts(), self._weekly(4, NOW + DAY + HOUR))
        self.assertFalse(self._starts("cancelled"))

    def test_moving_all_leaves_what_was_held(self):
        start = NOW - 2 * WEEK + DAY
        events = self._series(start=start, stop=start + HOUR)
        held = self._session(events[0])
        held.action_hold()
        held.note = "Told about the family"
        events[2].write(
            {
                "start": events[2].start + HOUR,
                "stop": events[2].stop + HOUR,
                "recurrence_update": "all_events",
            }
        )
        self.assertEqual(held.start, start)
        self.assertEqual(self._starts("held"), [start])
        self.assertEqual(self._starts(), self._weekly(4, start + HOUR)[1:])
        self.assertEqual(held.event_id.start, start + HOUR)

    def test_deleting_this_and_following(self):
        events = self._series()
        events[2].action_mass_deletion("future_events")
        self.assertEqual(self._starts(), self._weekly(2))
        self.assertEqual(len(self._starts("cancelled")), 2)

    def test_setting_the_case_on_all(self):
        events = self._series(integration_case_id=False)
        self.assertFalse(self._starts())
        events[1].write(
            {"integration_case_id": self.case.id, "recurrence_update": "all_events"}
        )
        self.assertEqual(self._starts(), self._weekly(4))
        self.assertLessEqual(set(events.mapped("name")), NEUTRAL)

    def test_taking_the_case_off_all(self):
        events = self._series()
        events[1].write(
            {"integration_case_id": False, "recurrence_update": "all_events"}
        )
        self.assertFalse(self.case.session_ids)

    def test_an_entry_becomes_a_series(self):
        event = self._event()
        event.write(
            {
                "recurrency": True,
                "rrule_type_ui": "weekly",
                "rrule_type": "weekly",
                "count": 3,
                "end_type": "count",
                "interval": 1,
                "thu": True,
                "event_tz": "Europe/Berlin",
            }
        )
        self.assertEqual(self._starts(), self._weekly(3))
        series = event.recurrence_id.calendar_event_ids
        self.assertFalse(any(series.mapped("description")))

    def test_a_series_ends(self):
        events = self._series()
        events[0].write({"recurrency": False, "recurrence_update": "future_events"})
        self.assertEqual(self._starts(), self._weekly(1))

    def test_guests_change_single_entries_only(self):
        guests = (self.employee + self.manager_a).partner_id
        events = self._series(partner_ids=guests.ids)
        vals = {"start": events[1].start + HOUR, "stop": events[1].stop + HOUR}
        guest = events[1].with_user(self.employee)
        with self.assertRaises(UserError):
            guest.write({**vals, "recurrence_update": "all_events"})
        guest.write({**vals, "recurrence_update": "self_only"})
        self.assertEqual(len(self._starts()), 4)
