# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, models
from odoo.fields import Domain


class IntegrationMyDay(models.AbstractModel):
    """Reminders that did not get through, and letters to be printed."""

    _inherit = "integration.my.day"

    @api.model
    def get_my_day(self):
        """Add what the manager has to pass on, as long as it helps.

        :return: as before, with "reminders"
        """
        ahead = Domain("session_id.start", ">", "now")
        failed = Domain("state", "=", "failed")
        letters = Domain("state", "=", "planned") & Domain("channel", "=", "letter")
        letters &= Domain("send_at", "<=", "now")
        names = ["case_name", "session_id", "start", "channel", "state"]
        reminders = self._read(
            "integration.reminder", ahead & (failed | letters), names, "send_at"
        )
        return {**super().get_my_day(), "reminders": reminders}
