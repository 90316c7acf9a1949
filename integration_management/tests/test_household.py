# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo.exceptions import AccessError, ValidationError

from .common import IntegrationCommon


class TestHousehold(IntegrationCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.members = cls.env["integration.household.member"].with_user(cls.manager_a)

    def _member(self, **vals):
        return self.members.create({"case_id": self.case.id, **vals})

    def test_relation_is_enough(self):
        member = self._member(relation_id=self._term("relation", "child").id)
        self.assertTrue(member.lives_with_client)
        self.assertEqual(member.display_name, self.case.number)

    def test_member_with_an_own_case(self):
        case = self._create_case(first_name="Sami")
        member = self._member(first_name="Sami", linked_case_id=case.id)
        case.unlink()
        self.assertTrue(member.exists())
        self.assertFalse(member.linked_case_id)

    def test_case_cannot_be_its_own_member(self):
        with self.assertRefused(ValidationError, "itself"):
            self._member(linked_case_id=self.case.id)
        self.assertFalse(self.case.household_member_ids)

    def test_foreign_case_cannot_be_linked(self):
        foreign = self._create_case(user=self.manager_b)
        with self.assertRaises(AccessError):
            self._member(linked_case_id=foreign.id)
        member = self._member()
        with self.assertRaises(AccessError):
            member.linked_case_id = foreign.id
        with self.assertRaises(AccessError):
            self.members.onchange({"linked_case_id": foreign.id}, [], {})

    def test_birth_in_the_future_is_refused(self):
        with self.assertRefused(ValidationError, "future"):
            self._member(birth_date="2999-01-01")
        self.assertFalse(self.case.household_member_ids)
