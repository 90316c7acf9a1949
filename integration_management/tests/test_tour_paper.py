# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from datetime import timedelta

from odoo import fields
from odoo.tests import tagged

from .tour_common import TourCommon


@tagged("tours")
class TestTourPaper(TourCommon):
    def test_sheet_of_a_talk(self):
        """What the client takes home is written where the talk is documented."""
        talk = self.case.env["integration.session"].create(
            {
                "case_id": self.case.id,
                "start": fields.Datetime.now() - timedelta(days=1),
                "state": "held",
            }
        )
        self._tour("paper_sheet", f"/odoo/integration-sessions/{talk.id}")
        self.assertEqual(talk.client_summary, "The course begins in May")
        self.assertEqual(talk.client_steps, "Bring the letter")

    def test_language_and_copy_of_a_plan(self):
        """The language is chosen beside the plan; one click notes the copy."""
        plan = self.case.env["integration.plan"].create({"case_id": self.case.id})
        plan.write({"signed_on_paper": True, "state": "agreed"})
        self._tour("paper_plan", f"/odoo/integration-plans/{plan.id}")
        self.assertEqual(self.case.text_language, "ti")
        self.assertTrue(plan.copy_handed_over)
