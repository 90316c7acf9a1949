# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models
from odoo.fields import Domain


class IntegrationConsent(models.Model):
    """Consents across a hand-over: what was told to the former manager only.

    The decision itself is not touched: it was made, and it was lawful to rely on it.
    """

    _inherit = "integration.consent"

    ask_again_since = fields.Date(
        readonly=True,
        copy=False,
        help="Given to the former integration manager or carrier. It does not hold"
        " since the hand-over; please ask again.",
    )

    includes_notes = fields.Boolean(
        string="Names the entrusted notes",
        readonly=True,
        help="The question says that entrusted notes go along at a hand-over.",
    )

    def write(self, vals):
        if "ask_again_since" in vals and not self.env.su:
            raise self._get_history_error()
        return super().write(vals)

    def _after_decided(self):
        """Let hand-overs lapse whose client does not agree any more."""
        result = super()._after_decided()
        ended = self.filtered(lambda c: c.state in ("withdrawn", "expired"))
        handovers = self.env["integration.handover"].sudo()  # sudo: whoever decided
        handovers.search(
            [("consent_id", "in", ended.ids), ("state", "=", "offered")]
        )._lapse()
        return result

    @api.model
    def _get_valid(self, cases, purpose):
        """Leave out what was told to the former manager."""
        consents = super()._get_valid(cases, purpose)
        return consents.filtered_domain(Domain("ask_again_since", "=", False))

    def _get_gaps(self, kinds, recipient, recipient_name, day):
        """A release to the former manager ends like one whose time is over."""
        gaps = super()._get_gaps(kinds, recipient, recipient_name, day)
        if self.ask_again_since and day >= self.ask_again_since:
            gaps = gaps or ["expired"]
        return gaps

    def _holds(self):
        """Tell whether the client agrees today, to the present manager."""
        today = fields.Date.context_today(self)
        return (
            self.state == "given"
            and not self.ask_again_since
            and (not self.valid_until or self.valid_until >= today)
        )
