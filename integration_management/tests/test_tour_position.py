# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo.tests import tagged

from .grant_common import GrantCommon
from .tour_common import TourCommon


@tagged("tours")
class TestTourPosition(TourCommon, GrantCommon):
    def test_refill_a_position(self):
        """From the list to a refilled position on the timeline."""
        self.program.funded_months = 0
        self.grant.date_to = "2099-12-31"
        self.position.name = "IM-77"
        self.start_tour(
            "/odoo/integration-positions",
            "integration_position",
            login=self.reporting.login,
        )
        self.env.invalidate_all()
        successor = self.env["integration.position"].search(
            [("name", "=", "IM-77"), ("id", "!=", self.position.id)]
        )
        self.assertTrue(self.position.date_to)
        self.assertEqual(successor.user_id, self.manager_b)
        self.assertEqual(successor.qualification_class_id, self.degree)
        self.assertEqual(successor.funded_from, self.position.date_from)
