# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import io

from freezegun import freeze_time

from odoo.exceptions import UserError
from odoo.tools.pdf import PdfFileReader

from .offer_common import OfferCommon

REPORT = "integration_management.integration_offer_action_report"


@freeze_time("2026-05-04 10:00:00")
class TestOfferLeaflet(OfferCommon):
    """A paper to take along: what the client needs, and nothing about the client."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.env["res.lang"]._activate_lang("de_DE")
        cls.offer = cls._create_offer(
            provider_id=cls.provider.id,
            kind="volunteer",
            description="Talk over tea",
            opening_hours="Mondays\nTuesdays",
            is_free=True,
            cost="Tea is on us",
            access_ids=cls._set(cls._term("offer_access", "open")),
            access_way="Ring twice",
            language_ids=cls._set(cls._term("language", "ar")),
        )
        cls.offer.with_context(lang="de_DE").description = "Reden bei Tee"

    def _print(self, offers, lang="en_US", user=None):
        reports = self.env["ir.actions.report"].with_user(user or self.manager_a)
        reports = reports.with_context(force_report_rendering=True, lang=lang)
        with self.allow_pdf_render():
            content, kind = reports._render_qweb_pdf(REPORT, offers.ids)
        self.assertEqual(kind, "pdf")
        pages = PdfFileReader(io.BytesIO(content)).pages
        text = "\n".join(page.extract_text() for page in pages)
        return len(pages), " ".join(text.split())

    def test_everything_a_client_needs(self):
        pages, text = self._print(self.offer, user=self.employee)
        self.assertEqual(pages, 1)
        for part in (
            *("Offers for you", "Canary Café", "Canary Association", "(volunteers)"),
            *("Talk over tea", "Canary Street 1, Elsewhere", "Mondays Tuesdays"),
            *("0711 1", "Open to all, just come", "Ring twice", "Free of charge"),
            *("Tea is on us", "Arabic"),
        ):
            self.assertIn(part, text)

    def test_texts_of_the_language_where_there_are_some(self):
        _pages, text = self._print(self.offer, lang="de_DE")
        self.assertIn("Reden bei Tee", text)
        self.assertIn("Ring twice", text)
        self.assertNotIn("Talk over tea", text)

    def test_many_offers_are_one_paper(self):
        offers = self.offer
        for number in range(7):
            offers |= self.offer.copy({"name": f"Canary {number}"})
        pages, text = self._print(offers)
        self.assertGreater(pages, 1)
        self.assertEqual(text.count("Offers for you"), 1)
        for offer in offers:
            self.assertIn(offer.name, text)

    def test_empty_facts_are_left_out(self):
        _pages, text = self._print(self._create_offer(name="Bare"))
        for label in ("Where", "When", "Phone", "Cost", "Languages", "False"):
            self.assertNotIn(label, text)

    def test_choose_offers_and_language(self):
        wizards = self.env["integration.offer.leaflet"].with_user(self.employee)
        wizard = wizards.with_context(
            active_model="integration.offer", active_ids=self.offer.ids
        ).create({"lang": "de_DE"})
        self.assertEqual(wizard.offer_ids, self.offer)
        action = wizard.action_print()
        self.assertEqual(action["report_name"], "integration_management.report_offer")
        self.assertEqual(action["context"]["lang"], "de_DE")
        self.assertEqual(action["context"]["active_ids"], self.offer.ids)
        wizard.offer_ids = False
        with self.assertRefused(UserError, "at least one offer"):
            wizard.action_print()
        # Coming from elsewhere, ids mean something else.
        other = wizards.with_context(active_model="integration.site", active_ids=[1])
        self.assertFalse(other.create({"lang": "de_DE"}).offer_ids)
