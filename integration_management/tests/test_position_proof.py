# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import io

from freezegun import freeze_time

from odoo.exceptions import AccessError
from odoo.tools.pdf import PdfFileReader

from .grant_common import GrantCommon

REPORT = "integration_management.integration_position_action_report"


class TestPositionProof(GrantCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.position.write(
            {
                "is_recognised": True,
                "interruption_ids": [
                    (0, 0, {"date_from": "2025-04-16", "date_to": "2025-04-30"})
                ],
            }
        )

    @freeze_time("2027-02-01 12:00:00")
    def _print(self, user=None, lang="en_US"):
        reports = self.env["ir.actions.report"].with_user(user or self.reporting)
        reports = reports.with_context(force_report_rendering=True, lang=lang)
        with self.allow_pdf_render():
            content, _kind = reports._render_qweb_pdf(REPORT, self.position.ids)
        pages = PdfFileReader(io.BytesIO(content)).pages
        text = " ".join(page.extract_text() for page in pages)
        return len(pages), " ".join(text.replace("\xa0", " ").split())

    def _freeze_run(self, day_from, day_to, state="frozen", **cells):
        run = self.env["integration.figures"].create(
            {
                "name": "Run",
                "date_from": day_from,
                "date_to": day_to,
                "company_ids": self.carrier.ids,
            }
        )
        self.env["integration.figures.cell"].create(
            [
                {
                    "figures_id": run.id,
                    "unit_kind": "manager",
                    "unit_key": str(self.manager_a.id),
                    "unit_name": "A",
                    "measure": measure,
                    "value": value or 0,
                    "is_hidden": value is None,
                }
                for measure, value in cells.items()
            ]
        )
        run.write({"frozen_on": "2027-01-15 10:00:00"})
        run.state = state
        return run

    def test_what_is_proven(self):
        pages, text = self._print()
        self.assertEqual(pages, 1)
        for part in (
            *("District", "IM-01", "Test programme", "Test grant", "manager_a"),
            *("Degree in a social subject", "recognised by the state", "0.50 FTE"),
            # 15 days without work prolong the funding
            *("01/01/2025 – 01/15/2027", "04/16/2025 – 04/30/2025"),
            *("2025 5.75", "28,750.00", "2026 6.00", "30,000.00"),
            *("2027 0.24", "1,209.68", "Total 11.99", "59,959.68"),
            *("60,000.00", "Place, date"),
        ):
            self.assertIn(part, text)
        self.assertNotIn("Key figures", text)
        self.assertNotIn("Interim", text)

    def test_running_funding_is_an_interim_statement(self):
        self.program.funded_months = 48
        self.assertIn("Interim statement", self._print()[1])

    def test_months_without_a_rate_are_told(self):
        self.position.qualification_class_id = self.vocational
        self.assertIn("no rate for 11.99", self._print()[1])

    def test_vacant_positions_prove_nothing(self):
        self.position.user_id = False
        self.assertIn("Funded period none", self._print()[1])

    def test_published_figures_only(self):
        self._freeze_run("2025-01-01", "2025-12-31", persons=42, contacts=None)
        self._freeze_run("2026-01-01", "2026-12-31", state="draft", persons=77)
        self._freeze_run("2024-01-01", "2024-12-31", persons=88)
        text = self._print()[1]
        self.assertIn("01/01/2025 – 12/31/2025 42 • – –", text)
        self.assertNotIn("77", text)
        self.assertNotIn("88", text)

    def test_the_last_run_of_a_period_counts(self):
        first = self._freeze_run("2025-01-01", "2025-12-31", persons=42)
        first.frozen_on = "2026-01-02 10:00:00"
        self._freeze_run("2025-01-01", "2025-12-31", persons=43)
        text = self._print()[1]
        self.assertIn("43 –", text)
        self.assertNotIn("42 –", text)

    def test_officers_of_the_carrier_print_only(self):
        for user in (self.outsiders - self.reporting) | self.other_officer:
            with self.subTest(user.login), self.assertRaises(AccessError):
                self._print(user)
        with self.assertRaises(AccessError):
            self._print(self.manager_a)
