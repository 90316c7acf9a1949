# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import fields, models


class IntegrationAssessment(models.Model):
    _name = "integration.assessment"
    _inherit = "integration.case.mixin"
    _description = "Needs Assessment"

    date = fields.Date()
