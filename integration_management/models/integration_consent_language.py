# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models


class IntegrationConsent(models.Model):
    """A client is asked in their language, if there is a text in it."""

    _inherit = "integration.consent"

    text_language = fields.Selection(
        lambda self: self.env["integration.language"]._get_selection(),
        string="Language of the text",
        compute="_compute_text_language",
        store=True,
        readonly=False,
        precompute=True,
    )

    @api.depends("case_id", "purpose")
    def _compute_text_language(self):
        """Propose the client's language, German if it has no such text yet."""
        texts = self.env["integration.consent.text"]
        for consent in self:
            if consent.text_language:
                continue
            case = consent.case_id
            code = case._get_text_language() if case else "de"
            text = texts._get_current(consent.purpose, code, case.company_id)
            consent.text_language = text.language or "de"
