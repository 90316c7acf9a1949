# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from dateutil.relativedelta import relativedelta

from odoo import api, fields, models
from odoo.fields import Domain

from .integration_figures import REPORTING


class IntegrationFundingGrant(models.Model):
    """Money that an applicant was granted, and the carriers whose staff it pays."""

    _name = "integration.funding.grant"
    _description = "Grant"
    _order = "date_from desc, id desc"

    name = fields.Char(string="Title", required=True)
    reference = fields.Char(help="File number of the grant authority.")
    program_id = fields.Many2one(
        "integration.funding.program",
        string="Programme",
        required=True,
        index=True,
        ondelete="restrict",
    )
    applicant_id = fields.Many2one(
        "res.partner",
        required=True,
        index=True,
        domain="[('is_company', '=', True)]",
        ondelete="restrict",
        help="Who applied, and owes proof and report.",
    )
    applicant_kind = fields.Selection(
        [
            ("district", "Rural or urban district"),
            ("municipality", "Municipality"),
            ("joint", "Several municipalities"),
            ("other", "Other"),
        ],
        string="Kind of applicant",
        required=True,
        default="district",
    )
    company_id = fields.Many2one(
        "res.company",
        string="Kept by",
        required=True,
        index=True,
        default=lambda self: self.env.company,
        help="Grant officers of this carrier change the grant.",
    )
    company_ids = fields.Many2many(
        "res.company",
        "integration_funding_grant_company_rel",
        string="Carriers",
        required=True,
        default=lambda self: self.env.company,
        help="Who employs the positions; their grant officers read the grant.",
    )
    decided_on = fields.Date(string="Decision of", help="Empty: applied for.")
    date_from = fields.Date(string="From", required=True)
    date_to = fields.Date(string="To", required=True)
    currency_id = fields.Many2one(related="program_id.currency_id")
    amount = fields.Monetary(string="Sum granted")
    note = fields.Text()
    position_ids = fields.One2many("integration.position", "grant_id")
    position_count = fields.Integer(
        string="Positions", compute="_compute_positions", compute_sudo=False
    )
    amount_due = fields.Monetary(
        string="Sum due for positions",
        compute="_compute_positions",
        compute_sudo=False,
        help="Of the positions that you may see, by rate and days.",
    )
    proof_due = fields.Date(
        string="Proof and report due",
        compute="_compute_proof_due",
        help="After the end of the funding of the position that is funded longest.",
    )
    applicant_is_unusual = fields.Boolean(compute="_compute_applicant_is_unusual")
    active = fields.Boolean(default=True)

    _period_order = models.Constraint(
        "CHECK (date_from <= date_to)", "A grant must not end before it begins."
    )
    _amount_positive = models.Constraint(
        "CHECK (amount >= 0)", "The sum of a grant cannot be negative."
    )

    @api.model
    def _access_domain(self):
        """Return the grants of the carriers one works for; see `ir.rule`."""
        user = self.env.user
        if not user.has_group(REPORTING):
            return Domain.FALSE
        carriers = user.company_ids.ids
        kept = Domain("company_id", "in", carriers)
        return kept | Domain("company_ids", "in", carriers)

    @api.depends("position_ids.amount_due")
    @api.depends_context("uid")
    def _compute_positions(self):
        """Add up what the user may see; others' positions are not theirs to count."""
        positions = self.env["integration.position"]
        if positions.has_access("read"):
            positions = positions.search([("grant_id", "in", self._origin.ids)])
        by_grant = positions.grouped("grant_id")
        for grant in self:
            found = by_grant.get(grant._origin, positions.browse())
            grant.position_count = len(found)
            grant.amount_due = sum(found.mapped("amount_due"))

    @api.depends("position_ids.funding_end", "date_to", "program_id.proof_months")
    def _compute_proof_due(self):
        for grant in self:
            ends = [day for day in grant.position_ids.mapped("funding_end") if day]
            end = max(ends, default=grant.date_to)
            months = grant.program_id.proof_months
            grant.proof_due = bool(end and months) and end + relativedelta(
                months=months
            )

    @api.depends("applicant_kind", "program_id.applicant_rule")
    def _compute_applicant_is_unusual(self):
        """Warn, but let it be entered: the rule may have exceptions."""
        for grant in self:
            grant.applicant_is_unusual = (
                grant.program_id.applicant_rule == "district"
                and grant.applicant_kind != "district"
            )

    def write(self, vals):
        """Give nothing to carriers that the user does not work for."""
        result = super().write(vals)
        if "company_id" in vals:
            self.check_access("write")
        return result

    def action_view_positions(self):
        """Open the positions that the grant pays."""
        self.ensure_one()
        action = self.env["ir.actions.act_window"]._for_xml_id(
            "integration_management.integration_position_action"
        )
        return {
            **action,
            "domain": [("grant_id", "=", self.id)],
            "context": {"default_grant_id": self.id},
        }
