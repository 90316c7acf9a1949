# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from freezegun import freeze_time
from psycopg2 import IntegrityError

from odoo.tools import mute_logger

from .common import IntegrationCommon


@freeze_time("2026-05-04 10:00:00")
class TestTerm(IntegrationCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.term = cls.env["integration.term"].create(
            {"kind": "gender", "code": "test", "name": "Canary term"}
        )

    def _picked(self):
        terms = self.env["integration.term"].with_user(self.manager_a)
        domain = [("kind", "=", "gender"), ("is_current", "=", True)]
        return terms.name_search("Canary term", domain)

    def test_a_retired_term_stays_on_records_and_leaves_pickers(self):
        self.assertTrue(self._picked())
        self.case.gender_id = self.term
        self.term.valid_to = "2026-05-03"
        self.assertFalse(self._picked())
        self.assertEqual(self.case.gender_id.name, "Canary term")
        self.assertFalse(self.term.is_current)

    def test_a_term_of_tomorrow_waits(self):
        self.term.valid_from = "2026-05-05"
        self.assertFalse(self._picked())
        with freeze_time("2026-05-05 10:00:00"):
            self.assertTrue(self._picked())

    def test_codes_are_unique_in_their_list(self):
        with mute_logger("odoo.sql_db"), self.assertRaises(IntegrityError):
            self.term.copy({"code": "test"})

    def test_every_list_but_municipalities_is_shipped(self):
        groups = self.env["integration.term"]._read_group([], ["kind"])
        kinds = {kind for (kind,) in groups}
        known = set(self.env["integration.term"]._fields["kind"].get_values(self.env))
        self.assertEqual(known - kinds, {"municipality"})

    def test_managers_read_and_admins_edit(self):
        managers = self.env["integration.term"].with_user(self.manager_a)
        self.assertTrue(managers.has_access("read"))
        self.assertFalse(managers.has_access("write"))
        admins = managers.with_user(self.settings_admin)
        self.assertTrue(admins.has_access("write"))
