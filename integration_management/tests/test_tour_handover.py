# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo.tests import tagged

from .tour_common import TourCommon


@tagged("tours")
class TestTourHandover(TourCommon):
    def test_hand_over(self):
        """One asks the client and offers the case, the other one takes it over."""
        self._tour("handover_offer", f"/odoo/integration-cases/{self.case.id}")
        self.assertEqual(self.case.manager_id, self.manager_a)
        self.start_tour(
            "/odoo/integration-handover-offers",
            "integration_handover_accept",
            login="manager_b",
        )
        case = self.case.with_user(self.manager_b)
        self.assertEqual(case.manager_id, self.manager_b)

    def test_leaving(self):
        """A leaving manager offers what clients agree to, and locks the rest."""
        cases = self.case
        for name in ("Sara", "Tarek"):
            cases |= self._create_case(first_name=name)
        self._tour("leaving", "/odoo/integration-leaving")
        self.assertEqual(len(cases.handover_ids.offer_id), 1)
        self.assertEqual(len(cases.filtered("locked_after")), 2)
