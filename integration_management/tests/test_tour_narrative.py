# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo.tests import HttpCase, tagged

from .test_figures_output import FiguresOutputCommon


@tagged("tours")
class TestTourNarrative(FiguresOutputCommon, HttpCase):
    def test_fill_in_a_report(self):
        """From the list to a section with its figures."""
        applicant = self.env["res.partner"].create(
            {"name": "Canary District", "is_company": True}
        )
        narrative = self.env["integration.narrative"].create(
            {
                "applicant_id": applicant.id,
                "date_from": "2025-01-01",
                "date_to": "2025-12-31",
                "figures_ids": self.figures.ids,
            }
        )
        self.start_tour(
            "/odoo/integration-narratives",
            "integration_narrative",
            login=self.reporting.login,
        )
        self.env.invalidate_all()
        filled = narrative.section_ids.filtered(lambda s: not s._is_empty())
        self.assertEqual(set(filled.mapped("kind")), {"staff", "counselling"})
