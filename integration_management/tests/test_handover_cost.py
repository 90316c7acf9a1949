# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo.tests import tagged

from .cost import queries, specification
from .handover_common import HandoverCommon


@tagged("integration_cost")
class TestHandoverCost(HandoverCommon):
    """Many hand-overs cost the queries of one."""

    def _add(self, count):
        for _number in range(count):
            self._offer(self._create_case(first_name="Sara"))

    def _assert_constant(self, call, at_most):
        self._add(1)
        env = self.case.env
        few = queries(env, call)
        self._add(9)
        many = queries(env, call)
        self.assertEqual(few, many)
        self.assertLessEqual(many, at_most)

    def test_lists(self):
        for name, at_most in (
            ("integration.handover", 12),
            ("integration.handover.offer", 8),
        ):
            model = self.env[name].with_user(self.manager_a)
            for view in ("list", "kanban"):
                fields = specification(model, view)
                with self.subTest(model=name, view=view):
                    self._assert_constant(
                        lambda m=model, f=fields: m.web_search_read([], f), at_most
                    )

    def test_withheld_notes(self):
        notes = self.env["integration.withheld.note"].with_user(self.manager_a)
        fields = specification(notes, "list")
        self.case.message_post(body="First")

        def call():
            return notes.web_search_read([], fields)

        self._hand_over()
        few = queries(notes.env, call)
        case = self._create_case()
        for number in range(20):
            case.message_post(body=f"Note {number}")
        self._hand_over(case)
        self.assertEqual(queries(notes.env, call), few)
        self.assertGreater(len(call()["records"]), 20)

    def test_form(self):
        handover, _offer = self._offer()
        fields = specification(handover, "form")
        self._assert_constant(lambda: handover.web_read(fields), 45)

    def test_leaving(self):
        """What is counted for a leaving manager does not ask case by case."""
        leaving = self.env["integration.leaving"].with_user(self.manager_a)
        self._assert_constant(leaving.get_result, 14)
