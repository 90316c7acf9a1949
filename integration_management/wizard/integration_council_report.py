# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from markupsafe import Markup

from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.tools.misc import formatLang

from ..logic import charts
from ..models.integration_figures_cell import WITHHELD

_LONGEST_CHART = 9
_CHARTS = (("persons", "age"), ("contacts", "topic"))
_TABLE = ("persons", "contacts", "plans", "goals", "referrals", "network")


class IntegrationCouncilReport(models.TransientModel):
    """Which municipalities get a report on counselling, for council and mayor."""

    _name = "integration.council.report"
    _description = "Report to the Council"

    figures_id = fields.Many2one(
        "integration.figures",
        string="Key figures",
        required=True,
        ondelete="cascade",
        domain=[("state", "=", "frozen")],
    )
    available_ids = fields.Many2many(
        "integration.term", compute="_compute_available_ids", compute_sudo=False
    )
    municipality_ids = fields.Many2many(
        "integration.term",
        string="Municipalities",
        domain="[('id', 'in', available_ids)]",
        help="Each gets papers of its own. Empty: all of the run.",
    )

    @api.depends("figures_id")
    def _compute_available_ids(self):
        for wizard in self:
            keys = wizard._search_cells([("unit_kind", "=", "municipality")])
            keys = {int(key) for key in keys.mapped("unit_key") if key} - {0}
            wizard.available_ids = self.env["integration.term"].browse(keys).exists()

    def action_print(self):
        """Print the reports.

        :raise UserError: if the run knows no municipality
        """
        self.ensure_one()
        self._check_printable()
        report = self.env.ref(
            "integration_management.integration_council_action_report"
        )
        return report.report_action(self, config=False)

    def _check_printable(self):
        self.figures_id.check_access("read")
        if not self._get_municipalities():
            raise UserError(
                self.env._(
                    "These key figures know no municipality. Please enter one in the"
                    " files, and compute another run."
                )
            )

    def _get_municipalities(self):
        """Return the chosen ones; whatever was chosen, only those of the run."""
        chosen = self.municipality_ids or self.available_ids
        return (chosen & self.available_ids).sorted("name")

    def _search_cells(self, domain, run=None):
        cells = self.env["integration.figures.cell"]
        run = run or self.figures_id
        return cells.search([("figures_id", "=", run.id), *domain]) if run else cells

    def _get_previous(self):
        """Return the last run before of the same carriers and about as many days."""
        run = self.figures_id
        days = (run.date_to - run.date_from).days
        others = run.search(
            [("state", "=", "frozen"), ("date_to", "<", run.date_from)], limit=50
        ).sorted("date_to", reverse=True)
        for other in others:
            is_as_long = abs((other.date_to - other.date_from).days - days) <= 5
            if is_as_long and other.company_ids == run.company_ids:
                return other
        return run.browse()

    def _get_papers(self):
        """Return what the report says, a paper for each municipality."""
        self.ensure_one()
        self._check_printable()
        previous = self._get_previous()
        return [
            {"name": town.name, "previous": previous, **self._get_paper(town, previous)}
            for town in self._get_municipalities()
        ]

    def _get_paper(self, town, previous):
        domain = [("unit_kind", "=", "municipality"), ("unit_key", "=", str(town.id))]
        now = self._search_cells(domain)
        before = self._search_cells(domain, previous) if previous else now.browse()
        before = {(c.measure, c.dimension, c.category): c for c in before}
        labels = dict(now._fields["measure"]._description_selection(self.env))
        table = [
            {"label": labels[cell.measure], "now": cell.shown, "before": other}
            for cell in now
            if not cell.dimension and cell.measure in _TABLE
            for other in [self._get_shown(before, cell)]
        ]
        drawn = [self._draw(now, before, *each) for each in _CHARTS]
        return {
            "table": table,
            "charts": drawn,
            "is_withheld": any(WITHHELD in (r["now"], r["before"]) for r in table)
            or any(chart["is_withheld"] for chart in drawn),
        }

    def _get_shown(self, before, cell):
        other = before.get((cell.measure, cell.dimension, cell.category))
        return other.shown if other else ""

    def _draw(self, now, before, measure, dimension):
        """Return a chart of what is not zero; the smallest of many are left out."""
        cells = now.filtered(
            lambda c: (
                (c.measure, c.dimension) == (measure, dimension)
                and (c.value or c.is_hidden)
            )
        )
        left_out = 0
        if dimension == "topic" and len(cells) > _LONGEST_CHART:
            largest = cells.sorted(lambda c: (c.is_hidden, -c.value))
            left_out = len(cells) - _LONGEST_CHART
            cells = largest[:_LONGEST_CHART]
        drawn = []
        for cell in cells:
            other = before.get((measure, dimension, cell.category))
            drawn.append(
                charts.Bar(
                    cell.category_name or "",
                    None if cell.is_hidden else cell.value,
                    cell.shown,
                    other.value if other and not other.is_hidden else None,
                    other.shown if other else "",
                )
            )
        return {
            "kind": dimension,
            "svg": Markup(charts.bars(drawn)) if drawn else "",  # texts are escaped
            "is_withheld": any(WITHHELD in (b.shown, b.before_shown) for b in drawn),
            "left_out": left_out and formatLang(self.env, left_out, digits=0),
        }
