# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo.tests import tagged

from .tour_common import TourCommon


@tagged("tours")
class TestTourFile(TourCommon):
    def test_ask_for_consents(self):
        """Step 2: one by one; one is declined and everything else goes on."""
        self._tour("file_consent", f"/odoo/integration-cases/{self.case.id}")
        states = {c.purpose: c.state for c in self.case.consent_ids}
        self.assertEqual(states, {"case_file": "withdrawn", "plan": "declined"})
        self.assertEqual(self.case.messenger, "Signal")
