# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from datetime import timedelta

from odoo import fields
from odoo.tests import tagged

from .tour_common import TourCommon


@tagged("tours")
class TestTourNetwork(TourCommon):
    def test_enter_an_activity(self):
        """From the first page to the calendar, with a warning on the way."""
        defaults = self.env["ir.default"]
        past = fields.Datetime.now() - timedelta(hours=2)
        defaults.set("integration.network.activity", "start", past)
        self._tour("network_activity", "/odoo/integration-my-day")
        activity = self.env["integration.network.activity"].search(
            [("user_id", "=", self.manager_a.id)]
        )
        self.assertEqual(activity.state, "held")
        self.assertEqual(activity.note, "Two schools want a contact person")
        self.assertEqual(activity.event_id.name, "Round table on schools")

    def test_say_who_counsels_on_what(self):
        site = self.env["integration.site"].create({"name": "Tour site"})
        self.start_tour(
            "/odoo/integration-sites",
            "integration_site_topics",
            login=self.coordinator.login,
        )
        self.env.invalidate_all()
        self.assertEqual(site.gap_count, site.topic_count - 1)
        self.assertTrue(site.topic_line_ids[0].is_counselled_here)
