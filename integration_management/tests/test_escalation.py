# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from unittest.mock import patch

from odoo.fields import Command
from odoo.tests import HttpCase, tagged

from .common import MANAGER, IntegrationCommon


@tagged("post_install", "-at_install")
class TestEscalation(IntegrationCommon):
    """Nobody gets at somebody's account or rights without them hearing of it."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.env["res.lang"]._activate_lang("de_DE")
        people = cls.manager_a | cls.manager_b | cls.privacy
        people.write({"notification_type": "inbox", "email": "a@example.com"})
        cls.manager = cls.manager_a.with_user(cls.settings_admin)
        last = cls.env["mail.message"].search([], limit=1, order="id desc")
        cls.last_message = last.id
        cls.env.cr.precommit.run()
        cls.old_rows = cls.env["integration.access.log"].search([])

    def _told(self, user):
        """Return what was written to `user`."""
        messages = self.env["mail.message"].search(
            [
                ("id", ">", self.last_message),
                ("partner_ids", "in", user.partner_id.ids),
                ("subject", "=", "Security notice"),
            ]
        )
        return messages.mapped("body")

    def _noted(self, operation):
        """Return the models of the rows that were added to the log."""
        self.env.flush_all()
        self.env.cr.precommit.run()
        rows = self.env["integration.access.log"].sudo()
        rows = rows.search([("operation", "=", operation)]) - self.old_rows
        return [name for row in rows for name in row.records]

    def assertTold(self, operation, text, users):
        """Expect that `users` were told, and nobody else, and that it is noted."""
        for user in self.manager_a | self.manager_b | self.privacy:
            bodies = self._told(user)
            if user in users:
                self.assertEqual(len(bodies), 1, user.login)
                self.assertIn(text, bodies[0])
                self.assertNotIn("secret", bodies[0])
            else:
                self.assertFalse(bodies, user.login)
        self.assertTrue(self._noted(operation))

    def test_password(self):
        self.manager.password = "secret-4711-secret"
        self.assertTold("password", "new password", self.manager_a | self.privacy)

    def test_password_wizard(self):
        wizard = self.env["change.password.wizard"].with_user(self.settings_admin)
        line = {"user_id": self.manager_a.id, "new_passwd": "secret-4711-secret"}
        wizard = wizard.with_context(
            active_model="res.users", active_ids=self.manager_a.ids
        ).create({"user_ids": [Command.create(line)]})
        wizard.change_password_button()
        self.assertTold("password", "new password", self.manager_a | self.privacy)

    def test_own_password(self):
        own = self.manager_a.with_user(self.manager_a).sudo()
        own._change_password("secret-4711-secret")
        self.assertFalse(self._told(self.manager_a) + self._told(self.privacy))

    def test_password_by_link(self):
        """Whoever got hold of the link is not logged in."""
        public = self.manager_a.with_user(self.env.ref("base.public_user")).sudo()
        public.write({"password": "secret-4711-secret"})
        self.assertTold("password", "not logged in", self.manager_a | self.privacy)

    def test_link_for_password(self):
        self.manager._action_reset_password()
        self.assertTold("password", "a link", self.manager_a | self.privacy)

    def test_login(self):
        self.manager.login = "secret"
        self.assertTold("login", "the login", self.manager_a | self.privacy)

    def test_partner(self):
        """Messages go to the contact of an account."""
        self.manager.partner_id = self.env["res.partner"].create({"name": "x"})
        self.assertTrue(self._noted("login"))
        self.assertEqual(len(self._told(self.privacy)), 1)

    def test_email(self):
        self.manager.email = "secret@example.com"
        self.assertTold("login", "e-mail address", self.manager_a | self.privacy)

    def test_email_of_contact(self):
        self.manager_a.partner_id.sudo().email = "secret@example.com"
        self.assertTold("login", "e-mail address", self.manager_a | self.privacy)

    def test_groups(self):
        group = self.env.ref("base.group_system")
        self.manager.group_ids += group
        self.assertTold("groups", "the rights", self.manager_a | self.privacy)

    def test_group_taken(self):
        self.manager.group_ids -= self.env.ref(MANAGER)
        self.assertTrue(self._noted("groups"))
        self.assertEqual(len(self._told(self.privacy)), 1)

    def test_members_of_group(self):
        group = self.env.ref("base.group_system").with_user(self.settings_admin)
        group.write({"user_ids": [Command.link(self.manager_b.id)]})
        self.assertTold("groups", "the rights", self.manager_b | self.privacy)

    def test_own_rights(self):
        """Who gives rights to themselves does not escape the officer."""
        group = self.env.ref("integration_management.group_integration_privacy")
        self.settings_admin.with_user(self.settings_admin).group_ids += group
        self.assertTold("groups", self.settings_admin.name, self.privacy)

    def test_other_groups(self):
        """What opens nothing here is nobody's concern."""
        self.manager.write(
            {"group_ids": [Command.link(self.env.ref("base.group_no_one").id)]}
        )
        self.assertFalse(self._told(self.manager_a) + self._noted("groups"))

    def test_archived(self):
        self.manager.active = False
        self.assertTrue(self._noted("groups"))
        self.assertEqual(len(self._told(self.privacy)), 1)

    def test_second_factor(self):
        if "totp_secret" not in self.manager._fields:
            self.skipTest("auth_totp is not installed")
        self.manager.sudo().totp_secret = "SECRETSECRETSECRETSECRETSECRETSE"
        self.assertFalse(self._told(self.manager_a))
        self.manager.sudo().write({"totp_secret": False})
        self.assertTold("two_factor", "second factor", self.manager_a | self.privacy)

    def test_rules(self):
        rule = self.env["ir.rule"].with_user(self.settings_admin)
        rule = rule.create(
            {
                "name": "x",
                "model_id": self.env["ir.model"]._get_id("res.partner"),
                "domain_force": "[(1, '=', 1)]",
            }
        )
        self.assertTold("rules", "settings of access", self.privacy)
        rule.write({"name": "y"})
        access = self.env["ir.model.access"].search([], limit=1)
        access.with_user(self.settings_admin).write({"perm_read": True})
        rule.unlink()
        self.assertEqual(len(self._told(self.privacy)), 4)
        self.assertIn("ir.model.access", self._noted("rules"))

    def test_language_of_the_person(self):
        self.manager_a.lang = "de_DE"
        langs = {}

        def _tell(escalation, user, _what, _name):
            langs[user] = escalation.env.lang

        model = self.env.registry["integration.escalation"]
        with patch.object(model, "_tell", _tell):
            self.manager.password = "secret-4711-secret"
        self.assertEqual(langs, {self.manager_a: "de_DE", self.privacy: "en_US"})

    def test_other_accounts(self):
        """People without anything of ours are Odoo's concern."""
        self.employee.with_user(self.settings_admin).password = "secret-4711-secret"
        self.assertFalse(self._told(self.employee) + self._told(self.privacy))

    def test_unchanged(self):
        self.manager.write({"login": self.manager.login, "active": True})
        self.manager.write({"email": self.manager.email, "signature": "x"})
        self.assertFalse(self._told(self.manager_a))


@tagged("post_install", "-at_install")
class TestBecome(HttpCase, IntegrationCommon):
    def test_superuser(self):
        """Administrators stay themselves."""
        admin = self.settings_admin
        admin.password = admin.login
        self.authenticate(admin.login, admin.login)
        response = self.url_open("/web/become", allow_redirects=False)
        self.assertEqual(response.status_code, 303)
        self.assertTrue(response.headers["Location"].endswith("/odoo"))
        self.assertEqual(self.session.uid, admin.id)
        info = self.url_open("/web/session/get_session_info", json={"params": {}})
        self.assertEqual(info.json()["result"]["uid"], admin.id)

    def test_menu(self):
        """The developer menu does not offer it either."""
        self.settings_admin.password = self.settings_admin.login
        self.browser_js(
            "/odoo?debug=1",
            """
            const { registry } = odoo.loader.modules.get("@web/core/registry");
            const menu = registry.category("debug").category("default");
            const names = menu.getEntries().map(([name]) => name);
            const found = names.includes("becomeSuperuser");
            console.log(found || !names.length ? "error" : "test successful");
            """,
            "odoo.isReady === true",
            login=self.settings_admin.login,
        )
