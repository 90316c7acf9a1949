# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo.exceptions import AccessError
from odoo.fields import Command
from odoo.tests import tagged

from .grant_common import GrantCommon

_MODELS = (
    "integration.position",
    "integration.position.place",
    "integration.position.interruption",
    "integration.funding.grant",
)


@tagged("post_install", "-at_install")
class TestPositionAccess(GrantCommon):
    """Personnel data: for grant officers of the employer, and the person concerned."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        site = cls.env["integration.site"].create({"name": "Site"})
        cls.position.write(
            {
                "place_ids": [Command.create({"site_id": site.id, "share": 0.5})],
                "interruption_ids": [
                    Command.create({"date_from": "2025-03-01", "date_to": "2025-03-31"})
                ],
            }
        )

    def _records(self):
        return (
            self.position,
            self.position.place_ids,
            self.position.interruption_ids,
            self.grant,
        )

    def _assert_closed(self, record, user):
        model = self.env[record._name].with_user(user)
        found = False
        if model.has_access("read"):
            found = model.search([("id", "in", record.ids)])
            groups = model._read_group([("id", "in", record.ids)], [], ["__count"])
            self.assertFalse(groups[0][0])
        self.assertFalse(found, f"{user.login} finds {record._name}")
        values = {"share": 0.5} if "share" in record else {"date_from": "2025-03-01"}
        record = record.with_user(user)
        for name, call in {
            "read": lambda: record.read(["display_name"]),
            "export": lambda: record.export_data(["display_name"]),
            "write": lambda: record.write(values),
            "unlink": record.unlink,
            "copy": record.copy,
        }.items():
            self.env.invalidate_all()
            with (
                self.subTest(name),
                self.assertRaises(AccessError),
                self.cr.savepoint(),
            ):
                call()

    def test_nobody_else_sees_anything(self):
        strangers = (self.outsiders - self.reporting) | self.other_officer
        for record in self._records():
            for user in strangers:
                with self.subTest(model=record._name, user=user.login):
                    self._assert_closed(record, user)

    def test_editing_rules_opens_nothing(self):
        rules = self.env["ir.rule"].search([("model_id.model", "in", _MODELS)])
        rules.unlink()
        for record in self._records():
            self._assert_closed(record, self.other_officer)
            self._assert_closed(record, self.manager_b)

    def test_chosen_companies_widen_nothing(self):
        record = self.position.with_user(self.other_officer)
        record = record.with_context(allowed_company_ids=self.carrier.ids)
        with self.assertRaises(AccessError):
            record.read(["share"])

    def test_managers_read_their_own_position(self):
        own = self.position.with_user(self.manager_a)
        self.assertEqual(own.share, 0.5)
        self.assertEqual(own.amount_due, 60_000)
        self.assertEqual(own.place_ids.share, 0.5)
        self.assertTrue(own.interruption_ids.date_from)
        for call in (
            lambda: own.write({"share": 1}),
            lambda: own.place_ids.write({"share": 0.3}),
            own.unlink,
            own.copy,
        ):
            with self.assertRaises(AccessError), self.cr.savepoint():
                call()

    def test_form_of_the_own_position_opens(self):
        """The grant behind it is not the manager's to read."""
        own = self.position.with_user(self.manager_a)
        values = own.web_read(
            {"name": {}, "grant_id": {"fields": {"display_name": {}}}, "warning": {}}
        )
        self.assertEqual(values[0]["grant_id"]["id"], self.grant.id)
        with self.assertRaises(AccessError):
            self.grant.with_user(self.manager_a).read(["amount"])

    def test_grants_are_read_by_their_carriers_and_changed_by_their_keeper(self):
        self.grant.sudo().company_ids |= self.other_carrier
        grant = self.grant.with_user(self.other_officer)
        self.assertEqual(grant.name, "Test grant")
        self.assertEqual(grant.position_count, 0)
        self.assertEqual(grant.amount_due, 0)
        with self.assertRaises(AccessError):
            grant.write({"amount": 1})
        self._assert_closed(self.position, self.other_officer)

    def test_positions_cannot_be_moved_to_a_foreign_carrier(self):
        with self.assertRaises(AccessError), self.cr.savepoint():
            self.position.write(
                {
                    "company_id": self.other_carrier.id,
                    "grant_id": False,
                    "user_id": False,
                }
            )
        with self.assertRaises(AccessError), self.cr.savepoint():
            self._create_position(
                company_id=self.other_carrier.id, grant_id=False, user_id=False
            )

    def test_nothing_is_added_to_foreign_positions(self):
        own = self.env["integration.position"].with_user(self.other_officer)
        own = own.create(
            {
                "name": "X",
                "company_id": self.other_carrier.id,
                "date_from": "2025-01-01",
                "interruption_ids": [Command.create({"date_from": "2025-01-01"})],
            }
        )
        for call in (
            lambda: own.interruption_ids.write({"position_id": self.position.id}),
            lambda: own.interruption_ids.copy({"position_id": self.position.id}),
            lambda: self.grant.with_user(self.other_officer).create(
                {
                    "name": "X",
                    "program_id": self.program.id,
                    "applicant_id": self.applicant.id,
                    "company_id": self.carrier.id,
                    "date_from": "2025-01-01",
                    "date_to": "2025-12-31",
                }
            ),
        ):
            with self.assertRaises(AccessError), self.cr.savepoint():
                call()

    def test_warnings_tell_nothing_of_other_carriers(self):
        self.manager_a.company_ids |= self.other_carrier
        self.env["integration.position"].with_user(self.other_officer).create(
            {
                "name": "X",
                "user_id": self.manager_a.id,
                "company_id": self.other_carrier.id,
                "date_from": "2025-01-01",
                "share": 1,
            }
        )
        self.assertFalse(self.position.warning)

    def test_rules_are_kept_by_functional_administrators(self):
        for user in (self.reporting, self.manager_a, self.supervisor, self.coordinator):
            rate = self.program.rate_ids.with_user(user)
            self.assertEqual(rate.amount, 60_000)
            with self.assertRaises(AccessError):
                rate.write({"amount": 1})
        admin = self._new_user(
            "fritz_test", "integration_management.group_integration_admin"
        )
        self.program.with_user(admin).rate_ids.amount = 1
        self.assertEqual(self.program.rate_ids.amount, 1)
