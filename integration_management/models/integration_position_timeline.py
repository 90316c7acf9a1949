# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from datetime import date, timedelta

from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.tools import format_date

from ..logic import positions
from ..logic.grants import Period
from ..logic.periods import FOREVER, access_day


class IntegrationPosition(models.Model):
    """Positions as bars on a line of years, and what is lost while one is vacant."""

    _inherit = "integration.position"

    timeline = fields.Json(compute="_compute_timeline")
    vacant_months = fields.Float(
        string="FTE-months vacant",
        compute="_compute_vacant_months",
        digits=(9, 1),
        help="Until today.",
    )

    @api.depends("user_id", "share", "date_from", "date_to")
    def _compute_vacant_months(self):
        so_far = positions.span(None, access_day())
        for position in self:
            vacant = positions.overlap(so_far, position._get_period())
            months = positions.fte_months(position.share, vacant)
            position.vacant_months = 0 if position.user_id else float(months)

    @api.depends("user_id", "date_from", "date_to", "funding_end")
    @api.depends("interruption_ids.date_from", "interruption_ids.date_to")
    @api.depends_context("lang")
    def _compute_timeline(self):
        today = access_day()
        window = Period(date(today.year - 1, 1, 1), date(today.year + 2, 12, 31))
        years = range(window.first.year, window.last.year + 1)
        scale = {
            "years": [
                {"year": year, "left": positions.place(window, date(year, 1, 1))}
                for year in years
            ],
            "today": positions.place(window, today),
        }
        labels = self._get_stretch_labels()
        for position in self:
            stretches = positions.stretches(
                position._get_period(),
                not position.user_id,
                position._get_interruptions(),
                position.funding_end,
            )
            position.timeline = {
                **scale,
                "bars": [
                    position._get_bar(window, kind, labels[kind], part)
                    for kind, part in stretches
                    if not positions.overlap(window, part).is_empty
                ],
            }

    @api.model
    def _get_stretch_labels(self):
        """Return how the parts of a bar are called."""
        return {
            "funded": self.env._("Funded"),
            "unfunded": self.env._("Without funding"),
            "interrupted": self.env._("Interrupted"),
            "vacant": self.env._("Vacant"),
        }

    def _get_bar(self, window, kind, label, part):
        """Return a part of the bar: its place in percent, and what it says."""
        shown = positions.overlap(window, part)
        left = positions.place(window, shown.first)
        right = positions.place(window, shown.last + timedelta(days=1))
        first = format_date(self.env, part.first)
        last = "…" if part.last == FOREVER else format_date(self.env, part.last)
        return {
            "kind": kind,
            "left": left,
            "width": round(right - left, 2),
            "label": f"{label}: {first} – {last}",
        }

    def action_refill(self):
        """Open a vacant position that goes on where this person's ends.

        :raise UserError: while nobody knows when that is
        """
        self.ensure_one()
        if not self.date_to:
            raise UserError(
                self.env._(
                    "Please enter the last day of %(number)s first (“To”). The position"
                    " is vacant from the day after.",
                    number=self.name,
                )
            )
        successor = self.copy(
            {
                "user_id": False,
                "date_from": self.date_to + timedelta(days=1),
                "date_to": False,
                "funded_from": self.funded_from or self.date_from,
                "qualification_class_id": False,
                "is_recognised": False,
            }
        )
        return successor.get_formview_action()
