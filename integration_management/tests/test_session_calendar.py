# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from datetime import datetime, timedelta

from freezegun import freeze_time

from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.tests import tagged
from odoo.tools import mute_logger

from .common import IntegrationCommon

NOW = datetime(2026, 3, 4, 10, 0)
HOUR = timedelta(hours=1)
DAY = timedelta(days=1)
SECRET = "CANARY-7f3a"
# The tests run in whatever language the database speaks.
NEUTRAL = {"Appointment", "Termin"}


class SessionCalendarCommon(IntegrationCommon):
    """Manager A with a case, and a calendar."""

    @classmethod
    def setUpClass(cls):
        cls.startClassPatcher(freeze_time(NOW))
        super().setUpClass()

    def setUp(self):
        super().setUp()
        self.events = self.env["calendar.event"].with_user(self.manager_a)
        self.sessions = self.env["integration.session"].with_user(self.manager_a)

    def _event(self, **vals):
        """Return a new entry of manager A, a session with the client unless told."""
        vals = {
            "name": SECRET,
            "start": NOW + DAY,
            "stop": NOW + DAY + HOUR,
            "integration_case_id": self.case.id,
            **vals,
        }
        return self.events.create(vals)

    def _session(self, event):
        return self.sessions.search([("event_id", "=", event.id)])


