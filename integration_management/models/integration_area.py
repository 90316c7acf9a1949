# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import fields, models


class IntegrationArea(models.Model):
    """A life area of assessment and plan, e.g. language or housing."""

    _name = "integration.area"
    _description = "Life Area"
    _order = "sequence, id"

    name = fields.Char(required=True, translate=True)
    code = fields.Char(required=True)
    sequence = fields.Integer(default=10)
    icon = fields.Char(default="fa-circle-o", help="Font Awesome class.")
    active = fields.Boolean(default=True)

    _unique_code = models.UniqueIndex("(code)", "The code of a life area is unique.")
