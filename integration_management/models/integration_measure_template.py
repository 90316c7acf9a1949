# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import fields, models

from .integration_measure import RESPONSIBLE


class IntegrationMeasureTemplate(models.Model):
    """A usual step of a goal template."""

    _name = "integration.measure.template"
    _description = "Measure Template"
    _order = "sequence, id"

    template_id = fields.Many2one(
        "integration.goal.template", required=True, index=True, ondelete="cascade"
    )
    name = fields.Char(string="Step", required=True, translate=True)
    responsible = fields.Selection(RESPONSIBLE, string="Who", default="client")
    due_days = fields.Integer(
        string="Due after (days)", help="Proposed due date of the step; 0: none."
    )
    sequence = fields.Integer(default=10)
