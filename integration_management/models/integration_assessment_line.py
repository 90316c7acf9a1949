# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models

NUMBERS = ("1", "2", "3", "4", "5")
ANSWERS = [
    ("1", "1 · Great need"),
    ("2", "2 · Some need"),
    ("3", "3 · Mixed"),
    ("4", "4 · Mostly well"),
    ("5", "5 · Going well"),
    ("not_discussed", "Not discussed"),
    ("not_wanted", "Not wanted"),
]


class IntegrationAssessmentLine(models.Model):
    """One life area in an assessment; saying nothing is an answer like any other."""

    _name = "integration.assessment.line"
    _inherit = "integration.case.mixin"
    _description = "Needs Assessment Line"
    _order = "area_id, id"

    assessment_id = fields.Many2one(
        "integration.assessment", required=True, index=True, ondelete="cascade"
    )
    area_id = fields.Many2one(
        "integration.area", string="Life area", required=True, ondelete="restrict"
    )
    answer = fields.Selection(ANSWERS, string="Situation now", default="not_discussed")
    own_view = fields.Text(
        string="In the client's words", help="How the client sees it."
    )
    resources = fields.Text(help="What already helps: skills, people, services.")
    need = fields.Text(help="What is still missing.")
    priority = fields.Selection(
        [("0", "None"), ("1", "Low"), ("2", "Medium"), ("3", "High")], default="0"
    )
    previous_answer = fields.Selection(
        ANSWERS, string="Before", compute="_compute_previous_answer"
    )
    change = fields.Char(
        compute="_compute_change",
        help="Compared with the last assessment, e.g. +2 for two steps better.",
    )

    _unique_area = models.UniqueIndex(
        "(assessment_id, area_id)", "Each life area is asked once in an assessment."
    )

    @api.depends("area_id", "assessment_id.previous_id")
    def _compute_previous_answer(self):
        before = {
            (line.assessment_id, line.area_id): line.answer
            for line in self.assessment_id.previous_id.line_ids
        }
        for line in self:
            key = line.assessment_id.previous_id, line.area_id._origin
            line.previous_answer = before.get(key)

    @api.depends("answer", "previous_answer")
    def _compute_change(self):
        for line in self:
            line.change = _change(line.previous_answer, line.answer)

    @api.model_create_multi
    def create(self, vals_list):
        for vals in vals_list:
            if "case_id" not in vals and vals.get("assessment_id"):
                assessment = self.env["integration.assessment"].browse(
                    vals["assessment_id"]
                )
                vals["case_id"] = assessment.case_id.id
        return super().create(vals_list)

    def _get_answer_label(self):
        """Return the answer in words; none at all was not discussed."""
        self.ensure_one()
        selection = dict(self._fields["answer"]._description_selection(self.env))
        return selection[self.answer or "not_discussed"]


def _change(before, now):
    """Return the steps between two answers as people write them, or False.

    >>> _change("2", "4"), _change("4", "3"), _change("3", "3")
    ('+2', '−1', '=')
    """
    if before not in NUMBERS or now not in NUMBERS:
        return False
    steps = int(now) - int(before)
    if not steps:
        return "="
    return f"+{steps}" if steps > 0 else f"−{-steps}"
