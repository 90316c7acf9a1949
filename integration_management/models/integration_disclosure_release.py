# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import models

from ..logic import releases


class IntegrationDisclosure(models.Model):
    """Looks for the release that covers an entry, and says what is missing."""

    _inherit = "integration.disclosure"

    def _find_release(self):
        """Return the newest release of the case that covers this draft, if any."""
        candidates = self._get_candidates()
        return next(
            (c for c, gaps in candidates if not gaps), self.env["integration.consent"]
        )

    def _describe_gap(self):
        """Return in words what the nearest release lacks, and what to do."""
        gaps = releases.nearest(gaps for _c, gaps in self._get_candidates())
        labels = self._get_gap_labels()
        return self.env._(
            "The client's release from secrecy does not cover this: %(gap)s. Please ask"
            " for a release, or name another legal basis.",
            gap=labels[gaps[0] if gaps else "recipient"],
        )

    def _get_candidates(self):
        """Return (release, what it lacks) of the case, newest first."""
        self.ensure_one()
        consents = self.env["integration.consent"].search(
            [("case_id", "=", self.case_id.id), ("purpose", "=", "recipient")]
        )
        return [
            (
                consent,
                consent._get_gaps(
                    self.kind_ids._origin,
                    self.recipient_id._origin,
                    self.recipient_name,
                    self.disclosed_on,
                ),
            )
            for consent in consents
        ]

    def _get_gap_labels(self):
        """Return the gaps as the user reads them."""
        return {
            "not_given": self.env._("the client has not given it yet"),
            "too_early": self.env._("it was given later"),
            "withdrawn": self.env._("it was withdrawn"),
            "settled": self.env._("its matter was settled"),
            "lapsed": self.env._("it was given to the former integration manager"),
            "expired": self.env._("it had expired"),
            "recipient": self.env._("there is none for this recipient"),
            "kinds": self.env._("it does not name all of these kinds of data"),
        }
