# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import fields, models


class IntegrationPlan(models.Model):
    _name = "integration.plan"
    _inherit = "integration.case.mixin"
    _description = "Integration Plan"

    version = fields.Integer()
