# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from collections import Counter
from datetime import date

from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.fields import Domain

from ..logic.disclosure import TOTAL, Cell, Row, Table
from ..logic.suppression import protect
from .integration_feedback import ABOUT, KINDS
from .integration_feedback_count import ANSWERS

_DIMENSIONS = {"kind": KINDS, "about": ABOUT, "answer": ANSWERS}


class IntegrationFeedbackReport(models.Model):
    """What a year brought to a complaint office, in numbers that tell of nobody.

    Made once, when the year is over: from two versions of it, more could be told.
    """

    _name = "integration.feedback.report"
    _description = "Yearly Report of a Complaint Office"
    _order = "year desc, company_id"

    name = fields.Char(compute="_compute_name")
    year = fields.Integer(
        required=True,
        aggregator=None,
        default=lambda self: fields.Date.context_today(self).year - 1,
    )
    company_id = fields.Many2one(
        "res.company",
        string="Carrier",
        required=True,
        index=True,
        default=lambda self: self.env.company,
        ondelete="cascade",
    )
    made_on = fields.Date(readonly=True, copy=False)
    line_ids = fields.One2many(
        "integration.feedback.report.line", "report_id", readonly=True
    )

    _one_report = models.UniqueIndex(
        "(company_id, year)", "There is a report of this carrier for this year already."
    )

    @api.depends("year")
    @api.depends_context("lang")
    def _compute_name(self):
        for report in self:
            report.name = self.env._("Yearly report %(year)s", year=report.year)

    @api.model
    def _access_domain(self):
        """Return the reports of carriers that the user judges about; see `ir.rule`."""
        feedback = self.env["integration.feedback"]
        if not feedback._may_judge(self.env.user):
            return Domain.FALSE
        return feedback._get_carrier_domain()

    @api.model_create_multi
    def create(self, vals_list):
        """Count at once; nothing of it is entered."""
        today = fields.Date.context_today(self)
        known = [
            {key: vals[key] for key in vals.keys() & {"year", "company_id"}}
            for vals in vals_list
        ]
        reports = super().create([{**vals, "made_on": today} for vals in known])
        for report in reports:
            if not 2000 < report.year < today.year:
                raise UserError(
                    self.env._("A report is made when its year is over, and once.")
                )
            report.sudo()._count()  # sudo: also what the user is too partial to read
        return reports

    def write(self, vals):
        if not self.env.su:
            raise UserError(self.env._("Yearly reports stay as they were made."))
        return super().write(vals)

    def _count(self):
        """Store the numbers that may be known."""
        self.ensure_one()
        rows = self._get_rows()
        counts = Counter({TOTAL: len(rows)} if rows else {})
        for row in rows:
            counts.update(Cell(name, row[name]) for name in _DIMENSIONS)
        here = Row(self.id, "carrier", self.company_id.id)
        atoms = {frozenset([here]): counts} if counts else {}
        hidden = protect(Table(atoms, additive=frozenset(_DIMENSIONS))) if atoms else ()
        cells = [TOTAL] + [
            Cell(name, code) for name, codes in _DIMENSIONS.items() for code, _ in codes
        ]
        lines = self.env["integration.feedback.report.line"]
        for place, cell in enumerate(cells):
            is_hidden = (here, cell) in hidden
            lines.create(
                {
                    "report_id": self.id,
                    "sequence": place,
                    "dimension": cell.dimension,
                    "category": cell.category,
                    "value": 0 if is_hidden else counts[cell],
                    "is_hidden": is_hidden,
                }
            )

    def _get_rows(self):
        """Return what counts of each message of the year, deleted ones included."""
        first, last = date(self.year, 1, 1), date(self.year, 12, 31)
        feedbacks = self.env["integration.feedback"].search(
            [
                ("company_id", "=", self.company_id.id),
                ("received_on", ">=", first),
                ("received_on", "<=", last),
            ]
        )
        gone = self.env["integration.feedback.count"].search(
            [("company_id", "=", self.company_id.id), ("year", "=", self.year)]
        )
        return [feedback._get_count() for feedback in feedbacks] + gone.read(
            list(_DIMENSIONS)
        )
