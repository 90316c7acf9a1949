# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import fields, models


class IntegrationConsentText(models.Model):
    _name = "integration.consent.text"
    _order = "id desc"
    _description = "Consent Text"

    name = fields.Char()
