# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.fields import Command

from .test_figures_output import FiguresOutputCommon

REPORT = "integration_management.integration_narrative_action_report"


class TestNarrative(FiguresOutputCommon):
    """One report of several carriers: each writes its part, figures are filled in."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.applicant = cls.env["res.partner"].create(
            {"name": "Canary District", "is_company": True}
        )
        narratives = cls.env["integration.narrative"].with_user(cls.reporting)
        cls.narrative = narratives.create(
            {
                "applicant_id": cls.applicant.id,
                "date_from": "2025-01-01",
                "date_to": "2025-12-31",
                "figures_ids": [Command.link(cls.figures.id)],
            }
        )

    def _section(self, kind, narrative=None):
        sections = (narrative or self.narrative).section_ids
        return sections.filtered(lambda s: s.kind == kind)[:1]

    def _share(self):
        self.narrative.sudo().company_ids += self.other_company
        return self.narrative.with_user(self.stranger)

    def test_figures_are_filled_in_once(self):
        self.narrative.action_fill_in()
        text = self._section("counselling").plain_text
        self.assertIn("Persons counselled: 40", text)
        self.assertIn("Contacts: 90", text)
        self.assertIn("12.50", self._section("staff").plain_text)
        self._section("counselling").text = "<p>Own words</p>"
        self.narrative.action_fill_in()
        self.assertEqual(self._section("counselling").plain_text, "Own words")

    def test_what_is_withheld_is_withheld_in_sums(self):
        other = self._make_run("2025", self.other_company)
        cell = other.cell_ids.filtered(
            lambda c: (
                c.measure == "persons" and not c.dimension and c.unit_kind == "total"
            )
        )
        self.reporting.company_ids += self.other_company
        self.narrative.figures_ids += other
        numbers = self._section("counselling")._get_figures()
        self.assertIn("Persons counselled: 80", numbers)
        cell.write({"value": 0, "is_hidden": True})
        numbers = self._section("counselling")._get_figures()
        self.assertIn("Persons counselled: •", numbers)

    def test_nobody_is_counted_twice(self):
        with self.assertRefused(ValidationError, "twice"):
            self.narrative.figures_ids += self._make_run("2025")

    def test_carriers_write_their_own_sections(self):
        shared = self._share()
        own = {"kind": "outlook", "company_id": self.other_company.id}
        shared.write({"section_ids": [Command.create({**own, "text": "<p>Ours</p>"})]})
        section = shared.section_ids.filtered("company_id")
        section.text = "<p>Ours, better</p>"
        with self.assertRefused(AccessError, "another carrier"):
            self._section("aims", shared).text = "<p>Theirs</p>"
        with self.assertRefused(AccessError, "another carrier"):
            self._section("aims", shared).unlink()
        with self.assertRefused(AccessError, "another carrier"):
            section.company_id = self.env.company
        for vals in ({"name": "x"}, {"company_id": self.other_company.id}):
            with self.assertRefused(AccessError, "keeps this report"):
                shared.write(vals)
        with self.assertRefused(AccessError, "keeps this report"):
            shared.unlink()
        with self.assertRaises(AccessError):
            shared.write({"figures_ids": [Command.unlink(self.figures.id)]})

    def test_key_figures_of_others_cannot_be_drawn_in(self):
        narratives = self.env["integration.narrative"].with_user(self.stranger)
        vals = {
            "applicant_id": self.applicant.id,
            "company_id": self.other_company.id,
            "company_ids": self.other_company.ids,
        }
        with self.assertRaises(AccessError):
            narratives.create({**vals, "figures_ids": self.figures.ids})
        own = narratives.create(vals)
        with self.assertRaises(AccessError):
            own.figures_ids = self.figures.ids

    def test_outsiders_see_nothing(self):
        for user in (self.outsiders | self.manager_a | self.stranger) - self.reporting:
            for record in (self.narrative, self.narrative.section_ids):
                own = record.with_user(user)
                with self.subTest(user=user.login, model=record._name):
                    if user == self.stranger:
                        self.assertFalse(own.search([]))
                    with self.assertRaises(AccessError):
                        own.read(["display_name"])
            with self.subTest(user=user.login), self.assertRaises(AccessError):
                self._print(REPORT, self.narrative, user)

    def test_a_final_report_stays(self):
        with self.allow_pdf_render():
            narrative = self.narrative.with_context(force_report_rendering=True)
            narrative.action_finalise()
        self.assertEqual(self.narrative.page_count, 1)
        with self.assertRefused(UserError, "final"):
            self._section("aims").text = "<p>x</p>"
        with self.assertRefused(UserError, "final"):
            self.narrative.name = "x"
        self.narrative.action_reopen()
        self._section("aims").text = "<p>x</p>"

    def test_more_than_three_pages_are_told(self):
        self._section("aims").text = "<p>Much ado.</p>" * 200
        with self.allow_pdf_render():
            narrative = self.narrative.with_context(force_report_rendering=True)
            narrative.action_count_pages()
        self.assertTrue(self.narrative.is_too_long)
        self._section("aims").text = "<p>Little.</p>"
        self.assertFalse(self.narrative.page_count)

    def test_numbers_of_files_are_warned_of(self):
        section = self._section("difficulties")
        self.assertFalse(section.anonymity_warning)
        section.text = f"<p>With {self.case.number} it was hard.</p>"
        self.assertIn(self.case.number, section.anonymity_warning)

    def test_the_paper_is_merged(self):
        self.narrative.action_fill_in()
        for carrier in (self.env.company, self.other_company):
            self.narrative.sudo().section_ids = [
                Command.create(
                    {
                        "kind": "outlook",
                        "sequence": 6,
                        "company_id": carrier.id,
                        "text": f"<p>Of {carrier.name}</p>",
                    }
                )
            ]
        pages, text = self._print(REPORT, self.narrative)
        self.assertEqual(pages, 1)
        self.assertEqual(text.count("Outlook"), 1)
        self.assertIn("Of Other carrier", text)
        self.assertIn("Canary District", text)
        self.assertNotIn("Difficulties", text)
