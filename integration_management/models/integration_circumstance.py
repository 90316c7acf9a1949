# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import fields, models


class IntegrationCircumstance(models.Model):
    _name = "integration.circumstance"
    _inherit = "integration.case.mixin"
    _description = "Circumstance"

    expires_on = fields.Date()
    date_to = fields.Date()
