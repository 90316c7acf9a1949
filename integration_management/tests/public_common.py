# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import inspect
import re
import time

from odoo.tests import HttpCase

from odoo.addons.integration_management.controllers.client_page import (
    HEADERS,
    ClientPage,
)
from odoo.addons.integration_management.logic import feedback_codes

from .portal_common import PortalCommon

OURS = "odoo.addons.integration_management."
CSRF = re.compile(r'name="csrf_token" value="(\w+)"')
# What forms of clients send; a page that takes another field names it itself.
FIELDS = ("about", "about_name", "code", "kind", "language", "stamp", "text", "website")


class PublicCommon(HttpCase, PortalCommon):
    """Finds what is open to everybody, in Odoo's own list of addresses."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        # For Odoo's tests of pages, `session` is that of the browser.
        cls.appointment, cls.session = cls.session, None
        pages = cls.env["integration.feedback.page"]
        cls.page = pages.search([], limit=1) or pages.create({})

    def setUp(self):
        super().setUp()
        self.token = self._get_token("/client")

    def _get_token(self, path):
        return CSRF.search(self.url_open(path).text)[1]

    def _sign_in(self):
        form = {"csrf_token": self.token, "code": self.code, "pin": self.pin}
        answer = self.url_open("/client", data=form)
        self.assertTrue(answer.url.endswith("/client/home"), answer.status_code)
        self.token = CSRF.search(answer.text)[1]

    def _new_stamp(self):
        """Return what a form of the complaint office carries, opened a while ago."""
        key = self.env["ir.config_parameter"].get_param("database.secret").encode()
        return feedback_codes.new_stamp(key, time.time() - 10)

    def _rules(self):
        """Return our rules that ask for no login."""
        return [
            rule
            for rule in self.env["ir.http"].routing_map().iter_rules()
            if rule.endpoint.routing["auth"] in ("public", "none")
            and any(
                method.__module__.startswith(OURS) for method in self._methods(rule)
            )
        ]

    def _methods(self, rule):
        """Return the methods of an endpoint, overrides and overridden ones."""
        controller = rule.endpoint.func.__self__
        name = rule.endpoint.func.__name__
        classes = type(controller).mro()
        return [vars(cls)[name] for cls in classes if name in vars(cls)]

    def _pages(self, method):
        """Return (address, names of fields, whether it wants a token) of our pages."""
        found = []
        for rule in self._rules():
            if not isinstance(rule.endpoint.func.__self__, ClientPage):
                continue
            routing = rule.endpoint.routing
            if method not in (routing["methods"] or (method,)):
                continue
            path = re.sub(r"<int:\w+>", str(self.appointment.id), rule.rule)
            path = path.replace("<string:code>", self.page.code)
            parameters = inspect.signature(rule.endpoint.func).parameters.values()
            names = {p.name for p in parameters if p.kind is not p.VAR_KEYWORD}
            found.append((path, names.union(FIELDS) - {"key"}, routing.get("csrf")))
        self.assertTrue(found)
        return found

    def _assert_safe(self, answer, where):
        """Expect a page of ours, or a way to one, kept nowhere and framed by none."""
        self.assertLess(answer.status_code, 500, where)
        self.assertNotIn("Traceback", answer.text, where)
        self.assertNotIn("<script>alert", answer.text, where)
        if answer.status_code in (200, 403, 404, 429) and "html" in answer.headers.get(
            "Content-Type", ""
        ):
            for name, value in HEADERS.items():
                self.assertEqual(answer.headers.get(name), value, (where, name))
