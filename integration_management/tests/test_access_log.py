# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import psycopg2

from odoo.exceptions import AccessError
from odoo.tests import Form
from odoo.tools import mute_logger

from .common import IntegrationCommon
from .protected_models import CANARY, make_record, protected_model_names


class TestAccessLog(IntegrationCommon):
    """Who looked is written down, what there was to see is not."""

    def setUp(self):
        super().setUp()
        self.env.cr.flush()
        self.env.invalidate_all()
        self.last = self._rows(0)[-1:]

    def _rows(self, after=None):
        """Write what is pending; return (user, operation, records, cases) since."""
        self.env.cr.flush()
        self.env.cr.execute(
            "SELECT id, user_id, operation, records, case_ids"
            "  FROM integration_access_log WHERE id > %s ORDER BY id",
            [self.last[0][0] if after is None and self.last else 0],
        )
        return self.env.cr.fetchall()

    def _noted(self, operation, user=None, model="integration.case"):
        """Return the ids noted for what the user did to the model."""
        user = user or self.manager_a
        return [
            records[model]
            for _id, uid, noted, records, _cases in self._rows()
            if uid == user.id and noted == operation and model in records
        ]

    def _case(self, user=None):
        return self.case.with_user(user or self.manager_a)

    def test_each_way_of_reading_is_noted(self):
        model = self._case().browse()
        case_id = self.case.id
        for read in (
            lambda: self._case().read(["first_name"]),
            lambda: self._case().web_read({"first_name": {}}),
            lambda: model.search_read([("id", "=", case_id)], ["first_name"]),
            lambda: model.web_search_read([("id", "=", case_id)], {"first_name": {}}),
            lambda: model.name_search(self.case.number),
            lambda: self._case().first_name,
            lambda: self._case().copy_data(),
        ):
            self.env.cr.flush()
            self.env.invalidate_all()
            self.last = self._rows(0)[-1:]
            read()
            self.assertEqual(self._noted("read"), [[case_id]])

    def test_a_call_is_one_row_with_all_it_opened(self):
        second = self._create_case()
        self._rows()
        self.last = self._rows(0)[-1:]
        self.env.invalidate_all()
        (self._case() | second).mapped("access_ids.role")
        rows = [row for row in self._rows() if row[2] == "read"]
        self.assertEqual(len(rows), 1)
        self.assertIn("integration.case.access", rows[0][3])
        self.assertEqual(set(rows[0][4]), {self.case.id, second.id})

    def test_every_protected_model_names_its_case(self):
        for name in protected_model_names(self.env):
            with self.subTest(model=name):
                record = make_record(self._case(), name)
                self.env.cr.flush()
                self.env.invalidate_all()
                self.last = self._rows(0)[-1:]
                record.read([])
                reads = [row for row in self._rows() if row[2] == "read"]
                self.assertEqual(len(reads), 1)
                self.assertIn(record.id, reads[0][3][name])
                self.assertEqual(reads[0][4], [self.case.id])

    def test_no_value_is_noted(self):
        self._case().write({"first_name": CANARY})
        self._case().read(["first_name"])
        self._case().search_read([("first_name", "=", CANARY)], ["first_name"])
        self._rows()
        self.env.cr.execute("SELECT log::text FROM integration_access_log AS log")
        for (row,) in self.env.cr.fetchall():
            self.assertNotIn(CANARY, row)

    def test_counting_is_noted_without_a_case(self):
        model = self._case().browse()
        model.formatted_read_group([], ["stage_id"], ["__count"])
        self.assertEqual(self._noted("aggregate"), [[]])

    def test_counting_by_sets_is_noted(self):
        self._case().browse().formatted_read_grouping_sets([], [["stage_id"]])
        self.assertEqual(self._noted("aggregate"), [[]])

    def test_adding_changing_and_deleting_are_noted(self):
        case = self._create_case()
        case_id = case.id
        case.write({"first_name": "Nobody"})
        self.assertEqual(self._noted("create"), [[case_id]])
        self.assertIn(case_id, self._noted("write")[0])
        case.unlink()
        row = [row for row in self._rows() if row[2] == "unlink"]
        self.assertEqual(row[0][3:], ({"integration.case": [case_id]}, [case_id]))

    def test_export_is_noted(self):
        self._case().export_data(["first_name"])
        self.assertEqual(self._noted("export"), [[self.case.id]])

    def test_print_is_noted(self):
        plan = make_record(self._case(), "integration.plan")
        report = self.env["ir.actions.report"].with_user(self.manager_a)
        report._render_qweb_html("integration_management.report_plan", plan.ids)
        self.assertEqual(self._noted("print", model="integration.plan"), [plan.ids])

    def test_what_the_server_reads_itself_is_not_noted(self):
        self.case.sudo().read(["first_name"])
        self.case.with_user(self.manager_b).has_access("read")
        self.assertEqual([row[2] for row in self._rows()], [])

    def test_refusals_outlive_the_rollback(self):
        for user, cases in (
            (self.manager_b, [self.case.id]),
            (self.supervisor, []),
        ):
            with self.assertRaises(AccessError):
                self._case(user).read(["first_name"])
            with self.enter_registry_test_mode():
                self.env.cr.postrollback.run()
            self.env.cr.postcommit.clear()
            self.assertEqual(self._noted("denied", user), [cases])

    def test_owner_sees_who_looked_at_own_cases_only(self):
        other = self._create_case(self.manager_b)
        self._case().read(["first_name"])
        other.read(["first_name"])
        self._rows()
        log = self.env["integration.access.log"].with_user(self.manager_a)
        self.assertIn(self.manager_a, log.search([]).user_id)
        self.assertNotIn(self.manager_b, log.search([]).user_id)
        action = self._case().action_view_access_log()
        found = log.search(action["domain"])
        self.assertEqual(set(found.mapped("numbers")), {self.case.number})
        with self.assertRaises(AccessError):
            self._case(self.manager_b).action_view_access_log()

    def test_numbers_of_other_peoples_cases_stay_hidden(self):
        """A deputy's list names cases of several owners in one row."""
        other = self._create_case(self.manager_b)
        self.env["integration.case.access"].create(
            {"case_id": self.case.id, "user_id": self.manager_b.id, "role": "deputy"}
        )
        self.env.cr.flush()
        self.env.invalidate_all()
        (self._case(self.manager_b) | other).mapped("first_name")
        self._rows()
        log = self.env["integration.access.log"].with_user(self.manager_a)
        row = log.search([("user_id", "=", self.manager_b.id)], limit=1)
        self.assertEqual(row.numbers, self.case.number)
        officers = row.with_user(self.privacy)
        self.assertEqual(
            officers.numbers, ", ".join(sorted([self.case.number, other.number]))
        )

    def test_privacy_officer_sees_all_and_nobody_else(self):
        self._case().read(["first_name"])
        self._rows()
        log = self.env["integration.access.log"]
        found = log.with_user(self.privacy).search([("numbers", "=", self.case.number)])
        self.assertIn(self.manager_a, found.user_id)
        self.assertIn(self.env["ir.model"]._get("integration.case").name, found[0].what)
        for user in self.outsiders - self.privacy - self.manager_b:
            with self.subTest(user=user.login), self.assertRaises(AccessError):
                log.with_user(user).search([])
        self.assertFalse(log.with_user(self.manager_b).search([]) & found)

    def test_ids_are_for_the_privacy_officer(self):
        self._case().read(["first_name"])
        self._rows()
        log = self.env["integration.access.log"]
        row = log.with_user(self.privacy).search([], limit=1)
        self.assertTrue(row.records)
        with self.assertRaises(AccessError):
            row.with_user(self.manager_a).read(["records"])

    def test_nobody_changes_the_log(self):
        self._case().read(["first_name"])
        self._rows()
        row = self.env["integration.access.log"].search([], limit=1)
        for user in (self.privacy, self.manager_a, self.settings_admin):
            entry = row.with_user(user)
            for change in (
                lambda entry=entry: entry.write({"operation": "print"}),
                lambda entry=entry: entry.unlink(),
                lambda entry=entry: entry.create([{"operation": "print"}]),
            ):
                with self.assertRaises(AccessError):
                    change()

    @mute_logger("odoo.sql_db")
    def test_the_table_is_append_only(self):
        self._case().read(["first_name"])
        self._rows()
        for statement in (
            "UPDATE integration_access_log SET user_id = 1",
            "DELETE FROM integration_access_log",
            "TRUNCATE integration_access_log",
        ):
            with self.subTest(statement), self.assertRaises(psycopg2.Error):
                self.env.cr.execute(statement)

    def test_opening_a_form_writes_one_row(self):
        self.env.cr.flush()
        Form(self._case())
        reads = [row for row in self._rows() if row[2] == "read"]
        self.assertEqual(len(reads), 1)
