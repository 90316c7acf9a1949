# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import models


class IntegrationAssessmentLine(models.Model):
    """The way from a need to who helps with it."""

    _inherit = "integration.assessment.line"

    def action_find_offers(self):
        """Open the directory as a search in the life area of the need."""
        self.ensure_one()
        self.check_access("read")
        return self.case_id._get_offer_action(self.area_id)
