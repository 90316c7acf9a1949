# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, models
from odoo.fields import Domain


class IntegrationMyDay(models.AbstractModel):
    """Asks what became of the client's referrals."""

    _inherit = "integration.my.day"

    @api.model
    def get_my_day(self):
        """Add the running referrals that nothing has been heard of for long.

        :return: as before, with "referrals"
        """
        days = self.env.company.integration_feedback_days
        silent = (
            Domain("is_running", "=", True)
            & Domain("feedback_on", "=", False)
            & Domain("referred_on", "<=", f"today -{days}d")
        )
        names = ["case_name", "label", "referred_on"]
        referrals = self._read("integration.referral", silent, names, "referred_on")
        return {**super().get_my_day(), "referrals": referrals}
