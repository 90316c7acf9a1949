# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import io

from odoo.exceptions import AccessError
from odoo.tools.pdf import PdfFileReader

from .referral_common import ReferralCommon

_ADDON = "integration_management."
REGISTER = f"{_ADDON}integration_disclosure_action_report"
FORM = f"{_ADDON}integration_consent_action_report"


class TestReferralReport(ReferralCommon):
    """The release to sign, and the register for the client."""

    def _render(self, report, record, user=None):
        reports = self.env["ir.actions.report"].with_user(user or self.manager_a)
        reports = reports.with_context(force_report_rendering=True)
        with self.allow_pdf_render():
            content, _kind = reports._render_qweb_pdf(report, record.ids)
        pages = PdfFileReader(io.BytesIO(content)).pages
        text = "\n".join(page.extract_text() for page in pages)
        return " ".join(text.split())

    def test_release_to_sign(self):
        release = self._release(
            self.contact | self.health_kind,
            give=False,
            text_language="en",
            occasion="Course in autumn",
            release_reason="To keep a place",
            direction="mutual",
            refusal_note="You call there yourself",
        )
        text = self._render(FORM, release)
        for part in (
            self.school.name,
            "Name, Phone number, Health",
            "Gesundheit · Health",
            "Course in autumn",
            "To keep a place",
            "Beide Stellen sagen es einander",
            "You call there yourself",
            "die Sache erledigt ist oder ich es zurücknehme",
            "Passing on data (release from secrecy)",
            "Entbindung von der Schweigepflicht",
            "Ort, Datum",
        ):
            self.assertIn(part, text)
        self.assertNotIn("Canary", text)

    def test_register(self):
        self._release()
        entry = self._disclose(reason="A place", channel="letter")
        context = entry.action_correct()["context"]
        entry.with_context(**context).create({"is_retracted": True})
        basis = self._term("disclosure_basis", "necessity")
        self._disclose(recipient_name="Ambulance", basis_id=basis.id)
        text = self._render(REGISTER, self.case)
        for part in (
            self.case.number,
            self.school.name,
            "Name, Phone number",
            "A place",
            "Letter",
            "Ambulance",
            "§ 34 StGB",
            "this entry does not count",
            "Correction: nothing was passed on",
        ):
            self.assertIn(part, text)
        self.assertNotIn("Canary", text)

    def test_an_empty_register(self):
        self.assertIn("Nothing has been passed on", self._render(REGISTER, self.case))

    def test_nobody_else_prints_it(self):
        for user in self.outsiders:
            with self.subTest(user=user.login), self.assertRaises(AccessError):
                self._render(REGISTER, self.case, user)
