# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import fields, models


class IntegrationConsent(models.Model):
    """A consent to messages says by which ways; without one nothing is sent."""

    _inherit = "integration.consent"

    allows_sms = fields.Boolean(string="SMS")
    allows_email = fields.Boolean(string="E-mail")
    allows_letter = fields.Boolean(string="Letter")

    def _get_channels(self):
        """Return the ways that any of these consents allows."""
        ways = ("sms", "email", "letter")
        return {way for way in ways if any(self.mapped(f"allows_{way}"))}

    def _after_decided(self):
        result = super()._after_decided()
        decided = self.filtered(lambda c: c.purpose in ("channel", "case_file"))
        if decided:
            sessions = decided.case_id.sudo().session_ids  # sudo: reminders are ours
            sessions._sync_reminder()
        return result
