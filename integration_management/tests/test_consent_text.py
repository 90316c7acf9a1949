# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo.exceptions import AccessError, UserError
from odoo.tools import html2plaintext

from .common import IntegrationCommon


class TestConsentText(IntegrationCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        admin = cls._new_user(
            "text_admin", "integration_management.group_integration_admin"
        )
        cls.texts = cls.env["integration.consent.text"].with_user(admin)
        cls.text = cls.texts.browse(
            cls.env.ref("integration_management.consent_text_plan_de").id
        )

    def test_every_purpose_has_its_texts(self):
        words = {
            "ar": ("اختياري", "في أي وقت", "شكوى", "أي ضرر"),
            "ckb": ("بە خواستی خۆتانە", "هەر کاتێک", "سکاڵا", "هیچ زیانێکی نییە"),
            "de": ("freiwillig", "jederzeit", "Datenschutzaufsicht", "keine Nachteile"),
            "de_simple": ("Nein", "Sie müssen nicht Ja sagen", "beschweren"),
            "en": ("voluntary", "at any time", "complain", "no disadvantages"),
            "fa": ("داوطلبانه", "هر زمان", "شکایت", "هیچ زیانی"),
            "fr": ("volontaire", "à tout moment", "plainte", "aucun inconvénient"),
            "ka": ("ნებაყოფლობით", "ნებისმიერ დროს", "იჩივლოთ", "ცუდი შედეგი"),
            "kmr": ("bi dilê we ye", "her gav", "gilî", "zirara wê tune ye"),
            "prs": ("داوطلبانه", "هر زمان", "شکایت", "هیچ زیانی"),
            "ps": ("ستاسو په خوښه", "هر وخت", "شکایت", "هېڅ زیان نه لري"),
            "ru": ("добровольное", "в любое время", "пожаловаться", "последствий"),
            "so": ("ikhtiyaari", "waqti kasta", "dacwoon", "wax dhib ah"),
            "sq": ("vullnetar", "në çdo kohë", "ankoheni", "asnjë pasojë të keqe"),
            "sr": ("dobrovoljn", "u svako doba", "žaliti", "loših posledica"),
            "ti": ("ብድሌትኩም", "ኣብ ዝኾነ ግዜ", "ክትጠርዑ", "ዝኾነ ጉድኣት የብሉን"),
            "tr": ("gönüllü", "istediğiniz zaman", "şikâyet", "dezavantaj"),
            "uk": ("добровільним", "будь-коли", "поскаржитися", "негативних наслідків"),
            "ur": ("رضاکارانہ", "کسی بھی وقت", "شکایت", "کوئی نقصان نہیں"),
        }
        company = self.env.company
        for purpose in self.texts._fields["purpose"].get_values(self.env):
            for language, expected in words.items():
                with self.subTest(purpose=purpose, language=language):
                    text = self.texts._get_current(purpose, language, company)
                    self.assertEqual(text.version, 1)
                    body = html2plaintext(text.body)
                    for word in expected:
                        self.assertIn(word, body)

    def test_published_text_is_frozen(self):
        for vals in (
            {"body": "<p>Other</p>"},
            {"title": "Other"},
            {"purpose": "photo"},
            {"language": "en"},
            {"version": 7},
            {"company_id": self.env.company.id},
        ):
            with (
                self.subTest(vals=vals),
                self.assertRefused(UserError, "new version"),
            ):
                self.text.write(vals)
        with self.assertRefused(UserError, "cannot become"):
            self.text.state = "draft"
        with self.assertRefused(UserError, "archive"):
            self.text.unlink()
        self.text.active = False

    def test_new_version(self):
        new = self.texts.browse(self.text.action_new_version()["res_id"])
        self.assertEqual((new.version, new.state), (2, "draft"))
        self.assertEqual(new.body, self.text.body)
        self.assertEqual(new.content_hash, self.text.content_hash)
        new.body = "<p>Clearer words</p>"
        self.assertNotEqual(new.content_hash, self.text.content_hash)
        current = self.texts._get_current("plan", "de", self.env.company)
        self.assertEqual(current, self.text)
        new.action_publish()
        current = self.texts._get_current("plan", "de", self.env.company)
        self.assertEqual(current, new)

    def test_versions_are_counted_per_purpose_language_and_carrier(self):
        vals = {
            "purpose": "plan",
            "language": "tr",
            "title": "Plan",
            "body": "<p>x</p>",
        }
        own = {**vals, "company_id": self.env.company.id}
        last = self.texts._get_current("plan", "tr", self.env.company).version
        created = self.texts.create([vals, vals, own])
        self.assertEqual(created.mapped("version"), [last + 1, last + 2, 1])

    def test_own_text_of_a_carrier_comes_first(self):
        church = self.env["res.company"].create({"name": "Church carrier"})
        own = self.texts.create(
            {
                "purpose": "plan",
                "title": "Plan",
                "body": "<p>KDG</p>",
                "company_id": church.id,
            }
        )
        self.assertEqual(self.texts._get_current("plan", "de", church), self.text)
        own.action_publish()
        self.assertEqual(self.texts._get_current("plan", "de", church), own)
        other = self.texts._get_current("plan", "de", self.env.company)
        self.assertEqual(other, self.text)

    def test_empty_text_is_not_published(self):
        vals = {"purpose": "plan", "title": "Plan", "body": "<p><br></p>"}
        with self.assertRefused(UserError, "without content"):
            self.texts.create({**vals, "state": "published"})

    def test_managers_read_only(self):
        text = self.text.with_user(self.manager_a)
        self.assertTrue(text.body)
        for call in (text.action_new_version, text.unlink, text.action_publish):
            with self.assertRaises(AccessError):
                call()
