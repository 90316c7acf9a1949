# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from freezegun import freeze_time

from odoo import fields
from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.fields import Command
from odoo.tests import Form

from . import cost
from .common import IntegrationCommon

START = fields.Datetime.to_datetime("2026-05-06 12:00:00")


class NetworkCommon(IntegrationCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.partner = cls.env["res.partner"].create(
            {"name": "Test Association", "is_company": True}
        )
        cls.site = cls.env["integration.site"].create({"name": "Test site"})
        cls.other_company = cls.env["res.company"].create({"name": "Other carrier"})
        cls.stranger = cls._new_user(
            "stranger", "integration_management.group_integration_manager"
        )
        cls.stranger.write(
            {
                "company_ids": [Command.set(cls.other_company.ids)],
                "company_id": cls.other_company.id,
            }
        )

    @classmethod
    def _create_activity(cls, user=None, **vals):
        model = cls.env["integration.network.activity"]
        return model.with_user(user or cls.manager_a).create(
            {
                "name": "Round table",
                "kind_id": cls._term("network_kind", "round_table").id,
                "start": START,
                "partner_ids": [Command.set(cls.partner.ids)],
                **vals,
            }
        )


@freeze_time("2026-05-04 10:00:00")
class TestNetworkActivity(NetworkCommon):
    """Work without clients: quick to enter, for the carrier to read."""

    def test_new_is_almost_filled_in(self):
        model = self.env["integration.network.activity"].with_user(self.manager_a)
        with Form(model) as form:
            form.name = "Café"
        activity = form.record
        self.assertEqual(activity.user_id, self.manager_a)
        self.assertEqual(activity.minutes, 60)
        self.assertEqual(activity.start, fields.Datetime.now())
        self.assertEqual(activity.state, "planned")
        self.assertEqual(activity.company_id, self.manager_a.company_id)

    def test_the_place_comes_from_where_one_works(self):
        municipality = self.env["integration.term"].create(
            {"kind": "municipality", "code": "08999999", "name": "Testheim"}
        )
        self.site.municipality_id = municipality
        self.site.person_ids = [Command.create({"user_id": self.manager_a.id})]
        activity = self._create_activity()
        self.assertEqual(activity.site_id, self.site)
        self.assertEqual(activity.municipality_id, municipality)

    def test_it_moves_by_its_table_only(self):
        activity = self._create_activity(start="2026-05-04 08:00:00")
        activity.action_hold()
        with self.assertRefused(UserError, "cannot become"):
            activity.action_cancel()
        with self.assertRefused(UserError, "cannot start"):
            self._create_activity(state="cancelled")

    def test_times_are_checked(self):
        with self.assertRefused(ValidationError, "future"):
            self._create_activity(state="held")
        for minutes in (0, -5, 24 * 60):
            with self.assertRefused(ValidationError, "shorter"):
                self._create_activity(minutes=minutes)

    def test_held_ones_stay(self):
        planned = self._create_activity()
        planned.unlink()
        held = self._create_activity(start="2026-05-04 08:00:00", state="held")
        with self.assertRefused(UserError, "stays"):
            held.unlink()

    def test_terms_of_other_lists_are_refused(self):
        with self.assertRefused(ValidationError, "does not offer"):
            self._create_activity(kind_id=self._term("topic", "housing").id)
        with self.assertRefused(ValidationError, "does not offer"):
            self.site.municipality_id = self._term("topic", "housing")

    def test_writers_are_warned_of_their_own_clients(self):
        activity = self._create_activity(note=f"Amina, {self.case.number}")
        self.assertIn("Amina", activity.anonymity_warning)
        activity.note = "Ten families came."
        self.assertFalse(activity.anonymity_warning)
        activity.note = "Amina"
        reader = activity.with_user(self.manager_b)
        self.assertFalse(reader.anonymity_warning)

    def test_who_reads_and_who_writes(self):
        activity = self._create_activity()
        for user in (self.supervisor, self.reporting):
            own = activity.with_user(user)
            self.assertEqual(own.name, "Round table")
            self.assertFalse(own.has_access("write"))
        for user in (self.manager_b, self.coordinator):
            own = activity.with_user(user)
            self.assertEqual(own.name, "Round table")
            for access in ("write", "unlink"):
                self.assertFalse(own.has_access(access))
        activity.colleague_ids = self.manager_b | self.coordinator
        for user in (self.manager_b, self.coordinator):
            activity.with_user(user).participants = 12
        for user in (self.privacy, self.ombuds, self.employee, self.settings_admin):
            with self.subTest(user=user.login), self.assertRaises(AccessError):
                activity.with_user(user).read(["name"])

    def test_the_form_is_locked_for_readers(self):
        activity = self._create_activity()
        self.assertTrue(activity.can_write)
        self.assertFalse(activity.with_user(self.manager_b).can_write)
        with Form(activity) as form:
            form.colleague_ids.add(self.manager_a)
            form.user_id = self.manager_b
            self.assertTrue(form.can_write)

    def test_other_carriers_see_nothing(self):
        activity = self._create_activity()
        model = activity.with_user(self.stranger)
        self.assertFalse(model.search([("id", "=", activity.id)]))
        self.assertFalse(model.search_count([("name", "=", "Round table")]))
        with self.assertRaises(AccessError):
            model.read(["name"])
        carrier = {"company_id": activity.company_id.id}
        with self.assertRaises(AccessError):
            self._create_activity(self.stranger, user_id=self.manager_a.id, **carrier)
        with self.assertRefused(ValidationError, "does not work for this carrier"):
            self._create_activity(self.stranger, **carrier)
        rules = self.env["ir.rule"].search(
            [("model_id.model", "=", "integration.network.activity")]
        )
        rules.write({"domain_force": "[(1, '=', 1)]"})
        self.assertFalse(model.search([("id", "=", activity.id)]))
        activity.colleague_ids = self.stranger
        self.assertEqual(model.search([("id", "=", activity.id)]), activity)

    def test_nobody_signs_for_others(self):
        """Activities of others cannot be made, nor given away and taken back."""
        with self.assertRaises(AccessError):
            self._create_activity(user_id=self.manager_b.id)

    def test_partners_and_sites_count_them(self):
        self._create_activity(site_id=self.site.id)
        for record in (self.partner, self.site):
            field = (
                "integration_network_count"
                if record == self.partner
                else "network_activity_count"
            )
            self.assertEqual(record.with_user(self.manager_b)[field], 1)
            self.assertEqual(record.with_user(self.employee)[field], 0)
        partner = self.partner.with_user(self.manager_b)
        action = partner.action_view_integration_network()
        found = self.env["integration.network.activity"].search(action["domain"])
        self.assertEqual(found.name, "Round table")
        action = self.site.with_user(self.manager_b).action_view_network_activities()
        self.assertEqual(action["context"], {"default_site_id": self.site.id})

    def test_screens_cost_the_same_for_many(self):
        self._create_activity(site_id=self.site.id)
        model = self.env["integration.network.activity"].with_user(self.manager_a)
        costs = {}
        for number in (1, 20):
            while model.search_count([]) < number:
                self._create_activity(
                    colleague_ids=[Command.set(self.manager_b.ids)],
                    site_id=self.site.id,
                )
            for view in ("list", "kanban", "calendar"):
                fields_spec = cost.specification(model, view)
                costs[view, number] = cost.queries(
                    model.env,
                    lambda spec=fields_spec: model.web_search_read([], spec, limit=80),
                )
        for view in ("list", "kanban", "calendar"):
            with self.subTest(view=view):
                self.assertEqual(costs[view, 1], costs[view, 20])
