# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import fields, models


class ResConfigSettings(models.TransientModel):
    _inherit = "res.config.settings"

    integration_review_months = fields.Integer(
        related="company_id.integration_review_months", readonly=False
    )
    integration_contact_days = fields.Integer(
        related="company_id.integration_contact_days", readonly=False
    )
    integration_permit_days = fields.Integer(
        related="company_id.integration_permit_days", readonly=False
    )
    integration_limit_days = fields.Integer(
        related="company_id.integration_limit_days", readonly=False
    )
    integration_warning_days = fields.Integer(
        related="company_id.integration_warning_days", readonly=False
    )
    integration_feedback_days = fields.Integer(
        related="company_id.integration_feedback_days", readonly=False
    )
    integration_use_azr = fields.Boolean(
        related="company_id.integration_use_azr", readonly=False
    )
    integration_enquiry_days = fields.Integer(
        related="company_id.integration_enquiry_days", readonly=False
    )
    integration_enquiry_offer_days = fields.Integer(
        related="company_id.integration_enquiry_offer_days", readonly=False
    )
