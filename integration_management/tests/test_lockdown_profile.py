# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from types import SimpleNamespace
from unittest.mock import patch

from odoo.exceptions import AccessError

from odoo.addons.base.models import ir_profile

from .test_lockdown import LOCKED, LockdownCommon


class TestLockdownProfile(LockdownCommon):
    """Nobody has the queries of a session written down."""

    def setUp(self):
        super().setUp()
        self._as_admin("ir.config_parameter").set_param(
            "base.profiling_enabled_until", "2999-01-01 00:00:00"
        )
        self.session = {}
        request = SimpleNamespace(session=self.session)
        self.startPatcher(patch.object(ir_profile, "request", new=request))

    def test_switched_on_by_nobody(self):
        root = self.env.ref("base.user_root")
        for user in (self.settings_admin, self.manager_a, root):
            with self.assertRefused(AccessError, LOCKED):
                self.env["ir.profile"].with_user(user).set_profiling(True)
        self.assertFalse(self.session.get("profile_session"))

    def test_switched_off(self):
        self.session["profile_session"] = "x"
        self._as_admin("ir.profile").set_profiling(False)
        self.assertFalse(self.session["profile_session"])

    def test_operator_allows_it(self):
        with self._allowed():
            self._as_admin("ir.profile").set_profiling(True)
        self.assertTrue(self.session["profile_session"])
