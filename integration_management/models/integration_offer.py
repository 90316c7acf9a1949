# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import fields, models


class IntegrationOffer(models.Model):
    """What there is for clients: a course, a café, an advice centre.

    Open to all colleagues; says nothing about anybody's client.
    """

    _name = "integration.offer"
    _description = "Offer"
    _order = "name, id"

    name = fields.Char(required=True, translate=True)
    description = fields.Text(string="What it is", translate=True)
    provider_id = fields.Many2one(
        "res.partner",
        domain="[('is_company', '=', True)]",
        index=True,
        ondelete="restrict",
    )
    kind = fields.Selection(
        [("professional", "Professional"), ("volunteer", "Volunteer")],
        string="Run by",
        default="professional",
        required=True,
    )
    area_ids = fields.Many2many("integration.area", string="Life areas")
    topic_ids = fields.Many2many(
        "integration.term",
        "integration_offer_topic_rel",
        string="Topics",
        domain="[('kind', '=', 'topic'), ('is_current', '=', True)]",
    )
    language_ids = fields.Many2many(
        "integration.term",
        "integration_offer_language_rel",
        string="Languages",
        domain="[('kind', '=', 'language'), ('is_current', '=', True)]",
    )
    municipality_ids = fields.Many2many(
        "integration.term",
        "integration_offer_municipality_rel",
        string="For municipalities",
        domain="[('kind', '=', 'municipality'), ('is_current', '=', True)]",
        help="Empty: for everywhere.",
    )
    site_ids = fields.Many2many("integration.site", string="Near sites")
    place = fields.Char(help="If it is not at the provider's address.")
    opening_hours = fields.Text()
    cost = fields.Char(help="Empty: free of charge.")
    access_way = fields.Char(
        string="How to get in", help="For example: just come, by appointment."
    )
    last_checked_on = fields.Date(default=fields.Date.context_today, copy=False)
    active = fields.Boolean(default=True)
