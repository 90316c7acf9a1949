# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models

from ..logic import positions
from ..logic.positions import Rate


class IntegrationPosition(models.Model):
    """How long a position is funded, and what is due for it."""

    _inherit = "integration.position"

    funded_from = fields.Date(
        string="Funded since",
        help="When the position was first filled; empty: with this person.",
    )
    funding_end = fields.Date(
        string="Funded until",
        compute="_compute_funding_end",
        store=True,
        index=True,
        help="By the grant, the months that are funded, and interruptions.",
    )
    currency_id = fields.Many2one(related="grant_id.currency_id")
    fte_months = fields.Float(
        string="FTE-months funded",
        compute="_compute_due",
        compute_sudo=True,
        digits=(9, 2),
    )
    amount_due = fields.Monetary(
        string="Sum due",
        compute="_compute_due",
        compute_sudo=True,
        help="By rate and days.",
    )
    unrated_months = fields.Float(
        string="FTE-months without a rate",
        compute="_compute_due",
        compute_sudo=True,
        digits=(9, 2),
    )

    @api.depends(
        "date_from",
        "date_to",
        "funded_from",
        "grant_id.date_to",
        "grant_id.program_id.funded_months",
        "grant_id.program_id.interruption_months",
        "interruption_ids.date_from",
        "interruption_ids.date_to",
    )
    def _compute_funding_end(self):
        """The first of three ends: the grant's, the person's, the months funded."""
        for position in self:
            program = position.grant_id.program_id
            ends = {position.grant_id.date_to, position.date_to} - {False}
            start = position.funded_from or position.date_from
            if start and program.funded_months:
                end = positions.funding_end(
                    start,
                    program.funded_months,
                    position._get_interruptions(),
                    program.interruption_months,
                )
                ends.add(end)
            position.funding_end = bool(program) and min(ends, default=False)

    @api.depends(
        "user_id",
        "share",
        "qualification_class_id",
        "date_from",
        "funding_end",
        "interruption_ids.date_from",
        "interruption_ids.date_to",
        "grant_id.date_from",
        "grant_id.program_id.rate_ids.amount",
        "grant_id.program_id.rate_ids.date_from",
        "grant_id.program_id.rate_ids.date_to",
        "grant_id.program_id.rate_ids.qualification_class_id",
    )
    def _compute_due(self):
        for position in self:
            years = position._get_due()
            position.fte_months = float(sum(due.months for due in years))
            position.amount_due = float(sum(due.amount for due in years))
            position.unrated_months = float(sum(due.unrated for due in years))

    def _get_funded_period(self):
        """Return when the grant pays for the person; empty while vacant."""
        self.ensure_one()
        days = self.date_from, self.grant_id.date_from, self.funding_end
        if not self.user_id or not all(days):
            return positions.no_days()
        first = max(self.date_from, self.grant_id.date_from)
        return positions.span(first, self.funding_end)

    def _get_due(self):
        """Return what is due for each calendar year."""
        self.ensure_one()
        period = self._get_funded_period()
        if period.is_empty:
            return []
        rates = self.grant_id.program_id.rate_ids.filtered(
            lambda rate: rate.qualification_class_id == self.qualification_class_id
        )
        return positions.due_by_year(
            self.share,
            period,
            self._get_interruptions(),
            [
                Rate(positions.span(rate.date_from, rate.date_to), rate.amount)
                for rate in rates
            ],
        )
