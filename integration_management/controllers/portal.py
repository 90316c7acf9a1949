# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import http
from odoo.http import request

from odoo.addons.portal.controllers.portal import CustomerPortal


class NoCasesPortal(CustomerPortal):
    @http.route()
    def attachment_remove(self, attachment_id, access_token=None):
        """Take no files of cases: the refusal would name them in the server's log."""
        if not str(attachment_id).isdecimal():
            raise request.not_found()
        files = request.env["ir.attachment"].sudo()  # sudo: only where it belongs
        file = files.browse(int(attachment_id)).exists()
        protected = request.env["integration.protected"]
        if file.res_model and protected._is_protected(file.res_model):
            raise request.not_found()
        return super().attachment_remove(attachment_id, access_token)
