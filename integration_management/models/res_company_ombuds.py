# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import fields, models


class ResCompany(models.Model):
    _inherit = "res.company"

    integration_ombuds_receipt_days = fields.Integer(
        string="Confirm receipt within (days)", default=14
    )
    integration_ombuds_answer_days = fields.Integer(
        string="Answer within (days)", default=42
    )
    integration_ombuds_keep_months = fields.Integer(
        string="Keep closed messages (months)",
        default=12,
        help="What the complaint office has closed is deleted after this time.",
    )

    _integration_ombuds_days_range = models.Constraint(
        "CHECK (integration_ombuds_receipt_days BETWEEN 1 AND 60"
        " AND integration_ombuds_answer_days BETWEEN 1 AND 180)",
        "Receipt is confirmed within 60 days, and answered within 180, at the latest.",
    )
    _integration_ombuds_keep_range = models.Constraint(
        "CHECK (integration_ombuds_keep_months BETWEEN 1 AND 36)",
        "What is closed is kept for 1 to 36 months.",
    )
