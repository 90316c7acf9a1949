# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import fields, models


class ResConfigSettings(models.TransientModel):
    _inherit = "res.config.settings"

    integration_ombuds_receipt_days = fields.Integer(
        related="company_id.integration_ombuds_receipt_days", readonly=False
    )
    integration_ombuds_answer_days = fields.Integer(
        related="company_id.integration_ombuds_answer_days", readonly=False
    )
    integration_ombuds_keep_months = fields.Integer(
        related="company_id.integration_ombuds_keep_months", readonly=False
    )
