# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from io import BytesIO

from freezegun import freeze_time
from psycopg2 import IntegrityError

from odoo.exceptions import AccessError, UserError
from odoo.tools import mute_logger
from odoo.tools.pdf import PdfFileReader

from .feedback_common import FeedbackCommon

QUIET = ("odoo.addons.base.models.ir_rule", "odoo.addons.base.models.ir_model")


class TestFeedbackReport(FeedbackCommon):
    """Numbers of a year that tell of nobody."""

    def _fill(self, **kinds):
        with freeze_time("2025-03-03 09:00:00"):
            for kind, count in kinds.items():
                for _ in range(count):
                    self._receive(kind=kind, about="carrier")

    def _report(self, **vals):
        reports = self.env["integration.feedback.report"].with_user(self.ombuds)
        with freeze_time("2026-02-02 09:00:00"):
            return reports.create({"year": 2025, **vals})

    def _shown(self, report):
        return {(line.dimension, line.category): line.shown for line in report.line_ids}

    def test_counts_what_is_and_what_was(self):
        self._fill(praise=6, complaint=7)
        self.env["integration.feedback"].search([("kind", "=", "praise")])._forget()
        shown = self._shown(self._report())
        self.assertEqual(shown[False, False], "13")
        self.assertEqual(shown["kind", "praise"], "6")
        self.assertEqual(shown["kind", "complaint"], "7")
        self.assertEqual(shown["kind", "suggestion"], "0")

    def test_small_numbers_and_what_gives_them_away(self):
        self._fill(praise=2, complaint=9, suggestion=8)
        shown = self._shown(self._report())
        self.assertEqual(shown[False, False], "19")
        self.assertEqual(shown["kind", "praise"], "•")
        hidden = [code for (name, code), text in shown.items() if text == "•"]
        self.assertGreater(len(hidden), 1)
        self.env.flush_all()
        self.env.cr.execute(
            "SELECT value FROM integration_feedback_report_line WHERE is_hidden"
        )
        self.assertEqual({value for [value] in self.env.cr.fetchall()}, {0})

    def test_a_year_without_messages(self):
        self.assertEqual(set(self._shown(self._report()).values()), {"0"})

    def test_once_and_after_the_year(self):
        report = self._report(made_on="2020-01-01", line_ids=[(0, 0, {"value": 9})])
        self.assertEqual(str(report.made_on), "2026-02-02")
        self.assertEqual(len(report.line_ids), 11)
        with self.assertRefused(UserError, "stay as they were"):
            report.year = 2024
        with self.assertRaises(AccessError), mute_logger(*QUIET):
            report.unlink()
        for year in (2026, 2027, 1):
            with self.assertRefused(UserError, "when its year is over"):
                self._report(year=year)
        with self.assertRaises(IntegrityError), mute_logger("odoo.sql_db"):
            self._report()

    @mute_logger(*QUIET)
    def test_others_do_not_see_it(self):
        report = self._report()
        for user in self.outsiders - self.ombuds | self.manager_a:
            with self.subTest(user=user.login), self.assertRaises(AccessError):
                report.with_user(user).read(["year"])
            with self.subTest(user=user.login), self.assertRaises(AccessError):
                report.line_ids.with_user(user).read(["shown"])

    def _pdf_text(self, name, record, user):
        reports = self.env["ir.actions.report"].with_user(user)
        reports = reports.with_context(force_report_rendering=True)
        data, _type = reports._render_qweb_pdf(
            f"integration_management.{name}", record.ids
        )
        pages = PdfFileReader(BytesIO(data)).pages
        return len(pages), " ".join(
            " ".join(page.extract_text() for page in pages).split()
        )

    def test_papers(self):
        self._fill(praise=6, complaint=7)
        _pages, text = self._pdf_text(
            "integration_feedback_report_action_report", self._report(), self.ombuds
        )
        self.assertIn("Yearly report 2025", text)
        self.assertIn("13", text)
        pages, text = self._pdf_text(
            "integration_feedback_page_action_report", self.page, self.supervisor
        )
        self.assertEqual(pages, 1)
        self.assertIn(f"/feedback/{self.page.code}", text)
        self.assertIn("Shqip", text)
