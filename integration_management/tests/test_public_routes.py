# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from itertools import combinations

from odoo.tools import mute_logger

from odoo.addons.integration_management.controllers.client_page import ClientPage

from .public_common import PublicCommon

# All that answers to people who are not logged in. Pages for clients are attacked
# below without being told of; what has rules of its own gets its attacks in
# tests/http before it is listed here.
KNOWN = {
    "/client",
    "/client/consents",
    "/client/consents/decide",
    "/client/consents/withdraw",
    "/client/data",
    "/client/data/ask",
    "/client/end",
    "/client/home",
    "/client/leave",
    "/client/offers",
    "/client/people",
    "/client/plan",
    "/client/plan/done",
    "/client/sessions",
    "/client/sessions/<int:session>/calendar",
    "/client/sessions/answer",
    "/feedback/<string:code>",
    "/feedback/answer",
    "/portal/attachment/remove",
    "/web",
    "/odoo",
    "/odoo/<path:subpath>",
    "/scoped_app/<path:subpath>",
}
ODD = (
    "",
    "../../../../etc/passwd",
    "{{7*7}}<script>alert(1)</script>${7*7}",
    "%(x)s %s {x} {0.__class__}",
    "a\0b",
    "\ud7ff\u202e\U0001f600",
    "9" * 30,
    "-1",
    "١٢٣",
    "x" * 20_000,
)


class TestPublicRoutes(PublicCommon):
    """Every address that asks for no login is attacked, a new one untold."""

    def test_all_are_known(self):
        self.assertEqual({rule.rule for rule in self._rules()} - KNOWN, set())

    def test_siblings_share_no_names(self):
        """Odoo makes one class of all controllers below `ClientPage`: names collide."""
        leaves = [cls for cls in ClientPage.__subclasses__()]
        for one, other in combinations(leaves, 2):
            shared = self._names(one) & self._names(other)
            self.assertFalse(shared, (one, other))

    def _names(self, cls):
        below = [cls, *cls.__subclasses__()]
        names = {name for each in below for name in vars(each)}
        return {name for name in names if not name.startswith("__")}

    def test_strangers_are_led_to_the_sign_in(self):
        for path, _names, _csrf in self._pages("GET"):
            if not path.startswith("/client/"):
                continue
            with self.subTest(path=path):
                answer = self.url_open(path, allow_redirects=False)
                self.assertIn(answer.status_code, (302, 303))
                self.assertURLEqual(answer.headers["Location"], "/client")

    def test_odd_texts(self):
        """Whatever is sent: a page comes, and nothing of it becomes code."""
        self._sign_in()
        for path, names, _csrf in self._pages("GET"):
            for text in ODD[:7]:
                answer = self.url_open(path, params=dict.fromkeys(names, text))
                self._assert_safe(answer, (path, text))
        for path, names, _csrf in self._pages("POST"):
            if path in ("/client/end", "/client/leave"):
                continue
            for text in ODD:
                form = dict.fromkeys(names, text) | {"csrf_token": self.token}
                if path.startswith("/feedback/"):
                    form |= {"stamp": self._new_stamp(), "website": ""}
                answer = self.url_open(path, data=form)
                self._assert_safe(answer, (path, text[:30]))
        self.assertIn("ab", self.env["integration.feedback"].search([]).mapped("text"))

    def test_texts_the_database_does_not_take(self):
        self._sign_in()
        token = {"csrf_token": self.token}
        wish = {"session": self.appointment.id, "answer": "move", "wish": "a\0b"}
        self._assert_safe(self.url_open("/client/sessions/answer", token | wish), wish)
        asked = {"kind": "access", "text": "c\0d" + "x" * 50_000}
        self._assert_safe(self.url_open("/client/data/ask", token | asked), asked)
        self.assertEqual(self.appointment.client_wish, "ab")
        self.assertEqual(self.case.rights_request_ids.text[:3], "cdx")
        self.assertLess(len(self.case.rights_request_ids.text), 3000)

    def test_files_in_place_of_texts(self):
        self._sign_in()
        for path, names, _csrf in self._pages("POST"):
            if path in ("/client/end", "/client/leave"):
                continue
            for name in sorted(names):
                answer = self.url_open(
                    path,
                    data={"csrf_token": self.token},
                    files={name: ("x.svg", b"<svg onload='alert(1)'/>")},
                )
                self._assert_safe(answer, (path, name))

    def test_forms_need_the_token_of_the_same_visit(self):
        stranger = self.token
        self.opener.cookies.clear()
        self.token = self._get_token("/client")
        self._sign_in()
        for path, names, csrf in self._pages("POST"):
            if csrf is False:
                continue
            for token in ("", "x", stranger):
                form = dict.fromkeys(names, "1") | {"csrf_token": token}
                with self.subTest(path=path, token=token), mute_logger("odoo.http"):
                    answer = self.url_open(path, data=form)
                    self.assertEqual(answer.status_code, 400)
        self.assertEqual(self.url_open("/client/home").status_code, 200)
        self.assertTrue(self.key.is_open)

    def test_changes_need_a_form(self):
        """No address that is only opened, e.g. by a picture in a mail, does a thing."""
        self._sign_in()
        shown = {path for path, *_rest in self._pages("GET")}
        for path, names, _csrf in self._pages("POST"):
            if path in shown:
                continue
            for method in ("GET", "HEAD", "PUT", "PATCH", "DELETE"):
                params = dict.fromkeys(names, "1") | {"_method": "POST"}
                with self.subTest(path=path, method=method):
                    answer = self.url_open(
                        path,
                        params=params,
                        method=method,
                        headers={"X-HTTP-Method-Override": "POST"},
                    )
                    self.assertIn(answer.status_code, (400, 404, 405))
        self.assertTrue(self.key.is_open)

    def test_hosts_and_redirections_of_others(self):
        """Neither a forged header nor a parameter leads anybody away."""
        evil = "evil.example"
        headers = {"X-Forwarded-Host": evil, "X-Forwarded-Proto": "https"}
        wishes = dict.fromkeys(("redirect", "next", "url", "r"), f"https://{evil}")
        for is_in in (False, True):
            if is_in:
                self._sign_in()
            for path, *_rest in self._pages("GET"):
                answer = self.url_open(
                    path, params=wishes, headers=headers, allow_redirects=False
                )
                self.assertNotIn(evil, str(answer.headers), path)
                self.assertNotIn(evil, answer.text, path)

    def test_colleagues_are_nobody_here(self):
        """Neither employees nor the manager get to a client's page by their login."""
        for user in (self.manager_a, self.employee, self.settings_admin):
            self.authenticate(user.login, user.login)
            for path, *_rest in self._pages("GET"):
                if not path.startswith("/client/"):
                    continue
                answer = self.url_open(path)
                self.assertTrue(answer.url.endswith("/client"), (user.login, path))
                self.assertNotIn("Amina", answer.text)

    def test_who_is_signed_in_is_nobody_in_odoo(self):
        self._sign_in()
        own = f"/odoo/integration.case/{self.case.id}"
        for path in ("/odoo", "/my", "/my/home", own):
            answer = self.url_open(path)
            self.assertIn("/web/login", answer.url, path)
        for model in ("integration.case", "res.partner"):
            call = {"model": model, "method": "search_read", "args": [], "kwargs": {}}
            answer = self.url_open(
                f"/web/dataset/call_kw/{model}/search_read", json={"params": call}
            )
            self.assertNotIn("Amina", answer.text)
            self.assertIn("SessionExpired", answer.text)
