# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from collections import defaultdict

from odoo import models
from odoo.fields import Domain
from odoo.tools import SQL

from ..logic import figures, figures_sql
from ..logic.disclosure import TOTAL, Cell, Row, Table

# Kind of unit -> column of the facts; all people count in the total.
UNITS = {
    "applicant": "applicant_id",
    "carrier": "company_id",
    "municipality": "municipality_id",
    "site": "site_id",
    "manager": "user_id",
}
_FACTS = SQL.identifier("integration_figures_facts")
# Of one person there is one line only.
_ONE_EACH = frozenset({"beginnings", "changes", "ends", "persons"})


class IntegrationFigures(models.Model):
    """Counts, in the database, for all units and all runs concerned at once.

    A contact counts for the manager who held it, all else for the manager, site,
    municipality and carrier of the case today.
    """

    _inherit = "integration.figures"

    def _collect(self, measure, others):
        """Return the table of a measure, with the minutes of each row and cell.

        :param others: frozen runs that overlap with this one
        :return: `Table`, and {(row, cell): minutes}
        """
        self.ensure_one()
        if measure.is_relative:
            others = others.browse()
        runs = [self, *others]
        self._make_facts(measure, runs)
        counts, minutes = defaultdict(lambda: defaultdict(int)), defaultdict(int)
        for dimension in (None, *measure.dimensions):
            for units, places, category, n, length in self._count(measure, dimension):
                cell = Cell(dimension, category) if dimension else TOTAL
                rows = frozenset(
                    row for place in places for row in self._rows(runs[place], units)
                )
                counts[rows][cell] += n
                for row in rows:
                    minutes[row, cell] += length
        released = others._get_released(measure)
        for row in {row for rows in counts for row in rows if row.run != self.id}:
            released.setdefault(row, {})
        people = self._get_people(measure, runs)
        additive = frozenset(measure.additive)
        return Table(counts, people, additive, released), minutes

    def _rows(self, run, units):
        """Return the rows that a line counts for in a run."""
        yield Row(run.id, "total", "")
        for kind, unit in zip(UNITS, units, strict=True):
            yield Row(run.id, kind, str(unit or 0))

    def _make_facts(self, measure, runs):
        """Keep the lines of a measure in a temporary table, each with its runs."""
        source = SQL(
            figures_sql.SOURCES[measure.code],
            date_from=self.date_from,
            date_to=self.date_to,
            least=min(run.date_from for run in runs),
            greatest=max(run.date_to for run in runs),
            companies=[company.id for run in runs for company in run.company_ids],
        )
        members = SQL(", ").join(
            SQL(
                "CASE WHEN first_day <= %s AND last_day >= %s AND company_id = ANY(%s)"
                " THEN %s END",
                run.date_to,
                run.date_from,
                run.company_ids.ids,
                place,
            )
            for place, run in enumerate(runs)
        )
        users, applicants = self._get_applicants()
        self.env.cr.execute(SQL("DROP TABLE IF EXISTS %s", _FACTS))
        self.env.cr.execute(
            SQL(
                """
                CREATE TEMPORARY TABLE %s ON COMMIT DROP AS
                SELECT source.*, a.applicant_id,
                       array_remove(ARRAY[%s]::int[], NULL) AS runs
                  FROM (%s) source
                  LEFT JOIN unnest(%s::int[], %s::int[])
                       AS a(applicant_user, applicant_id)
                    ON a.applicant_user = source.user_id
                """,
                _FACTS,
                members,
                source,
                users,
                applicants,
            )
        )

    def _get_applicants(self):
        """Return managers and, in the same order, whose grant pays them most."""
        positions = self.env["integration.position"].search(
            [
                ("user_id", "!=", False),
                ("applicant_id", "!=", False),
                ("company_id", "in", self.company_ids.ids),
                ("date_from", "<=", self.date_to),
                "|",
                ("date_to", "=", False),
                ("date_to", ">=", self.date_from),
            ],
            order="share, id desc",
        )
        applicants = {p.user_id.id: p.applicant_id.id for p in positions}
        return list(applicants), list(applicants.values())

    def _count(self, measure, dimension):
        """Yield (units, runs, category, number, minutes) of the facts."""
        units = SQL(", ").join(SQL.identifier(column) for column in UNITS.values())
        self.env.cr.execute(
            SQL(
                "SELECT %s, runs, %s AS category, SUM(n)::int, SUM(minutes)::int"
                " FROM %s WHERE runs <> '{}' GROUP BY %s, runs, category",
                units,
                self._category(measure, dimension),
                self._from(measure, dimension),
                units,
            )
        )
        for line in self.env.cr.fetchall():
            *found, places, category, n, length = line
            if n:
                yield found, places, category, n, length

    def _category(self, measure, dimension):
        if not dimension:
            return SQL("NULL::text")
        if dimension in measure.several:
            return SQL("each_category")
        column = SQL.identifier(dimension)
        return SQL("COALESCE(%s, %s)", column, figures.UNKNOWN)

    def _from(self, measure, dimension):
        if dimension in measure.several:
            column = SQL.identifier(dimension)
            return SQL("%s, unnest(%s) AS each_category", _FACTS, column)
        return _FACTS

    def _get_people(self, measure, runs):
        """Return row -> cell -> how many different people stand behind it."""
        people = defaultdict(dict)
        if measure.code in _ONE_EACH:
            return people
        for place, run in enumerate(runs):
            for dimension in (None, *measure.dimensions):
                for kind, key, category, count in self._count_people(
                    measure, dimension, place
                ):
                    cell = Cell(dimension, category) if dimension else TOTAL
                    people[Row(run.id, kind, key)][cell] = count
        return people

    def _count_people(self, measure, dimension, place):
        """Yield (kind of unit, its key, category, number of people) in a run."""
        columns = [SQL.identifier(column) for column in UNITS.values()]
        sets = SQL(", ").join(SQL("(category, %s)", column) for column in columns)
        listed = SQL(", ").join(columns)
        self.env.cr.execute(
            SQL(
                """
                SELECT %(listed)s, GROUPING(%(listed)s), category,
                       COUNT(DISTINCT case_id)
                  FROM (SELECT *, %(category)s AS category FROM %(source)s) lines
                 WHERE %(place)s = ANY(runs)
                 GROUP BY GROUPING SETS (%(sets)s, (category))
                """,
                listed=listed,
                category=self._category(measure, dimension),
                source=self._from(measure, dimension),
                place=place,
                sets=sets,
            )
        )
        kinds = list(UNITS)
        for *units, absent, category, count in self.env.cr.fetchall():
            given = [i for i in range(len(kinds)) if not absent >> (4 - i) & 1]
            if given:
                yield kinds[given[0]], str(units[given[0]] or 0), category, count
            else:
                yield "total", "", category, count

    def _get_released(self, measure):
        """Return what these frozen runs say about a measure: shown, or withheld."""
        released = defaultdict(dict)
        for cell in self._get_comparable(measure):
            row = Row(cell.figures_id.id, cell.unit_kind, cell.unit_key or "")
            what = Cell(cell.dimension or None, cell.category or None)
            released[row][what] = not cell.is_hidden
        return released

    def _get_comparable(self, measure):
        """Return the numbers of these runs that can be set off against new ones."""
        domain = Domain("figures_id", "in", self.ids)
        if measure in figures.EVENTS:
            domain &= Domain("measure", "=", "persons")
            domain &= Domain("dimension", "in", measure.additive)
            domain &= Domain("category", "not in", list(figures.REST.values()))
        else:
            domain &= Domain("measure", "=", measure.code)
            domain &= Domain("dimension", "not in", list(figures.RELATIVE_DIMENSIONS))
        names = ["figures_id", "unit_kind", "unit_key", "dimension", "category"]
        names += ["is_hidden", "value"]
        cells = self.env["integration.figures.cell"].sudo()  # sudo: other people's runs
        return cells.search_fetch(domain, names)
