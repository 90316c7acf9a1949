# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models
from odoo.exceptions import ValidationError

from ..logic import offers


class IntegrationOffer(models.Model):
    """What there is for clients: a course, a café, an advice centre.

    Open to all colleagues of all carriers; says nothing about anybody's client.
    """

    _name = "integration.offer"
    _inherit = ["integration.term.mixin", "mail.thread", "mail.activity.mixin"]
    _description = "Offer"
    _order = "name, id"
    _rec_names_search = ["name", "provider_id"]

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
        help="In which one can talk there, with or without interpreters.",
    )
    municipality_ids = fields.Many2many(
        "integration.term",
        "integration_offer_municipality_rel",
        string="For municipalities",
        domain="[('kind', '=', 'municipality'), ('is_current', '=', True)]",
        help="Whose residents it is for. Empty: for everywhere.",
    )
    site_ids = fields.Many2many("integration.site", string="Near sites")
    place = fields.Char(
        translate=True, help="If it is not at the provider's address, e.g. online."
    )
    address = fields.Char(compute="_compute_address")
    phone = fields.Char(help="Empty: the provider's number.")
    contact_phone = fields.Char(
        string="Phone for enquiries", compute="_compute_address"
    )
    opening_hours = fields.Text(translate=True)
    is_free = fields.Boolean(string="Free of charge")
    cost = fields.Char(translate=True, help="How much, and who may pay for it.")
    access_ids = fields.Many2many(
        "integration.term",
        "integration_offer_access_rel",
        string="How to get in",
        domain="[('kind', '=', 'offer_access'), ('is_current', '=', True)]",
    )
    access_way = fields.Char(
        string="Getting in: details",
        translate=True,
        help="For example: ring twice, ask at the reception.",
    )
    duplicate_ids = fields.Many2many(
        "integration.offer",
        string="Similar offers",
        compute="_compute_duplicate_ids",
        context={"active_test": False},
    )
    active = fields.Boolean(default=True)

    @api.depends(
        "place",
        "phone",
        "provider_id.is_company",
        "provider_id.street",
        "provider_id.zip",
        "provider_id.city",
        "provider_id.phone",
    )
    @api.depends_context("lang", "uid")
    def _compute_address(self):
        """Show where to go and whom to call: organisations only, never people."""
        # Contacts of another carrier may be out of sight.
        visible = self.provider_id._filtered_access("read").filtered("is_company")
        for offer in self:
            provider = offer.provider_id & visible
            town = " ".join(filter(None, (provider.zip, provider.city)))
            address = ", ".join(filter(None, (provider.street, town)))
            offer.address = offer.place or address
            offer.contact_phone = offer.phone or provider.phone

    @api.depends("name", "provider_id")
    def _compute_duplicate_ids(self):
        """Find what the provider offers by nearly the same name, archived or not."""
        everything = self.with_context(active_test=False)
        candidates = everything.search([("provider_id", "in", self.provider_id.ids)])
        for offer in self:
            offer.duplicate_ids = candidates.filtered(
                lambda other, offer=offer: (
                    other != offer._origin
                    and other.provider_id == offer.provider_id
                    and offers.is_similar(offer.name, other.name)
                )
            )

    @api.depends("name", "provider_id")
    @api.depends_context("lang", "formatted_display_name")
    def _compute_display_name(self):
        """Show the name; in pickers the provider beside it."""
        is_picker = self.env.context.get("formatted_display_name")
        for offer in self:
            offer.display_name = offer.name
            if is_picker and offer.provider_id:
                offer.display_name = f"{offer.name} \t --{offer.provider_id.name}--"

    @api.constrains("provider_id")
    def _check_provider(self):
        """Keep private people, their names and addresses out of the directory."""
        if any(not provider.is_company for provider in self.provider_id):
            raise ValidationError(
                self.env._(
                    "Offers are provided by organisations. Please choose the circle or"
                    " association instead of a person, or leave the provider empty."
                )
            )
