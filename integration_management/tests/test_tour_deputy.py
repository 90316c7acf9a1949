# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo.tests import tagged

from .deputies import DeputyCommon
from .tour_common import TourCommon


@tagged("tours", "integration_deputy")
class TestTourDeputy(TourCommon, DeputyCommon):
    def test_appoint_and_stand_in(self):
        self._tour("deputy_appoint", "/odoo/integration-deputies")
        self.assertTrue(self._can_open())
        url = f"/odoo/integration-cases/{self.case.id}"
        self.start_tour(url, "integration_deputy_work", login=self.deputy.login)

    def test_emergency_access_by_two_people(self):
        url = "/odoo/integration-emergencies"
        self.start_tour(url, "integration_emergency_ask", login=self.deputy.login)
        request = self.env["integration.emergency"].search([], limit=1)
        self.assertEqual(request.number, "F-WRONG")
        request.number = self.case.number
        self.start_tour(
            f"{url}/{request.id}",
            "integration_emergency_confirm",
            login=self.supervisor.login,
        )
        self.assertTrue(self._can_open())
