# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import fields, models


class IntegrationFundingRate(models.Model):
    """Sum that a programme pays for a full-time position and a year."""

    _name = "integration.funding.rate"
    _inherit = "integration.term.mixin"
    _description = "Funding Rate"
    _order = "program_id, qualification_class_id, date_from desc, id desc"
    _rec_name = "qualification_class_id"

    program_id = fields.Many2one(
        "integration.funding.program", required=True, index=True, ondelete="cascade"
    )
    qualification_class_id = fields.Many2one(
        "integration.term",
        required=True,
        domain="[('kind', '=', 'position_class'), ('is_current', '=', True)]",
        ondelete="restrict",
    )
    amount = fields.Monetary(
        string="Sum per FTE-year",
        required=True,
        aggregator=None,
        help="For a full-time position and twelve months.",
    )
    currency_id = fields.Many2one(related="program_id.currency_id")
    date_from = fields.Date(string="From", help="Empty: since the programme began.")
    date_to = fields.Date(string="To", help="Empty: as long as the programme.")
    is_unchecked = fields.Boolean(
        string="To be checked", help="Not confirmed by the text of the rule."
    )
    note = fields.Char(string="Source", translate=True)

    _amount_positive = models.Constraint(
        "CHECK (amount >= 0)", "The sum of a rate cannot be negative."
    )
    _period_order = models.Constraint(
        "CHECK (date_from <= date_to)", "A rate must not end before it begins."
    )
