# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import fields, models

from .integration_portal import GERMAN


class IntegrationPlan(models.Model):
    """The plan on paper, which the client takes home."""

    _inherit = "integration.plan"

    text_language = fields.Selection(
        related="case_id.text_language", related_sudo=False, readonly=False
    )

    def action_hand_over_copy(self):
        """Note that the client got a copy."""
        self.write({"copy_handed_over": True})

    def _is_bilingual(self):
        """Tell whether the plan is printed in another language beside German."""
        self.ensure_one()
        return self.case_id._get_text_language() != "de"

    def _in_german(self):
        """Return the plan with the names of value lists in German."""
        return self.with_context(lang=GERMAN)
