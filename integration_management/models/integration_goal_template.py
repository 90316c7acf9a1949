# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from datetime import timedelta

from dateutil.relativedelta import relativedelta

from odoo import fields, models


class IntegrationGoalTemplate(models.Model):
    """A goal that many clients have, with its usual steps: saves typing in a talk."""

    _name = "integration.goal.template"
    _description = "Goal Template"
    _order = "area_id, sequence, id"

    name = fields.Char(string="Goal", required=True, translate=True)
    area_id = fields.Many2one(
        "integration.area",
        string="Life area",
        required=True,
        index=True,
        ondelete="restrict",
    )
    due_months = fields.Integer(
        string="Due after (months)",
        default=6,
        help="Proposed due date of the goal; 0: none.",
    )
    measure_ids = fields.One2many(
        "integration.measure.template", "template_id", string="Steps", copy=True
    )
    sequence = fields.Integer(default=10)
    active = fields.Boolean(default=True)

    def _get_goal_vals(self):
        """Return the values that the template proposes for a goal."""
        self.ensure_one()
        today = fields.Date.context_today(self)
        due = self.due_months and today + relativedelta(months=self.due_months)
        return {"name": self.name, "area_id": self.area_id.id, "due_date": due or False}

    def _get_measure_vals(self):
        """Return the values that the template proposes for each step."""
        today = fields.Date.context_today(self)
        return [
            {
                "name": step.name,
                "responsible": step.responsible,
                "due_date": step.due_days and today + timedelta(days=step.due_days),
                "sequence": step.sequence,
            }
            for step in self.measure_ids
        ]
