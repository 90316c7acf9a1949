# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, models
from odoo.fields import Domain


class IntegrationMyDay(models.AbstractModel):
    """What clients told on their pages since."""

    _inherit = "integration.my.day"

    @api.model
    def get_my_day(self):
        """Add the clients' answers, steps they say are done, and requests.

        :return: as before, with "answers", "said_done" and "requests"
        """
        answers = (
            Domain("user_id", "=", self.env.uid)
            & Domain("client_answer", "=", "move")
            & Domain("state", "=", "planned")
            & Domain("stop", ">=", "now")
        )
        session = ["case_name", "start", "client_wish"]
        step = ["case_id", "case_name", "name", "client_done_on"]
        request = ["case_name", "kind", "deadline"]
        return {
            **super().get_my_day(),
            "answers": self._read("integration.session", answers, session, "start"),
            "said_done": self._read(
                "integration.measure",
                Domain("is_to_confirm", "=", True),
                step,
                "client_done_on",
            ),
            "requests": self._read(
                "integration.rights.request",
                Domain("state", "=", "received"),
                request,
                "deadline",
            ),
        }
