# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models
from odoo.exceptions import ValidationError

RESPONSIBLE = [
    ("client", "Client"),
    ("manager", "Integration manager"),
    ("third_party", "Third party"),
]
# What both signed; a change of it is a new version of the plan.
_WORDING = frozenset("due_date goal_id name provider_id responsible".split())


class IntegrationMeasure(models.Model):
    """One step towards a goal: who does what by when."""

    _name = "integration.measure"
    _inherit = "integration.case.mixin"
    _description = "Measure"
    _order = "sequence, id"

    goal_id = fields.Many2one(
        "integration.goal", required=True, index=True, ondelete="cascade"
    )
    name = fields.Char(string="Step")
    responsible = fields.Selection(RESPONSIBLE, string="Who", default="client")
    provider_id = fields.Many2one(
        "res.partner",
        string="Which third party",
        index="btree_not_null",
        ondelete="set null",
        domain="[('is_company', '=', True)]",
    )
    due_date = fields.Date(string="By when")
    done_on = fields.Date(copy=False)
    sequence = fields.Integer(default=10)
    is_frozen = fields.Boolean(compute="_compute_is_frozen")

    @api.depends("goal_id.plan_id.state")
    def _compute_is_frozen(self):
        for measure in self:
            measure.is_frozen = measure.goal_id.is_frozen

    @api.constrains("done_on")
    def _check_done_on(self):
        today = fields.Date.context_today(self)
        if any(measure.done_on and measure.done_on > today for measure in self):
            raise ValidationError(self.env._("A step cannot be done in the future."))

    @api.onchange("responsible")
    def _onchange_responsible(self):
        if self.responsible != "third_party":
            self.provider_id = False

    @api.model_create_multi
    def create(self, vals_list):
        """Create measures in the case of their goal."""
        for vals in vals_list:
            vals.setdefault("goal_id", self.default_get(["goal_id"]).get("goal_id"))
            goal = self.env["integration.goal"].browse(vals["goal_id"] or [])
            if goal:
                vals.setdefault("case_id", goal.case_id.id)
        measures = super().create(vals_list)
        measures.goal_id.plan_id._check_not_signed()
        return measures

    def write(self, vals):
        if vals.keys() & _WORDING:
            self.goal_id.plan_id._check_not_signed()
        result = super().write(vals)
        if "goal_id" in vals:
            self.goal_id.plan_id._check_not_signed()
        return result

    @api.ondelete(at_uninstall=False)
    def _unlink_except_signed(self):
        self.goal_id.plan_id._check_not_signed()

    def action_toggle_done(self):
        """Tick the step off as done today, or take that back."""
        today = fields.Date.context_today(self)
        for measure in self:
            measure.done_on = False if measure.done_on else today

    def _get_who(self):
        """Return who does it, in words."""
        self.ensure_one()
        if self.responsible == "third_party" and self.provider_id:
            return self.provider_id.name
        return self._fields["responsible"].convert_to_export(self.responsible, self)

    def _get_carried_over_vals(self):
        """Return the step as it goes on in the next version of the plan."""
        self.ensure_one()
        return {
            "name": self.name,
            "responsible": self.responsible,
            "provider_id": self.provider_id.id,
            "due_date": self.due_date,
            "sequence": self.sequence,
        }
