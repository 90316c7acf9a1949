# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, models


class CalendarAttendee(models.Model):
    """A client is never an attendee: every employee can read the list of attendees."""

    _inherit = "calendar.attendee"

    @api.constrains("partner_id", "event_id")
    def _check_integration_partner(self):
        for event, attendees in self.grouped("event_id").items():
            event._get_linked()._check_internal(attendees.partner_id)
