# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, models

from ..logic import pictograms
from ..logic.paper import Paper


class IntegrationCase(models.Model):
    """Papers in the client's language, German beside."""

    _inherit = "integration.case"

    def _get_paper(self):
        """Return the :class:`Paper` to write for the client."""
        self.ensure_one()
        return self._get_paper_in(self._get_text_language())

    @api.model
    def _get_paper_in(self, code):
        """Return the :class:`Paper` to write in a language of clients."""
        return Paper(self.env["integration.client.text"]._get_words(code))

    @api.model
    def _get_pictogram(self, code):
        """Return the picture of a life area as an address, or empty."""
        return pictograms.get_data_uri(code or "")
