# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import io
import json
import re
import zipfile

from openpyxl import load_workbook

from odoo.exceptions import AccessError, UserError
from odoo.tests import HttpCase
from odoo.tools import mute_logger
from odoo.tools.pdf import PdfFileReader

from .common import IntegrationCommon

COUNCIL = "integration_management.integration_council_action_report"
EVIL = '=HYPERLINK("http://evil.example","x")'


class FiguresOutputCommon(IntegrationCommon):
    """Frozen runs whose numbers are made up; nothing else is read."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.town = cls.env["integration.term"].create(
            {"kind": "municipality", "code": "08118990", "name": "Canaryville"}
        )
        cls.other_company = cls.env["res.company"].create({"name": "Other carrier"})
        cls.stranger = cls._new_user(
            "stranger", "integration_management.group_integration_reporting"
        )
        cls.stranger.write(
            {
                "company_ids": [cls.other_company.id],
                "company_id": cls.other_company.id,
            }
        )
        cls.figures = cls._make_run("2025")
        cls.hidden = cls.figures.cell_ids.filtered("is_hidden")

    @classmethod
    def _make_run(cls, year, companies=None):
        companies = companies or cls.env.company
        run = cls.env["integration.figures"].create(
            {
                "name": f"Run of {year}",
                "date_from": f"{year}-01-01",
                "date_to": f"{year}-12-31",
                "company_ids": companies.ids,
                "state": "frozen",
                "rule_version": "test",
                "frozen_on": "2026-01-20 10:00:00",
            }
        )
        units = [
            ("total", False, "Total"),
            ("municipality", str(cls.town.id), cls.town.name),
            ("site", "7", EVIL),
        ]
        numbers = {
            ("persons", False): {False: 40},
            ("persons", "age"): {"18-24": 25, "25-34": 15, "65+": 0},
            # Gender: two are withheld.
            ("persons", "gender"): {"female": 33, "male": None, "diverse": None},
            ("contacts", False): {False: 90},
            ("contacts", "topic"): {"housing": 60, "work": 50, "health": None},
            ("fte_months", False): {False: 12.5},
        }
        cls.env["integration.figures.cell"].create(
            [
                {
                    "figures_id": run.id,
                    "unit_kind": kind,
                    "unit_key": key,
                    "unit_name": name,
                    "measure": measure,
                    "dimension": dimension,
                    "category": category,
                    "category_name": category and f"Label {category}",
                    "value": value or 0,
                    "is_hidden": value is None,
                    "sequence": place,
                }
                for kind, key, name in units
                for place, ((measure, dimension), cells) in enumerate(numbers.items())
                for category, value in cells.items()
            ]
        )
        return run

    def _print(self, report, records, user=None, lang="en_US"):
        reports = self.env["ir.actions.report"].with_user(user or self.reporting)
        reports = reports.with_context(force_report_rendering=True, lang=lang)
        with self.allow_pdf_render():
            content, kind = reports._render_qweb_pdf(report, records.ids)
        self.assertEqual(kind, "pdf")
        pages = PdfFileReader(io.BytesIO(content)).pages
        text = " ".join("\n".join(page.extract_text() for page in pages).split())
        return len(pages), text


class TestFiguresWorkbook(FiguresOutputCommon, HttpCase):
    """What is in the file is what was published, and nothing else."""

    def _make(self, runs):
        content = runs.with_user(self.reporting)._make_workbook()
        return content, load_workbook(io.BytesIO(content))

    def _get_sheet(self, sheet):
        """Return {(measure or breakdown's label, unit's column): value} of a sheet."""
        return {row[0].value: [cell.value for cell in row[1:]] for row in sheet.rows}

    def test_sums_are_those_of_the_cells(self):
        content, book = self._make(self.figures)
        self.assertEqual(book.sheetnames, ["Auswertung Zeitraum", "Notes"])
        sheet = book["Auswertung Zeitraum"]
        computed = load_workbook(io.BytesIO(content), data_only=True)
        formulas = 0
        for row in sheet.iter_rows():
            for cell in row:
                if cell.data_type != "f":
                    continue
                formulas += 1
                [(first, last)] = re.findall(r"^=SUM\((\w+):(\w+)\)$", cell.value)
                summed = [c.value or 0 for [c] in sheet[first:last]]
                self.assertEqual(sum(summed), 40)
                stored = computed["Auswertung Zeitraum"][cell.coordinate].value
                self.assertEqual(stored, 40)
        # By age for three units; none where gender is withheld, or topics overlap.
        self.assertEqual(formulas, 3)
        rows = self._get_sheet(sheet)
        self.assertEqual(rows["Persons counselled"], [40, 40, 40])
        self.assertEqual(rows["Label 18-24"], [25, 25, 25])
        self.assertEqual(rows["Full-time months of positions"], [12.5] * 3)

    def test_what_is_withheld_is_nowhere(self):
        # Even a number that should not be there does not leave.
        self.env.cr.execute(
            "UPDATE integration_figures_cell SET value = 31337 WHERE id = ANY(%s)",
            [self.hidden.ids],
        )
        self.env.invalidate_all()
        content, book = self._make(self.figures)
        rows = self._get_sheet(book["Auswertung Zeitraum"])
        self.assertEqual(rows["Label male"], ["•"] * 3)
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            for name in package.namelist():
                self.assertNotIn(b"31337", package.read(name), name)

    def test_names_are_no_formulas(self):
        _content, book = self._make(self.figures)
        cells = [c for row in book["Auswertung Zeitraum"].rows for c in row]
        [cell] = [c for c in cells if c.value == EVIL]
        self.assertEqual(cell.data_type, "s")
        self.assertIsNone(cell.hyperlink)

    def test_a_sheet_for_each_period(self):
        runs = self.figures | self._make_run("2024") | self._make_run("2024")
        _content, book = self._make(runs)
        self.assertEqual(
            book.sheetnames,
            [
                "Auswertung Zeitraum 2024",
                "Auswertung Zeitraum 2024 (2)",
                "Auswertung Zeitraum 2025",
                "Notes",
            ],
        )

    def test_a_draft_is_no_workbook(self):
        draft = self.env["integration.figures"].with_user(self.reporting).create({})
        with self.assertRefused(UserError, "freeze"):
            draft.action_download_workbook()

    def test_download(self):
        action = self.figures.with_user(self.reporting).action_download_workbook()
        self.authenticate(self.reporting.login, self.reporting.login)
        response = self.url_open(action["url"])
        self.assertEqual(response.status_code, 200)
        self.assertEqual(response.headers["Cache-Control"], "no-store")
        self.assertIn("2025-01-01", response.headers["Content-Disposition"])
        load_workbook(io.BytesIO(response.content))

    def test_nobody_else_gets_it(self):
        url = f"/integration/figures/{self.figures.id}/workbook"
        public = self.url_open(url, allow_redirects=False)
        self.assertNotEqual(public.status_code, 200)
        for user in (self.outsiders | self.manager_a | self.stranger) - self.reporting:
            self.authenticate(user.login, user.login)
            with self.subTest(user=user.login):
                for address in (url, url.replace("/workbook", ",1/workbook")):
                    self.assertEqual(self.url_open(address).status_code, 404)
        foreign = self._make_run("2023", self.other_company)
        self.authenticate(self.reporting.login, self.reporting.login)
        for numbers in (
            *(foreign.id, f"{self.figures.id},{foreign.id}", "0", "x", "1,", "-1"),
            *(10**12, ",".join("1" * 30), "²"),
        ):
            address = f"/integration/figures/{numbers}/workbook"
            self.assertEqual(self.url_open(address).status_code, 404, numbers)


class CouncilCommon(FiguresOutputCommon):
    def _wizard(self, user=None, **vals):
        wizards = self.env["integration.council.report"]
        vals = {"figures_id": self.figures.id, **vals}
        return wizards.with_user(user or self.reporting).create(vals)


class TestCouncilReport(CouncilCommon):
    """A mayor reads numbers of the own municipality, and what is not said."""

    def test_numbers_charts_and_what_is_withheld(self):
        self._make_run("2024")
        pages, text = self._print(COUNCIL, self._wizard())
        self.assertLessEqual(pages, 2)
        for part in (
            *("Integration management in Canaryville", "Persons counselled 40 40"),
            *("Label 18-24", "Label housing", "is not zero", "period before"),
        ):
            self.assertIn(part, text)
        self.assertNotIn("HYPERLINK", text)

    def test_only_municipalities_of_the_run(self):
        other = self.town.copy({"code": "08118991", "name": "Elsewhere"})
        wizard = self._wizard(municipality_ids=other.ids)
        self.assertFalse(wizard._get_municipalities())
        with self.assertRefused(UserError, "no municipality"):
            wizard.action_print()


class TestCouncilReportAccess(CouncilCommon, HttpCase):
    """What others may not read they cannot print either."""

    @mute_logger("odoo.http")
    def test_others_print_nothing(self):
        own = self._wizard()
        for user in (self.stranger, self.manager_a, self.supervisor, self.employee):
            with self.subTest(user=user.login), self.assertRaises(AccessError):
                self._wizard(user).action_print()
            self.authenticate(user.login, user.login)
            url = f"/report/html/integration_management.report_council/{own.id}"
            with self.subTest(user=user.login):
                answer = self.url_open(url)
                self.assertNotIn("Canaryville", answer.text)
        forged = self.env["integration.council.report"].with_user(self.stranger)
        with self.assertRaises(AccessError):
            forged.new({"figures_id": self.figures.id})._get_papers()

    @mute_logger("odoo.http")
    def test_data_sent_along_widen_nothing(self):
        self.authenticate(self.stranger.login, self.stranger.login)
        options = json.dumps({"figures_id": self.figures.id})
        url = f"/report/html/integration_management.report_council?options={options}"
        self.assertNotIn("Canaryville", self.url_open(url).text)
