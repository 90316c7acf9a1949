# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models

_LIMIT_FIELDS = {"valid_from", "valid_to", "limit_months", "limit_max_months", "active"}


class IntegrationFundingProgram(models.Model):
    """The grant authority's rules in force during a period, as data.

    Source of the shipped records: VwV Integrationsmanagement as far as it is known.
    """

    _name = "integration.funding.program"
    _description = "Funding Programme"
    _order = "valid_from desc, id desc"

    name = fields.Char(required=True, translate=True)
    legal_basis = fields.Char()
    valid_from = fields.Date(required=True)
    valid_to = fields.Date(help="Empty: until further notice.")
    limit_months = fields.Integer(
        string="Counselling limit (months)", help="0: no limit."
    )
    limit_max_months = fields.Integer(
        string="Limit with extension (months)",
        help="Longest counselling when an extension is justified in a single case.",
    )
    active = fields.Boolean(default=True)

    _validity_order = models.Constraint(
        "CHECK (valid_from <= valid_to)", "A programme must not end before it begins."
    )
    _limit_order = models.Constraint(
        "CHECK (0 <= limit_months AND limit_months <= limit_max_months)",
        "The limit with extension must not be shorter than the limit.",
    )

    @api.model_create_multi
    def create(self, vals_list):
        programs = super().create(vals_list)
        self._recompute_limits()
        return programs

    def write(self, vals):
        result = super().write(vals)
        if _LIMIT_FIELDS & vals.keys():
            self._recompute_limits()
        return result

    @api.model
    def _get_current(self):
        """Return today's programme, or the last one when funding has run out."""
        return self.search([("valid_from", "<=", "today")], limit=1)

    @api.model
    def _recompute_limits(self):
        """Let changed rules reach the limit of every running case."""
        cases = self.env["integration.case"].sudo()  # sudo: only dates are computed
        cases = cases.search([("closed_on", "=", False)])
        self.env.add_to_compute(cases._fields["limit_date"], cases)
