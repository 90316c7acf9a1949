# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from .phone_common import HEAVIEST, PhoneCase
from .public_common import PublicCommon


class TestPhonePortal(PhoneCase, PublicCommon):
    """What a client does on an old phone, in three scripts and two directions."""

    def test_german(self):
        self._walk("de", "ltr")

    def test_arabic(self):
        self._walk("ar", "rtl")

    def test_tigrinya(self):
        self._walk("ti", "ltr")

    def _walk(self, language, direction):
        asked = self.case.env["integration.consent"].create(
            {"case_id": self.case.id, "purpose": "plan"}
        )
        with self._phone() as phone:
            self._sign_in(phone, language)
            self.assertEqual(phone.get("document.documentElement.dir"), direction)
            self.assertEqual(phone.get("document.documentElement.lang"), language)
            self.assertLess(phone.weigh(), HEAVIEST)
            phone.unfold("details")
            self._use_plan_and_sessions(phone)
            self._use_consents(phone, asked)
            self._use_data(phone)
            phone.open("/client/people")
            self.assertIn(self.manager_a.name, phone.text())
            phone.open("/client/offers")
            self._leave(phone)
        self.assertTrue(self.step.client_done_on)
        self.assertEqual(self.appointment.client_answer, "move")
        self.assertEqual(self.appointment.client_wish, "lieber am Abend")
        self.assertEqual(self.consent.state, "withdrawn")
        self.assertEqual(asked.state, "given")
        self.assertEqual(self.case.rights_request_ids.kind, "access")

    def _sign_in(self, phone, language):
        """Come by the card's picture code; the PIN is mistyped at first."""
        phone.open(f"/client?language={language}#{self.code}")
        self.assertEqual(phone.get("location.hash"), "")
        self.assertLess(phone.weigh(), HEAVIEST)
        phone.unfold("details")
        wrong = f"{(int(self.pin) + 1) % 10**6:06}"
        for pin in (wrong, self.pin):
            self.assertEqual(phone.path, "/client")
            phone.type("#pin", pin)
            phone.tap("main form button")
        self.assertEqual(phone.path, "/client/home")

    def _use_plan_and_sessions(self, phone):
        phone.open("/client/plan")
        self.assertIn("Ich will sprechen", phone.text())
        phone.tap("main .o_steps form button")
        self.assertFalse(phone.get("document.querySelector('.o_steps form')"))
        phone.open("/client/sessions")
        phone.tap(".o_actions form button")
        phone.unfold("main details")
        phone.type("main textarea", "lieber am Abend")
        phone.tap("main details form button")
        self.assertIn("lieber am Abend", phone.text())

    def _use_consents(self, phone, asked):
        phone.open("/client/consents")
        phone.unfold("main details")
        yes = f"form:has([name=consent][value='{asked.id}']):has([value=yes])"
        phone.tap(f"{yes} button")
        phone.unfold("main details")
        withdraw = f"form[action$=withdraw]:has([value='{self.consent.id}'])"
        phone.tap(f"{withdraw} button")
        phone.tap("main .o_button")
        self.assertEqual(phone.path, "/client/consents")

    def _use_data(self, phone):
        phone.open("/client/data")
        self.assertIn("Amina", phone.text())
        phone.unfold("main details")
        phone.get("document.querySelector('[name=kind][value=access]').checked = true")
        phone.tap("form[action='/client/data/ask'] button")
        self.assertEqual(phone.path, "/client/data")

    def _leave(self, phone):
        phone.open("/client/home")
        phone.tap("form[action='/client/leave'] button")
        phone.open("/client/plan")
        self.assertEqual(phone.path, "/client")
