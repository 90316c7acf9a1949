# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from contextlib import contextmanager

from odoo.tests import new_test_user, tagged

from odoo.addons.base.tests.common import BaseCommon

MANAGER = "integration_management.group_integration_manager"


@tagged("post_install", "-at_install")
class IntegrationCommon(BaseCommon):
    """Two managers and everybody who must not see what they do."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        # Users of tests log in with their password; test_second_factor does not.
        cls._require_second_factor("off")
        groups = "integration_management.group_integration_"
        cls.manager_a = cls._new_user("manager_a", MANAGER)
        cls.manager_b = cls._new_user("manager_b", MANAGER)
        cls.supervisor = cls._new_user("supervisor", f"{groups}supervisor")
        cls.coordinator = cls._new_user("coordinator", f"{groups}coordinator")
        cls.reporting = cls._new_user("reporting", f"{groups}reporting")
        cls.privacy = cls._new_user("privacy", f"{groups}privacy")
        cls.ombuds = cls._new_user("ombuds", f"{groups}ombuds")
        cls.employee = cls._new_user("employee", "base.group_user")
        cls.settings_admin = cls._new_user("settings_admin", "base.group_system")
        cls.outsiders = (
            cls.manager_b
            | cls.supervisor
            | cls.coordinator
            | cls.reporting
            | cls.privacy
            | cls.ombuds
            | cls.employee
            | cls.settings_admin
        )
        cls.case = cls._create_case(first_name="Amina", last_name="Canary")

    @classmethod
    def _require_second_factor(cls, policy):
        key = "integration_management.second_factor"
        cls.env["ir.config_parameter"].set_param(key, policy)

    @classmethod
    def _new_user(cls, login, groups):
        # The right to export is not ours to give or refuse: attackers have it.
        groups = f"{groups},base.group_allow_export"
        return new_test_user(cls.env, login, groups, tz="Europe/Berlin")

    @classmethod
    def _create_case(cls, user=None, **vals):
        """Return a new case as seen by its owner (manager A unless told)."""
        model = cls.env["integration.case"].with_user(user or cls.manager_a)
        return model.create(vals)

    @classmethod
    def _term(cls, kind, code):
        """Return a shipped value list entry."""
        return cls.env.ref(f"integration_management.term_{kind}_{code}")

    @classmethod
    def _stage(cls, code):
        return cls.env.ref(f"integration_management.stage_{code}")

    def _run_cron(self, name):
        """Run a scheduled action as the scheduler does, commits included."""
        with self.enter_registry_test_mode():
            self.env.ref(f"integration_management.{name}").method_direct_trigger()
        self.env.invalidate_all()

    @contextmanager
    def assertRefused(self, exception, message):
        """Expect `exception` with `message` in it, and that nothing is written."""
        with self.assertRaises(exception) as caught:
            yield
        self.assertIn(message, str(caught.exception))
