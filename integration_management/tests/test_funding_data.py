# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from importlib import util

from odoo.exceptions import ValidationError
from odoo.tests import TransactionCase, tagged
from odoo.tools import file_path

_MIGRATION = "integration_management/migrations/19.0.1.3.0/post-grants.py"


@tagged("post_install", "-at_install")
class TestCarrierNumbers(TransactionCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.company = cls.env["res.company"].create({"name": "Carrier"})
        cls.partner = cls.company.partner_id

    def _add_account(self, partner, number):
        return self.env["res.partner.bank"].create(
            {"partner_id": partner.id, "acc_number": number}
        )

    def test_iban(self):
        self.assertTrue(self._add_account(self.partner, "DE89 3704 0044 0532 0130 00"))
        for number in ("DE89 3704 0044 0532 0130 01", "DE89 3704 0044 0532", "4711"):
            with self.assertRaisesRegex(ValidationError, "IBAN"), self.cr.savepoint():
                self._add_account(self.partner, number)

    def test_vat(self):
        for number in ("DE 136 695 976", "71/123/45678", "", "CHE-123.456.788 TVA"):
            self.company.vat = number
        for number in ("DE136695970", "de 1366959"):
            with self.assertRaisesRegex(ValidationError, "VAT"), self.cr.savepoint():
                self.company.vat = number
        with self.assertRaisesRegex(ValidationError, "VAT"), self.cr.savepoint():
            self.env["res.company"].create({"name": "New", "vat": "DE136695970"})

    def test_register(self):
        for number in (
            *("Stuttgart HRB 12345", "Amtsgericht Stuttgart, HRB 12345", ""),
            *("VR 4711", "Vereinsregister Ulm, Nr. 7", "08999001"),
        ):
            self.company.company_registry = number
        for number in ("HRB 12345", "Entenhausen HRB 1"):
            with self.assertRaisesRegex(ValidationError, "regist"), self.cr.savepoint():
                self.company.company_registry = number

    def test_other_contacts_are_left_alone(self):
        partner = self.env["res.partner"].create(
            {"name": "X", "vat": "DE1", "company_registry": "HRB 1"}
        )
        self.assertTrue(self._add_account(partner, "4711"))


@tagged("post_install", "-at_install")
class TestProgramMigration(TransactionCase):
    """What 19.0.1.3.0 does to the programmes of an older database."""

    def _migrate(self):
        spec = util.spec_from_file_location("post_grants", file_path(_MIGRATION))
        module = util.module_from_spec(spec)
        spec.loader.exec_module(module)
        module.migrate(self.cr, "19.0.1.2.0")
        self.env.invalidate_all()

    def _program(self, year):
        return self.env.ref(f"integration_management.funding_program_{year}")

    def test_the_first_programme_is_split(self):
        new = self._program(2020)
        old = self._program(2017)
        old.write(
            {"valid_to": "2023-06-05", "name": "x", "funded_months": 0, "note": False}
        )
        self._migrate()
        self.assertEqual(old.name, "Integration management 2017 to 2019")
        self.assertLess(old.valid_to, new.valid_from)
        self.assertEqual((new.valid_from - old.valid_to).days, 1)
        self.assertEqual(old.funded_months, 36)
        self.assertTrue(old.is_unchecked)
        self.assertIn("24 months per position", old.note)
        self.assertEqual(self._program(2025).applicant_rule, "district")

    def test_changed_days_stay(self):
        old = self._program(2017)
        old.write({"valid_to": "2018-06-05", "name": "Ours"})
        self._migrate()
        self.assertEqual(str(old.valid_to), "2018-06-05")
        self.assertEqual(old.name, "Ours")

    def test_deleted_programmes_stay_deleted(self):
        self._program(2023).unlink()
        self._migrate()
