# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import fields, models
from odoo.exceptions import UserError


class IntegrationConsent(models.Model):
    """A decision signed on a screen, at the talk."""

    _inherit = "integration.consent"

    signature_ids = fields.One2many(
        "integration.signature", "consent_id", string="Signed on screen"
    )

    def action_sign(self):
        """Put the text in front of the client, full screen."""
        return get_sign_action(self)

    def _get_sheet_text(self, code):
        """Return the text to show in a language.

        :raise UserError: if there is none
        """
        self.ensure_one()
        if self.text_language == code and self.text_id:
            return self.text_id
        text = self.text_id._get_current(self.purpose, code, self.case_id.company_id)
        if not text:
            raise UserError(
                self.env._(
                    "There is no published text for this purpose and language."
                    " Please choose another language or ask for a text."
                )
            )
        return text

    def _get_sheet_language(self):
        return self.text_language or "de"

    def _get_sheet_languages(self):
        """Return the codes of the languages that there is a text in."""
        texts = self.env["integration.consent.text"].search(
            [
                ("purpose", "=", self.purpose),
                ("state", "=", "published"),
                ("company_id", "in", [False, self.case_id.company_id.id]),
            ]
        )
        return set(texts.mapped("language"))

    def _get_sheet_values(self, words):
        text = self._get_sheet_text(words.code)
        words.has_unchecked = words.has_unchecked or text.is_unchecked
        return {
            "text": text,
            "german": text._get_german(),
            "title": text.title,
            "version": text.version,
        }

    def _get_explained(self):
        return self._get_label("explained_how")

    def _take_signature(self, sheet, decision, drawings):
        """Record the decision in the language that it was made in."""
        self.write({"text_language": sheet["language"], "form": "signed"})
        self.text_id = self._get_sheet_text(sheet["language"])
        if decision == "yes":
            self.action_give()
        else:
            self.action_decline()


def get_sign_action(record):
    """Return the action that opens the sheet of a consent or plan, full screen."""
    record.ensure_one()
    record.check_access("write")
    return {
        "type": "ir.actions.client",
        "tag": "integration_sign",
        "target": "fullscreen",
        "name": record.env._("Sign on screen"),
        "params": {"model": record._name, "id": record.id},
    }
