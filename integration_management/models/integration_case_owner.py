# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models
from odoo.exceptions import AccessError


class IntegrationCase(models.Model):
    """Whose case it is, and in what role the current user has it open."""

    _inherit = "integration.case"

    access_role = fields.Selection(
        [("owner", "Owner"), ("deputy", "Deputy"), ("emergency", "Emergency")],
        string="My role",
        compute="_compute_access_role",
        compute_sudo=False,
    )
    access_until = fields.Date(
        string="My access ends after",
        compute="_compute_access_role",
        compute_sudo=False,
    )

    @api.depends("access_ids.user_id", "access_ids.date_from", "access_ids.date_to")
    @api.depends_context("uid")
    def _compute_access_role(self):
        today = fields.Date.context_today(self)
        for case in self:
            rows = case.access_ids.filtered(
                lambda row: (
                    row.user_id == self.env.user
                    and row.date_from <= today <= row.date_to
                )
            )
            last = rows.sorted("date_to")[-1:]
            case.access_role = last.role
            case.access_until = last.date_to if last.role != "owner" else False

    def _check_owner(self):
        """Refuse what a deputy may not do: grant, hand over, delete.

        :raise AccessError: unless all of these are the current user's own cases
        """
        if not self.env.su and any(c.manager_id != self.env.user for c in self):
            raise AccessError(
                self.env._("Only the integration manager of the case can do that.")
            )
