# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models

from .integration_consent_text import PURPOSES

# Purposes that are asked for once per recipient.
_REPEATABLE = frozenset({"recipient", "photo", "interpreter"})


class IntegrationCase(models.Model):
    """The client's decisions at one glance: a row per purpose."""

    _inherit = "integration.case"

    consent_overview = fields.Json(
        string="Consents",
        compute="_compute_consent_overview",
        compute_sudo=False,
        exportable=False,
    )

    @api.depends(
        "consent_ids.state",
        "consent_ids.purpose",
        "consent_ids.recipient_id",
        "consent_ids.recipient_name",
        "consent_ids.decided_on",
        "consent_ids.withdrawn_on",
        "consent_ids.asked_on",
    )
    @api.depends_context("lang")
    def _compute_consent_overview(self):
        purposes = self.env["integration.consent"]._fields["purpose"]
        labels = dict(purposes._description_selection(self.env))
        for case in self:
            case.consent_overview = [
                {
                    "purpose": purpose,
                    "label": labels[purpose],
                    "consents": case._get_newest_consents(purpose),
                    "can_ask": case._can_ask(purpose),
                }
                for purpose, _label in PURPOSES
            ]

    def action_ask_consent(self, purpose):
        """Put one question; open it so that details can be added.

        :param purpose: one purpose: questions are never bundled
        """
        self.ensure_one()
        consents = self.env["integration.consent"]
        consent = consents.create({"case_id": self.id, "purpose": purpose})
        return consent._get_dialog_action()

    def _get_newest_consents(self, purpose):
        """Return the newest consent per recipient of `purpose`, as plain data."""
        consents = self.consent_ids.filtered(lambda c: c.purpose == purpose)
        newest = {}
        for consent in consents.sorted("id", reverse=True):
            newest.setdefault(consent.recipient_label, consent)
        return [self._get_consent_row(consent) for consent in newest.values()]

    @api.model
    def _get_consent_row(self, consent):
        """Return what the overview shows of `consent`."""
        day = consent.withdrawn_on or consent.decided_on or consent.asked_on
        return {
            "id": consent.id,
            "state": consent.state,
            "state_label": consent._get_state_label(),
            "day": fields.Date.to_string(day),
            "recipient": consent.recipient_label or "",
        }

    def _can_ask(self, purpose):
        """Tell whether the question is open to be put: not while one is pending."""
        consents = self.consent_ids.filtered(lambda c: c.purpose == purpose)
        if purpose in _REPEATABLE:
            return "asked" not in consents.mapped("state")
        newest = consents.sorted("id", reverse=True)[:1]
        return newest.state not in ("asked", "given")
