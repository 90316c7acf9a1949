# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo.fields import Command
from odoo.tests import tagged

from .cost import queries, specification
from .grant_common import GrantCommon

_FEW, _MANY = 1, 30
_SCREENS = (
    ("list", "integration_position_view_list"),
    ("list", "integration_position_view_timeline"),
    ("kanban", "integration_position_view_kanban"),
    ("kanban", "integration_position_view_vacancy_kanban"),
)


@tagged("post_install", "-at_install")
class TestPositionCost(GrantCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        site = cls.env["integration.site"].create({"name": "Site"})
        users = [cls._new_user(f"many_{n}", "base.group_user") for n in range(5)]
        for number in range(_MANY - 1):
            cls._create_position(
                name=f"IM-{number}",
                user_id=users[number % 5].id,
                share=0.25,
                place_ids=[Command.create({"site_id": site.id, "share": 0.25})],
                interruption_ids=[
                    Command.create({"date_from": "2025-03-01", "date_to": "2025-03-02"})
                ],
            )
        cls.positions = cls.env["integration.position"].with_user(cls.reporting)
        cls.all = cls.positions.search([("grant_id", "=", cls.grant.id)])

    def _cost(self, records, spec):
        return queries(
            records.env,
            lambda: records.web_search_read(
                [("id", "in", records.ids)], spec, limit=len(records)
            ),
        )

    def test_lists_and_boards(self):
        self.assertEqual(len(self.all), _MANY)
        for view_type, xml_id in _SCREENS:
            with self.subTest(xml_id):
                spec = specification(
                    self.positions, view_type, f"integration_management.{xml_id}"
                )
                few = self._cost(self.all[:_FEW], spec)
                self.assertLessEqual(self._cost(self.all, spec), few + 1)

    def test_grants(self):
        others = self.grant
        for number in range(9):
            others |= self._create_grant(name=str(number))
        spec = specification(others, "list")
        few = self._cost(others[:_FEW], spec)
        self.assertLessEqual(self._cost(others, spec), few + 1)

    def test_form(self):
        """As many queries with 30 positions around as with one."""
        spec = specification(self.positions, "form")
        position = self.all[0]
        before = queries(position.env, lambda: position.web_read(spec))
        (self.all - position).unlink()
        after = queries(position.env, lambda: position.web_read(spec))
        self.assertLessEqual(before, after + 2)
