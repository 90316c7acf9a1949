# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo.fields import Command
from odoo.tests import tagged

from .cost import queries, specification
from .portal_common import PortalCommon


@tagged("integration_cost")
class TestPortalCost(PortalCommon):
    """A long file costs the queries of a short one, for clients and for managers."""

    def _add(self, count):
        case = self.case
        self.plan.goal_ids = [
            Command.create(
                {
                    "case_id": case.id,
                    "name": f"Goal {number}",
                    "measure_ids": [Command.create({"case_id": case.id, "name": "x"})],
                }
            )
            for number in range(count)
        ]
        for number in range(count):
            self._make_session(case, days=number + 10)
            case.env["integration.rights.request"].create(
                {"case_id": case.id, "text": f"Request {number}"}
            )
            case.env["integration.circumstance"].create(
                {"case_id": case.id, "kind": "work", "detail": f"Work {number}"}
            )
            case.env["integration.consent"].create(
                {"case_id": case.id, "purpose": "photo", "recipient_name": str(number)}
            )

    def _assert_constant(self, call, at_most):
        self._add(2)
        few = queries(self.env, call)
        self._add(20)
        self.assertEqual(queries(self.env, call), few)
        self.assertLessEqual(few, at_most)

    def _visit(self):
        return self.key.sudo()

    def test_home(self):
        self._assert_constant(lambda: self.portal._get_home(self._visit()), 22)

    def test_plan(self):
        self._assert_constant(lambda: self.portal._get_plan(self._visit()), 12)

    def test_sessions(self):
        self._assert_constant(lambda: self.portal._get_sessions(self._visit()), 10)

    def test_consents(self):
        self._assert_constant(lambda: self.portal._get_consents(self._visit()), 20)

    def test_data(self):
        self._assert_constant(lambda: self.portal._get_stored(self._visit()), 35)

    def test_people(self):
        self._assert_constant(lambda: self.portal._get_people(self._visit()), 15)

    def test_requests_list(self):
        model = self.case.env["integration.rights.request"]
        fields = specification(model, "list")
        self._assert_constant(lambda: model.web_search_read([], fields), 10)

    def test_texts_list(self):
        texts = self.env["integration.client.text"].with_user(self.employee)
        fields = specification(texts, "list")

        def read(count):
            return lambda: texts.web_search_read([], fields, limit=count)

        few = queries(self.env, read(2))
        self.assertEqual(queries(self.env, read(80)), few)
        self.assertLessEqual(few, 10)
