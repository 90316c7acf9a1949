# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from datetime import timedelta

from odoo import fields
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

    def test_record_circumstances(self):
        """Step 3: each with its dates; a permit with 60 days left is announced."""
        self._tour("file_circumstances", f"/odoo/integration-cases/{self.case.id}")
        # The browser counts from its own day, and Odoo starts it in UTC.
        expiry = fields.Date.today() + timedelta(days=60)
        facts = self.case.circumstance_ids
        self.assertEqual(len(facts), 6)
        self.assertEqual(len(facts.filtered("is_current")), 5)
        self.assertEqual(self.case.permit_expiry, expiry)
        language = facts.filtered(lambda fact: fact.kind == "language")
        self.assertEqual(language.speaking_id.code, "native")
        self.env.ref("integration_management.ir_cron_remind").method_direct_trigger()
        self.env.invalidate_all()
        self.assertIn(expiry, self.case.sudo().activity_ids.mapped("date_deadline"))
