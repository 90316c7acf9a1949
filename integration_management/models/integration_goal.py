# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from datetime import timedelta

from odoo import api, fields, models
from odoo.fields import Command

from ..logic import states

# What both signed; a change of it is a new version of the plan.
_WORDING = frozenset(
    "area_id baseline client_words due_date name plan_id previous_id priority"
    " template_id".split()
)


class IntegrationGoal(models.Model):
    """Something that the client wants to reach, in a plan.

    The wording is part of the signed plan; state and result go on.
    """

    _name = "integration.goal"
    _inherit = ["integration.case.mixin", "integration.stateful"]
    _description = "Goal"
    _order = "due_date, id"

    _state_table = states.GOAL

    plan_id = fields.Many2one(
        "integration.plan", required=True, index=True, ondelete="cascade"
    )
    plan_version = fields.Integer(
        related="plan_id.version", related_sudo=False, string="Version of the plan"
    )
    template_id = fields.Many2one(
        "integration.goal.template",
        domain="[('area_id', '=?', area_id)]",
        ondelete="set null",
    )
    assessment_line_id = fields.Many2one(
        "integration.assessment.line",
        string="From the assessment",
        readonly=True,
        copy=False,
        index="btree_not_null",
        ondelete="set null",
    )
    area_id = fields.Many2one(
        "integration.area", string="Life area", index=True, ondelete="restrict"
    )
    name = fields.Char(string="Goal")
    client_words = fields.Text(string="In the client's words")
    priority = fields.Selection(
        [("0", "None"), ("1", "Low"), ("2", "Medium"), ("3", "High")], default="0"
    )
    baseline = fields.Text(string="Starting point")
    due_date = fields.Date(string="By when")
    state = fields.Selection(
        [
            ("open", "Open"),
            ("in_progress", "In progress"),
            ("achieved", "Achieved"),
            ("partly_achieved", "Partly achieved"),
            ("not_achieved", "Not achieved"),
            ("postponed", "Postponed"),
            ("dropped", "No longer relevant"),
        ],
        default="open",
        required=True,
        index=True,
        copy=False,
        group_expand=True,
    )
    result = fields.Text(copy=False)
    dropped_reason = fields.Char(string="Why no longer relevant", copy=False)
    previous_id = fields.Many2one(
        "integration.goal",
        string="In the previous version",
        readonly=True,
        copy=False,
        index="btree_not_null",
        ondelete="set null",
    )
    measure_ids = fields.One2many("integration.measure", "goal_id", copy=True)
    measure_progress = fields.Char(
        string="Steps done", compute="_compute_measure_progress"
    )
    is_running = fields.Boolean(
        compute="_compute_is_running",
        store=True,
        help="Still to be worked on, in the plan that is in force or being drafted.",
    )
    is_superseded = fields.Boolean(
        compute="_compute_is_running",
        store=True,
        help="Was open when the plan was continued: it goes on in the newer version.",
    )
    due_status = fields.Selection(
        [("overdue", "Overdue"), ("soon", "Due soon"), ("later", "On time")],
        string="Deadline",
        compute="_compute_due_status",
    )
    is_frozen = fields.Boolean(compute="_compute_is_frozen")

    @api.depends("measure_ids.done_on")
    def _compute_measure_progress(self):
        for goal in self:
            measures = goal.measure_ids
            done = len(measures.filtered("done_on"))
            goal.measure_progress = f"{done}/{len(measures)}" if measures else False

    @api.depends("state", "plan_id.state")
    def _compute_is_running(self):
        for goal in self:
            is_open = goal.state in states.GOAL_RUNNING
            goal.is_running = is_open and goal.plan_id.state not in states.PLAN_ENDED
            goal.is_superseded = is_open and goal.plan_id.state == "continued"

    @api.depends("due_date", "is_running")
    def _compute_due_status(self):
        today = fields.Date.context_today(self)
        for goal in self:
            days = goal.case_id.company_id.integration_warning_days
            if not (goal.due_date and goal.is_running):
                goal.due_status = False
            elif goal.due_date < today:
                goal.due_status = "overdue"
            else:
                soon = goal.due_date <= today + timedelta(days=days)
                goal.due_status = "soon" if soon else "later"

    @api.depends("plan_id.state")
    def _compute_is_frozen(self):
        for goal in self:
            goal.is_frozen = goal.plan_id.is_frozen

    @api.onchange("template_id")
    def _onchange_template_id(self):
        """Fill the goal from its template; what was typed before is replaced."""
        if self.template_id:
            steps = self.template_id._get_measure_vals()
            self.update(self.template_id._get_goal_vals())
            self.measure_ids = [Command.clear()] + [Command.create(s) for s in steps]

    @api.model_create_multi
    def create(self, vals_list):
        """Create goals in the case of their plan; a bare template is applied."""
        for vals in vals_list:
            vals.setdefault("plan_id", self.default_get(["plan_id"]).get("plan_id"))
            plan = self.env["integration.plan"].browse(vals["plan_id"] or [])
            if plan:
                vals.setdefault("case_id", plan.case_id.id)
            template = self.env["integration.goal.template"].browse(
                vals.get("template_id") or []
            )
            if template and not vals.get("name"):
                steps = template._get_measure_vals()
                vals.update({**template._get_goal_vals(), **vals})
                vals["name"] = template.name
                vals.setdefault("measure_ids", [Command.create(s) for s in steps])
        goals = super().create(vals_list)
        goals.plan_id._check_not_signed()
        return goals

    def write(self, vals):
        if vals.keys() & _WORDING:
            self.plan_id._check_not_signed()
        result = super().write(vals)
        if "plan_id" in vals:
            self.plan_id._check_not_signed()
        return result

    @api.ondelete(at_uninstall=False)
    def _unlink_except_signed(self):
        self.plan_id._check_not_signed()

    def _is_reached(self):
        """Tell whether nothing more is to be done for the goal."""
        self.ensure_one()
        return self.state not in states.GOAL_RUNNING

    def _get_carried_over_vals(self):
        """Return the goal as it goes on in the next version, with its open steps."""
        self.ensure_one()
        names = ("name", "client_words", "priority", "baseline", "due_date", "state")
        return {
            **{name: self[name] for name in names},
            "area_id": self.area_id.id,
            "template_id": self.template_id.id,
            "previous_id": self.id,
            "assessment_line_id": self.assessment_line_id.id,
            "measure_ids": [
                Command.create(measure._get_carried_over_vals())
                for measure in self.measure_ids
                if not measure.done_on
            ],
        }
