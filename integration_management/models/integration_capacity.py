# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models
from odoo.exceptions import AccessError
from odoo.fields import Domain

from .integration_enquiry import _COORDINATOR

_MANAGER = "integration_management.group_integration_manager"


class IntegrationCapacity(models.Model):
    """How many new cases an integration manager can take: a count, no case.

    Managers say it themselves; coordinators may do it for them.
    """

    _name = "integration.capacity"
    _description = "Capacity for New Cases"
    _order = "user_id"
    _rec_name = "user_id"
    _rec_names_search = ["user_id.name"]

    user_id = fields.Many2one(
        "res.users",
        string="Integration manager",
        required=True,
        readonly=True,
        ondelete="cascade",
    )
    accepts_cases = fields.Boolean(string="Accepting new cases", default=True)
    max_cases = fields.Integer(
        string="Maximum cases", aggregator=None, help="0: no maximum is set."
    )
    open_cases = fields.Integer(compute="_compute_open_cases", compute_sudo=False)
    free_places = fields.Char(compute="_compute_open_cases", compute_sudo=False)

    _unique_user = models.UniqueIndex("(user_id)", "Each manager has one capacity.")
    _max_cases_positive = models.Constraint(
        "CHECK (max_cases >= 0)", "The maximum of cases cannot be negative."
    )

    @api.depends("user_id", "max_cases")
    def _compute_open_cases(self):
        """Count; only for rows that exist, i.e. that the user may read."""
        # sudo: the number of open cases is all that leaves; no case can be told by it
        cases = self.env["integration.case"].sudo()  # sudo: see above
        counts = dict(
            cases._read_group(
                [
                    ("manager_id", "in", self._origin.user_id.ids),
                    ("stage_id.code", "!=", "closed"),
                ],
                ["manager_id"],
                ["__count"],
            )
        )
        for row in self:
            row.open_cases = counts.get(row._origin.user_id, 0)
            row.free_places = (
                str(max(row.max_cases - row.open_cases, 0)) if row.max_cases else "–"
            )

    @api.depends("user_id", "max_cases")
    @api.depends_context("integration_with_capacity")
    def _compute_display_name(self):
        """Show the name; where enquiries are offered, the free places beside it."""
        with_count = self.env.context.get("integration_with_capacity")
        for row in self:
            row.display_name = row.user_id.name
            if with_count and row.max_cases:
                row.display_name = self.env._(
                    "%(name)s: %(open)s of %(max)s cases",
                    name=row.user_id.name,
                    open=row.open_cases,
                    max=row.max_cases,
                )
            elif with_count:
                row.display_name = self.env._(
                    "%(name)s: %(open)s cases",
                    name=row.user_id.name,
                    open=row.open_cases,
                )

    @api.model
    def _access_domain(self):
        """Return the user's own row; for coordinators those of their carriers."""
        user = self.env.user
        domain = Domain("user_id", "=", user.id)
        if user.has_group(_COORDINATOR):
            companies = user._get_company_ids()
            domain |= Domain("user_id.company_ids", "in", companies)
        return domain

    def write(self, vals):
        if "user_id" in vals and not self.env.su:
            raise AccessError(self.env._("A capacity belongs to one manager."))
        return super().write(vals)

    @api.model
    def action_open(self):
        """Open the capacities that the user may see, with a row for each manager."""
        action = self.env["ir.actions.act_window"]._for_xml_id(
            "integration_management.integration_capacity_action"
        )
        if self.env.user.has_group(_COORDINATOR):
            self._make_rows(self.env.companies)
            return action
        self._make_rows(self.env.user.company_ids, self.env.user)
        row = self.search([("user_id", "=", self.env.uid)], limit=1)
        return action | {"res_id": row.id, "views": [(False, "form")]}

    @api.model
    def _make_rows(self, companies, users=None):
        """Make the missing rows of the managers of `companies`, or of some of them."""
        managers = self._get_managers(companies)
        managers = managers if users is None else managers & users
        # sudo: rows are made by the server only; it has nothing but the user
        rows = self.sudo()  # sudo: see above
        known = rows.search([("user_id", "in", managers.ids)]).user_id
        rows.create([{"user_id": user.id} for user in managers - known])

    @api.model
    def _get_managers(self, companies):
        """Return the integration managers who work for one of `companies`."""
        # sudo: members of groups are for administrators; names are known to all
        group = self.env.ref(_MANAGER).sudo()  # sudo: see above
        return group.all_user_ids.filtered(
            lambda user: user.active and user.company_ids & companies
        ).with_env(self.env)
