# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import fields, models


class ResConfigSettings(models.TransientModel):
    _inherit = "res.config.settings"

    integration_target_ratio = fields.Integer(
        related="company_id.integration_target_ratio", readonly=False
    )
    integration_light_weight = fields.Float(
        related="company_id.integration_light_weight", readonly=False
    )
