# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import io

import xlsxwriter

from odoo import models
from odoo.exceptions import UserError
from odoo.tools.translate import LazyTranslate

from ..logic import figures, periods, workbook
from ..logic.workbook import Number

_lt = LazyTranslate(__name__)

_ADDITIVE = {measure.code: measure.additive for measure in figures.MEASURES}
# One sentence for each measure.
_DEFINITIONS = {
    "persons": _lt("Files that were open on at least one day of the period."),
    "contacts": _lt("Talks that took place in the period."),
    "minutes": _lt("Length of these talks as entered."),
    "plans": _lt("Plans agreed, continued, completed or not wanted in the period."),
    "goals": _lt("Goals of plans that were in force in the period."),
    "changes": _lt(
        "Situation at the end compared with the beginning of period or counselling."
    ),
    "referrals": _lt("Referrals made in the period, by kind of the first partner."),
    "network": _lt("Network and group activities that took place, without clients."),
    "participants": _lt("People who took part in these, as counted on the spot."),
    "fte_months": _lt("Months of positions in the period, by their share."),
}
_FIRST_ROW = 4
_BORDER = {"bottom": 4, "bottom_color": "#999999"}


class IntegrationFigures(models.Model):
    """Writes frozen runs into a workbook: what is withheld is nowhere in the file."""

    _inherit = "integration.figures"

    def action_download_workbook(self):
        """Download the runs as a workbook, a sheet for each.

        :raise UserError: if one of them is not frozen yet
        """
        self.check_access("read")
        if not self or any(run.state != "frozen" for run in self):
            raise UserError(
                self.env._("Please compute and freeze the key figures first.")
            )
        numbers = ",".join(map(str, self.ids))
        return {
            "type": "ir.actions.act_url",
            "url": f"/integration/figures/{numbers}/workbook",
            "target": "self",
        }

    def _get_workbook_name(self):
        """Return a file name that tells nothing but the period."""
        first = min(self.mapped("date_from"))
        last = max(self.mapped("date_to"))
        return f"{workbook.SHEET} {first} {last}.xlsx".replace(" ", "_")

    def _make_workbook(self):
        """Return the bytes of a workbook with a sheet for each run, and notes."""
        self.check_access("read")
        buffer = io.BytesIO()
        # Names of units may begin with "=": they are texts, never formulas or links.
        options = {
            "in_memory": True,
            "strings_to_formulas": False,
            "strings_to_urls": False,
            "strings_to_numbers": False,
        }
        with xlsxwriter.Workbook(buffer, options) as book:
            formats = self._add_formats(book)
            runs = self.sorted(lambda run: (run.date_from, run.date_to, run.id))
            names = workbook.sheet_names((run.date_from, run.date_to) for run in runs)
            for run, name in zip(runs, names, strict=True):
                run._write_sheet(book.add_worksheet(name), formats)
            runs._write_notes(book.add_worksheet(self.env._("Notes")), formats)
        return buffer.getvalue()

    def _add_formats(self, book):
        wrap = {"text_wrap": True, "valign": "top"}
        bar = {"bold": True, "bg_color": "#1F5C99", "font_color": "#FFFFFF"}
        number = {"align": "right", **_BORDER}
        return {
            "title": book.add_format({"bold": True, "font_size": 14}),
            "head": book.add_format({"bold": True, "bottom": 1, **wrap}),
            "kind": book.add_format({"italic": True, "font_color": "#444444"}),
            "measure": book.add_format(bar),
            "total": book.add_format({**bar, "align": "right", "num_format": "#,##0"}),
            "months": book.add_format({**bar, "align": "right", "num_format": "0.00"}),
            "dimension": book.add_format({"bold": True, "top": 1}),
            "label": book.add_format({"indent": 1, **_BORDER}),
            "number": book.add_format({"num_format": "#,##0", **number}),
            "sum": book.add_format({"num_format": "#,##0", "bold": True, **number}),
            "wrap": book.add_format(wrap),
        }

    def _get_blocks(self):
        """Return units, totals by measure and unit, and the breakdowns, in order.

        :return: ([(kind, key)], {unit: (kind's label, name)},
            {measure: {unit: Number}}, [Block])
        """
        self.ensure_one()
        cells = self.env["integration.figures.cell"]
        cells = cells.search([("figures_id", "=", self.id)])
        kinds = dict(cells._fields["unit_kind"]._description_selection(self.env))
        order = {kind: place for place, kind in enumerate(kinds)}
        units, totals, blocks = {}, {}, {}
        for cell in cells:
            unit = (cell.unit_kind, cell.unit_key or "")
            units[unit] = (kinds[cell.unit_kind], cell.unit_name or "")
            number = Number(None if cell.is_hidden else cell.value)
            if not cell.dimension:
                totals.setdefault(cell.measure, {})[unit] = number
                continue
            rows = blocks.setdefault((cell.measure, cell.dimension), {})
            label = cell.category_name or cell.category or ""
            rows.setdefault(cell.category, (label, {}))[1][unit] = number
        ordered = sorted(units, key=lambda unit: (order[unit[0]], units[unit][1], unit))
        found = [
            workbook.Block(measure, dimension, list(rows.values()))
            for (measure, dimension), rows in blocks.items()
        ]
        return ordered, units, totals, found

    def _write_sheet(self, sheet, formats):
        units, names, totals, blocks = self._get_blocks()
        sheet.write_string(0, 0, self.name, formats["title"])
        carriers = self.sudo().company_ids  # sudo: names, also of those not switched on
        carriers = ", ".join(carriers.mapped("name"))
        sheet.write_string(1, 0, carriers)
        for column, unit in enumerate(units, 1):
            kind, name = names[unit]
            sheet.write_string(2, column, kind, formats["kind"])
            sheet.write_string(3, column, name, formats["head"])
        sheet.write_string(3, 0, "", formats["head"])
        row = self._write_blocks(sheet, formats, units, totals, blocks)
        sheet.set_column(0, 0, 44)
        sheet.set_column(1, max(1, len(units)), 15)
        sheet.freeze_panes(_FIRST_ROW, 1)
        self._set_up_print(sheet)
        sheet.print_area(0, 0, max(row - 1, 3), max(1, len(units)))
        sheet.repeat_rows(2, 3)
        sheet.repeat_columns(0)

    def _set_up_print(self, sheet):
        sheet.set_landscape()
        sheet.set_paper(9)  # A4
        sheet.fit_to_pages(1, 0)
        sheet.set_footer("&L&A&R&P / &N")

    def _write_blocks(self, sheet, formats, units, totals, blocks):
        cell = self.env["integration.figures.cell"]
        measures = dict(cell._fields["measure"]._description_selection(self.env))
        dimensions = dict(cell._fields["dimension"]._description_selection(self.env))
        row = _FIRST_ROW
        for measure, label in measures.items():
            if measure not in totals:
                continue
            sheet.write_string(row, 0, label, formats["measure"])
            style = formats["months" if measure == "fte_months" else "total"]
            for column, unit in enumerate(units, 1):
                self._write_number(sheet, row, column, totals[measure].get(unit), style)
            row += 1
            for block in blocks:
                if block.measure == measure:
                    title = dimensions[block.dimension]
                    sheet.write_string(row, 0, title, formats["dimension"])
                    row = self._write_block(
                        sheet, formats, row + 1, units, block, totals[measure]
                    )
            row += 1
        return row

    def _write_block(self, sheet, formats, row, units, block, totals):
        first = row
        for label, cells in block.rows:
            sheet.write_string(row, 0, label, formats["label"])
            for column, unit in enumerate(units, 1):
                self._write_number(
                    sheet, row, column, cells.get(unit), formats["number"]
                )
            row += 1
        if block.dimension not in _ADDITIVE[block.measure]:
            return row
        sheet.write_string(row, 0, self.env._("Sum"), formats["label"])
        for column, unit in enumerate(units, 1):
            total = totals.get(unit)
            if block.get_sum(unit, total) == "formula":
                cells = xlsxwriter.utility.xl_range(first, column, row - 1, column)
                formula = f"=SUM({cells})"
                sheet.write_formula(row, column, formula, formats["sum"], total.value)
            else:
                self._write_number(sheet, row, column, total, formats["sum"])
        return row + 1

    def _write_number(self, sheet, row, column, number, style):
        if number is None:
            sheet.write_blank(row, column, None, style)
        elif number.value is None:
            sheet.write_string(row, column, workbook.WITHHELD, style)
        else:
            sheet.write_number(row, column, number.value, style)

    def _write_notes(self, sheet, formats):
        sheet.set_column(0, 0, 36)
        sheet.set_column(1, 1, 90)
        self._set_up_print(sheet)
        for row, (label, text) in enumerate(self._get_notes()):
            sheet.write_string(row, 0, label, formats["head"])
            sheet.write_string(row, 1, text, formats["wrap"])

    def _get_notes(self):
        """Return what readers must know, as pairs of label and text."""
        cell = self.env["integration.figures.cell"]
        measures = dict(cell._fields["measure"]._description_selection(self.env))
        notes = [(workbook.WITHHELD, self._get_withheld_note())]
        for run in self:
            frozen = run.frozen_on and run.frozen_on.strftime("%d.%m.%Y")
            text = self.env._(
                "Frozen on %(day)s, definitions %(version)s, %(programme)s",
                day=frozen or "",
                version=run.rule_version or "",
                programme=run.program_id.name or "",
            )
            notes.append((periods.describe(run.date_from, run.date_to), text))
            if run.note:
                notes.append(("", run.note))
        notes += [
            (label, self.env._(_DEFINITIONS[code])) for code, label in measures.items()
        ]
        return notes

    def _get_withheld_note(self):
        """Say what the sign for a withheld number means."""
        return self.env._(
            "Withheld: fewer than five people stand behind this number, or it would"
            " give away another one that is withheld. It is not zero."
        )
