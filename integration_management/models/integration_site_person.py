# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import fields, models


class IntegrationSitePerson(models.Model):
    """A colleague who works at a site, as published: nothing here is confidential."""

    _name = "integration.site.person"
    _inherit = "integration.term.mixin"
    _description = "Colleague at a Site"
    _order = "site_id, sequence, id"
    _rec_name = "user_id"

    site_id = fields.Many2one(
        "integration.site", required=True, index=True, ondelete="cascade"
    )
    sequence = fields.Integer(default=10)
    user_id = fields.Many2one(
        "res.users",
        string="Colleague",
        required=True,
        index=True,
        domain="[('share', '=', False)]",
        ondelete="cascade",
    )
    responsibility = fields.Char(
        string="Responsible for", help="As published, e.g. a part of the town."
    )
    language_ids = fields.Many2many(
        "integration.term",
        "integration_site_person_language_rel",
        string="Languages",
        domain="[('kind', '=', 'language'), ('is_current', '=', True)]",
    )
    phone = fields.Char(string="Public phone")
    hours = fields.Char(string="When", help="E.g. days or consultation hours.")

    _unique_person = models.UniqueIndex(
        "(site_id, user_id)", "Each colleague stands once on the page of a site."
    )
