# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import fields, models


class IntegrationSite(models.Model):
    """A place of work. Employer, place and the client's municipality may differ."""

    _name = "integration.site"
    _description = "Site"
    _order = "name, id"

    name = fields.Char(required=True)
    company_id = fields.Many2one(
        "res.company",
        string="Carrier",
        required=True,
        index=True,
        default=lambda self: self.env.company,
    )
    municipality_id = fields.Many2one(
        "integration.term",
        domain="[('kind', '=', 'municipality'), ('is_current', '=', True)]",
    )
    organisational_form = fields.Selection(
        [
            ("own_staff", "Own staff of the municipality"),
            ("free_carrier", "Free carrier"),
            ("district", "District office on behalf of the municipality"),
        ],
        default="own_staff",
    )
    profile = fields.Selection(
        [
            ("counselling", "Counselling"),
            ("coordination", "Coordination"),
            ("both", "Counselling and coordination"),
        ],
        default="counselling",
    )
    street = fields.Char()
    zip = fields.Char(string="ZIP")
    city = fields.Char()
    phone = fields.Char()
    active = fields.Boolean(default=True)
