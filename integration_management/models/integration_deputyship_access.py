# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models

from ..logic import grants
from ..logic.periods import access_day


class IntegrationDeputyship(models.Model):
    """Which cases the deputy opens: those whose clients agreed, while they agree.

    Every covered case has a row in its access list; without consent its period is
    empty and grants nothing but the entry in `integration.cover`.
    """

    _inherit = "integration.deputyship"

    full_count = fields.Integer(string="Cases in full", compute="_compute_counts")
    cover_count = fields.Integer(string="Contact only", compute="_compute_counts")

    @api.depends("scope")
    def _compute_case_ids(self):
        for deputyship in self:
            if deputyship._origin:
                rows = deputyship._get_rows().filtered(lambda r: not r.revoked_on)
                deputyship.case_ids = rows.case_id
            else:
                deputyship.case_ids = deputyship.case_ids

    def _inverse_case_ids(self):
        """Cover the chosen cases, and no longer those taken from the list."""
        for deputyship in self.filtered(lambda d: d.scope == "chosen"):
            cases = deputyship.case_ids
            cases._check_owner()
            rows = deputyship._get_rows().filtered(lambda r: not r.revoked_on)
            rows.filtered_domain([("case_id", "not in", cases.ids)])._revoke()
            deputyship._add_rows(cases - rows.case_id)

    def _update_access(self):
        """Make the access lists say what period, choice and consents say."""
        for deputyship in self:
            if not deputyship._is_over() and deputyship.scope == "all":
                cases = self.env["integration.case"].sudo()  # sudo: may run as deputy
                cases = cases.search(
                    [
                        ("manager_id", "=", deputyship.owner_id.id),
                        ("closed_on", "=", False),
                    ]
                )
                deputyship._add_rows(cases - deputyship._get_rows().case_id)
            deputyship._get_rows()._follow_consents()

    def _add_rows(self, cases):
        """Cover further cases, without access as yet."""
        self.ensure_one()
        period = grants.no_access(max(self.date_from, access_day()))
        rows = self.env["integration.case.access"].sudo()  # sudo: nobody writes there
        rows.create(
            [
                {
                    "case_id": case.id,
                    "user_id": self.deputy_id.id,
                    "role": "deputy",
                    "deputyship_id": self.id,
                    "granted_by_id": self.owner_id.id,
                    "date_from": period.first,
                    "date_to": period.last,
                }
                for case in cases
            ]
        )

    def _get_rows(self):
        """Return the rows of all access lists that this deputyship made."""
        rows = self.env["integration.case.access"].sudo()  # sudo: empty periods, too
        return rows.search([("deputyship_id", "in", self.ids)])

    @api.depends_context("uid")
    def _compute_counts(self):
        today = fields.Date.context_today(self)
        for deputyship in self:
            rows = deputyship._get_rows().filtered(lambda r: not r.revoked_on)
            full = rows.filtered(lambda r: r.date_from <= today <= r.date_to)
            deputyship.full_count = len(full.case_id)
            deputyship.cover_count = len(rows.case_id - full.case_id)

    def action_view_cases(self):
        """Show the owner whom the deputyship covers; the deputy, the open files."""
        self.ensure_one()
        self.check_access("read")
        if not self.is_mine:
            action = self.env["ir.actions.act_window"]._for_xml_id(
                "integration_management.integration_case_action"
            )
            domain = [("manager_id", "=", self.owner_id.id)]
            return {**action, "domain": domain, "context": {}}
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("Covered cases"),
            "res_model": "integration.case.access",
            "views": [(False, "list")],
            "domain": [("deputyship_id", "=", self.id)],
            "context": {"search_default_covered": 1},
        }

    def action_view_covers(self):
        """Show the deputy the cases without consent; the owner, whom to ask."""
        self.ensure_one()
        if self.is_mine:
            action = self.action_view_cases()
            action["context"]["search_default_without_consent"] = 1
            return action
        return self.env["ir.actions.act_window"]._for_xml_id(
            "integration_management.integration_cover_action"
        )

    @api.model
    def _get_current_of(self, owners):
        """Return the deputyships of `owners` that are not over."""
        every = self.sudo()  # sudo: consents may be decided by deputies and the clock
        return every.search(
            [
                ("owner_id", "in", owners.ids),
                ("revoked_on", "=", False),
                ("date_to", ">=", "today"),
            ]
        )
