# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo.http import request, route

from odoo.addons.mail.controllers.google_translate import GoogleTranslateController


class TranslateController(GoogleTranslateController):
    """Hands no note about a case to a translation service."""

    @route()
    def translate(self, message_id):
        message = request.env["mail.message"].search([("id", "=", message_id)])
        if request.env["mail.thread"]._get_protected_record(message) is not None:
            return {
                "error": request.env._(
                    "Notes about a case are not sent to a translation service."
                )
            }
        return super().translate(message_id)
