# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models
from odoo.fields import Domain

UNIT_KINDS = [
    ("total", "Total"),
    ("applicant", "Applicant"),
    ("carrier", "Carrier"),
    ("municipality", "Municipality"),
    ("site", "Site"),
    ("manager", "Integration manager"),
]


class IntegrationFiguresCell(models.Model):
    """One number as it may be published; what must be withheld is not stored."""

    _name = "integration.figures.cell"
    _description = "Key Figure"
    _order = "figures_id, sequence, id"
    _rec_name = "category_name"

    figures_id = fields.Many2one(
        "integration.figures",
        required=True,
        readonly=True,
        index=True,
        ondelete="cascade",
    )
    sequence = fields.Integer(readonly=True, aggregator=None)
    unit_kind = fields.Selection(UNIT_KINDS, required=True, readonly=True)
    unit_key = fields.Char(readonly=True, help="The same from run to run.")
    unit_name = fields.Char(string="Unit", readonly=True)
    measure = fields.Char(required=True, readonly=True)
    dimension = fields.Char(readonly=True, help="Empty: not broken down.")
    category = fields.Char(readonly=True, help="Empty: the total.")
    category_name = fields.Char(readonly=True, translate=True)
    value = fields.Float(readonly=True, digits=(16, 2), aggregator=None)
    is_hidden = fields.Boolean(
        string="Withheld",
        readonly=True,
        help="Too few people stand behind it, or another number would give them away.",
    )

    _unique_cell = models.UniqueIndex(
        "(figures_id, unit_kind, COALESCE(unit_key, ''), measure,"
        " COALESCE(dimension, ''), COALESCE(category, ''))",
        "Each number stands once in a run.",
    )

    @api.model
    def _access_domain(self):
        """Return the numbers of the runs that the user may see; see `ir.rule`."""
        runs = self.env["integration.figures"]._access_domain()
        return Domain("figures_id", "any", runs)
