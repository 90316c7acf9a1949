# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import io
import unicodedata

from freezegun import freeze_time

from odoo.exceptions import AccessError
from odoo.fields import Command
from odoo.tools.pdf import PdfFileReader

from .test_plan import PIXEL, PlanCommon

MODULE = "integration_management"
# As clients write them, with the letters that only their language has.
WRITTEN = {
    "ar": "أريد أن أتعلم",
    "fa": "می خواهم یاد بگیرم",
    "ps": "زه غواړم زده کړم",
    "ur": "میں سیکھنا چاہتا ہوں",
    "ti": "ክመሃር ይደሊ",
    "ka": "მინდა ვისწავლო",
    "uk": "Я хочу її вивчити",
    "ru": "Я хочу учиться",
    "tr": "Öğrenmek istiyorum, çok iş",
    "kmr": "Ez dixwazim hîn bibim, şêx",
    "sq": "Dua të mësoj",
    "sr": "Želim da naučim, đak",
}


@freeze_time("2026-03-02 10:00:00")
class TestPaper(PlanCommon):
    """What clients take home says the same in German and in their language."""

    def _print(self, report, records, user=None):
        reports = self.env["ir.actions.report"].with_user(user or self.manager_a)
        reports = reports.with_context(force_report_rendering=True)
        with self.allow_pdf_render():
            pdf = reports._render_qweb_pdf(f"{MODULE}.{report}", records.ids)[0]
        return PdfFileReader(io.BytesIO(pdf)).pages

    def _text(self, pages):
        text = " ".join(page.extract_text() for page in pages)
        # Only shapes and marks differ from what was written.
        text = unicodedata.normalize("NFKC", text)
        text = "".join(c for c in text if unicodedata.category(c) != "Cf")
        return " ".join(text.split())

    def _html(self, report, records, user=None):
        reports = self.env["ir.actions.report"].with_user(user or self.manager_a)
        html = reports._render_qweb_html(f"{MODULE}.{report}", records.ids)[0]
        return html.decode()

    def _words(self, code):
        return self.env["integration.client.text"]._get_words(code)

    def _is_in(self, word, text):
        """Tell whether a word is in a PDF, which keeps letters as they are seen."""
        return word in text or word[::-1] in text

    def _found(self, sentence, text):
        words = unicodedata.normalize("NFKC", sentence).split()
        words = [word.strip(".,،؛۔؟()") for word in words]
        return sum(self._is_in(word, text) for word in words) / len(words)

    def _create_session(self, **vals):
        return self.env["integration.session"].create(
            {
                "case_id": self.case.id,
                "user_id": self.manager_a.id,
                "start": "2026-03-01 10:00:00",
                "minutes": 45,
                "state": "held",
                **vals,
            }
        )

    def test_every_language_is_in_the_text_of_the_plan(self):
        languages = [
            code
            for code, _name in self.env["integration.language"]._get_selection()
            if code != "de"
        ]
        for code in languages:
            case = self._create_case(text_language=code)
            plan = self._create_plan(case)
            written = WRITTEN.get(code, "Lernen")
            self._create_goal(plan, client_words=written)
            with self.subTest(language=code):
                pages = self._print("report_plan", plan)
                text = self._text(pages)
                words = self._words(code)
                if not words.is_german:
                    self.assertIn("Integrationsplan", text)
                    self.assertIn("Niemand hat Nachteile", text)
                own = words.own("plan.voluntary")
                # Ligatures, and letters that only Sorani has, come back as other signs.
                least = {"rtl": 0.5, "ltr": 0.9}[words.direction]
                least = 0.3 if code == "ckb" else least
                self.assertGreaterEqual(self._found(own, text), least)
                self.assertGreaterEqual(self._found(written, text), least)
                for font in pages[0]["/Resources"]["/Font"].values():
                    [inner] = font.get_object()["/DescendantFonts"].get_object()
                    inner = inner.get_object()["/FontDescriptor"].get_object()
                    self.assertIn("/FontFile2", inner)

    def test_the_language_is_the_clients(self):
        self.case.text_language = "ti"
        html = self._html("report_plan", self.plan)
        self.assertIn('lang="ti"', html)
        self.plan.text_language = "ar"
        self.assertEqual(self.case.text_language, "ar")
        html = self._html("report_plan", self.plan)
        self.assertIn('lang="ar" dir="rtl"', html)
        self.assertNotIn('lang="ti"', html)
        self.case.text_language = "de"
        self.assertNotIn('lang="ar"', self._html("report_plan", self.plan))

    def test_unchecked_is_said_in_both_languages_until_released(self):
        self.case.text_language = "tr"
        words = self._words("tr")
        for told in (words.german, words.own):
            self.assertIn(
                told("layout.unchecked"), self._html("report_plan", self.plan)
            )
        texts = self.env["integration.client.text"].sudo()
        texts.search([("language", "=", "tr")]).state = "released"
        self.env.registry.clear_cache()
        html = self._html("report_plan", self.plan)
        self.assertNotIn(words.german("layout.unchecked"), html)

    def test_goals_areas_and_signatures(self):
        self.case.text_language = "tr"
        words = self._words("tr")
        self._create_goal(
            name=words.german("goal.work_first_job"),
            area_id=self.env.ref(f"{MODULE}.area_work").id,
            measure_ids=[Command.create({"name": "Own words <b>"})],
        )
        self.plan.write({"client_signature": PIXEL, "manager_signature": PIXEL})
        html = self._html("report_plan", self.plan)
        for key in ("area.work", "goal.work_first_job", "portal.who.client"):
            with self.subTest(key=key):
                self.assertIn(words.own(key), html)
                self.assertIn(words.german(key), html)
        self.assertEqual(html.count("Own words &lt;b&gt;"), 1)
        self.assertEqual(html.count("data:image/svg"), 2)
        self.assertEqual(html.count("data:image/png"), 2)

    def test_information_sheet(self):
        self.case.sudo().company_id.phone = "07199 1"
        for code, pages in (("de", 1), ("ar", 1), ("ka", 1)):
            self.case.text_language = code
            with self.subTest(language=code):
                printed = self._print("report_sheet", self.case)
                text = self._text(printed)
                self.assertEqual(len(printed), pages)
                for part in (
                    "Wer darf es lesen?",
                    "Nur Ihre Integrationsmanagerin",
                    "Landesbeauftragte",
                    "07199 1",
                    self.case.number,
                ):
                    self.assertIn(part, text)
                self.assertNotIn("Canary", text)

    def test_sheet_of_a_talk_has_no_notes_of_the_manager(self):
        self.case.text_language = "tr"
        goal = self._create_goal(
            measure_ids=[
                Command.create({"name": "Still open"}),
                Command.create({"name": "Over", "done_on": "2026-03-01"}),
            ]
        )
        talk = self._create_session(
            goal_ids=goal.ids,
            note="Entrusted",
            summary="For the log",
            client_summary="The course begins in May",
            client_steps="Bring the letter",
        )
        self.assertIn(
            self._words("tr").own("summary.no_next"),
            self._html("report_summary", talk),
        )
        self._create_session(start="2026-03-09 13:30:00", state="planned")
        text = self._text(self._print("report_summary", talk))
        for part in (
            "Unser Gespräch",
            "The course begins in May",
            "Bring the letter",
            "Still open",
            "Sonntag, 1. März 2026, 11:00",
            "Montag, 9. März 2026, 14:30",
            self._words("tr").own("summary.title"),
        ):
            with self.subTest(part=part):
                self.assertIn(part, text)
        for part in ("Entrusted", "For the log", "Over"):
            with self.subTest(part=part):
                self.assertNotIn(part, text)

    def test_one_click_notes_the_copy(self):
        self._agree()
        self.plan.action_hand_over_copy()
        self.assertTrue(self.plan.copy_handed_over)
        with self.assertRaises(AccessError):
            self.plan.with_user(self.manager_b).action_hand_over_copy()

    def test_foreign_eyes_get_no_paper(self):
        talk = self._create_session()
        for report, record in (
            ("report_plan", self.plan),
            ("report_sheet", self.case),
            ("report_summary", talk),
        ):
            for user in self.outsiders:
                with (
                    self.subTest(report=report, user=user.login),
                    self.assertRaises(AccessError),
                ):
                    self._html(report, record, user)
