# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo.exceptions import AccessError, UserError
from odoo.tools import config

from ..logic.hardening import RULES
from ..wizard.integration_health_text import TEXTS
from .common import IntegrationCommon


class TestHealth(IntegrationCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        group = "integration_management.group_integration_admin"
        cls.functional_admin = cls._new_user("functional_admin", group)

    def _lines(self, user):
        health = self.env["integration.health"].with_user(user)
        return health.search(health.action_open()["domain"])

    def _states(self):
        findings = self.env["integration.health"]._get_findings()
        return {finding.code: finding.state for finding in findings}

    def test_administrators_see_a_line_per_check(self):
        for user in (self.functional_admin, self.settings_admin):
            lines = self._lines(user)
            self.assertEqual(len(lines), len(RULES), user.login)
            self.assertTrue(all(lines.mapped("reason")))

    def test_others_are_refused(self):
        for user in self.outsiders - self.settings_admin | self.manager_a:
            health = self.env["integration.health"].with_user(user)
            with self.assertRefused(AccessError, "Only administrators"):
                health.action_open()
            with self.assertRaises(AccessError, msg=user.login):
                health.search_read([])

    def test_nobody_can_write_a_verdict(self):
        line = self._lines(self.settings_admin)[:1]
        for call in (
            lambda: line.write({"state": "ok"}),
            lambda: line.create({"name": "All is well"}),
            line.unlink,
        ):
            with self.assertRaises(AccessError):
                call()

    def test_every_check_has_its_text(self):
        self.assertEqual(TEXTS.keys(), RULES.keys())

    def test_no_secret_and_no_path_is_shown(self):
        parameters = self.env["ir.config_parameter"]
        secrets = [parameters.get_param("database.secret"), config["admin_passwd"]]
        secrets += [config["data_dir"], config["db_password"] or None]
        lines = self._lines(self.settings_admin)
        shown = " ".join(str(value) for line in lines.read() for value in line.values())
        for secret in filter(None, secrets):
            # The delivered master password is also a word, e.g. in "admin_passwd".
            if secret != "admin":
                self.assertNotIn(secret, shown)

    def test_policy_and_people_are_seen(self):
        self.assertEqual(self._states()["second_factor"], "todo")
        self._require_second_factor("required")
        self.assertEqual(self._states()["second_factor"], "ok")
        facts = self.env["integration.health"]._get_facts()
        self.manager_a.sudo().totp_secret = "A" * 32
        after = self.env["integration.health"]._get_facts()
        self.assertEqual(after.users_without_factor, facts.users_without_factor - 1)

    def test_roles_are_counted(self):
        before = self.env["integration.health"]._get_facts()
        manager = self.env.ref("integration_management.group_integration_manager")
        self.settings_admin.group_ids += manager
        after = self.env["integration.health"]._get_facts()
        self.assertEqual(after.administrators, before.administrators)
        self.assertEqual(
            after.managing_administrators, before.managing_administrators + 1
        )

    def test_default_master_password_is_seen(self):
        self.patch(config, "verify_admin_password", lambda tried: tried == "admin")
        self.assertEqual(self._states()["master_password"], "todo")
        self.patch(config, "verify_admin_password", lambda _tried: False)
        self.assertEqual(self._states()["master_password"], "ok")

    def test_unencrypted_mail_server_is_seen(self):
        self.env["ir.mail_server"].create(
            {"name": "Plain", "smtp_host": "mail.example", "smtp_encryption": "none"}
        )
        self.assertEqual(self._states()["mail"], "todo")

    def test_locks_are_on_after_the_installation(self):
        states = self._states()
        self.assertEqual((states["lock"], states["session"]), ("ok", "ok"))
        timeouts = self.manager_a._get_lock_timeouts()
        self.assertEqual(timeouts["lock_timeout_inactivity"], [(15 * 60, False)])
        self.assertEqual(timeouts["lock_timeout"], [(12 * 3600, False)])
        self.assertFalse(self.employee._get_lock_timeouts()["lock_timeout"])

    def test_settings_change_the_locks(self):
        settings = self.env["res.config.settings"].with_user(self.settings_admin)
        self.assertEqual(settings.get_values()["integration_lock_minutes"], 15)
        settings.create(
            {
                "integration_second_factor": "required",
                "integration_lock_minutes": 0,
                "integration_session_hours": 48,
            }
        ).execute()
        states = self._states()
        self.assertEqual(states["second_factor"], "ok")
        self.assertEqual((states["lock"], states["session"]), ("todo", "todo"))
        self.assertFalse(self.manager_a._get_lock_timeouts()["lock_timeout_inactivity"])

    def test_settings_refuse_negative_times(self):
        settings = self.env["res.config.settings"].with_user(self.settings_admin)
        with self.assertRefused(UserError, "above zero"):
            settings.create({"integration_lock_minutes": -1})

    def test_settings_tell_how_much_is_to_do(self):
        settings = self.env["res.config.settings"].with_user(self.settings_admin)
        count = list(self._states().values()).count("todo")
        self.assertEqual(settings.create({}).integration_health_count, count)
