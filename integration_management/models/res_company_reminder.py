# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import fields, models


class ResCompany(models.Model):
    _inherit = "res.company"

    integration_reminder_days = fields.Integer(
        string="Remind clients", default=2, help="Days before the appointment."
    )
    integration_reminder_from = fields.Char(
        string="Neutral sender",
        help="E-mail address that does not tell what the office does.",
    )
