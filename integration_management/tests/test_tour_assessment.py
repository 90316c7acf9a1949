# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo.tests import tagged

from .tour_common import TourCommon


@tagged("tours")
class TestTourAssessment(TourCommon):
    def test_assess_twice(self):
        """Step 4: eight clicks; the second assessment shows what has changed."""
        self._tour("assessment", f"/odoo/integration-cases/{self.case.id}")
        second, first = self.case.assessment_ids
        self.assertEqual(
            first.line_ids.mapped("answer"),
            ["2", "3", "not_discussed", "1", "not_wanted", "4", "5", "3"],
        )
        self.assertEqual(second.previous_id, first)
        self.assertEqual(second.line_ids[0].change, "+2")
        self.assertEqual(second.line_ids[0].own_view, "I understand the radio now")
        self.assertEqual(second.line_ids[2].answer, "not_discussed")
        self.assertEqual(self.case.stage_code, "assessment")
