# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models


class IntegrationCase(models.Model):
    """In which language a client gets papers and messages."""

    _inherit = "integration.case"

    text_language = fields.Selection(
        lambda self: self.env["integration.language"]._get_selection(),
        string="Language of papers",
        compute="_compute_text_language",
        store=True,
        readonly=False,
        help="Papers and messages for the client come in this language, German beside.",
    )

    @api.depends("language_ids")
    def _compute_text_language(self):
        """Offer the first spoken language that there are texts in; a choice stays."""
        languages = self.env["integration.language"]
        for case in self:
            if not case.text_language:
                case.text_language = languages._get_code_of(case.language_ids)

    def _get_text_language(self):
        """Return the code of the language to print in: German if nothing is known."""
        self.ensure_one()
        return self.text_language or "de"
