# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from datetime import date

from odoo import fields
from odoo.tests import tagged

from .tour_common import TourCommon


@tagged("tours")
class TestTourKeyFigures(TourCommon):
    def test_compute(self):
        """A grant officer computes last year's figures and looks at the numbers."""
        last_year = fields.Date.context_today(self.case).year - 1
        genders = self.env["integration.term"].search([("kind", "=", "gender")])
        for place in range(12):
            self._create_case(
                counselling_start=date(last_year, 3, 1),
                gender_id=genders[0 if place < 3 else 1].id,
            )
        self.start_tour(
            "/odoo/integration-figures", "integration_key_figures", login="reporting"
        )
        run = self.env["integration.figures"].search([])
        self.assertEqual(run.state, "frozen")
        self.assertEqual(run.date_from, date(last_year, 1, 1))
