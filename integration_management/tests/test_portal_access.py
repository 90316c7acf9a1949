# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import io
from datetime import timedelta

from odoo import fields
from odoo.exceptions import AccessError, UserError
from odoo.tools.pdf import PdfFileReader

from odoo.addons.integration_management.logic import portal

from .portal_common import PortalCommon


class TestPortalAccess(PortalCommon):
    def _sign_in(self, code=None, pin=None):
        keys = self.env["integration.portal.access"]
        code = self.code if code is None else code
        return keys._sign_in(code, self.pin if pin is None else pin)

    @property
    def _wrong_pin(self):
        return f"{(int(self.pin) + 1) % 10**6:06}"

    def test_card_opens_its_own_page_only(self):
        self.assertEqual(self._sign_in().case_id, self.case)
        self.assertEqual(self._sign_in(portal.in_groups(self.code).lower()), self.key)
        self.assertFalse(self._sign_in(self.code, self._wrong_pin))
        self.assertFalse(self._sign_in(self.code, self.other_pin + "0"))
        self.assertFalse(self._sign_in(portal.new_code()))
        self.assertFalse(self._sign_in("", ""))
        self.assertFalse(self._sign_in("%", "%"))

    def test_neither_code_nor_pin_is_stored_or_read(self):
        secret = self.key.sudo()
        for name in ("code_digest", "pin_digest", "stamp"):
            self.assertTrue(secret[name])
            self.assertNotIn(self.pin, secret[name])
            self.assertNotIn(self.code, secret[name])
            with self.subTest(name=name), self.assertRaises(AccessError):
                self.key.read([name])
            with self.subTest(name=name), self.assertRaises(AccessError):
                self.key.search([(name, "!=", False)])
        data = self.key.read()[0]
        self.assertNotIn("stamp", data)

    def test_card_is_made_once(self):
        self.assertIsNone(self.key._make_card())
        self.assertIsNone(self.key._render_card())

    def test_card_is_one_page_and_names_nobody(self):
        key = self.key.create({"case_id": self.case.id, "language": "ar"})
        with self.allow_pdf_render():
            card = key.with_context(force_report_rendering=True)._render_card()
        [page] = PdfFileReader(io.BytesIO(card)).pages
        text = page.extract_text()
        self.assertRegex(text, r"([2-9A-Z]{4}-){4}[2-9A-Z]{4}")
        self.assertRegex(text, r"\d{6}")
        self.assertIn("/client", text)
        for word in ("Amina", "Canary", self.case.number, self.manager_a.name):
            self.assertNotIn(word, text)

    def test_wrong_pins_lock_and_end(self):
        for _each in range(portal.FAILURES_TO_LOCK):
            self.assertFalse(self._sign_in(pin=self._wrong_pin))
        self.assertFalse(self._sign_in())
        secret = self.key.sudo()
        for _each in range(portal.FAILURES_TO_END):
            secret.locked_until = fields.Datetime.now() - timedelta(seconds=1)
            self._sign_in(pin=self._wrong_pin)
        self.assertEqual(secret.ended_by, "guessing")
        self.assertFalse(self._sign_in())

    def test_success_forgets_failures(self):
        for _each in range(portal.FAILURES_TO_LOCK - 1):
            self._sign_in(pin=self._wrong_pin)
        self.assertTrue(self._sign_in())
        self.assertEqual(self.key.sudo().failures, 0)

    def test_ending_closes_visits_at_once(self):
        keys = self.env["integration.portal.access"]
        visit = (self.key.id, self.key.sudo().stamp)
        self.assertTrue(keys._get_signed_in(*visit))
        self.assertFalse(keys._get_signed_in(self.other_key.id, visit[1]))
        self.assertFalse(keys._get_signed_in(self.key.id, ""))
        self.assertFalse(keys._get_signed_in(self.key.id, None))
        self.key.action_end()
        self.assertFalse(keys._get_signed_in(*visit))
        self.assertFalse(keys._get_signed_in(self.key.id, ""))
        self.assertFalse(self._sign_in())

    def test_new_card_ends_the_old_one(self):
        self.key.action_renew()
        self.assertEqual(self.key.ended_by, "renewal")
        self.assertFalse(self._sign_in())
        self.assertTrue(self.case.has_portal)

    def test_validity_ends(self):
        self.key.sudo().valid_until = fields.Date.context_today(self.key) - timedelta(1)
        self.assertFalse(self._sign_in())
        self.assertFalse(self.key.is_open)

    def test_only_the_owner_invites(self):
        for user in self.outsiders:
            keys = self.env["integration.portal.access"].with_user(user)
            with self.subTest(user=user.login), self.assertRaises(AccessError):
                keys.create({"case_id": self.case.id})
            with self.subTest(user=user.login), self.assertRaises(AccessError):
                keys.browse(self.key.id).action_end()
        self.assertTrue(self.key.is_open)

    def test_nothing_is_chosen_but_language_and_end(self):
        forged = self.key.create(
            {
                "case_id": self.case.id,
                "printed_on": fields.Datetime.now(),
                "ended_by": "client",
                "invited_by_id": self.manager_b.id,
            }
        )
        self.assertFalse(forged.printed_on)
        self.assertEqual(forged.invited_by_id, self.manager_a)
        with self.assertRaises(UserError):
            forged.write({"valid_until": "2099-01-01"})

    def test_withdrawing_the_file_ends_every_access_at_once(self):
        file_consent = self._make_consent(self.case, "case_file")
        grant = self.env["integration.case.access"].create(
            {"case_id": self.case.id, "user_id": self.manager_b.id, "role": "deputy"}
        )
        visit = (self.key.id, self.key.sudo().stamp)
        deputy_case = self.case.with_user(self.manager_b)
        self.assertTrue(deputy_case.has_access("read"))
        key = self.env["integration.portal.access"]._get_signed_in(*visit)
        self.assertEqual(self.portal._withdraw(key, file_consent.id), "case_file")
        self.assertFalse(grant.is_in_force)
        self.assertFalse(deputy_case.has_access("read"))
        self.assertFalse(self.env["integration.portal.access"]._get_signed_in(*visit))
        request = self.case.rights_request_ids
        self.assertEqual((request.kind, request.channel), ("erasure", "portal"))

    def test_nobody_sees_when_it_is_used(self):
        before = self.key.read()[0]
        key = self._sign_in()
        self.portal._get_home(key)
        self.env.invalidate_all()
        self.assertEqual(self.key.read()[0], before)
