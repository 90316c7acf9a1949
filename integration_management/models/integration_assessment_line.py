# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import fields, models


class IntegrationAssessmentLine(models.Model):
    _name = "integration.assessment.line"
    _inherit = "integration.case.mixin"
    _description = "Needs Assessment Line"

    assessment_id = fields.Many2one(
        "integration.assessment", required=True, index=True, ondelete="cascade"
    )
