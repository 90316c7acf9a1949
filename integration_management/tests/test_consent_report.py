# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import io

from freezegun import freeze_time

from odoo.exceptions import AccessError
from odoo.tools.misc import format_date
from odoo.tools.pdf import PdfFileReader

from .test_consent import ConsentCommon

REPORT = "integration_management.integration_consent_action_report"


@freeze_time("2026-05-04 10:00:00")
class TestConsentReport(ConsentCommon):
    """The paper to sign, and the paper that shows what was decided."""

    def _render(self, consent, user=None):
        reports = self.env["ir.actions.report"].with_user(user or self.manager_a)
        reports = reports.with_context(force_report_rendering=True)
        with self.allow_pdf_render():
            content, kind = reports._render_qweb_pdf(REPORT, consent.ids)
        self.assertEqual(kind, "pdf")
        pages = PdfFileReader(io.BytesIO(content)).pages
        text = "\n".join(page.extract_text() for page in pages)
        return len(pages), " ".join(text.split())

    def test_form_to_sign(self):
        self.case.sudo().company_id.write(
            {"street": "Marktplatz 1", "city": "Musterstadt"}
        )
        consent = self._ask(
            "recipient",
            text_language="en",
            recipient_name="Jobcenter Musterstadt",
            data_kinds="name, course wanted",
            valid_until="2026-12-31",
        )
        pages, text = self._render(consent)
        self.assertEqual(pages, 1)
        for part in (
            self.case.number,
            self.case.company_id.name,
            "Marktplatz 1",
            "Jobcenter Musterstadt",
            "name, course wanted",
            "Donnerstag, 31. Dezember 2026",
            "31 December 2026",
            "Weitergabe von Daten (Entbindung von der Schweigepflicht)",
            "Passing on data (release from secrecy)",
            "Your decision is voluntary",
            "Yes, I agree",
            "No, I do not agree",
            "Place, date",
            "version 1",
            consent.text_id.content_hash,
        ):
            self.assertIn(part, text)
        self.assertNotIn("What was decided", text)
        self.assertNotIn("Canary", text)

    def test_record_of_the_decision(self):
        consent = self._ask(form="oral", witness="Kim")
        consent.action_give()
        consent.action_withdraw()
        pages, text = self._render(consent)
        self.assertEqual(pages, 1)
        day = format_date(consent.env, consent.withdrawn_on)
        for part in ("Withdrawn", day, "Kim", consent.text_hash):
            self.assertIn(part, text)
        self.assertIn("Führen einer Akte", text)
        self.assertNotIn("Place, date", text)

    def test_decision_stands_with_the_german_text_of_its_time(self):
        consent = self._ask("plan", text_language="tr", form="oral", witness="x")
        consent.action_give()
        german = consent.text_id._get_german()
        newer = german.sudo().copy({"title": "Neue Fassung"})
        newer.action_publish()
        self.env.cr.execute(
            "UPDATE integration_consent_text SET create_date = %s WHERE id = %s",
            ("2026-05-10 10:00:00", newer.id),
        )
        newer.invalidate_recordset()
        _pages, text = self._render(consent)
        self.assertIn(consent.text_title, text)
        self.assertIn(german.title, text)
        self.assertNotIn("Neue Fassung", text)
        self.assertEqual(consent.text_id._get_german(), newer)

    def test_every_text_fits_on_one_page(self):
        texts = self.env["integration.consent.text"].search([])
        for language, known in texts.grouped("language").items():
            consents = self.env["integration.consent"]
            for purpose in sorted(set(known.mapped("purpose"))):
                consents |= self._ask(purpose, text_language=language).sudo(False)
            with self.subTest(language=language):
                # Each begins on a new page: more pages than papers means one is longer.
                pages, _text = self._render(consents)
                self.assertEqual(pages, len(consents))

    def test_nobody_else_prints_it(self):
        consent = self._ask()
        for user in self.outsiders:
            with self.subTest(user=user.login), self.assertRaises(AccessError):
                self._render(consent, user)
