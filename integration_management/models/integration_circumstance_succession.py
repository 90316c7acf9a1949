# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from datetime import timedelta

from odoo import api, fields, models
from odoo.fields import Domain

# One after the other: a new entry ends the one before.
SUCCESSIVE_KINDS = frozenset(
    {
        "residence",
        "procedure",
        "accommodation",
        "health_insurance",
        "language",
        "literacy",
        "school",
        "work",
    }
)


class IntegrationCircumstance(models.Model):
    """Which entry takes the place of which, and what that means for reminders."""

    _inherit = "integration.circumstance"

    previous_label = fields.Char(
        string="Entry that ends",
        compute="_compute_previous_label",
        help="The open entry that this new one ends on the day before.",
    )

    @api.depends("case_id", "kind", "term_id", "date_from", "date_to")
    def _compute_previous_label(self):
        for fact in self:
            previous = self.browse() if fact._origin else fact._get_previous()[:1]
            fact.previous_label = previous.term_id.name or previous.detail

    @api.model_create_multi
    def create(self, vals_list):
        facts = super().create(vals_list)
        for fact in facts:
            for previous in fact._get_previous():
                previous.date_to = fact._get_start() - timedelta(days=1)
        return facts

    def _get_start(self):
        """Return the day on which the entry takes the place of another."""
        self.ensure_one()
        return self.date_from or fields.Date.context_today(self)

    def _get_previous(self):
        """Return the open entries that this open one puts an end to.

        Languages stand side by side; a new level of one ends its old level.
        """
        self.ensure_one()
        if self.kind not in SUCCESSIVE_KINDS or self.date_to or not self.case_id:
            return self.browse()
        domain = Domain("case_id", "=", self.case_id._origin.id)
        domain &= Domain("kind", "=", self.kind)
        domain &= Domain("date_to", "=", False)
        domain &= Domain("id", "!=", self._origin.id)
        if self.kind == "language":
            domain &= Domain("term_id", "=", self.term_id.id)
        start = self._get_start()
        domain &= Domain("date_from", "=", False) | Domain("date_from", "<", start)
        return self.search(domain)

    def _get_pending_expiries(self):
        """Return the days on which papers run out that nothing has followed.

        A paper that has a successor, or whose entry ended before, needs no reminder;
        one that has expired does. Nothing here depends on the day one looks.
        """
        return [
            fact.expires_on
            for fact in self
            if fact.expires_on
            and (not fact.date_to or fact.date_to >= fact.expires_on)
            and not fact._is_followed(self)
        ]

    def _is_followed(self, others):
        """Tell whether one of `others` takes this entry's place later."""
        self.ensure_one()
        return self.kind in SUCCESSIVE_KINDS and any(
            other.kind == self.kind
            and self.date_to
            and other.date_from
            and other.date_from > self.date_to
            for other in others
        )
