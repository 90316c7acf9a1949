# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import json

from odoo import models
from odoo.tools import SQL

from ..logic import figures
from .integration_figures_cell import UNIT_KINDS

_COLUMNS = (
    "figures_id unit_kind unit_key unit_name measure dimension category category_name"
    " value is_hidden sequence"
).split()
_PLACES = {code: place for place, (code, _label) in enumerate(UNIT_KINDS)}
_MODELS = {
    "applicant": "res.partner",
    "carrier": "res.company",
    "municipality": "integration.term",
    "site": "integration.site",
    "manager": "res.users",
}


class IntegrationFigures(models.Model):
    """Writes the numbers down, with names that stay when things are renamed."""

    _inherit = "integration.figures"

    def _store(self, measure, lines):
        """Insert the numbers of a measure; of what is withheld there is none.

        :param lines: (row, cell, number, whether withheld), see `logic/disclosure.py`
        """
        lines = list(lines)
        labels = self._get_labels(measure, {cell for _row, cell, _n, _h in lines})
        units = self._get_unit_names({row for row, _cell, _n, _h in lines})
        order = {cell: place for place, cell in enumerate(labels)}
        values = [
            SQL(
                "(%s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s)",
                self.id,
                row.kind,
                row.key or None,
                units[row],
                measure,
                cell.dimension,
                cell.category,
                json.dumps(labels[cell]),
                0 if is_hidden else number,
                is_hidden,
                self._get_sequence(measure, row, order[cell]),
            )
            for row, cell, number, is_hidden in lines
        ]
        names = SQL(", ").join(SQL.identifier(name) for name in _COLUMNS)
        for start in range(0, len(values), 1000):
            self.env.cr.execute(
                SQL(
                    "INSERT INTO integration_figures_cell (%s) VALUES %s",
                    names,
                    SQL(", ").join(values[start : start + 1000]),
                )
            )
        self.env["integration.figures.cell"].invalidate_model()
        self.invalidate_recordset(["cell_ids"])

    def _get_sequence(self, measure, row, place):
        codes = [known.code for known in figures.MEASURES]
        return (_PLACES[row.kind] * 100 + codes.index(measure)) * 1000 + place

    def _get_unit_names(self, rows):
        """Return the name of each unit as it is today."""
        names = {}
        for kind, model in _MODELS.items():
            ids = {int(row.key) for row in rows if row.kind == kind} - {0}
            records = self.env[model].browse(ids)
            names |= {(kind, str(r.id)): r.sudo().name for r in records}  # sudo: names
        nobody = self.env._("Not assigned")
        everybody = self.env._("Total")
        return {
            row: everybody
            if row.kind == "total"
            else names.get((row.kind, row.key), nobody)
            for row in rows
        }
