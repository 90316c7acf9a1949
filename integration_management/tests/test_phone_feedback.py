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
        before = self._receive()
        with self._phone() as phone:
            phone.open(f"/feedback/{self.page.code}?language={language}")
            self.assertEqual(phone.get("document.documentElement.dir"), direction)
            self.assertLess(phone.weigh(), HEAVIEST)
            phone.unfold("details")
            self._send(phone, "Niemand ruft zurück")
            new = phone.text(".o_code")
            phone.open(f"/feedback/answer?language={language}")
            phone.type("#code", "ABCD-EFGH")
            phone.tap("main form button")
            phone.type("#code", self.code_of_talk.lower().replace("-", " "))
            phone.tap("main form button")
            self.assertIn("Wir klären das", phone.text())
            self._send(phone, "Danke")
            self.assertIn("Danke", phone.text())
        feedback = self.env["integration.feedback"]._find(new)
        self.assertEqual(feedback.text, "Niemand ruft zurück")
        self.assertEqual(feedback.language, language)
        said = before.message_ids.mapped("text")
        self.assertEqual(said, ["Wir klären das", "Danke"])

    def _receive(self):
        """Return a talk that the office has answered in."""
        feedbacks = self.env["integration.feedback"]
        values = {"text": "Canary", "language": "de"}
        self.code_of_talk = feedbacks._receive(self.page, values, [])
        feedback = feedbacks._find(self.code_of_talk)
        self.env["integration.feedback.message"].create(
            {"feedback_id": feedback.id, "text": "Wir klären das", "is_office": True}
        )
        self.stamps = [self._new_stamp() for _each in range(2)]
        return feedback

    def _send(self, phone, text):
        # As if the form had been open for longer than robots have it open.
        phone.type("[name=stamp]", self.stamps.pop())
        phone.type("#text", text)
        phone.tap("form:has(#text) button")
