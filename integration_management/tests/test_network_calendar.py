# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from datetime import timedelta

from freezegun import freeze_time

from odoo.exceptions import AccessError, UserError
from odoo.fields import Command
from odoo.tests import Form

from .test_network_activity import START, NetworkCommon


@freeze_time("2026-05-04 10:00:00")
class TestNetworkCalendar(NetworkCommon):
    """An activity and its entry in the standard calendar are one thing."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.activity = cls._create_activity(
            colleague_ids=[Command.set(cls.manager_b.ids)], location="Family centre"
        )
        cls.event = cls.activity.event_id

    def test_all_who_take_part_have_it_in_their_calendar(self):
        self.assertEqual(self.event.name, "Round table")
        self.assertEqual(self.event.location, "Family centre")
        self.assertEqual(self.event.user_id, self.manager_a)
        people = self.manager_a | self.manager_b
        self.assertEqual(self.event.partner_ids, people.partner_id)
        self.assertEqual(self.event.start, START)
        self.assertEqual(self.event.stop, START + timedelta(hours=1))

    def test_the_entry_follows(self):
        external = self.env["res.partner"].create({"name": "Invited by hand"})
        self.event.sudo().partner_ids = [Command.link(external.id)]
        self.activity.write(
            {
                "name": "Big round table",
                "start": START + timedelta(days=1),
                "minutes": 90,
                "colleague_ids": [Command.set(self.coordinator.ids)],
            }
        )
        self.assertEqual(self.event.name, "Big round table")
        self.assertEqual(self.event.stop, START + timedelta(days=1, minutes=90))
        people = (self.manager_a | self.coordinator).partner_id | external
        self.assertEqual(self.event.partner_ids, people)
        self.activity.user_id = self.manager_b
        self.assertEqual(self.event.user_id, self.manager_b)

    def test_the_activity_follows(self):
        event = self.event.with_user(self.manager_b)
        event.write(
            {
                "name": "Other title",
                "start": START + timedelta(hours=2),
                "stop": START + timedelta(hours=4),
            }
        )
        self.assertEqual(self.activity.start, START + timedelta(hours=2))
        self.assertEqual(self.activity.minutes, 120)
        self.assertEqual(self.activity.name, "Other title")

    def test_in_the_form_of_the_calendar(self):
        with Form(self.event.with_user(self.manager_a)) as form:
            form.start = START + timedelta(days=2)
            form.stop = START + timedelta(days=2, hours=1)
        self.assertEqual(self.activity.start, START + timedelta(days=2))

    def test_all_day_keeps_the_length(self):
        day = "2026-05-08"
        self.event.write({"allday": True, "start_date": day, "stop_date": day})
        self.assertEqual(str(self.activity.start)[:10], "2026-05-08")
        self.assertEqual(self.activity.minutes, 60)

    def test_what_was_held_stays(self):
        with freeze_time("2026-05-07 10:00:00"):
            self.activity.action_hold()
            self.event.write({"start": START + timedelta(hours=5)})
            self.assertEqual(self.activity.start, START)
            self.event.with_user(self.manager_a).unlink()
        self.assertEqual(self.activity.state, "held")

    def test_calling_off_clears_the_calendar_and_back(self):
        self.activity.action_cancel()
        self.assertFalse(self.event.exists())
        self.activity.action_replan()
        self.assertEqual(self.activity.event_id.start, START)

    def test_deleting_the_entry_calls_off(self):
        self.event.with_user(self.manager_a).unlink()
        self.assertEqual(self.activity.state, "cancelled")
        self.activity.action_replan()
        self.assertTrue(self.activity.event_id)

    def test_archiving_the_entry_calls_off_until_it_is_back(self):
        event = self.event.with_user(self.manager_a)
        event.active = False
        self.assertEqual(self.activity.state, "cancelled")
        event.active = True
        self.assertEqual(self.activity.state, "planned")
        self.assertEqual(self.activity.event_id, event)

    def test_deleting_the_activity_clears_the_calendar(self):
        self.activity.unlink()
        self.assertFalse(self.event.exists())

    def test_a_series_does_not_break_it(self):
        event = self.event.with_user(self.manager_a)
        event.write(
            {
                "recurrency": True,
                "rrule_type": "weekly",
                "wed": True,
                "count": 3,
                "end_type": "count",
                "interval": 1,
            }
        )
        series = event.recurrence_id.calendar_event_ids
        self.assertEqual(len(series), 3)
        event.write(
            {
                "recurrence_update": "all_events",
                "start": START + timedelta(hours=1),
                "stop": START + timedelta(hours=2),
            }
        )
        self.assertEqual(self.activity.state, "planned")
        self.assertEqual(self.activity.start, START + timedelta(hours=1))
        self.assertTrue(self.activity.event_id.active)

    def test_the_uninvited_change_nothing(self):
        """Odoo lets every employee write any public entry over RPC."""
        for user in (self.employee, self.stranger, self.coordinator):
            event = self.event.with_user(user)
            for attack in (
                {"start": START + timedelta(days=3)},
                {"active": False},
                {"partner_ids": [Command.link(user.partner_id.id)]},
            ):
                with self.assertRefused(UserError, "ask those who are invited"):
                    event.write(attack)
            with self.assertRefused(UserError, "ask those who are invited"):
                event.unlink()
        self.assertEqual(self.activity.state, "planned")

    def test_the_invited_need_no_rights(self):
        self.event.partner_ids |= self.employee.partner_id
        event = self.event.with_user(self.employee)
        event.write({"start": START + timedelta(hours=1)})
        self.assertEqual(self.activity.start, START + timedelta(hours=1))
        self.assertNotIn(self.employee, self.activity.colleague_ids)

    def test_the_entry_shows_nothing_but_the_title(self):
        self.activity.write({"note": "Canary minutes", "next_step": "Canary step"})
        event = self.event.with_user(self.employee)
        self.assertFalse(event.integration_case_id)
        self.assertNotIn("Canary", str(event.read()))

    def test_the_entry_cannot_be_chosen(self):
        foreign = self.env["calendar.event"].create(
            {"name": "Mine", "start": START, "stop": START + timedelta(hours=1)}
        )
        with self.assertRefused(AccessError, "cannot be chosen"):
            self.activity.event_id = foreign
        with self.assertRefused(AccessError, "cannot be chosen"):
            self._create_activity(event_id=foreign.id)
