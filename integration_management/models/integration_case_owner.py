# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models
from odoo.exceptions import AccessError
from odoo.tools import format_date


class IntegrationCase(models.Model):
    """Whose case it is, and in what role the current user has it open."""

    _inherit = "integration.case"

    access_role = fields.Selection(
        [("owner", "Owner"), ("deputy", "Deputy"), ("emergency", "Emergency")],
        string="My role",
        compute="_compute_access_role",
        compute_sudo=False,
    )
    access_notice = fields.Char(
        compute="_compute_access_role",
        compute_sudo=False,
        exportable=False,
        help="What a deputy should know, and the owner about deputies.",
    )

    @api.depends("access_ids.user_id", "access_ids.date_from", "access_ids.date_to")
    @api.depends_context("uid", "lang")
    def _compute_access_role(self):
        for case in self:
            rows = case.access_ids.filtered("is_in_force").sorted("date_to")
            mine = rows.filtered(lambda row: row.user_id == self.env.user)[-1:]
            case.access_role = mine.role
            case.access_notice = case._get_access_notice(mine, rows)

    def _get_access_notice(self, mine, rows):
        """Return what to say above the case to somebody with the access `mine`.

        :param rows: all accesses in force
        """
        if mine.role == "deputy":
            return self.env._(
                "You stand in for %(owner)s until %(day)s.",
                owner=self.manager_id.name,
                day=format_date(self.env, mine.date_to),
            )
        if mine.role == "emergency":
            return self.env._(
                "Emergency access to a case of %(owner)s. It ends after 24 hours; what"
                " you open is on record.",
                owner=self.manager_id.name,
            )
        others = (rows - mine).user_id.mapped("name")
        if not others:
            return False
        return self.env._("Open to others now: %(names)s.", names=", ".join(others))

    def _check_owner(self):
        """Refuse what a deputy may not do: grant, hand over, delete.

        :raise AccessError: unless all of these are the current user's own cases
        """
        if not self.env.su and any(c.manager_id != self.env.user for c in self):
            raise AccessError(
                self.env._("Only the integration manager of the case can do that.")
            )
