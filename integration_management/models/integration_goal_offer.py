# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import models


class IntegrationGoal(models.Model):
    """The way from a goal to who helps with it."""

    _inherit = "integration.goal"

    def action_find_offers(self):
        """Open the directory as a search in the goal's life area."""
        self.ensure_one()
        self.check_access("read")
        return self.case_id._get_offer_action(self.area_id)
