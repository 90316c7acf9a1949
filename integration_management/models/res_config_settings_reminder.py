# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import fields, models


class ResConfigSettings(models.TransientModel):
    _inherit = "res.config.settings"

    integration_reminder_days = fields.Integer(
        related="company_id.integration_reminder_days", readonly=False
    )
    integration_reminder_from = fields.Char(
        related="company_id.integration_reminder_from", readonly=False
    )
