# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import fields, models


class IntegrationGoal(models.Model):
    _name = "integration.goal"
    _inherit = "integration.case.mixin"
    _description = "Goal"

    plan_id = fields.Many2one("integration.plan", index=True, ondelete="cascade")
