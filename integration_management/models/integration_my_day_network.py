# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, models
from odoo.fields import Domain

_COORDINATOR = "integration_management.group_integration_coordinator"


class IntegrationMyDay(models.AbstractModel):
    """What is on in the network; for coordinators also what wants looking after."""

    _inherit = "integration.my.day"

    @api.model
    def get_my_day(self):
        """Return also what has no case in it.

        "network", "enquiries", and for coordinators "gaps" and "unchecked".
        """
        activities = self.env["integration.network.activity"]
        soon = activities._get_own_domain()
        soon &= Domain("state", "=", "planned") & Domain("start", "<", "today +8d")
        activity = ["name", "start", "location", "is_overdue"]
        enquiry = ["display_name", "language_id", "received_on", "priority", "state"]
        return {
            **super().get_my_day(),
            "network": self._read(activities._name, soon, activity, "start"),
            "enquiries": self._read(
                "integration.enquiry", Domain.TRUE, enquiry, "state, priority desc, id"
            ),
            "gaps": [],
            "unchecked": [],
            **(self._get_to_coordinate() if self._is_coordinator() else {}),
        }

    @api.model
    def _is_coordinator(self):
        return self.env.user.has_group(_COORDINATOR)

    @api.model
    def _get_to_coordinate(self):
        """Return the sites with gaps and the offers nobody checked for a year."""
        gaps = Domain("company_id", "in", self.env.companies.ids)
        gaps &= Domain("topic_line_ids.is_gap", "=", True)
        unchecked = Domain("check_state", "=", "due")
        offer = ["name", "last_checked_on"]
        return {
            "gaps": self._read("integration.site", gaps, ["name", "gap_count"], "name"),
            "unchecked": self._read(
                "integration.offer", unchecked, offer, "last_checked_on, id"
            ),
        }
