# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from io import BytesIO

from freezegun import freeze_time

from odoo.exceptions import AccessError
from odoo.fields import Command
from odoo.tools.pdf import PdfFileReader

from .test_plan import PIXEL, PlanCommon

REPORT = "integration_management.integration_plan_action_report"


@freeze_time("2026-03-02 10:00:00")
class TestPlanReport(PlanCommon):
    """What the client takes home is what both agreed on."""

    def _report(self, user=None):
        return self.env.ref(REPORT).with_user(user or self.manager_a)

    def _pages(self):
        report = self._report().with_context(force_report_rendering=True)
        with self.allow_pdf_render():
            pdf = report._render_qweb_pdf(REPORT, self.plan.ids)[0]
        pages = PdfFileReader(BytesIO(pdf)).pages
        return [" ".join(page.extract_text().split()) for page in pages]

    def _html(self, user=None):
        return self._report(user)._render_qweb_html(REPORT, self.plan.ids)[0].decode()

    def _fill(self, count=1):
        office = self.env["res.partner"].create(
            {"name": "Language School", "street": "Secret Street"}
        )
        for number in range(1, count + 1):
            self._create_goal(
                name=f"Goal {number} begins",
                area_id=self.env.ref("integration_management.area_language").id,
                client_words="I want to talk with <my> neighbours",
                baseline="Knows the alphabet\nSpeaks Tigrinya",
                due_date="2026-09-30",
                measure_ids=[
                    Command.create({"name": "Register", "responsible": "client"}),
                    Command.create({"name": "Look", "responsible": "manager"}),
                    Command.create(
                        {
                            "name": f"Step {number} ends",
                            "responsible": "third_party",
                            "provider_id": office.id,
                            "due_date": "2026-04-15",
                        }
                    ),
                ],
            )

    def test_the_text_is_really_in_the_pdf(self):
        self._fill()
        self.plan.write({"place": "Town hall", "note": "We meet every month."})
        self._agree()
        text = " ".join(self._pages())
        for part in (
            self.case.number,
            "Version 1",
            "Amina Canary",
            "manager_a",
            "Language",
            "Goal 1 begins",
            "I want to talk with <my> neighbours",
            "Language School",
            "04/15/2026",
            "09/30/2026",
            "Town hall",
            "We meet every month.",
            "09/02/2026",
            "This plan is voluntary",
        ):
            with self.subTest(part=part):
                self.assertIn(part, text)
        for part in ("Secret Street", "(draft)"):
            with self.subTest(part=part):
                self.assertNotIn(part, text)

    def test_no_goal_is_cut(self):
        self._fill(15)
        pages = self._pages()
        self.assertGreater(len(pages), 2)
        for number in range(1, 16):
            [page] = [page for page in pages if f"Goal {number} begins" in page]
            with self.subTest(goal=number):
                self.assertIn(f"Step {number} ends", page)

    def test_only_what_is_known_is_printed(self):
        plan = self._create_plan(self._create_case())
        html = self._report()._render_qweb_html(REPORT, plan.ids)[0].decode()
        for part in ("Born", "Explained in", "Interpretation", "Agreed on", "False"):
            with self.subTest(part=part):
                self.assertNotIn(part, html)

    def test_signatures_are_printed(self):
        self.assertNotIn("data:image", self._html())
        self.plan.write({"client_signature": PIXEL, "manager_signature": PIXEL})
        self.assertEqual(self._html().count("data:image"), 2)

    def test_the_file_is_named_by_the_number(self):
        self.assertEqual(
            self.plan._get_document_name(), f"Plan {self.case.number} version 1"
        )

    def test_foreign_eyes_get_no_paper(self):
        with self.assertRaises(AccessError):
            self._html(self.manager_b)
