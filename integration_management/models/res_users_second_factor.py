# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import models, tools
from odoo.exceptions import AccessDenied

POLICY = "integration_management.second_factor"
_GROUP = "integration_management.group_integration_"
# Settings administrators are functional administrators, too.
ROLES = ("manager", "privacy", "ombuds", "admin")
ROLE_GROUPS = tuple(f"{_GROUP}{role}" for role in ROLES)


class ResUsers(models.Model):
    """Tells who must not go on with a password alone."""

    _inherit = "res.users"

    # Core forgets this with every change of rights, secrets and parameters.
    @tools.ormcache("self.id")
    def _lacks_integration_second_factor(self):
        """Tell whether a second factor is required of the user and missing.

        Required unless somebody switched it off: what is not there protects.
        """
        self.ensure_one()
        user = self.sudo()  # sudo: the account itself, also before it may do anything
        policy = user.env["ir.config_parameter"].get_param(POLICY)
        if policy == "off" or not user._has_integration_role():
            return False
        return not user._mfa_type()

    def _has_integration_role(self):
        return any(self._has_group(group) for group in ROLE_GROUPS)

    def _check_credentials(self, credential, env):
        """Refuse programs: they cannot set up a second factor, with a key or without.

        :raise AccessDenied: when a program logs in as somebody who owes one
        """
        is_program = not env.get("interactive")
        if is_program and self.env.user._lacks_integration_second_factor():
            raise AccessDenied()
        return super()._check_credentials(credential, env)
