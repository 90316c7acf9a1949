# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo.tests import tagged

from .common import IntegrationCommon
from .cost import queries, specification


@tagged("integration_cost")
class TestCaseCost(IntegrationCommon):
    """A screen with 80 cases costs the queries of a screen with one."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.cases = cls.env["integration.case"].with_user(cls.manager_a)
        cls.language = cls._term("language", "ti")

    def _add(self, count):
        stages = self.env["integration.case.stage"].search([("code", "!=", "closed")])
        gender = self._term("gender", "female")
        self.cases.create(
            [
                {
                    "first_name": f"Client {number}",
                    "stage_id": stages[number % len(stages)].id,
                    "gender_id": gender.id,
                    "language_ids": self.language.ids,
                }
                for number in range(count)
            ]
        )

    def _assert_constant(self, call, at_most):
        self._add(6)
        few = queries(self.cases.env, call)
        self._add(74)
        many = queries(self.cases.env, call)
        self.assertEqual(few, many)
        self.assertLessEqual(many, at_most)

    def test_list(self):
        fields = specification(self.cases, "list")
        self._assert_constant(
            lambda: self.cases.web_search_read([], fields, limit=100), 13
        )

    def test_kanban(self):
        fields = specification(self.cases, "kanban")
        call = lambda: self.cases.web_read_group(  # noqa: E731
            [],
            ["stage_id"],
            ["__count"],
            auto_unfold=True,
            unfold_read_specification=fields,
            unfold_read_default_limit=80,
        )
        self._assert_constant(call, 16)

    def test_calendar(self):
        names = list(specification(self.cases, "calendar"))
        self._assert_constant(lambda: self.cases.search_read([], names), 6)

    def test_form_does_not_depend_on_other_cases(self):
        fields = specification(self.cases, "form")
        case = self.case
        self._assert_constant(lambda: case.web_read(fields), 45)

    def test_name_search(self):
        self._assert_constant(lambda: self.cases.name_search("Client"), 3)
