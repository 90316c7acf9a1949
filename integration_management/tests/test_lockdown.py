# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import os
from unittest.mock import patch

from odoo.exceptions import AccessError, UserError
from odoo.fields import Command
from odoo.tests import new_test_user, tagged

from odoo.addons.integration_management.models.integration_lockdown import VARIABLE

from .common import IntegrationCommon

LOCKED = "so it is locked"
READ_ALL = "env['integration.case'].sudo().search([]).mapped('last_name')"


@tagged("post_install", "-at_install")
class LockdownCommon(IntegrationCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.erp_manager = new_test_user(cls.env, "erp", "base.group_erp_manager")

    def _as_admin(self, name):
        return self.env[name].with_user(self.settings_admin)

    def _model_id(self, name):
        return self.env["ir.model"]._get_id(name)

    def _allowed(self):
        """Do what the operator of the host does."""
        return patch.dict(os.environ, {VARIABLE: "1"})

    def assertLocked(self, model, vals):
        """Expect that nobody can create this, by whatever way in."""
        context = {"install_mode": True, "_force_unlink": True, "module": "base"}
        for records in (model, model.sudo(), model.with_context(**context)):
            with self.assertRefused(AccessError, LOCKED):
                records.create(dict(vals))
        with self._allowed(), self.env.cr.savepoint() as savepoint:
            model.create(dict(vals))
            savepoint.close(rollback=True)

    def assertWriteLocked(self, record, vals):
        for records in (record, record.sudo()):
            with self.assertRefused(AccessError, LOCKED):
                records.write(dict(vals))


class TestLockdown(LockdownCommon):
    """Administrators enter no code, and do their work all the same."""

    def _action_vals(self, **vals):
        return {"name": "x", "model_id": self._model_id("res.partner"), **vals}

    def test_server_actions(self):
        actions = self._as_admin("ir.actions.server")
        vals = [
            {"state": "code", "code": READ_ALL},
            {"state": "webhook", "webhook_url": "https://example.com"},
            {"state": "object_write", "update_path": "name", "value": READ_ALL},
            {"state": "multi"},
        ]
        for some in vals:
            self.assertLocked(actions, self._action_vals(**some))
        cron = self.env.ref("base.autovacuum_job").with_user(self.settings_admin)
        for some in vals:
            self.assertWriteLocked(cron.ir_actions_server_id, some)
        self.assertWriteLocked(cron, {"code": READ_ALL})
        with self.assertRefused(AccessError, LOCKED):
            cron.ir_actions_server_id.copy()
        history = self.env["ir.actions.server.history"].create(
            {"action_id": cron.ir_actions_server_id.id, "code": READ_ALL}
        )
        wizard = self._as_admin("server.action.history.wizard").create(
            {"action_id": history.action_id.id, "revision": history.id}
        )
        with self.assertRefused(AccessError, LOCKED):
            wizard.restore_revision()

    def test_imported_actions(self):
        actions = self._as_admin("ir.actions.server")
        result = actions.load(
            ["name", "model_id/.id", "state", "code"],
            [["x", str(self._model_id("res.partner")), "code", READ_ALL]],
        )
        self.assertFalse(result["ids"])
        self.assertIn(LOCKED, result["messages"][0]["message"])

    def test_scheduled_actions(self):
        vals = self._action_vals(state="code", code=READ_ALL, interval_type="days")
        self.assertLocked(self._as_admin("ir.cron"), vals)
        cron = self.env.ref("base.autovacuum_job").with_user(self.settings_admin)
        cron.write({"active": False, "interval_number": 3, "priority": 4})
        cron.write({"name": "Vacuum", "nextcall": "2026-01-01 00:00:00"})
        self.assertEqual(cron.ir_actions_server_id.name, "Vacuum")

    def test_fields(self):
        fields = self._as_admin("ir.model.fields")
        partner = {
            "name": "x_leak",
            "field_description": "x",
            "model_id": self._model_id("res.partner"),
            "ttype": "char",
        }
        reach = {
            "ttype": "many2many",
            "relation": "integration.case",
        }
        for some in (
            {"compute": f"self.x_leak = {READ_ALL}", "depends": "name"},
            {"related": "create_uid.name"},
            reach,
            {**reach, "relation": "res.users", "relation_table": "integration_case"},
            {"model_id": self._model_id("integration.case")},
        ):
            for records in (fields, fields.with_user(self.erp_manager), fields.sudo()):
                with self.assertRefused(AccessError, LOCKED):
                    records.create({**partner, **some})
        plain = fields.create(partner)
        self.assertWriteLocked(plain, {"compute": f"self.x_leak = {READ_ALL}"})
        self.assertWriteLocked(plain, {"relation": "integration.case"})
        plain.unlink()

    def test_views(self):
        views = self._as_admin("ir.ui.view")
        qweb = {"type": "qweb", "arch": "<t t-name='x'><t t-out='env.cr'/></t>"}
        self.assertLocked(views, {"name": "x", **qweb})
        self.assertLocked(
            views,
            {
                "name": "x",
                "model": "res.partner",
                "type": "kanban",
                "arch": "<kanban><templates><t t-name='card'/></templates></kanban>",
            },
        )
        for xmlid in ("web.external_layout", "base.view_partner_form"):
            view = self.env.ref(xmlid).with_user(self.settings_admin)
            for name in ("arch", "arch_base", "arch_db"):
                self.assertWriteLocked(view, {name: view.arch})
            for vals in ({"arch_fs": "x/y.xml"}, {"key": "a.b"}, {"type": "list"}):
                self.assertWriteLocked(view, vals)
            with self.assertRefused(AccessError, LOCKED):
                view.copy()
            with self.assertRefused(AccessError, LOCKED):
                view.reset_arch("hard")
            view.write({"name": "x", "priority": 3, "active": True})

    def test_translated_views(self):
        """A translation is a template, too."""
        self.env["res.lang"]._activate_lang("de_DE")
        view = self.env.ref("base.view_partner_form").with_user(self.settings_admin)
        with self.assertRefused(AccessError, LOCKED):
            view.update_field_translations(
                "arch_db", {"de_DE": {"Name": "<t t-out='env.cr'/>"}}
            )
        upload = {"name": "x", "code": "de_DE", "data": b"eA==", "filename": "x"}
        self.assertLocked(self._as_admin("base.language.import"), upload)

    def test_reports(self):
        reports = self._as_admin("ir.actions.report")
        vals = {"name": "x", "model": "integration.case", "report_name": "web.layout"}
        self.assertLocked(reports, vals)
        report = reports.search([], limit=1)
        for vals in (
            {"attachment": "object.env.cr.execute('')"},
            {"print_report_name": "object.env.cr.execute('')"},
            {"report_name": "web.layout"},
            {"model": "integration.case"},
        ):
            self.assertWriteLocked(report, vals)
        paper = self.env["report.paperformat"].search([], limit=1)
        report.write({"paperformat_id": paper.id, "name": "Paper"})

    def test_layout_of_documents(self):
        layout = self._as_admin("base.document.layout").create({})
        layout.write({"report_footer": "<p>Verein</p>", "primary_color": "#112233"})
        layout.document_layout_save()

    def test_scripts(self):
        self.assertLocked(
            self._as_admin("ir.asset"),
            {"name": "x", "bundle": "web.assets_backend", "path": "/x/y.js"},
        )
        files = self._as_admin("ir.attachment")
        for url in (
            "/web/assets/1/abc/web.assets_web.min.js",
            "/integration_management/static/src/x.js",
            "/_custom/web.assets_backend/x.js",
        ):
            self.assertLocked(files, {"name": "x.js", "url": url, "raw": b"alert()"})
        bundle = self.env["ir.qweb"]._get_asset_bundle("web.assets_frontend").js()
        self.assertTrue(bundle.url.startswith("/web/assets/"), "Odoo makes its own")
        self.assertWriteLocked(
            bundle.with_user(self.settings_admin), {"raw": b"alert()"}
        )
        link = "https://example.com/static/a.js"
        files.create({"name": "x", "type": "url", "url": link})
        files.create({"name": "x.js", "raw": b"alert()"})

    def test_devices(self):
        """What is pushed to a device is what was written about a case."""
        devices = self._as_admin("mail.push.device")
        vals = {"endpoint": "https://example.com/x", "keys": "{}"}
        other = {"partner_id": self.manager_a.partner_id.id}
        self.assertLocked(devices, {**vals, **other})
        own = devices.create(vals)
        self.assertWriteLocked(own, other)
        own.write({"keys": '{"a": 1}'})
        foreign = (
            devices.with_user(self.manager_a)
            .sudo()
            .create({**vals, "endpoint": "https://example.com/y"})
        )
        self.assertWriteLocked(
            foreign.with_user(self.settings_admin), {"endpoint": "https://example.com"}
        )

    def test_rules(self):
        """Rules are evaluated for everybody, with the user at hand."""
        rules = self._as_admin("ir.rule")
        vals = {"name": "x", "model_id": self._model_id("res.partner")}
        code = f"[('name', 'in', user.{READ_ALL})]"
        self.assertLocked(rules, {**vals, "domain_force": code})
        self.assertLocked(
            rules.with_user(self.erp_manager), {**vals, "domain_force": code}
        )
        rule = rules.create({**vals, "domain_force": "[('id', '!=', user.id)]"})
        self.assertWriteLocked(rule, {"domain_force": code})

    def test_window_actions(self):
        actions = self._as_admin("ir.actions.act_window")
        vals = {"name": "x", "res_model": "res.partner"}
        self.assertLocked(actions, {**vals, "context": f"{{'x': user.{READ_ALL}}}"})
        action = actions.create({**vals, "domain": "[('user_id', '=', uid)]"})
        self.assertWriteLocked(action, {"domain": f"[('x', '=', user.{READ_ALL})]"})

    def test_uploaded_modules(self):
        if "base.import.module" not in self.env:
            self.skipTest("base_import_module is not installed")
        self.assertLocked(self._as_admin("base.import.module"), {"module_file": b"x"})

    def test_automation_rules(self):
        if "base.automation" not in self.env:
            self.skipTest("base_automation is not installed")
        vals = {"name": "x", "model_id": self._model_id("res.partner")}
        self.assertLocked(
            self._as_admin("base.automation"), {**vals, "trigger": "on_create"}
        )

    def test_names_of_parts(self):
        xmlid = self.env["ir.model.data"].search(
            [("module", "=", "integration_management")], limit=1
        )
        self.assertWriteLocked(xmlid.with_user(self.settings_admin), {"res_id": 1})
        with self.assertRefused(AccessError, LOCKED):
            xmlid.with_user(self.erp_manager).unlink()

    def test_secret(self):
        parameters = self._as_admin("ir.config_parameter")
        key = "database.secret"
        self.assertFalse(parameters.search([("key", "=", key)]))
        with self.assertRaises(AccessError):
            parameters.get_param(key)
        secret = parameters.sudo().search([("key", "=", key)])
        with self.assertRaises(AccessError):
            secret.with_user(self.settings_admin).read(["value"])
        self.assertWriteLocked(secret, {"value": "known"})
        self.assertTrue(parameters.sudo().get_param(key))
        parameters.set_param("web.base.url", "https://example.com")
        self.assertEqual(parameters.get_param("web.base.url"), "https://example.com")

    def test_removal_of_the_addon(self):
        modules = self._as_admin("ir.module.module")
        ours = modules.search([("name", "=", "integration_management")])
        mail = modules.search([("name", "=", "mail")])
        for module in (ours, mail, ours.sudo()):
            with self.assertRefused(AccessError, "all cases"):
                module.button_uninstall()
            with self.assertRefused(AccessError, "all cases"):
                module.write({"state": "uninstalled"})
        with self.assertRefused(AccessError, "all cases"):
            ours.write({"name": "nothing"})
        with self.assertRefused(AccessError, "all cases"):
            ours.module_uninstall()
        ours.button_upgrade()
        self.assertEqual(ours.state, "to upgrade")
        ours.button_reset_state()
        with self._allowed():
            ours.button_uninstall()
        self.assertEqual(ours.state, "to remove")

    def test_other_modules(self):
        modules = self._as_admin("ir.module.module")
        lookup = modules.search([("name", "=", "privacy_lookup")])
        if lookup.state == "installed":
            lookup.button_uninstall()
            self.assertEqual(lookup.state, "to remove")
        board = modules.search([("name", "=", "board")])
        board.button_install()
        self.assertEqual(board.state, "to install")

    def test_models_are_not_dropped(self):
        """The word that switches off checks comes from the browser, too."""
        forced = self.env["ir.model"].with_user(self.erp_manager)
        forced = forced.with_context(_force_unlink=True)
        with self.assertRaises(UserError):
            forced._get("integration.household.member").unlink()
        field = self.env["ir.model.fields"]._get("res.partner", "vat")
        with self.assertRaises(UserError):
            field.with_context(_force_unlink=True).unlink()
        member = self.env["integration.case.access"].sudo().search([], limit=1)
        self.assertTrue(member.exists())

    def test_refusals_are_noted(self):
        with self.assertRaises(AccessError):
            self._as_admin("ir.actions.server").create(self._action_vals(state="code"))
        self.assertTrue(self.env.cr.postrollback._funcs)

    def test_lookup(self):
        """Odoo's search for a person finds nothing that belongs to a case."""
        if "privacy.lookup.wizard" not in self.env:
            self.skipTest("privacy_lookup is not installed")
        partner = self.env["res.partner"].create(
            {"name": "Canary Office", "email": "canary@example.com"}
        )
        self.env["integration.circumstance"].with_user(self.manager_a).create(
            {
                "case_id": self.case.id,
                "kind": "course",
                "provider_id": partner.id,
                "date_from": "2026-01-01",
            }
        )
        wizard = self._as_admin("privacy.lookup.wizard").create(
            {"name": partner.name, "email": partner.email}
        )
        case_model = self._model_id("integration.case")
        wizard.write(
            {
                "line_ids": [
                    Command.create({"res_model_id": case_model, "res_id": 1}),
                    Command.create(
                        {
                            "res_model_id": self._model_id("res.partner"),
                            "res_id": partner.id,
                        }
                    ),
                ]
            }
        )
        self.assertEqual(wizard.line_ids.mapped("res_model"), ["res.partner"])
        wizard.action_lookup()
        found = set(wizard.line_ids.mapped("res_model"))
        self.assertIn("res.partner", found)
        self.assertFalse([name for name in found if name.startswith("integration.")])
        lines = self._as_admin("privacy.lookup.wizard.line")
        for vals in (
            {"res_model_id": case_model},
            {"res_model": "integration.case"},
            {"resource_ref": f"integration.case,{self.case.id}"},
        ):
            with self.assertRaises(AccessError):
                lines.create({"res_id": self.case.id, **vals})
            with self.assertRaises(AccessError):
                wizard.line_ids[:1].write(vals)
        self.assertTrue(self.case.exists())
