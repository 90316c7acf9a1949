# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from datetime import date

from markupsafe import Markup

from odoo import api, fields, models
from odoo.exceptions import ValidationError
from odoo.fields import Command, Domain

from ..logic.radar import radar_svg
from .integration_assessment_line import NUMBERS


class IntegrationAssessment(models.Model):
    """Where a client stands in each life area, as told in one talk.

    Repeated now and then, it shows both sides what has changed.
    """

    _name = "integration.assessment"
    _inherit = "integration.case.mixin"
    _description = "Needs Assessment"

    date = fields.Date(default=fields.Date.context_today)
    language_id = fields.Many2one(
        "integration.term",
        domain="[('kind', '=', 'language'), ('is_current', '=', True)]",
        compute="_compute_language_id",
        store=True,
        readonly=False,
        ondelete="restrict",
        help="The language the talk was held in.",
    )
    interpretation_id = fields.Many2one(
        "integration.term",
        domain="[('kind', '=', 'interpretation'), ('is_current', '=', True)]",
        ondelete="restrict",
    )
    note = fields.Text()
    line_ids = fields.One2many(
        "integration.assessment.line",
        "assessment_id",
        string="Life areas",
        copy=True,
        default=lambda self: self._default_line_ids(),
    )
    previous_id = fields.Many2one(
        "integration.assessment",
        string="Assessment before",
        compute="_compute_previous_id",
    )
    answered_count = fields.Integer(
        string="Areas answered", compute="_compute_answered_count"
    )

    @api.model
    def _default_line_ids(self):
        areas = self.env["integration.area"].search([("active", "=", True)])
        return [Command.create({"area_id": area.id}) for area in areas]

    @api.depends("case_id")
    def _compute_language_id(self):
        for assessment in self:
            if not assessment.language_id:
                assessment.language_id = assessment.case_id.language_ids[:1]

    @api.depends("case_id", "date")
    def _compute_previous_id(self):
        """Find the last earlier assessment of each case, with one query for all."""
        earlier = self.search_fetch(
            Domain("case_id", "in", self.case_id.ids), ["case_id", "date"]
        ).sorted(_moment)
        by_case = earlier.grouped("case_id")
        for assessment in self:
            case = assessment.case_id._origin
            before = by_case.get(case, earlier.browse()).filtered(
                lambda other, me=assessment: (
                    other != me._origin and _moment(other) < _moment(me)
                )
            )
            assessment.previous_id = before[-1:]

    @api.depends("line_ids.answer")
    def _compute_answered_count(self):
        for assessment in self:
            answers = assessment.line_ids.mapped("answer")
            assessment.answered_count = sum(answer in NUMBERS for answer in answers)

    @api.constrains("date")
    def _check_date(self):
        today = fields.Date.context_today(self)
        for assessment in self:
            if assessment.date and assessment.date > today:
                raise ValidationError(
                    self.env._(
                        "An assessment records a talk that took place:"
                        " please choose today or an earlier day."
                    )
                )

    @api.model_create_multi
    def create(self, vals_list):
        assessments = super().create(vals_list)
        assessments.case_id._begin_assessment()
        return assessments

    def _get_document_name(self):
        """Return the file name of the printed summary; it names nobody."""
        self.ensure_one()
        return self.env._("Assessment %(number)s", number=self.case_id.number)

    def _get_radar_svg(self):
        """Return the radar chart as inline SVG for paper."""
        self.ensure_one()
        svg = radar_svg(
            self.line_ids.mapped("area_id.name"),
            [_value(line.answer) for line in self.line_ids],
            [_value(line.previous_answer) for line in self.line_ids],
            (self.env._("Now"), self.env._("Last time")),
        )
        return Markup(svg)  # the function escapes every name


def _value(answer):
    return int(answer) if answer in NUMBERS else None


def _moment(assessment):
    """Return what orders the assessments of a case; a new one comes last."""
    return assessment.date or date.min, assessment._origin.id or float("inf")
