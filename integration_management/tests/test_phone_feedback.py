# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from .phone_common import HEAVIEST, PhoneCase
from .public_common import PublicCommon


class TestPhoneFeedback(PhoneCase, PublicCommon):
    """Who complains on an old phone: write, keep the code, come back, go on talking."""

    def test_german(self):
        self._walk("de", "ltr")

    def test_arabic(self):
        self._walk("ar", "rtl")

    def test_tigrinya(self):
        self._walk("ti", "ltr")

    def _walk(self, language, direction):
        stamps = [self._new_stamp() for _each in range(2)]
        with self._phone() as phone:
            phone.open(f"/feedback/{self.page.code}?language={language}")
            self.assertEqual(phone.get("document.documentElement.dir"), direction)
            self.assertLess(phone.weigh(), HEAVIEST)
            phone.unfold("details")
            self._send(phone, stamps[0], "Niemand ruft zurück")
            code = phone.text(".o_code")
        feedback = self.env["integration.feedback"]._find(code)
        self.assertEqual(feedback.text, "Niemand ruft zurück")
        self.assertEqual(feedback.language, language)
        answer = {
            "feedback_id": feedback.id,
            "text": "Wir klären das",
            "is_office": True,
        }
        self.env["integration.feedback.message"].create(answer)
        with self._phone() as phone:
            phone.open(f"/feedback/answer?language={language}")
            phone.type("#code", "ABCD-EFGH")
            phone.tap("main form button")
            phone.type("#code", code.lower().replace("-", " "))
            phone.tap("main form button")
            self.assertIn("Wir klären das", phone.text())
            self._send(phone, stamps[1], "Danke")
            self.assertIn("Danke", phone.text())
        self.assertEqual(
            feedback.message_ids.mapped("text"), ["Wir klären das", "Danke"]
        )

    def _send(self, phone, stamp, text):
        # As if the form had been open for longer than robots have it open.
        phone.type("[name=stamp]", stamp)
        phone.type("#text", text)
        phone.tap("form:has(#text) button")
