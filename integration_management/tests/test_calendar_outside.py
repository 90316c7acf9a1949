# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo.exceptions import AccessError
from odoo.fields import Command
from odoo.tests import HttpCase, tagged
from odoo.tools import mute_logger

from .test_session_calendar import DAY, HOUR, NOW, SECRET, SessionCalendarCommon

RULES = "odoo.addons.base.models.ir_rule"


class CalendarOutsideCommon(SessionCalendarCommon):
    def setUp(self):
        super().setUp()
        self.manager_a.email = "manager_a@example.com"
        self.case.write({"street": SECRET, "mail_address": f"{SECRET}@example.com"})
        self.event = self._event(description=SECRET, location=SECRET)


@tagged("integration_session")
class TestCalendarOutside(CalendarOutsideCommon):
    """What leaves the calendar of a manager tells nothing about the client."""

    def _assert_silent(self, values):
        text = str(values)
        for word in (SECRET, "Amina", "Canary", self.case.number):
            self.assertNotIn(word, text)

    def test_all_columns_are_silent(self):
        """Synchronisation sends what is stored: nothing there, nothing sent."""
        event = self.event.sudo()
        columns = [f.name for f in event._fields.values() if f.store]
        self._assert_silent(event.read(columns))
        self._assert_silent(event.attendee_ids.read())
        self._assert_silent(event._get_customer_description())

    def test_the_calendar_file_is_silent(self):
        for user in (self.env.user, self.manager_a):
            files = self.event.with_user(user)._get_ics_file()
            self.assertIn(b"BEGIN:VCALENDAR", files[self.event.id])
            self._assert_silent(files[self.event.id].decode())

    def test_reminders_are_silent(self):
        alarm = self.env["calendar.alarm"].create(
            {"name": "x", "alarm_type": "notification", "duration": 3}
        )
        self.event.write({"alarm_ids": [Command.link(alarm.id)]})
        manager = self.env["calendar.alarm_manager"].with_user(self.manager_a)
        self.event.write({"start": NOW + HOUR, "stop": NOW + 2 * HOUR})
        self._assert_silent(manager.get_next_notif())
        self._assert_silent(self.env["bus.bus"].sudo().search([]).mapped("message"))

    def test_importing_and_copying_stay_silent(self):
        telling = [SECRET, SECRET, SECRET, "public"]
        columns = ["name", "description", "location", "privacy"]
        times = ["start", "stop", "integration_case_id/.id"]
        row = [str(NOW + DAY), str(NOW + DAY + HOUR), str(self.case.id)]
        result = self.events.load([*columns, *times], [[*telling, *row]])
        self.assertTrue(result["ids"], result["messages"])
        columns = [f.name for f in self.event._fields.values() if f.store]
        self._assert_silent(self.events.browse(result["ids"]).sudo().read(columns))
        copy = self.event.copy({"name": SECRET, "description": SECRET})
        self._assert_silent(copy.sudo().read(columns))

    def test_no_token_joins_a_session(self):
        self.event._set_discuss_videocall_location()
        self.assertFalse(self.event.access_token or self.event.videocall_location)

    @mute_logger(RULES)
    def test_attendees_of_private_entries_are_not_listed(self):
        plain = self._event(integration_case_id=False, privacy="private")
        for user in self.outsiders:
            for event in (self.event, plain):
                rows = event.attendee_ids.with_user(user)
                domain = [("event_id", "=", event.id)]
                with self.subTest(user=user.login, event=event):
                    self.assertFalse(rows.search(domain))
                    self.assertFalse(rows.search_count([("id", "in", rows.ids)]))
                    with self.assertRaises(AccessError):
                        rows.read(["access_token"])
                    self.assertFalse(event.with_user(user).attendee_ids)

    def test_attendees_of_other_entries_are_listed(self):
        plain = self._event(integration_case_id=False, privacy="public")
        rows = plain.attendee_ids.with_user(self.employee)
        self.assertTrue(rows.search([("event_id", "=", plain.id)]))
        self.assertTrue(self.event.attendee_ids)
        self.event.write({"partner_ids": [Command.link(self.employee.partner_id.id)]})
        rows = self.event.attendee_ids.with_user(self.employee)
        self.assertEqual(len(rows.search([("event_id", "=", self.event.id)])), 2)

    @mute_logger(RULES, "odoo.addons.base.models.ir_model")
    def test_nobody_joins_or_answers(self):
        for user in self.outsiders:
            with self.subTest(user=user.login):
                with self.assertRaises(AccessError):
                    self.event.with_user(user).action_join_meeting(user.partner_id.id)
                with self.assertRaises(AccessError):
                    self.event.attendee_ids.with_user(user).do_decline()

    def test_google_gets_nothing(self):
        if not hasattr(self.event, "_google_values"):
            self.skipTest("google_calendar is not installed")
        self._assert_silent(self.event._google_values())

    def test_outlook_gets_nothing(self):
        if not hasattr(self.event, "_microsoft_values"):
            self.skipTest("microsoft_calendar is not installed")
        fields = self.event._get_microsoft_synced_fields()
        self._assert_silent(self.event._microsoft_values(fields))


@tagged("integration_session")
class TestCalendarToken(CalendarOutsideCommon, HttpCase):
    """The pages that Odoo opens to whoever has the token of an attendee."""

    @mute_logger("odoo.http")
    def test_no_token_opens_a_session(self):
        plain = self._event(integration_case_id=False, privacy="private")
        for event, status in ((plain, 200), (self.event, 404)):
            token = event.attendee_ids.access_token
            for page in ("view", "accept", "decline"):
                url = f"/calendar/meeting/{page}?token={token}&id={event.id}"
                with self.subTest(url=page, event=event):
                    self.assertEqual(self.url_open(url).status_code, status)
        self.assertEqual(self.event.attendee_ids.state, "accepted")
