# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import models
from odoo.http import request


class IrHttp(models.AbstractModel):
    _inherit = "ir.http"

    @classmethod
    def _auth_method_calendar(cls):
        """Open sessions to nobody without a login; others as Odoo does."""
        token = request.httprequest.args.get("token", "")
        attendees = request.env["calendar.attendee"].sudo()  # sudo: as Odoo does
        attendee = attendees.search([("access_token", "=", token)], limit=1)
        if attendee.event_id._get_linked():
            raise request.not_found()
        return super()._auth_method_calendar()
