# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import fields, models


class ResCompany(models.Model):
    _inherit = "res.company"

    integration_withheld_months = fields.Integer(
        string="Keep withheld notes (months)",
        default=12,
        help="Entrusted notes that stay behind at a hand-over are deleted after this"
        " time.",
    )
