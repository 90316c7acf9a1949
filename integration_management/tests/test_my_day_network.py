# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from freezegun import freeze_time

from odoo.fields import Command

from .cost import queries
from .test_network_activity import NetworkCommon


@freeze_time("2026-05-04 10:00:00")
class TestMyDayNetwork(NetworkCommon):
    """A coordinator starts with what wants looking after, without any case."""

    def _day(self, user):
        self.env.flush_all()
        return self.env["integration.my.day"].with_user(user).get_my_day()

    def _ids(self, user, key):
        return [entry["id"] for entry in self._day(user)[key]]

    def test_planned_activities_of_this_week_and_late_ones(self):
        late = self._create_activity(start="2026-04-30 10:00:00")
        soon = self._create_activity(
            start="2026-05-11 10:00:00", colleague_ids=[self.coordinator.id]
        )
        self._create_activity(start="2026-05-12 10:00:00")
        self._create_activity(start="2026-04-29 10:00:00", state="held")
        self.assertEqual(self._ids(self.manager_a, "network"), [late.id, soon.id])
        self.assertEqual(self._ids(self.coordinator, "network"), [soon.id])
        self.assertEqual(self._ids(self.manager_b, "network"), [])

    def test_gaps_and_old_offers_are_for_coordinators(self):
        self.site.topic_line_ids = [
            Command.create({"topic_id": self._term("topic", "housing").id})
        ]
        offers = self.env["integration.offer"]
        old = offers.create({"name": "Old", "last_checked_on": "2025-05-03"})
        never = offers.create({"name": "Never", "last_checked_on": False})
        new = offers.create({"name": "New", "last_checked_on": "2025-05-04"})
        self.assertIn(self.site.id, self._ids(self.coordinator, "gaps"))
        found = self._ids(self.coordinator, "unchecked")
        self.assertLessEqual({old.id, never.id}, set(found))
        self.assertNotIn(new.id, found)
        for user in (self.manager_a, self.supervisor, self.employee):
            with self.subTest(user=user.login):
                self.assertEqual(self._ids(user, "gaps"), [])
                self.assertEqual(self._ids(user, "unchecked"), [])

    def test_enquiries_that_one_may_see(self):
        enquiries = self.env["integration.enquiry"].with_user(self.coordinator)
        enquiry = enquiries.create({"channel": "0171 3920012"})
        self.assertIn(enquiry.id, self._ids(self.coordinator, "enquiries"))
        self.assertNotIn("3920012", str(self._day(self.coordinator)))
        for user in (self.manager_a, self.supervisor, self.employee):
            self.assertNotIn(enquiry.id, self._ids(user, "enquiries"))

    def test_coordinators_land_here_without_menus_of_cases(self):
        menus = self.env["ir.ui.menu"].with_user(self.coordinator)
        visible = menus._visible_menu_ids()
        prefix = "integration_management."
        for name in ("menu_my_day", "integration_site_menu", "menu_network"):
            self.assertIn(self.env.ref(prefix + name).id, visible)
        for name in ("menu_cases", "menu_sessions", "menu_goals"):
            self.assertNotIn(self.env.ref(prefix + name).id, visible)
        menus = menus.load_web_menus(False)
        app = menus[self.env.ref(prefix + "menu_root").id]
        self.assertEqual(app["actionPath"], "integration-my-day")

    def test_cost_is_constant(self):
        day = self.env["integration.my.day"].with_user(self.coordinator)

        def add(count):
            for number in range(count):
                self._create_activity(self.coordinator, minutes=30 + number)
                site = self.env["integration.site"].create({"name": "Canary"})
                site.action_add_topics()
                self.env["integration.offer"].create(
                    {"name": "Canary", "last_checked_on": False}
                )
                language = self._term("language", "ar")
                self.env["integration.enquiry"].with_user(self.coordinator).create(
                    {"channel": "0171 3920012", "language_id": language.id}
                )

        add(2)
        few = queries(day.env, day.get_my_day)
        add(5)
        self.assertEqual(queries(day.env, day.get_my_day), few)
