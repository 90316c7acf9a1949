# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from datetime import timedelta

from odoo import fields
from odoo.tests import tagged

from .tour_common import TourCommon


@tagged("tours")
class TestTourCase(TourCommon):
    def test_open_a_case(self):
        """Step 1: a first name, more later; another person stays anonymous."""
        before = self.env["integration.case"].search([])
        self._tour("case_open")
        named, anonymous = (self.env["integration.case"].search([]) - before).sorted(
            lambda case: not case.person_name
        )
        self.assertEqual(named.person_name, "Yusuf Demo")
        self.assertEqual(named.interpreter_need, "yes")
        self.assertEqual(named.manager_id, self.manager_a)
        self.assertTrue(anonymous.is_anonymous)
        self.assertEqual(anonymous.phone, "0711 123")

    def test_keep_the_overview(self):
        """Step 7: every view opens; filters, search by name and by number work."""
        other = self._create_case(
            first_name="Overdue",
            next_review=fields.Date.today() - timedelta(days=3),
        )
        self._create_case(self.manager_b, first_name="Foreign")
        self._tour("case_overview")
        self.assertEqual(other.stage_code, "assessment")

    def test_close_a_case(self):
        """Step 8: closing asks for the reason; a limit is extended with a reason."""
        self._tour("case_close", f"/odoo/integration-cases/{self.case.id}")
        self.assertTrue(self.case.closing_reason_id)
        self.assertEqual(self.case.closed_on, fields.Date.context_today(self.case))
        self.assertEqual(self.case.limit_extension_months, 6)
