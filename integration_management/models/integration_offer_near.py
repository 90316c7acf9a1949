# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models
from odoo.fields import Domain


class IntegrationOffer(models.Model):
    """What there is near a place of work."""

    _inherit = "integration.offer"

    near_site_id = fields.Many2one(
        "integration.site",
        string="Near",
        compute="_compute_near",
        search="_search_near_site_id",
        exportable=False,
        help="To search only: what is there, serves the place, or serves everywhere.",
    )
    is_near_me = fields.Boolean(
        compute="_compute_near", search="_search_is_near_me", exportable=False
    )

    def _compute_near(self):
        """Nothing: these are questions to the directory, not facts of an offer."""
        self.near_site_id = False
        self.is_near_me = False

    @api.model
    def _search_near_site_id(self, operator, value):
        if operator not in ("in", "any"):
            return NotImplemented
        sites = value if isinstance(value, Domain) else Domain("id", "in", value)
        return self._get_near_domain(self.env["integration.site"].search(sites))

    @api.model
    def _search_is_near_me(self, operator, value):
        if operator != "in":
            return NotImplemented
        mine = self.env["integration.site"].search(
            [("person_ids.user_id", "=", self.env.uid)]
        )
        near = self._get_near_domain(mine)
        return near if True in value else ~near

    @api.model
    def _get_near_domain(self, sites):
        """Return the domain of the offers near any of `sites`.

        Entered as near, for residents of the municipality, provided in it, or for
        everywhere.
        """
        municipalities = sites.municipality_id
        everywhere = Domain("site_ids", "=", False)
        everywhere &= Domain("municipality_ids", "=", False)
        towns = {name for name in municipalities.mapped("name") + sites.mapped("city")}
        return Domain.OR(
            (
                everywhere,
                Domain("site_ids", "in", sites.ids),
                Domain("municipality_ids", "in", municipalities.ids),
                Domain("provider_id.city", "in", sorted(filter(None, towns))),
            )
        )
