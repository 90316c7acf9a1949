# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import models
from odoo.http import SessionExpiredException

from odoo.addons.bus.websocket import wsrequest


class IrWebsocket(models.AbstractModel):
    """Sends no messages to somebody who owes a second factor."""

    _inherit = "ir.websocket"

    @classmethod
    def _authenticate(cls):
        result = super()._authenticate()
        uid = wsrequest.session.uid
        user = wsrequest.env["res.users"].browse(uid)
        if uid and user._lacks_integration_second_factor():
            raise SessionExpiredException("A second factor must be set up first.")
        return result
