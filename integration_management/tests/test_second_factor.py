# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import base64
import re
import time
from xmlrpc.client import Fault

from odoo.fields import Datetime
from odoo.tests import HttpCase
from odoo.tests.common import JsonRpcException
from odoo.tools import mute_logger

from odoo.addons.auth_totp.models.totp import hotp

from .common import IntegrationCommon

SETUP = "/integration/second-factor"
SECRET = re.compile(r"<code[^>]*>([A-Z2-7 ]+)</code>")
TOKEN = re.compile(r'name="csrf_token" value="(\w+)"')


class TestSecondFactor(HttpCase, IntegrationCommon):
    """A password alone opens nothing to those who see personal data."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls._require_second_factor("required")
        cls.file = cls.env["ir.attachment"].create(
            {"name": "a.txt", "raw": b"canary", "res_model": "res.users"}
        )
        cls.file.res_id = cls.manager_a.id

    def _log_in(self, user):
        """Log in as a browser does; HttpCase.authenticate does it as a program."""
        self.authenticate(None, None)
        self.make_jsonrpc_request(
            "/web/session/authenticate",
            {"db": self.env.cr.dbname, "login": user.login, "password": user.login},
        )

    def _rpc(self, model="integration.case", method="search_count", args=([],)):
        return self.make_jsonrpc_request(
            f"/web/dataset/call_kw/{model}/{method}",
            {"model": model, "method": method, "args": args, "kwargs": {}},
        )

    def _leads_to_setup(self, path):
        return self.url_open(path).url.endswith(SETUP)

    def _enter(self, page, code):
        token = TOKEN.search(page.text)[1]
        return self.url_open(SETUP, data={"csrf_token": token, "code": code})

    def _code(self, page, offset=0):
        secret = SECRET.search(page.text)[1].replace(" ", "")
        counter = int(time.time() / 30) + offset
        return f"{hotp(base64.b32decode(secret), counter):06d}"

    def test_who_owes_one(self):
        admin = self._new_user(
            "functional_admin", "integration_management.group_integration_admin"
        )
        owing = self.manager_a | self.privacy | self.ombuds | admin
        owing |= self.settings_admin
        for user in owing | self.outsiders:
            self.assertEqual(
                user._lacks_integration_second_factor(),
                user in owing | self.manager_b,
                user.login,
            )

    def test_required_unless_switched_off(self):
        self.env["ir.config_parameter"].search(
            [("key", "=", "integration_management.second_factor")]
        ).unlink()
        self.assertTrue(self.manager_a._lacks_integration_second_factor())
        self._require_second_factor("off")
        self.assertFalse(self.manager_a._lacks_integration_second_factor())

    def test_a_new_role_asks_for_it(self):
        self.assertFalse(self.employee._lacks_integration_second_factor())
        group = self.env.ref("integration_management.group_integration_manager")
        self.employee.group_ids += group
        self.assertTrue(self.employee._lacks_integration_second_factor())

    def test_pages_lead_to_the_setup(self):
        self._log_in(self.manager_a)
        for path in ("/odoo", "/odoo/integration-cases", "/web", "/my"):
            self.assertTrue(self._leads_to_setup(path), path)
        report = "/report/html/integration_management.report_plan/1"
        self.assertTrue(self._leads_to_setup(report))

    def test_files_stay_closed(self):
        path = f"/web/content/{self.file.id}"
        self._log_in(self.manager_a)
        self.assertEqual(self.url_open(path).status_code, 404)
        self._require_second_factor("off")
        self.assertEqual(self.url_open(path).content, b"canary")

    def test_data_stay_closed(self):
        self._log_in(self.manager_a)
        with self.assertRaisesRegex(JsonRpcException, "SessionExpiredException"):
            self._rpc()
        self._require_second_factor("off")
        self.assertEqual(self._rpc(), 1)

    @mute_logger("odoo.addons.rpc.controllers.xmlrpc", "odoo.http")
    def test_programs_stay_outside(self):
        """They cannot set it up, whether they come with a password or with a key."""
        for secret in (self.manager_a.login, self._key()):
            call = (self.env.cr.dbname, self.manager_a.id, secret)
            call += ("integration.case", "search_count", [[]])
            self._require_second_factor("required")
            with self.assertRaises(Fault):
                self.xmlrpc_object.execute_kw(*call)
            self._require_second_factor("off")
            self.assertEqual(self.xmlrpc_object.execute_kw(*call), 1)

    def _key(self):
        keys = self.env["res.users.apikeys"].with_user(self.manager_a)
        return keys._generate("rpc", "test", Datetime.add(Datetime.now(), days=1))

    def test_a_key_alone_is_not_enough(self):
        key = self._key()
        headers = {"Authorization": f"Bearer {key}"}
        path = "/json/2/integration.case/search_count"
        answer = self.url_open(path, json={"domain": []}, headers=headers)
        self.assertEqual(answer.status_code, 403, answer.text)
        self._require_second_factor("off")
        answer = self.url_open(path, json={"domain": []}, headers=headers)
        self.assertEqual(answer.json(), 1)

    def test_setup_opens_the_door(self):
        self._log_in(self.manager_a)
        page = self.url_open("/odoo")
        self.assertEqual(page.headers["Cache-Control"], "no-store")
        wrong = self._enter(page, self._code(page, offset=1000))
        self.assertIn("alert-danger", wrong.text)
        self.assertEqual(SECRET.search(wrong.text)[1], SECRET.search(page.text)[1])
        self.assertFalse(self.manager_a.totp_enabled)
        done = self._enter(wrong, self._code(wrong))
        self.assertIn("/odoo", done.url)
        self.manager_a.invalidate_recordset()
        self.assertTrue(self.manager_a.totp_enabled)
        self.assertEqual(self._rpc(), 1)
        self.assertFalse(self._leads_to_setup(SETUP))

    def test_every_session_has_its_own_secret(self):
        """Who knew the password first must not know the second factor."""
        self._log_in(self.manager_a)
        first = SECRET.search(self.url_open(SETUP).text)[1]
        self.assertEqual(SECRET.search(self.url_open(SETUP).text)[1], first)
        self._log_in(self.manager_a)
        self.assertNotEqual(SECRET.search(self.url_open(SETUP).text)[1], first)

    def test_bad_codes_do_nothing(self):
        self._log_in(self.manager_a)
        for code in ("", "abc", "²²²²²²", "-1", "1" * 400):
            page = self._enter(self.url_open(SETUP), code)
            self.assertEqual(page.status_code, 200, code)
        self.assertFalse(self.manager_a.totp_enabled)

    def test_others_notice_nothing(self):
        self._log_in(self.employee)
        self.assertFalse(self._leads_to_setup("/odoo"))
        self.assertFalse(self._leads_to_setup(SETUP))
        self.assertEqual(self._rpc("res.users", "search_count", [[["id", "=", 0]]]), 0)

    def test_people_can_log_out(self):
        self._log_in(self.manager_a)
        page = self.url_open("/web/session/logout")
        self.assertIn("/web/login", page.url)
