# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo.tests import tagged

from .cost import queries, specification
from .referral_common import ReferralCommon


@tagged("integration_cost")
class TestReferralCost(ReferralCommon):
    """Screens with 40 referrals cost the queries of screens with one."""

    def _add(self, count):
        for number in range(count):
            self._refer_with_data(purpose=f"Course {number}", state="appointment")

    def _assert_constant(self, call, at_most):
        self._release()
        self._add(2)
        few = queries(self.case.env, call)
        self._add(38)
        self.assertEqual(queries(self.case.env, call), few)
        self.assertLessEqual(few, at_most)

    def _assert_list(self, name, view_type, at_most):
        model = self._model(name)
        fields = specification(model, view_type)
        self._assert_constant(lambda: model.web_search_read([], fields), at_most)

    def test_referral_list(self):
        self._assert_list("integration.referral", "list", 12)

    def test_referral_kanban(self):
        self._assert_list("integration.referral", "kanban", 12)

    def test_disclosure_list(self):
        self._assert_list("integration.disclosure", "list", 12)

    def test_disclosure_kanban(self):
        self._assert_list("integration.disclosure", "kanban", 12)

    def test_case_form(self):
        fields = specification(self.case, "form")
        self._assert_constant(lambda: self.case.web_read(fields), 65)
