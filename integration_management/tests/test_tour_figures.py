# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import fields
from odoo.tests import tagged

from .evaluation_common import EvaluationCommon
from .tour_common import TourCommon


@tagged("tours")
class TestTourFigures(TourCommon, EvaluationCommon):
    def test_my_figures(self):
        sessions = self.env["integration.session"].with_user(self.manager_a)
        today = fields.Datetime.now()
        sessions.create(
            {"case_id": self.case.id, "start": today, "state": "held", "minutes": 60}
        )
        self._tour("my_figures", "/odoo/integration-my-figures")

    def test_evaluation_export(self):
        self._closed_cases(7)
        self.start_tour(
            "/odoo/integration-evaluations",
            "integration_evaluation_export",
            login=self.reporting.login,
        )
        self.env.invalidate_all()
        export = self.model.search([])
        self.assertEqual(export.state, "exported")
        self.assertEqual(export.row_count, 7)
