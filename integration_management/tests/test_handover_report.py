# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from datetime import timedelta
from io import BytesIO

from odoo import fields
from odoo.exceptions import AccessError
from odoo.tools.pdf import PdfFileReader

from .handover_common import HandoverCommon

REPORT = "integration_management.integration_handover_action_report"


class TestHandoverReport(HandoverCommon):
    """The protocol says what was handed over, to both and to the client."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        env = cls.case.env
        plan = env["integration.plan"].create({"case_id": cls.case.id})
        env["integration.goal"].create(
            {"plan_id": plan.id, "name": "Learn <German>", "due_date": "2027-03-01"}
        )
        env["integration.session"].create(
            {
                "case_id": cls.case.id,
                "start": fields.Datetime.now() + timedelta(days=3),
                "minutes": 45,
                "note": "CANARY",
            }
        )
        env["integration.consent"].create(
            {
                "case_id": cls.case.id,
                "purpose": "recipient",
                "recipient_name": "Language School",
                "data_kinds": "name",
                "state": "given",
            }
        )
        env["ir.attachment"].create(
            {
                "name": "Lease.pdf",
                "raw": b"x",
                "res_model": cls.case._name,
                "res_id": cls.case.id,
            }
        )

    def _html(self, handover, user):
        report = self.env.ref(REPORT).with_user(user)
        return report._render_qweb_html(REPORT, handover.ids)[0].decode()

    def test_the_text_is_really_in_the_pdf(self):
        handover, _offer = self._offer(remark="Best in the morning")
        report = self.env.ref(REPORT).with_user(self.manager_a)
        report = report.with_context(force_report_rendering=True)
        with self.allow_pdf_render():
            pdf = report._render_qweb_pdf(REPORT, handover.ids)[0]
        pages = PdfFileReader(BytesIO(pdf)).pages
        text = " ".join(" ".join(p.extract_text().split()) for p in pages)
        for part in (
            self.case.number,
            "Amina Canary",
            "manager_a",
            "manager_b",
            "Learn <German>",
            "03/01/2027",
            "45 min",
            "Passing on data",
            "Language School",
            "Lease.pdf",
            "Stay with the former manager",
            "Best in the morning",
            "new integration manager",
            "guardian",
        ):
            with self.subTest(part=part):
                self.assertIn(part, text)
        self.assertNotIn("CANARY", text)

    def test_for_the_owner_before_and_the_successor_after(self):
        handover, offer = self._offer()
        self.assertIn("Learn", self._html(handover, self.manager_a))
        with self.assertRaises(AccessError):
            self._html(handover, self.manager_b)
        offer.action_accept()
        self.env.flush_all()
        self.assertIn("Taken over on", self._html(handover, self.manager_b))
        with self.assertRaises(AccessError):
            self._html(handover, self.manager_a)

    def test_it_stays_as_it_was(self):
        handover, offer = self._offer()
        offer.action_accept()
        case = self.case.with_user(self.manager_b)
        case.goal_ids.state = "achieved"
        own = handover.with_user(self.manager_b)
        self.assertEqual([g["state"] for g in own._get_protocol()["goals"]], ["Open"])
        self.assertIn("Learn", str(own.protocol_html))

    def test_it_is_named_by_the_number(self):
        name = self._prepare()._get_document_name()
        self.assertEqual(name, f"Hand-over {self.case.number}")

    def test_language(self):
        self.env["res.lang"]._activate_lang("de_DE")
        handover = self._prepare().with_context(lang="de_DE")
        goals = handover._get_protocol()["goals"]
        self.assertEqual(goals[0]["state"], "Offen")
