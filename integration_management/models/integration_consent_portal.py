# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import models


class IntegrationConsent(models.Model):
    """Without consent to a file nobody is let in any longer, and deletion begins."""

    _inherit = "integration.consent"

    def _after_decided(self):
        result = super()._after_decided()
        ended = self.filtered(
            lambda c: c.purpose == "case_file" and c.state == "withdrawn"
        )
        for consent in ended:
            consent._end_file()
        return result

    def _end_file(self):
        """End all accesses but the owner's, who has to delete the file."""
        self.ensure_one()
        case = self.case_id.sudo()  # sudo: users do not write accesses
        others = case.access_ids.filtered(lambda row: row.role != "owner")
        others._revoke()
        others._end()
        case.portal_access_ids._end("consent")
        running = case.rights_request_ids.filtered(
            lambda request: (request.kind, request.state) == ("erasure", "received")
        )
        if not running:
            channels = {"digital": "portal", "written": "written"}
            running.create(
                {
                    "case_id": case.id,
                    "kind": "erasure",
                    "channel": channels.get(self.withdrawal_form, "oral"),
                    "text": self.env._("The consent to a case file was withdrawn."),
                }
            )
