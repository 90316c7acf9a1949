# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, models
from odoo.exceptions import UserError


class IrAttachment(models.Model):
    """Keeps files away from calendar entries of sessions.

    Every employee may read every calendar entry, and with it whatever is attached.
    """

    _inherit = "ir.attachment"

    @api.constrains("res_model", "res_id")
    def _check_integration_event(self):
        ids = self.filtered(lambda a: a.res_model == "calendar.event").mapped("res_id")
        if ids and self.env["calendar.event"].browse(ids)._get_linked():
            raise UserError(
                self.env._(
                    "Please attach nothing to the calendar entry of a session:"
                    " every employee could open it."
                )
            )
