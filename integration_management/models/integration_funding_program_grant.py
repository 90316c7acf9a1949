# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import fields, models


class IntegrationFundingProgram(models.Model):
    """What a programme says about money, positions and reports: dated data, too."""

    _inherit = "integration.funding.program"

    currency_id = fields.Many2one(
        "res.currency",
        required=True,
        readonly=True,
        default=lambda self: self.env.ref("base.EUR"),
    )
    rate_ids = fields.One2many(
        "integration.funding.rate", "program_id", string="Rates", copy=True
    )
    funded_months = fields.Integer(
        string="Months funded per position",
        help="0: not limited by the programme; the grant says until when.",
    )
    interruption_months = fields.Integer(
        string="Longest extension (months)",
        help="How long interruptions prolong the funding of a position at most.",
    )
    min_share = fields.Float(
        string="Minimum share (FTE)",
        digits=(3, 2),
        default=0.25,
        help="Smallest part of a position that is funded; 0: no minimum.",
    )
    applicant_rule = fields.Selection(
        [
            ("any", "Municipalities and districts"),
            ("district", "Rural and urban districts only"),
        ],
        string="Who may apply",
        required=True,
        default="any",
    )
    figures_interval = fields.Selection(
        [("year", "Calendar year"), ("half_year", "Half-year")],
        string="Key figures for each",
        required=True,
        default="year",
    )
    figures_days = fields.Integer(
        string="Key figures due (days)",
        help="Days after the end of the period: 31 is 31 January; 0: not known.",
    )
    proof_months = fields.Integer(
        string="Proof and report due (months)",
        help="Months after the end of the funding; 0: not known.",
    )
    is_unchecked = fields.Boolean(
        string="To be checked", help="Not confirmed by the text of the rule."
    )
    note = fields.Text(
        string="Sources and open questions",
        translate=True,
        help="What is known from where, and what has to be looked up.",
    )

    _terms_positive = models.Constraint(
        "CHECK (funded_months >= 0 AND interruption_months >= 0 AND figures_days >= 0"
        " AND proof_months >= 0)",
        "Months and days of a programme cannot be negative.",
    )
    _min_share_range = models.Constraint(
        "CHECK (min_share BETWEEN 0 AND 1)",
        "The minimum share of a position lies between 0 and 1.",
    )
