# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import fields, models


class IntegrationSession(models.Model):
    _name = "integration.session"
    _inherit = "integration.case.mixin"
    _description = "Session"

    start = fields.Datetime()
    state = fields.Selection([("planned", "Planned"), ("held", "Held")])
