# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import fields, models

from .integration_consent_sign import get_sign_action


class IntegrationPlan(models.Model):
    """A plan agreed by two signatures on a screen."""

    _inherit = "integration.plan"

    signature_ids = fields.One2many(
        "integration.signature", "plan_id", string="Signed on screen"
    )

    def action_sign(self):
        """Put the plan in front of the client, full screen."""
        return get_sign_action(self)

    def _get_sheet_language(self):
        return self.case_id._get_text_language()

    def _get_sheet_languages(self):
        rows = self.env["integration.language"]._get_offered()
        return {code for code, *_rest in rows}

    def _get_sheet_values(self, words):
        portal = self.env["integration.portal"]
        return {
            "plan": portal._get_plan_content(self.sudo()),  # sudo: write access asked
            "title": words.own("portal.nav.plan"),
            "version": self.version,
        }

    def _get_explained(self):
        return self.explained_language_id.name

    def _take_signature(self, sheet, decision, drawings):
        """Make the plan binding, with both signatures on it."""
        client, manager = drawings
        self.write({"client_signature": client, "manager_signature": manager})
        self.action_agree()
