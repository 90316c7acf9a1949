# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from freezegun import freeze_time

from odoo.exceptions import ValidationError

from .common import IntegrationCommon


@freeze_time("2026-05-04 10:00:00")
class TestPerson(IntegrationCommon):
    def test_one_name_is_enough(self):
        case = self._create_case(last_name="Yusuf")
        self.assertEqual(case.person_name, "Yusuf")
        case.write({"first_name": "Ali"})
        self.assertEqual(case.person_name, "Ali Yusuf")

    def test_date_of_birth_in_the_future_is_refused(self):
        with self.assertRaisesRegex(ValidationError, "in the future"):
            self.case.birth_date = "2026-05-05"

    def test_year_of_birth(self):
        self.case.birth_year = "1990"
        self.assertEqual(self.case.age, 36)
        for year in ("1899", "2027", "199x", "-999"):
            with self.subTest(year=year), self.assertRaises(ValidationError):
                self.case.birth_year = year

    def test_date_of_birth_beats_the_year(self):
        self.case.write({"birth_year": "1990", "birth_date": "1991-05-05"})
        self.assertEqual(self.case.age, 34)

    def test_doubtful_numbers_warn_and_are_kept(self):
        self.case.write({"iban": "DE00 1234", "tax_id": "36 574 261 809"})
        self.assertIn("IBAN", self.case.identifier_warning)
        self.assertNotIn("Tax ID", self.case.identifier_warning)
        self.case.iban = "DE89 3704 0044 0532 0130 00"
        self.assertFalse(self.case.identifier_warning)

    def test_azr_number_is_off_by_default(self):
        self.assertFalse(self.case.use_azr)
        self.case.sudo().company_id.integration_use_azr = True
        self.assertTrue(self.case.use_azr)

    def test_pickers_find_by_name_and_show_both(self):
        found = self.env["integration.case"].with_user(self.manager_a)
        shown = found.web_name_search("Canar", {"display_name": {}})
        self.assertEqual(
            [entry["__formatted_display_name"] for entry in shown],
            [f"{self.case.number} · Amina Canary"],
        )
        self.assertEqual(
            found.name_search(self.case.number), [(self.case.id, self.case.number)]
        )
        others = found.with_user(self.manager_b)
        self.assertEqual(others.name_search("Canar"), [])

    def test_parts_of_a_file_are_found_by_the_client(self):
        member = self.env["integration.household.member"].with_user(self.manager_a)
        member = member.create({"case_id": self.case.id})
        for text in ("Canar", self.case.number):
            self.assertEqual(member.search([("case_name", "ilike", text)]), member)
        others = member.with_user(self.manager_b)
        self.assertFalse(others.search([("case_name", "ilike", "Canar")]))
