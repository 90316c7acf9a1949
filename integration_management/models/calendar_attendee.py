# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, models
from odoo.fields import Domain


class CalendarAttendee(models.Model):
    """A client is never an attendee, and who meets in private is not told.

    Private entries are all treated alike: a difference would tell which of them are
    sessions.
    """

    _inherit = "calendar.attendee"

    @api.model
    def _access_domain(self):
        """Return the domain of attendees that the user may see.

        Odoo shows every employee the attendees of private entries, and with them the
        tokens that open these without a login.
        """
        partner = self.env.user.partner_id
        own = Domain("user_id", "=", self.env.uid)
        own |= Domain("partner_ids", "in", partner.ids)
        event = Domain("privacy", "!=", "private") | own
        own_row = Domain("partner_id", "=", partner.id)
        return own_row | Domain("event_id", "any!", event)

    @api.constrains("partner_id", "event_id")
    def _check_integration_partner(self):
        for event, attendees in self.grouped("event_id").items():
            event._get_linked()._check_internal(attendees.partner_id)
