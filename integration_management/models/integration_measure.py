# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import fields, models


class IntegrationMeasure(models.Model):
    _name = "integration.measure"
    _inherit = "integration.case.mixin"
    _description = "Measure"

    goal_id = fields.Many2one(
        "integration.goal", required=True, index=True, ondelete="cascade"
    )
