# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import models

from .integration_portal import GERMAN


class IntegrationConsent(models.Model):
    """The question on paper, in the client's language with German beside."""

    _inherit = "integration.consent"

    def _get_paper(self):
        """Return the :class:`Paper` to write in the language of the text."""
        self.ensure_one()
        paper = self.case_id._get_paper_in(self.text_language)
        paper.words.has_unchecked = self.text_id.is_unchecked
        return paper

    def _get_german_text(self):
        """Return the German text to print beside an open question; empty for German."""
        self.ensure_one()
        if self.state != "asked":
            return self.text_id.browse()
        return self.text_id._get_german() if self.text_id else self.text_id

    def _get_german_beside(self):
        """Return the German text to print beside what was shown at the decision."""
        self.ensure_one()
        text = self.text_id
        is_decided = text and self.state != "asked"
        return text._get_german(self.decided_on) if is_decided else text.browse()

    def _get_direction(self):
        """Return the direction of the text that was shown."""
        self.ensure_one()
        return self._get_paper().words.direction

    def _in_german(self):
        """Return the consent with the names of value lists in German."""
        return self.with_context(lang=GERMAN)
