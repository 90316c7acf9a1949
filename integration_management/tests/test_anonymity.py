# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo.exceptions import AccessError
from odoo.service.model import get_public_method

from .common import IntegrationCommon


class TestAnonymity(IntegrationCommon):
    """Writers are warned of their own clients, and never told of others'."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.case.write({"phone": "0171 3920012", "birth_date": "1990-04-03"})
        cls.env["integration.household.member"].with_user(cls.manager_a).create(
            {"case_id": cls.case.id, "first_name": "Yousef", "mail_address": "y@x.test"}
        )
        cls.text = (
            f"Amina ({cls.case.number}), geb. 3.4.90, und ihr Sohn Jusef, y@x.test,"
            " 0171/39200-12"
        )

    def _find(self, user, text=None):
        checker = self.env["integration.anonymity"].with_user(user)
        return [f.kind for f in checker._find_own_cases(text or self.text)]

    def test_own_clients_and_their_families_are_found(self):
        kinds = ["name", "case_number", "birth_date", "name", "mail", "number"]
        self.assertEqual(self._find(self.manager_a), kinds)

    def test_it_is_no_oracle(self):
        """Others learn nothing but what the text's shape says; nor does sudo help."""
        for user in self.outsiders:
            with self.subTest(user=user.login):
                self.assertEqual(self._find(user), ["case_number"])
                checker = self.env["integration.anonymity"].with_user(user).sudo()
                self.assertEqual(len(checker._find_own_cases(self.text)), 1)
        self.assertEqual(self._find(self.env.ref("base.user_root")), ["case_number"])
        checker = self.env["integration.anonymity"].with_user(self.manager_a).sudo()
        self.assertEqual(len(checker._find_own_cases(self.text)), 6)

    def test_it_ends_with_the_access(self):
        self.case.sudo().access_ids._end()
        self.assertEqual(self._find(self.manager_a), ["case_number"])

    def test_it_cannot_be_called_from_outside(self):
        checker = self.env["integration.anonymity"]
        for name in ("_find_own_cases", "_get_known_people", "_describe_findings"):
            with self.assertRaises(AccessError):
                get_public_method(checker, name)

    def test_the_log_has_one_line_and_no_case(self):
        self.env["integration.access.log"]._log("read", "res.users")  # makes the buffer
        self.env.cr.precommit.data["integration.access.log"].clear()
        self._find(self.manager_a)
        noted = self.env.cr.precommit.data["integration.access.log"]
        [((user, operation), (_records, cases))] = noted.items()
        self.assertEqual((user, operation), (self.manager_a.id, "aggregate"))
        self.assertFalse(cases)

    def test_the_warning_names_what_to_look_at(self):
        checker = self.env["integration.anonymity"].with_user(self.manager_a)
        warning = checker._describe_findings(["Amina hat", "", False, "Amina und Ben"])
        self.assertEqual(warning.count("Amina"), 1)
        self.assertNotIn("Ben", warning)
        self.assertFalse(checker._describe_findings(["Eine Klientin fragt"]))

    def test_many_cases_cost_the_same(self):
        checker = self.env["integration.anonymity"].with_user(self.manager_a)
        self._find(self.manager_a)
        with self.assertQueryCount(3):
            self._find(self.manager_a)
        for number in range(5):
            self._create_case(first_name=f"Canary {number}")
        self.env.flush_all()
        with self.assertQueryCount(3):
            checker._find_own_cases(self.text)
