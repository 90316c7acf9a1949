# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, models
from odoo.fields import Domain


class IntegrationMyDay(models.AbstractModel):
    """Whom the user stands in for today."""

    _inherit = "integration.my.day"

    @api.model
    def get_my_day(self):
        """Return also "deputyships": those to the user that run today."""
        running = (
            Domain("deputy_id", "=", self.env.uid)
            & Domain("revoked_on", "=", False)
            & Domain("date_from", "<=", "today")
            & Domain("date_to", ">=", "today")
        )
        names = ["owner_id", "date_to", "full_count", "cover_count"]
        return {
            **super().get_my_day(),
            "deputyships": self._read(
                "integration.deputyship", running, names, "date_to"
            ),
        }
