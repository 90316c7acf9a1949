# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import logging
import os

from odoo import api, models
from odoo.fields import Domain
from odoo.tools import SQL, config

from ..logic import hardening
from ..models.integration_lockdown import VARIABLE
from ..models.res_users_second_factor import POLICY, ROLE_GROUPS

_MANAGER = "integration_management.group_integration_manager"
_MODULES = (
    *hardening.SYNC_MODULES,
    *hardening.LOOKUP_MODULES,
    *hardening.PRIVILEGED_MODULES,
)


class IntegrationHealth(models.TransientModel):
    """Collects what the checks judge; asks nobody outside."""

    _inherit = "integration.health"

    @api.model
    def _get_facts(self):
        """Return facts of the server, the database and its people; no secrets."""
        health = self.sudo()  # sudo: counts and settings, shown to administrators
        return hardening.Facts(
            **health._facts_of_server(),
            **health._facts_of_database(),
            **health._facts_of_login(),
            **health._facts_of_people(),
        )

    @api.model
    def _facts_of_server(self):
        return {
            "master_password_is_default": config.verify_admin_password("admin"),
            "list_db": bool(config["list_db"]),
            "dbfilter": config["dbfilter"] or "",
            "db_name": ",".join(config["db_name"] or ()),
            "proxy_mode": bool(config["proxy_mode"]),
            "logs_queries": logging.getLogger("odoo.sql_db").isEnabledFor(10),
            "dev_modes": tuple(config["dev_mode"]),
            "runs_tests": bool(config["test_enable"]),
            "workers": config["workers"],
            "time_limits": (config["limit_time_cpu"], config["limit_time_real"]),
            "allows_code": os.environ.get(VARIABLE) == "1",
        }

    @api.model
    def _facts_of_database(self):
        parameters = self.env["ir.config_parameter"]
        modules = self.env["ir.module.module"]
        ours = modules.search([("name", "=", "integration_management")])
        servers = self.env["ir.mail_server"]
        plain = Domain("smtp_encryption", "=", "none")
        plain &= Domain("smtp_host", "not in", ("localhost", "127.0.0.1"))
        return {
            "role_rights": self._get_role_rights(),
            "log_is_sealed": self.env["integration.access.log"]._is_sealed(),
            "base_url": parameters.get_param("web.base.url") or "",
            "plain_mail_servers": servers.search_count(plain),
            "modules": frozenset(
                modules.search(
                    [("name", "in", _MODULES), ("state", "!=", "uninstalled")]
                )
                .filtered(lambda module: module.state != "uninstallable")
                .mapped("name")
            ),
            "has_demo": any(ours.mapped("demo")),
        }

    @api.model
    def _get_role_rights(self):
        """Return the rights of Odoo's database role that it does not need."""
        [(superuser, creates_db, creates_role)] = self.env.execute_query(
            SQL(
                "SELECT rolsuper, rolcreatedb, rolcreaterole FROM pg_roles"
                " WHERE rolname = current_user"
            )
        )
        rights = {
            "SUPERUSER": superuser,
            "CREATEDB": creates_db,
            "CREATEROLE": creates_role,
        }
        return tuple(name for name, given in rights.items() if given)

    @api.model
    def _facts_of_login(self):
        parameters = self.env["ir.config_parameter"]
        groups = self.env["res.config.settings"]._get_integration_roles()
        locks = groups.mapped("lock_timeout_inactivity")
        sessions = groups.mapped("lock_timeout")
        scope = parameters.get_param("auth_signup.invitation_scope")
        minimum = parameters.get_param("auth_password_policy.minlength")
        has_policy = "auth_password_policy" in self.env.registry._init_modules
        return {
            "second_factor_required": parameters.get_param(POLICY) != "off",
            "lock_minutes": 0 if 0 in locks else max(locks),
            "session_hours": 0 if 0 in sessions else -(-max(sessions) // 60),
            "free_signup": scope == "b2c",
            "min_password": int(minimum or 0) if has_policy else 0,
        }

    @api.model
    def _facts_of_people(self):
        users = self.env["res.users"].search([("share", "=", False)])
        administrators = users.filtered(
            lambda user: user._has_group("base.group_system")
        )
        with_role = users.filtered(
            lambda user: any(user._has_group(group) for group in ROLE_GROUPS)
        )
        managing = administrators.filtered(lambda user: user._has_group(_MANAGER))
        return {
            "users_without_factor": len(
                with_role.filtered(lambda user: not user.totp_enabled)
            ),
            "administrators": len(administrators),
            "managing_administrators": len(managing),
        }
