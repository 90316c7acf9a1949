# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import fields, models


class IntegrationConsent(models.Model):
    _name = "integration.consent"
    _inherit = "integration.case.mixin"
    _description = "Consent"

    asked_on = fields.Date()
