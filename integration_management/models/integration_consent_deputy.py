# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import models


class IntegrationConsent(models.Model):
    """A decision about deputies takes effect at once."""

    _inherit = "integration.consent"

    def _after_decided(self):
        result = super()._after_decided()
        mine = self.filtered(lambda c: c.purpose == "deputy")
        # Whoever is let in for a while does not record that they may stay.
        mine.filtered(lambda c: c.state == "given").case_id._check_owner()
        if mine:
            rows = self.env["integration.case.access"].sudo()  # sudo: see _get_rows
            rows.search(
                [
                    ("case_id", "in", mine.case_id.ids),
                    ("deputyship_id.revoked_on", "=", False),
                    ("deputyship_id.date_to", ">=", "today"),
                ]
            )._follow_consents()
        return result