@tagged("integration_session")
class TestSessionCalendar(SessionCalendarCommon):
    """An entry with a case and its session live together."""

    def test_entry_makes_a_session(self):
        event = self._event()
        session = self._session(event)
        self.assertEqual(session.case_id, self.case)
        self.assertEqual(session.state, "planned")
        self.assertEqual((session.start, session.stop), (event.start, event.stop))
        self.assertEqual(session.user_id, self.manager_a)
        self.assertEqual(event.integration_case_id, self.case)

    def test_session_makes_a_neutral_entry(self):
        session = self.sessions.create(
            {"case_id": self.case.id, "start": NOW + DAY, "summary": SECRET}
        )
        event = session.event_id
        self.assertEqual((event.start, event.stop), (session.start, session.stop))
        self.assertIn(event.name, NEUTRAL)
        self.assertEqual(event.privacy, "private")
        self.assertEqual(event.partner_ids, self.manager_a.partner_id)
        self.assertEqual(event.with_user(self.manager_a).integration_case_id, self.case)

    def test_existing_entry_becomes_a_session(self):
        event = self._event(integration_case_id=False, description=SECRET)
        event.integration_case_id = self.case
        self.assertEqual(self._session(event).case_id, self.case)
        self.assertIn(event.name, NEUTRAL)
        self.assertEqual(event.privacy, "private")
        self.assertFalse(event.description)

    def test_mixed_batch_keeps_its_order(self):
        vals = {"start": NOW + DAY, "stop": NOW + DAY + HOUR}
        events = self.events.create(
            [
                {"name": "A", **vals},
                {"name": "B", "integration_case_id": self.case.id, **vals},
                {"name": "C", **vals},
            ]
        )
        self.assertEqual(events[::2].mapped("name"), ["A", "C"])
        self.assertIn(events[1].name, NEUTRAL)
        self.assertEqual(len(self.case.session_ids), 1)

    def test_drag_moves_the_session(self):
        event = self._event()
        event.write({"start": NOW + 2 * DAY, "stop": NOW + 2 * DAY + 2 * HOUR})
        session = self._session(event)
        self.assertEqual(session.start, NOW + 2 * DAY)
        self.assertEqual(session.minutes, 120)

    def test_session_moves_its_entry(self):
        event = self._event()
        session = self._session(event)
        session.write({"start": NOW + 3 * DAY})
        self.assertEqual(event.start, NOW + 3 * DAY)
        self.assertEqual(event.stop, NOW + 3 * DAY + HOUR)
        session.minutes = 15
        self.assertEqual(event.stop - event.start, timedelta(minutes=15))

    def test_held_sessions_stay_where_they_were(self):
        event = self._event(start=NOW - DAY, stop=NOW - DAY + HOUR)
        session = self._session(event)
        session.action_hold()
        event.write({"start": NOW + DAY, "stop": NOW + DAY + HOUR})
        self.assertEqual(session.start, NOW - DAY)

    def test_deleting_the_entry_never_deletes_a_session(self):
        planned = self._event()
        held = self._event(start=NOW - DAY, stop=NOW - DAY + HOUR)
        sessions = self._session(planned) | self._session(held)
        sessions[1].action_hold()
        (planned | held).unlink()
        self.assertEqual(sessions.mapped("state"), ["cancelled", "held"])
        self.assertFalse(sessions.event_id)

    def test_archiving_and_bringing_back(self):
        event = self._event()
        session = self._session(event)
        event.active = False
        self.assertEqual(session.state, "cancelled")
        event.active = True
        self.assertEqual(session.state, "planned")
        self.assertEqual(session.event_id, event)

    def test_cancelling_clears_the_calendar(self):
        event = self._event()
        session = self._session(event)
        session.action_cancel()
        self.assertFalse(event.exists())
        session.action_replan()
        self.assertEqual(session.event_id.start, session.start)

    def test_deleting_a_session_or_case_clears_the_calendar(self):
        first, second = self._event(), self._event()
        self._session(first).unlink()
        self.assertFalse(first.exists())
        self.case.unlink()
        self.assertFalse(second.exists())

    def test_taking_the_case_off(self):
        event, documented = self._event(), self._event()
        notes = self._session(documented)
        notes.note = "Told about the family"
        (event | documented).write({"integration_case_id": False})
        self.assertEqual(self.case.session_ids, notes)
        self.assertEqual(notes.state, "cancelled")
        event.name = "Lunch"
        self.assertEqual(event.name, "Lunch")

    def test_changing_the_case(self):
        other = self._create_case()
        event = self._event()
        event.integration_case_id = other
        self.assertFalse(self.case.session_ids)
        self.assertEqual(self._session(event).case_id, other)
        self._session(event).summary = "Something"
        with self.assertRaises(UserError):
            event.integration_case_id = self.case

    def test_all_day_is_refused(self):
        vals = {"allday": True, "start_date": "2026-03-05", "stop_date": "2026-03-05"}
        with self.assertRaises(ValidationError):
            self._event(**vals)
        with self.assertRaises(ValidationError):
            self._event().write(vals)
        event = self.events.new({**vals, "integration_case_id": self.case.id})
        event._onchange_integration_case_id()
        self.assertFalse(event.allday)
        self.assertEqual(event.start, datetime(2026, 3, 5, 8, 0))

    def test_copy_makes_a_session_of_its_own(self):
        event = self._event()
        copy = event.copy()
        self.assertEqual(copy.integration_case_id, self.case)
        self.assertEqual(len(self.case.session_ids), 2)
        self.assertNotEqual(self._session(copy), self._session(event))

    def test_colleague_takes_over(self):
        session = self._session(self._event())
        session.user_id = self.manager_b
        event = session.event_id.sudo()
        self.assertEqual(event.user_id, self.manager_b)
        self.assertEqual(event.partner_ids, self.manager_b.partner_id)

    def test_search_by_case(self):
        event = self._event()
        plain = self._event(integration_case_id=False)
        both = [("id", "in", (event | plain).ids)]
        for domain, found in (
            ([("integration_case_id", "=", self.case.id)], event),
            ([("integration_case_id", "!=", False)], event),
            ([("integration_case_id", "=", False)], plain),
            ([("integration_case_id", "!=", self.case.id)], plain),
            ([("integration_case_id.person_name", "=", "Amina Canary")], event),
            ([("integration_case_id", "ilike", "Amina")], event),
        ):
            with self.subTest(domain=domain):
                self.assertEqual(self.events.search(domain + both), found)

    def test_plan_from_the_case(self):
        context = self.case.action_plan_session()["context"]
        events = self.events.with_context(**context)
        fields_spec = {"integration_case_id": {}, "name": {}, "privacy": {}}
        values = events.onchange({}, [], fields_spec)["value"]
        self.assertEqual(values["integration_case_id"], self.case.id)
        self.assertEqual(values["privacy"], "private")

    def test_activity_of_a_case_opens_a_session(self):
        """Odoo's own links to a document become a session and are not stored."""
        events = self.events.with_context(
            default_res_model="integration.case",
            default_res_id=self.case.id,
            active_model="integration.case",
            active_id=self.case.id,
        )
        values = events.default_get(["res_id", "res_model_id", "integration_case_id"])
        self.assertEqual(values.pop("integration_case_id"), self.case.id)
        self.assertFalse(any(values.values()))
        event = events.create({"name": "X", "start": NOW, "stop": NOW + HOUR})
        self.assertFalse(event.res_id or event.res_model)
        model = self.env["ir.model"]._get("integration.case")
        event.write({"res_model_id": model.id, "res_id": self.case.id})
        self.assertFalse(event.res_id or event.res_model)

    @mute_logger("odoo.addons.base.models.ir_rule")
    def test_entry_opens_its_session(self):
        event = self._event()
        action = event.action_open_integration_session()
        self.assertEqual(action["res_id"], self._session(event).id)
        self.assertFalse(
            event.with_user(self.manager_b).action_open_integration_session()
        )

    def test_foreign_case_is_refused_on_every_way(self):
        events = self.events.with_user(self.manager_b)
        own = events.create({"name": "Own", "start": NOW, "stop": NOW + HOUR})
        vals = {"integration_case_id": self.case.id}
        start = {"name": "X", "start": NOW, "stop": NOW + HOUR}
        spec = {"integration_case_id": {"fields": {"display_name": {}}}}
        calls = {
            "create": lambda: events.create({**start, **vals}),
            "write": lambda: own.write(vals),
            "web_save": lambda: own.web_save(vals, spec),
            "web_save new": lambda: events.web_save({**start, **vals}, spec),
            "onchange": lambda: own.onchange(vals, ["integration_case_id"], spec),
            "onchange new": lambda: events.onchange(vals, list(vals), spec),
            "sudo": lambda: own.sudo().write(vals),
            "load": lambda: self._load(events),
        }
        for name, call in calls.items():
            with self.subTest(call=name), self.assertRaises(AccessError):
                call()
        default = events.with_context(default_integration_case_id=self.case.id)
        self.assertFalse(default.onchange({}, [], spec)["value"].get(*vals))
        self.assertFalse(default.create(start).integration_case_id)
        self.assertFalse(self.case.session_ids)

    def _load(self, events):
        row = [["X", str(NOW), str(NOW + HOUR), str(self.case.id)]]
        result = events.load(["name", "start", "stop", "integration_case_id/.id"], row)
        if not result["ids"]:
            raise AccessError(str(result["messages"]))
