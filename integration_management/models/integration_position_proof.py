# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, models
from odoo.exceptions import AccessError

from ..logic.periods import access_day
from .integration_figures import REPORTING

# Totals of key figures that the proof repeats.
_MEASURES = ("persons", "contacts", "minutes", "plans")


class IntegrationPosition(models.Model):
    """The numeric proof of use, one for each person."""

    _inherit = "integration.position"

    def action_print_proof(self):
        """Print the proof of use of the positions."""
        return self.env.ref(
            "integration_management.integration_position_action_report"
        ).report_action(self)

    def _check_provable(self):
        """Let grant officers of the carrier print only; core does not ask.

        :raise AccessError: also for managers, who may read their own position
        """
        if not self.env.user.has_group(REPORTING):
            raise AccessError(self.env._("Grant officers print the proof of use."))
        self.check_access("read")

    @api.model
    def _get_print_day(self):
        """Return the day that stands on the paper."""
        return access_day()

    def _get_rates(self):
        """Return the rates that count for the position."""
        self.ensure_one()
        period = self._get_funded_period()
        return self.grant_id.program_id.rate_ids.filtered(
            lambda rate: (
                rate.qualification_class_id == self.qualification_class_id
                and (not rate.date_from or rate.date_from <= period.last)
                and (not rate.date_to or rate.date_to >= period.first)
            )
        ).sorted("date_from")

    def _get_figures(self):
        """Return [(run, {measure: cell})]: published totals of the person's work.

        Of each period the run that was frozen last. What is withheld stays so.
        """
        self.ensure_one()
        period = self._get_funded_period()
        if period.is_empty:
            return []
        cells = self.env["integration.figures.cell"].search(
            [
                ("figures_id.state", "=", "frozen"),
                ("figures_id.date_from", ">=", period.first),
                ("figures_id.date_to", "<=", period.last),
                ("unit_kind", "=", "manager"),
                ("unit_key", "=", str(self.user_id.id)),
                ("measure", "in", _MEASURES),
                ("category", "=", False),
            ]
        )
        latest = {}
        for run in cells.figures_id.sorted(lambda run: (run.frozen_on, run.id)):
            latest[run.date_from, run.date_to] = run
        return [
            (run, {c.measure: c for c in cells if c.figures_id == run})
            for _period, run in sorted(latest.items())
        ]
