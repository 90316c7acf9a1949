# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import fields, models


class IntegrationSiteHotline(models.Model):
    """A number to call that hangs beside the page of a site."""

    _name = "integration.site.hotline"
    _description = "Hotline"
    _order = "site_id, sequence, id"

    site_id = fields.Many2one(
        "integration.site", required=True, index=True, ondelete="cascade"
    )
    sequence = fields.Integer(default=10)
    name = fields.Char(required=True)
    phone = fields.Char(required=True)
    hours = fields.Char(string="When")
