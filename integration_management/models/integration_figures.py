# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models
from odoo.fields import Domain

REPORTING = "integration_management.group_integration_reporting"


class IntegrationFigures(models.Model):
    """Key figures of a period, frozen once computed: numbers without persons."""

    _name = "integration.figures"
    _description = "Key Figures"
    _order = "date_from desc, date_to desc, id desc"

    name = fields.Char(required=True)
    date_from = fields.Date(string="From", required=True)
    date_to = fields.Date(string="To", required=True)
    company_ids = fields.Many2many(
        "res.company",
        "integration_figures_company_rel",
        string="Carriers",
        required=True,
        default=lambda self: self.env.user.company_ids,
    )
    state = fields.Selection(
        [("draft", "Draft"), ("frozen", "Frozen")],
        default="draft",
        required=True,
        readonly=True,
        copy=False,
    )
    program_id = fields.Many2one(
        "integration.funding.program", readonly=True, copy=False, ondelete="restrict"
    )
    rule_version = fields.Char(
        readonly=True, copy=False, help="Definitions and way of withholding."
    )
    frozen_on = fields.Datetime(readonly=True, copy=False)
    cell_ids = fields.One2many("integration.figures.cell", "figures_id", readonly=True)

    _period_order = models.Constraint(
        "CHECK (date_from <= date_to)", "A period must not end before it begins."
    )

    @api.model
    def _access_domain(self):
        """Return the runs whose carriers are all the user's own; see `ir.rule`."""
        if not self.env.user.has_group(REPORTING):
            return Domain.FALSE
        carriers = self.env.user.company_ids.ids
        return Domain("company_ids", "not any", [("id", "not in", carriers)])
