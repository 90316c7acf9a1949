# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from unittest.mock import patch

from odoo.exceptions import AccessError
from odoo.fields import Domain
from odoo.tests import tagged
from odoo.tools import mute_logger

from . import protected_models
from .common import IntegrationCommon

MODES = ("read", "write", "create", "unlink")


@tagged("integration_access")
class TestAccess(IntegrationCommon):
    """Whoever does not own a case gets nothing, model by model, call by call."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.model_names = protected_models.protected_model_names(cls.env)
        cls.records = {
            name: protected_models.make_record(cls.case, name)
            for name in cls.model_names
        }
        cls.env.flush_all()

    def test_the_registry_is_really_walked(self):
        parts = self.env.registry["integration.case.mixin"]
        inheriting = {
            name
            for name, model in self.env.registry.items()
            if issubclass(model, parts) and not model._abstract
        }
        self.assertLessEqual(inheriting, set(self.model_names))
        self.assertGreater(len(inheriting), 8)

    def test_every_model_is_guarded_in_code(self):
        guard = self.env.registry["integration.protected"]
        for name in self.model_names:
            with self.subTest(model=name):
                self.assertTrue(issubclass(self.env.registry[name], guard))

    def test_every_model_has_acl_and_one_rule_for_all_modes(self):
        for name in self.model_names:
            with self.subTest(model=name):
                self._assert_acl_and_rules(name)

    def test_a_model_without_rules_is_noticed(self):
        rule = self.env.ref("integration_management.integration_goal_rule_access")
        rule.perm_unlink = False
        with self.assertRaises(AssertionError):
            self._assert_acl_and_rules("integration.goal")
        rule.unlink()
        with self.assertRaises(AssertionError):
            self._assert_acl_and_rules("integration.goal")

    def _assert_acl_and_rules(self, name):
        acls = self.env["ir.model.access"].search([("model_id.model", "=", name)])
        managers = self.env.ref("integration_management.group_integration_manager")
        self.assertEqual(acls.group_id, managers)
        rules = self.env["ir.rule"].search([("model_id.model", "=", name)])
        for mode in MODES:
            applied = rules.filtered(f"perm_{mode}")
            self.assertTrue(applied, f"{name} has no rule for {mode}")
        for user in self.manager_a | self.outsiders:
            model = self.env[name].with_user(user)
            wanted = model._access_domain()
            for rule in rules:
                self.assertFalse(rule.groups)
                domain = Domain(eval(rule.domain_force, {"user": user}))
                self.assertEqual(domain.optimize(model), wanted)

    @mute_logger("odoo.addons.base.models.ir_model", "odoo.addons.base.models.ir_rule")
    def test_defaults_are_checked_before_anything_is_inserted(self):
        """A default may name any case; a database constraint must not tell of it."""
        empty, own = self._create_case(), self._create_case(self.manager_b)
        parts = self.env.registry["integration.case.mixin"]
        for name in self.model_names:
            model = self.env[name].with_user(self.manager_b)
            if not isinstance(model, parts):
                continue
            vals = {
                key: value
                for key, value in protected_models.minimal_vals(own, name).items()
                if not model._fields[key].comodel_name
                or not model._is_protected(model._fields[key].comodel_name)
            }
            for case in (self.case, empty):
                model = model.with_context(default_case_id=case.id)
                with self.subTest(model=name), self.assertRaises(AccessError):
                    model.create(vals)

    @mute_logger("odoo.addons.base.models.ir_model", "odoo.addons.base.models.ir_rule")
    def test_stored_defaults_are_checked_too(self):
        plans = self.env["integration.plan"].with_user(self.manager_b)
        self.env["ir.default"].set(
            "integration.plan", "case_id", self.case.id, user_id=self.manager_b.id
        )
        with self.assertRaises(AccessError):
            plans.create({})

    def test_the_owner_gets_everything(self):
        for name, record in self.records.items():
            with self.subTest(model=name):
                self.assertEqual(self._attack_all(record), set(self._attacks()))

    @mute_logger("odoo.addons.base.models.ir_model", "odoo.addons.base.models.ir_rule")
    def test_nobody_else_gets_anything(self):
        for user in self.outsiders:
            for name, record in self.records.items():
                with self.subTest(model=name, user=user.login):
                    self.assertFalse(self._attack_all(record.with_user(user)))

    @mute_logger("odoo.addons.base.models.ir_model", "odoo.addons.base.models.ir_rule")
    def test_edited_rules_and_rights_open_nothing(self):
        """An administrator deletes the rules, gives all rights and joins the group."""
        models = self.env["ir.model"].search([("model", "in", self.model_names)])
        self.env["ir.rule"].search([("model_id", "in", models.ids)]).unlink()
        self.env["ir.rule"].create(
            [{"name": "open", "model_id": m.id, "domain_force": "[]"} for m in models]
        )
        self.env["ir.model.access"].search([("model_id", "in", models.ids)]).write(
            {f"perm_{mode}": True for mode in MODES}
            | {"group_id": self.env.ref("base.group_user").id}
        )
        for user in self.outsiders:
            for name, record in self.records.items():
                with self.subTest(model=name, user=user.login):
                    self.assertFalse(self._attack_all(record.with_user(user)))

    def test_attacks_succeed_without_the_guards(self):
        """The attacks are worth something: they find every hole left open."""
        self.test_edited_rules_and_rights_open_nothing()
        with patch.object(
            self.env.registry["integration.protected"],
            "_access_domain",
            lambda model: Domain.TRUE,
        ):
            self.env.registry.clear_cache()
            for name, record in self.records.items():
                with self.subTest(model=name):
                    attacked = self._attack_all(record.with_user(self.manager_b))
                    self.assertGreaterEqual(attacked, {"search", "read", "export"})
        self.env.registry.clear_cache()

    def _attacks(self):
        """Return name -> call that returns something truthy when it succeeds."""
        return {
            "search": lambda r: r.search([]) & r,
            "count": lambda r: r.search_count([("id", "=", r.id)]),
            "read": lambda r: r.read(["create_date"]),
            "web_read": lambda r: r.web_read({"create_date": {}}),
            "export": lambda r: r.export_data(["create_date"])["datas"],
            "group": lambda r: self._count_group(r),
            "name_search": lambda r: r.id in dict(r.name_search("F-", limit=None)),
            "exists": lambda r: r.has_access("read"),
        }

    def _count_group(self, record):
        domain = [("id", "=", record.id)]
        groups = record.formatted_read_group(domain, [], ["__count"])
        return sum(group["__count"] for group in groups)

    def _attack_all(self, record):
        """Return the names of the attacks that brought something to light."""
        record.env.invalidate_all()
        return {
            name for name, call in self._attacks().items() if _succeeds(call, record)
        }

    @mute_logger("odoo.addons.base.models.ir_model", "odoo.addons.base.models.ir_rule")
    def test_nobody_else_changes_anything(self):
        for user in self.outsiders:
            for name, record in self.records.items():
                foreign = record.with_user(user)
                vals = protected_models.minimal_vals(self.case, name)
                with self.subTest(model=name, user=user.login):
                    with self.assertRaises(AccessError):
                        foreign.write({"create_date": "2020-01-01 00:00:00"})
                    with self.assertRaises(AccessError):
                        foreign.unlink()
                    if name != "integration.case":
                        with self.assertRaises(AccessError):
                            foreign.create(vals)

    @mute_logger("odoo.addons.base.models.ir_model", "odoo.addons.base.models.ir_rule")
    def test_a_foreign_record_cannot_be_linked(self):
        """Every link to a protected model refuses what the user cannot open."""
        own = self._create_case(self.manager_b)
        for name in self.model_names:
            for field in self.env[name]._fields.values():
                if not field.relational or field.comodel_name not in self.model_names:
                    continue
                foreign = self.records[field.comodel_name]
                model = self.env[name].with_user(self.manager_b)
                value = foreign.id if field.type == "many2one" else [(4, foreign.id)]
                vals = {"case_id": own.id} if name != own._name else {}
                vals[field.name] = value
                with self.subTest(field=str(field)):
                    with self.assertRaises(AccessError):
                        model.create(vals)
                    if name == "integration.case.access":
                        continue  # computes nothing from its case
                    with self.assertRaises(AccessError):
                        model.onchange(vals, [field.name], {field.name: {}})

    def test_names_are_pseudonyms_for_everybody(self):
        for name, record in self.records.items():
            with self.subTest(model=name):
                self.assertEqual(record.sudo().display_name, self.case.number)
                shown = record.sudo().with_context(formatted_display_name=True)
                shown.invalidate_recordset()
                self.assertEqual(shown.display_name, self.case.number)


def _succeeds(call, record):
    try:
        return bool(call(record))
    except AccessError:
        return False
