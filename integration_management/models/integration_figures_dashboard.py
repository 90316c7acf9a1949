# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from odoo import api, fields, models

_TILES = ("persons", "contacts", "plans", "goals", "referrals", "network", "fte_months")
_CHARTS = (
    ("contacts", "kind"),
    ("contacts", "topic"),
    ("persons", "residence"),
    ("persons", "age"),
    ("goals", "state"),
    ("changes", "language_change"),
)
_MONTHS_AHEAD = 6


class IntegrationFiguresDashboard(models.AbstractModel):
    """What a grant officer wants to see first: the last run, and what is due."""

    _name = "integration.figures.dashboard"
    _description = "Dashboard of Key Figures"

    @api.model
    def get_dashboard(self, figures_id=None):
        """Return a frozen run in tiles and charts, and deadlines ahead.

        All is read with the user's own rights. What a run withholds is not in it.

        :param figures_id: the run; the one of the latest period if not given
        :return: {"runs": [{"id", "name"}], "run": id or False, "tiles": [{"measure",
            "label", "shown"}], "charts": [{"title", "labels", "values", "withheld"}],
            "deadlines": [{"day", "label"}]}
        """
        runs = self.env["integration.figures"].search(
            [("state", "=", "frozen")],
            order="date_to desc, date_from, id desc",
            limit=20,
        )
        run = runs.filtered(lambda found: found.id == figures_id) or runs[:1]
        cells = run.cell_ids.browse()
        if run:
            cells = cells.search(
                [("figures_id", "=", run.id), ("unit_kind", "=", "total")]
            )
        return {
            "runs": [{"id": found.id, "name": found.name} for found in runs],
            "run": run.id,
            "tiles": self._get_tiles(cells),
            "charts": [self._get_chart(cells, *what) for what in _CHARTS],
            "deadlines": self._get_deadlines(),
        }

    @api.model
    def _get_tiles(self, cells):
        totals = cells.filtered(lambda cell: not cell.dimension)
        by_measure = {cell.measure: cell for cell in totals}
        return [
            {
                "measure": measure,
                "label": self._get_label("measure", measure),
                "shown": by_measure[measure].shown,
            }
            for measure in _TILES
            if measure in by_measure
        ]

    @api.model
    def _get_chart(self, cells, measure, dimension):
        part = cells.filtered(
            lambda cell: cell.measure == measure and cell.dimension == dimension
        )
        shown = part.filtered(lambda cell: not cell.is_hidden and cell.value)
        return {
            "title": self.env._(
                "%(measure)s: %(dimension)s",
                measure=self._get_label("measure", measure),
                dimension=self._get_label("dimension", dimension),
            ),
            "labels": shown.mapped("category_name"),
            "values": shown.mapped("value"),
            "withheld": len(part.filtered("is_hidden")),
        }

    @api.model
    def _get_label(self, name, code):
        field = self.env["integration.figures.cell"]._fields[name]
        return dict(field._description_selection(self.env))[code]

    @api.model
    def _get_deadlines(self):
        """Return key figures due and ends of funding ahead, the soonest first."""
        today = fields.Date.context_today(self)
        latest = today + relativedelta(months=_MONTHS_AHEAD)
        positions = self.env["integration.position"].search(
            [("funding_end", ">=", today), ("funding_end", "<=", latest)],
            order="funding_end, id",
            limit=10,
        )
        ends = [
            {
                "day": position.funding_end,
                "label": self.env._("Funding of %(name)s ends", name=position.name),
            }
            for position in positions
        ]
        due = self._get_due(today)
        return sorted([*due, *ends], key=lambda item: item["day"])

    @api.model
    def _get_due(self, today):
        """Return when the key figures of a year are due next, by today's programme."""
        program = self.env["integration.funding.program"]._get_current()
        for year in (today.year - 1, today.year):
            day = date(year, 12, 31) + timedelta(days=program.figures_days)
            if program.figures_days and day >= today:
                label = self.env._("Key figures of %(year)s are due", year=str(year))
                return [{"day": day, "label": label}]
        return []
