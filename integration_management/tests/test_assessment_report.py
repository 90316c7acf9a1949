# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from io import BytesIO

from odoo.exceptions import AccessError
from odoo.tools.pdf import PdfFileReader

from .common import IntegrationCommon

REPORT = "integration_management.integration_assessment_action_report"


class TestAssessmentReport(IntegrationCommon):
    """The client takes home what was said, and nothing else."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.model = cls.env["integration.assessment"].with_user(cls.manager_a)
        cls.first = cls._assess("2", "3", day="2026-01-10")
        cls.second = cls._assess("4", "not_wanted", day="2026-03-10")
        cls.second.note = "INTERNAL-NOTE"
        cls.second.line_ids[0].own_view = "I want to speak with <my> neighbours"

    @classmethod
    def _assess(cls, *answers, day):
        assessment = cls.model.create({"case_id": cls.case.id, "date": day})
        for line, answer in zip(assessment.line_ids, answers, strict=False):
            line.answer = answer
        return assessment

    def _html(self, assessment):
        report = self.env.ref(REPORT).with_user(self.manager_a)
        return report._render_qweb_html(REPORT, assessment.ids)[0].decode()

    def _text(self, assessment):
        report = self.env.ref(REPORT).with_user(self.manager_a)
        report = report.with_context(force_report_rendering=True)
        with self.allow_pdf_render():
            pdf = report._render_qweb_pdf(REPORT, assessment.ids)[0]
        pages = PdfFileReader(BytesIO(pdf)).pages
        return " ".join(" ".join(page.extract_text() for page in pages).split())

    def test_the_text_is_really_in_the_pdf(self):
        text = self._text(self.second)
        for part in (
            self.case.number,
            "4 · Mostly well",
            "Not wanted",
            "Not discussed",
            "+2",
            "I want to speak with <my> neighbours",
            "Participation in society",
            "Every answer was voluntary",
            "Last time",
        ):
            with self.subTest(part=part):
                self.assertIn(part, text)
        for part in ("INTERNAL-NOTE", "Canary", "Amina"):
            with self.subTest(part=part):
                self.assertNotIn(part, text)

    def test_the_first_one_has_nothing_to_compare(self):
        html = self._html(self.first)
        self.assertIn("<svg", html)
        self.assertNotIn("Last time", html)
        self.assertNotIn("Since", html)

    def test_the_file_is_named_by_the_number(self):
        self.assertEqual(
            self.second._get_document_name(), f"Assessment {self.case.number}"
        )

    def test_foreign_eyes_get_no_paper(self):
        report = self.env.ref(REPORT).with_user(self.manager_b)
        with self.assertRaises(AccessError):
            report._render_qweb_html(REPORT, self.second.ids)
