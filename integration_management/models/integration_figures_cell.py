# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models
from odoo.fields import Domain
from odoo.tools.misc import formatLang

UNIT_KINDS = [
    ("total", "Total"),
    ("applicant", "Applicant"),
    ("carrier", "Carrier"),
    ("municipality", "Municipality"),
    ("site", "Site"),
    ("manager", "Integration manager"),
]
MEASURES = [
    ("persons", "Persons counselled"),
    ("contacts", "Contacts"),
    ("minutes", "Minutes of counselling"),
    ("plans", "Integration plans"),
    ("goals", "Goals in agreed plans"),
    ("changes", "Changes during counselling"),
    ("referrals", "Referrals"),
    ("network", "Network activities"),
    ("participants", "Participants of network activities"),
    ("fte_months", "Full-time months of positions"),
]
DIMENSIONS = [
    ("entry", "Beginning of counselling"),
    ("exit", "End of counselling"),
    ("age", "Age"),
    ("gender", "Gender"),
    ("origin", "Origin"),
    ("residence", "Residence status"),
    ("housing", "Housing"),
    ("limit", "Counselling limit"),
    ("kind", "Kind"),
    ("topic", "Topic"),
    ("language", "Language of the talk"),
    ("interpretation", "Interpretation"),
    ("event", "Event"),
    ("area", "Life area"),
    ("state", "State"),
    ("area_state", "Life area and state"),
    ("language_change", "German"),
    ("work_change", "Work"),
    ("training", "School, course or training"),
    ("housing_change", "Change of housing"),
    ("partner_kind", "Kind of partner"),
]
WITHHELD = "•"


class IntegrationFiguresCell(models.Model):
    """One number as it may be published; what must be withheld is not stored."""

    _name = "integration.figures.cell"
    _description = "Key Figure"
    _order = "figures_id, sequence, unit_name, id"
    _rec_name = "category_name"

    figures_id = fields.Many2one(
        "integration.figures",
        required=True,
        readonly=True,
        index=True,
        ondelete="cascade",
    )
    sequence = fields.Integer(readonly=True, aggregator=None)
    unit_kind = fields.Selection(
        UNIT_KINDS, string="Kind of unit", required=True, readonly=True
    )
    unit_key = fields.Char(readonly=True, help="The same from run to run.")
    unit_name = fields.Char(string="Unit", readonly=True)
    measure = fields.Selection(
        MEASURES, string="What is counted", required=True, readonly=True
    )
    dimension = fields.Selection(
        DIMENSIONS, string="Broken down by", readonly=True, help="Empty: the total."
    )
    category = fields.Char(string="Code", readonly=True, help="Empty: the total.")
    category_name = fields.Char(string="Category", readonly=True, translate=True)
    value = fields.Float(readonly=True, digits=(16, 2), aggregator=None)
    is_hidden = fields.Boolean(
        string="Withheld",
        readonly=True,
        help="Too few people stand behind it, or another number would give them away.",
    )
    shown = fields.Char(
        string="Number",
        compute="_compute_shown",
        help="•: withheld, since too few people stand behind it or behind another"
        " number that it would give away.",
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

    @api.depends("value", "is_hidden", "measure")
    @api.depends_context("lang")
    def _compute_shown(self):
        for cell in self:
            digits = 2 if cell.measure == "fte_months" else 0
            cell.shown = (
                WITHHELD
                if cell.is_hidden
                else formatLang(self.env, cell.value, digits=digits)
            )
