# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import base64

from odoo import models
from odoo.tools.image import image_data_uri

from ..logic import portal

_REPORT = "integration_management.integration_portal_access_action_report_card"
_ADDRESS = "/client"
_QR_SIZE = 400


class IntegrationPortalAccess(models.Model):
    """The card that a client takes home: made once and stored nowhere."""

    _inherit = "integration.portal.access"

    def _render_card(self):
        """Return the card as PDF, or None if it has been made before.

        :raise AccessError: for anybody but the owner of the case
        """
        self.ensure_one()
        secrets = self._make_card()
        if not secrets:
            return None
        code, pin = secrets
        address = f"{self.get_base_url()}{_ADDRESS}"
        reports = self.env["ir.actions.report"]
        qr_code = reports.barcode(
            "QR", f"{address}#{code}", width=_QR_SIZE, height=_QR_SIZE
        )
        values = {
            "words": self.env["integration.client.text"]._get_words(self.language),
            "address": address.split("://")[-1],
            "code": portal.in_groups(code),
            "pin": pin,
            "qr_code": image_data_uri(base64.b64encode(qr_code)),
        }
        pdf, _kind = reports._render_qweb_pdf(_REPORT, self.ids, data=values)
        return pdf
