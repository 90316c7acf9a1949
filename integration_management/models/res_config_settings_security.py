# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models
from odoo.exceptions import ValidationError

from .res_users_second_factor import POLICY, ROLE_GROUPS

DEFAULT_LOCK_MINUTES = 15
DEFAULT_SESSION_HOURS = 12


class ResConfigSettings(models.TransientModel):
    """How those who see personal data log in, and for how long."""

    _inherit = "res.config.settings"

    integration_second_factor = fields.Selection(
        selection=[("required", "Required"), ("off", "Not required")],
        string="Two-factor authentication",
        default="required",
        required=True,
        config_parameter=POLICY,
    )
    integration_lock_minutes = fields.Integer(string="Lock after minutes of inactivity")
    integration_session_hours = fields.Integer(string="Log in again after hours")
    integration_health_count = fields.Integer(
        string="Points not hardened", compute="_compute_integration_health_count"
    )

    def _compute_integration_health_count(self):
        health = self.env["integration.health"]
        count = sum(found.state == "todo" for found in health._get_findings())
        self.integration_health_count = count

    @api.constrains("integration_lock_minutes", "integration_session_hours")
    def _check_integration_times(self):
        for settings in self:
            times = (
                settings.integration_lock_minutes,
                settings.integration_session_hours,
            )
            if min(times) < 0:
                raise ValidationError(
                    self.env._("Enter a time above zero, or 0 to switch the lock off.")
                )

    @api.model
    def get_values(self):
        group = self._get_integration_roles()[:1]
        return {
            **super().get_values(),
            "integration_lock_minutes": group.lock_timeout_inactivity,
            "integration_session_hours": group.lock_timeout // 60,
        }

    def set_values(self):
        result = super().set_values()
        self._set_integration_timeouts(
            self.integration_lock_minutes, self.integration_session_hours
        )
        return result

    @api.model
    def _set_integration_timeouts(
        self, minutes=DEFAULT_LOCK_MINUTES, hours=DEFAULT_SESSION_HOURS
    ):
        """Set Odoo's own time limits for the roles that see personal data."""
        wanted = {"lock_timeout_inactivity": minutes, "lock_timeout": hours * 60}
        for group in self._get_integration_roles():
            if any(group[name] != value for name, value in wanted.items()):
                group.write(wanted)

    @api.model
    def _get_integration_roles(self):
        groups = self.env["res.groups"]
        for xmlid in ROLE_GROUPS:
            groups |= self.env.ref(xmlid)
        return groups

    def action_open_integration_health(self):
        return self.env["integration.health"].action_open()
