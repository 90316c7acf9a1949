# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import fields, models
from odoo.exceptions import UserError
from odoo.fields import Domain
from odoo.tools import SQL

from ..logic import figures
from ..logic.disclosure import THRESHOLD, TOTAL, Cell, Row
from ..logic.suppression import protect


class IntegrationFigures(models.Model):
    """Computes a run once, withholds what must be withheld, and freezes the rest."""

    _inherit = "integration.figures"

    def action_freeze(self):
        """Compute the key figures and freeze them.

        :raise AccessError: for carriers that the user does not work for
        :raise UserError: when frozen already, or when the period is not over
        """
        for run in self:
            run._check_may_freeze()
            own = run.sudo()  # sudo: counts all cases of the carriers; numbers leave
            own._freeze()
        return True

    def _check_may_freeze(self):
        self.ensure_one()
        self.check_access("write")
        self._check_carriers()
        if not self.company_ids:
            raise UserError(self.env._("Please choose at least one carrier."))
        if self.state == "frozen":
            raise UserError(
                self.env._("These key figures are frozen. Please make a new run.")
            )
        if self.date_to >= fields.Date.context_today(self):
            raise UserError(
                self.env._(
                    "The period is not over yet. Please choose a last day before today."
                )
            )

    def _freeze(self):
        self._queue_up()
        programs = self.env["integration.funding.program"]
        others = self.search(self._get_overlapping_domain())
        for measure in figures.PROTECTED:
            self._freeze_measure(measure, others)
        for measure in figures.OPEN:
            self._freeze_open(measure)
        self.write(
            {
                "state": "frozen",
                "frozen_on": fields.Datetime.now(),
                "rule_version": figures.VERSION,
                "program_id": programs.search(
                    [("valid_from", "<=", self.date_to)], limit=1
                ).id,
            }
        )

    def _queue_up(self):
        """Let no two runs of a carrier be computed at once: each must see the other.

        The second one waits, and is then repeated with what the first one published.
        """
        self.env.cr.execute(
            SQL(
                "UPDATE res_company SET write_date = write_date WHERE id = ANY(%s)",
                self.company_ids.ids,
            )
        )

    def _get_overlapping_domain(self):
        """Return the domain of the frozen runs that share days and carriers."""
        return (
            Domain("state", "=", "frozen")
            & Domain("date_from", "<=", self.date_to)
            & Domain("date_to", ">=", self.date_from)
            & Domain("company_ids", "in", self.company_ids.ids)
        )

    def _freeze_measure(self, measure, others):
        table, minutes = self._collect(measure, others)
        table.forced = self._get_forced(table, measure, others)
        hidden = protect(table) if table.counts else set()
        if measure.code == "persons":
            hidden |= self._get_hidden_events(others)
        lines = self._get_lines(table, hidden, table.values)
        self._store(measure.code, lines)
        if measure.code == "contacts":
            cells = [Cell("kind", c) for d, c in table.cells if d == "kind"]
            self._store(
                figures.MINUTES.code,
                (
                    (row, cell, minutes[row, cell], (row, cell) in hidden)
                    for row in table.rows
                    if row.run == self.id
                    for cell in (TOTAL, *cells)
                ),
            )

    def _get_hidden_events(self, others):
        """Return what of beginnings and ends must be withheld in view of other runs."""
        hidden = set()
        for event in figures.EVENTS:
            table, _minutes = self._collect(event, others)
            table.forced = self._get_forced(table, event, others)
            for row, cell in protect(table) if table.counts else ():
                if cell == TOTAL:
                    # Who is left over tells as much.
                    [dimension] = event.additive
                    cell = Cell(dimension, figures.REST[dimension])
                hidden.add((row, cell))
        return hidden

    def _get_lines(self, table, hidden, values):
        """Yield (row, cell, number, whether withheld) for each number of this run."""
        rows = [row for row in table.rows if row.run == self.id]
        used = {cell for row in rows for cell in values[row]}
        for row in rows:
            for cell in table.cells:
                if cell in used:
                    value = values[row].get(cell, 0)
                    yield row, cell, value, (row, cell) in hidden

    def _get_forced(self, table, measure, others):
        """Return numbers that differ little from frozen ones of the same unit.

        What was entered late in between would otherwise be told by the difference.
        """
        forced = {}
        for cell in others.filtered(self._is_nested)._get_comparable(measure):
            row = Row(self.id, cell.unit_kind, cell.unit_key or "")
            what = Cell(cell.dimension or None, cell.category or None)
            value = table.values.get(row, {}).get(what, 0)
            difference = abs(value - round(cell.value))
            if value and not cell.is_hidden and 0 < difference < THRESHOLD:
                forced[row, what] = THRESHOLD - difference
        return forced

    def _is_nested(self, run):
        """Tell whether one of the two periods lies within the other."""
        first = max(self.date_from, run.date_from)
        last = min(self.date_to, run.date_to)
        periods = [(r.date_from, r.date_to) for r in (self, run)]
        return (first, last) in periods

    def _freeze_open(self, measure):
        """Store numbers that no clients stand behind."""
        if measure.code == "fte_months":
            self._store(measure.code, self._get_fte_lines())
            return
        table, _minutes = self._collect(measure, self.browse())
        self._store(measure.code, self._get_lines(table, set(), table.values))

    def _get_fte_lines(self):
        """Yield the months of full-time work that positions were filled with."""
        positions = self.env["integration.position"].search(
            [("company_id", "in", self.company_ids.ids)]
        )
        months = positions._get_fte_months(self.date_from, self.date_to)
        totals = {}
        for position in positions.filtered("user_id"):
            for row in (
                Row(self.id, "total", ""),
                Row(self.id, "manager", str(position.user_id.id)),
                Row(self.id, "carrier", str(position.company_id.id)),
                Row(self.id, "applicant", str(position.applicant_id.id or 0)),
            ):
                totals[row] = totals.get(row, 0) + months[position.id]
        for row, value in totals.items():
            yield row, TOTAL, value, False
