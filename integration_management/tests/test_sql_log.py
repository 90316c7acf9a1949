# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import logging

import psycopg2

from odoo.exceptions import ValidationError
from odoo.tests import HttpCase

from .common import IntegrationCommon

SECRET = "CANARY-6a0d"


class TestSqlLog(IntegrationCommon):
    """A statement that fails does not show the log what it was to write."""

    def _log_of(self, call, exception=psycopg2.Error):
        with self.assertLogs("odoo.sql_db", "ERROR") as caught:
            with self.assertRaises(exception):
                call()
        return "\n".join(caught.output)

    def test_failed_inserts_show_no_values(self):
        def insert():
            facts = self.env["integration.circumstance"].with_user(self.manager_a)
            detail = f"O'X {SECRET}'\\"
            vals = {"case_id": self.case.id, "kind": "work", "detail": detail}
            facts.create({**vals, "provider_id": 2**31 - 1})
            self.env.flush_all()

        text = self._log_of(insert)
        self.assertNotIn(SECRET, text)
        self.assertIn("ForeignKeyViolation", text)
        self.assertIn("integration_circumstance", text)

    def test_failed_searches_show_no_values(self):
        cases = self.case.search

        def search():
            cases([("person_name", "=", SECRET), ("color", "=", 10**12)])
            self.env.cr.execute("SELECT %s::int", (SECRET,))

        text = self._log_of(search)
        self.assertNotIn(SECRET, text)

    def test_what_is_missing_never_reaches_the_database(self):
        """No log is written at all, and the answer says what to do."""
        members = self.env["integration.household.member"].with_user(self.manager_a)
        with self.assertNoLogs("odoo.sql_db", "ERROR"):
            with self.assertRefused(ValidationError, "fill in"):
                members.create({"first_name": SECRET})
            with self.assertRefused(ValidationError, "fill in"):
                self.case.company_id = False
            fact = {"case_id": self.case.id, "detail": SECRET}
            with self.assertRefused(ValidationError, "fill in"):
                self.env["integration.circumstance"].with_user(self.manager_a).create(
                    fact
                )
            result = members.load([".id", "first_name"], [[str(10**6), SECRET]])
        self.assertFalse(result["ids"])

    def test_terms_of_other_lists_are_refused(self):
        office = self._term("contact_kind", "office")
        with self.assertRefused(ValidationError, "does not offer this term"):
            self._create_case(gender_id=office.id)
        with self.assertRefused(ValidationError, "does not offer this term"):
            self.case.gender_id = office
        with self.assertRefused(ValidationError, "does not offer this term"):
            self.case.also_counselled_by_ids = office


class TestTraceback(HttpCase, IntegrationCommon):
    """Errors nobody foresaw are logged with their place, not with what was sought."""

    def test_a_faulty_search_is_not_repeated(self):
        self.authenticate("manager_a", "manager_a")
        with self.assertLogs("odoo.http", logging.ERROR) as caught:
            self._search("integration.case", [["no_such_field", "=", SECRET]])
        text = self._formatted(caught.records)
        self.assertNotIn(SECRET, text)
        self.assertIn("ValueError", text)
        self.assertIn("messages left out", text)
        self.assertIn("domains.py", text)

    def test_other_models_are_left_alone(self):
        self.authenticate("manager_a", "manager_a")
        with self.assertLogs("odoo.http", logging.ERROR) as caught:
            self._search("res.country", [["no_such_field", "=", SECRET]])
        self.assertIn(SECRET, self._formatted(caught.records))

    def _search(self, model, domain):
        params = {"model": model, "method": "search", "args": [domain], "kwargs": {}}
        url = f"/web/dataset/call_kw/{model}/search"
        return self.url_open(url, json={"jsonrpc": "2.0", "params": params})

    def _formatted(self, records):
        return "\n".join(map(logging.Formatter().format, records))
