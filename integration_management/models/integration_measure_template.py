# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import fields, models


class IntegrationMeasureTemplate(models.Model):
    _name = "integration.measure.template"
    _order = "id desc"
    _description = "Measure Template"

    name = fields.Char(translate=True)
