# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo.tests import tagged

from .tour_common import TourCommon


@tagged("tours")
class TestTourWorkload(TourCommon):
    def test_ask_by_dragging(self):
        """A supervisor drags a card; the case stays, and its manager is asked."""
        cases = self.case
        for _place in range(4):
            cases |= self._create_case()
        for _place in range(5):
            self._create_case(self.manager_b)
        self.start_tour(
            "/odoo/integration-workload", "integration_workload_ask", login="supervisor"
        )
        request = self.env["integration.transfer.request"].search([])
        self.assertEqual(request.from_user_id, self.manager_a)
        self.assertEqual(request.to_user_id, self.manager_b)
        self.assertIn(request.number, cases.mapped("number"))
        self.assertEqual(cases.manager_id, self.manager_a)
        self._tour("workload_answer", "/odoo/integration-transfer-requests")
        self.assertEqual(request.state, "accepted")
        self.assertEqual(cases.manager_id, self.manager_a)
