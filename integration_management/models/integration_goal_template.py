# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import fields, models


class IntegrationGoalTemplate(models.Model):
    _name = "integration.goal.template"
    _order = "id desc"
    _description = "Goal Template"

    name = fields.Char(translate=True)
