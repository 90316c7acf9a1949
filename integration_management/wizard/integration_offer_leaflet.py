# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models
from odoo.exceptions import UserError


class IntegrationOfferLeaflet(models.TransientModel):
    """Which offers go on a leaflet, and in which language. For whom, nobody knows."""

    _name = "integration.offer.leaflet"
    _description = "Leaflet of Offers"

    offer_ids = fields.Many2many(
        "integration.offer", default=lambda self: self._default_offer_ids()
    )
    lang = fields.Selection(
        selection=lambda self: self.env["res.lang"].get_installed(),
        string="Language of the leaflet",
        default=lambda self: self.env.lang,
        required=True,
        help="Texts that nobody translated are printed as they are.",
    )

    @api.model
    def _default_offer_ids(self):
        if self.env.context.get("active_model") != "integration.offer":
            return False
        return self.env.context.get("active_ids")

    def action_print(self):
        """Print the leaflet.

        :raise UserError: if no offer is left on it
        """
        self.ensure_one()
        if not self.offer_ids:
            raise UserError(self.env._("Please choose at least one offer."))
        report = self.env.ref("integration_management.integration_offer_action_report")
        return report.with_context(lang=self.lang).report_action(
            self.offer_ids, config=False
        )
