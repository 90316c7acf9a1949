# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import models


class IntegrationCase(models.Model):
    """The way from a case to what there is for this client."""

    _inherit = "integration.case"

    def action_find_offers(self):
        """Open the directory as a search for what is near and speaks their language."""
        return self._get_offer_action()

    def _get_offer_action(self, area=None):
        """Return the directory with removable filters; nothing is stored.

        Only terms go along, never the case, its number or anything about the person.
        """
        self.ensure_one()
        self.check_access("read")
        action = self.env["ir.actions.act_window"]._for_xml_id(
            "integration_management.integration_offer_action"
        )
        wanted = {
            "search_default_area_ids": area and area.ids,
            "search_default_language_ids": self.language_ids.ids,
            "search_default_near_site_id": self.site_id.id,
        }
        context = {name: value for name, value in wanted.items() if value}
        return {**action, "context": context}
