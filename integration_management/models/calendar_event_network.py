# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import models
from odoo.exceptions import UserError


class CalendarEvent(models.Model):
    """Lets network activities follow their entries in the calendar.

    Users without our groups are invited to them too and may move them, so nothing here
    needs a right on network activities.
    """

    _inherit = "calendar.event"

    def write(self, vals):
        activities = self._get_network_activities()
        if not activities:
            return super().write(vals)
        self._check_network_editors(activities)
        result = super().write(vals)
        activities = activities.exists()
        if vals.get("active"):
            activities._revive()
        elif "active" in vals:
            activities._cancel_planned()
        activities._follow_event()
        return result

    def unlink(self):
        activities = self._get_network_activities()
        self._check_network_editors(activities)
        result = super().unlink()
        activities.exists()._cancel_planned()
        return result

    def _get_network_activities(self):
        """Return the activities of the entries, whoever asks, under sudo."""
        activities = self.env["integration.network.activity"]
        activities = activities.sudo()  # sudo: whoever was invited may move the entry
        if not self._origin.ids:
            return activities
        return activities.search([("event_id", "in", self._origin.ids)])

    def _check_network_editors(self, activities):
        """Leave planned activities to those whom Odoo's screens let edit the entries.

        Over RPC, Odoo lets every employee change any entry that is not private.

        :raise UserError: for somebody who is not invited
        """
        user = self.env.user
        if self.env.su or user.has_group("base.group_system"):
            return
        events = activities.filtered(lambda each: each.state == "planned").event_id
        for event in events:
            if user not in event.user_id | event.partner_ids.user_ids:
                raise UserError(
                    self.env._(
                        "This calendar entry belongs to a network activity. Please ask"
                        " those who are invited to change it."
                    )
                )
