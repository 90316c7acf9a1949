# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo.exceptions import AccessError

from odoo.addons.integration_management.logic.numbers import is_number

from .common import IntegrationCommon


class TestCase(IntegrationCommon):
    def test_creator_owns_the_case(self):
        self.assertEqual(self.case.manager_id, self.manager_a)
        self.assertEqual(self.case.access_ids.role, "owner")
        self.assertTrue(is_number(self.case.number))

    def test_nobody_else_finds_it(self):
        for user in self.outsiders:
            with self.subTest(user=user.login), self.assertRaises(AccessError):
                self.case.with_user(user).person_name

    def test_nobody_adds_themselves(self):
        rows = self.env["integration.case.access"].with_user(self.manager_b)
        vals = {
            "case_id": self.case.id,
            "user_id": self.manager_b.id,
            "role": "deputy",
        }
        for role in ("owner", "deputy", "emergency"):
            with self.subTest(role=role), self.assertRaises(AccessError):
                rows.create({**vals, "role": role})
        with self.assertRaises(AccessError):
            rows.with_user(self.manager_a).create(vals)

    def test_owner_row_stays(self):
        with self.assertRaises(AccessError):
            self.case.access_ids.write({"user_id": self.manager_b.id})
        with self.assertRaises(AccessError):
            self.case.access_ids.unlink()
        with self.assertRaises(AccessError):
            self.case.write({"access_ids": [(5,)]})

    def test_a_name_never_becomes_the_number(self):
        cases = self.env["integration.case"].with_user(self.manager_a)
        given = cases.create({"number": "Amina"})
        self.assertTrue(is_number(given.number))
        case_id, shown = cases.name_create("Amina B")
        self.assertTrue(is_number(shown))
        self.assertEqual(cases.browse(case_id).person_name, "Amina B")
