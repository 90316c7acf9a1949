# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, models
from odoo.fields import Domain


class IntegrationGoal(models.Model):
    """Goals are chosen by their wording, not by the number of their case."""

    _inherit = "integration.goal"

    @api.model
    def name_search(self, name="", domain=None, operator="ilike", limit=100):
        """Return the wordings where a screen asks for them.

        Unlike the display name, they are read with the rights of the user.
        """
        if not self.env.context.get("integration_goal_wording"):
            return super().name_search(name, domain, operator, limit)
        wanted = Domain("name", operator, name) if name else Domain.TRUE
        goals = self.search_fetch(
            wanted & Domain(domain or Domain.TRUE), ["name"], limit=limit
        )
        return [(goal.id, goal.name or goal.display_name) for goal in goals]
