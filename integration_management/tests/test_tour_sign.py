# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo.tests import tagged

from .tour_common import TourCommon


@tagged("tours")
class TestTourSign(TourCommon):
    browser_size = "390x844"
    touch_enabled = True

    def test_sign_a_consent(self):
        """At the talk, on a phone: shown in Arabic, signed by both, sealed."""
        texts = self.env["integration.consent.text"]
        if not texts._get_current("plan", "ar", self.env.company):
            texts.create(
                {
                    "purpose": "plan",
                    "language": "ar",
                    "title": "خطة",
                    "body": "<p>طوعي</p>",
                }
            ).action_publish()
        consent = self.case.env["integration.consent"].create(
            {"case_id": self.case.id, "purpose": "plan"}
        )
        self._tour("sign_consent", f"/odoo/integration.consent/{consent.id}")
        self.assertEqual((consent.state, consent.text_language), ("given", "ar"))
        [signature] = consent.signature_ids
        self.assertTrue(signature.is_intact)
        self.assertIn('lang="ar"', signature.shown)
