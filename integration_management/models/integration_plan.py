# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.fields import Command

from ..logic import states


class IntegrationPlan(models.Model):
    """What client and manager agreed on, in the wording that both signed.

    A signed plan is not rewritten: a change is a new version, to which the open
    goals are carried over. Not wanting a plan is an answer without consequences.
    """

    _name = "integration.plan"
    _inherit = [
        "integration.plan.agreement",
        "integration.case.mixin",
        "integration.stateful",
    ]
    _description = "Integration Plan"

    _state_table = states.PLAN

    version = fields.Integer(readonly=True, copy=False, aggregator=None)
    previous_id = fields.Many2one(
        "integration.plan",
        string="Previous version",
        readonly=True,
        copy=False,
        index="btree_not_null",
        ondelete="set null",
    )
    goal_ids = fields.One2many("integration.goal", "plan_id")

    _unique_version = models.UniqueIndex(
        "(case_id, version)", "The version of a plan is unique in its case."
    )
    _one_running = models.UniqueIndex(
        "(case_id) WHERE state NOT IN ('continued', 'closed', 'declined')",
        "This case has a running plan already. Please continue or complete it first.",
    )

    @api.model_create_multi
    def create(self, vals_list):
        plans = super().create(vals_list)
        for plan in plans:
            plan.version = plan._get_next_version()
        return plans

    def write(self, vals):
        self._check_wording(vals)
        before = {plan: plan.state for plan in self}
        if vals.get("state") in ("agreed", "discussed"):
            for plan in self:
                super(IntegrationPlan, plan).write(plan._with_dates(vals))
        else:
            super().write(vals)
        if "state" in vals:
            # The ORM inserts before it updates: a new plan must find the place free.
            self.flush_recordset(["state"])
        for plan, state in before.items():
            plan._after_write(vals, state)
        return True

    @api.ondelete(at_uninstall=False)
    def _unlink_except_signed(self):
        if any(plan.is_frozen for plan in self):
            raise UserError(
                self.env._("A signed plan is kept; please complete or continue it.")
            )

    def action_discuss(self):
        """Note that the draft was talked over with the client."""
        self.write({"state": "discussed"})

    def action_redraft(self):
        """Go on drafting, also after a plan was not wanted."""
        self.write({"state": "draft"})

    def action_agree(self):
        """Make the plan binding in its wording; needs both signatures."""
        self.write({"state": "agreed"})

    def action_review(self):
        """Start looking back together."""
        self.write({"state": "under_review"})

    def action_confirm(self):
        """End a review that changes nothing: the plan goes on until the next one."""
        self.write({"state": "agreed"})

    def action_add_needs(self):
        """Make goals of the needs in the latest assessment that are not in the plan."""
        self.ensure_one()
        self._check_not_signed()
        assessment = self.env["integration.assessment"].search(
            [("case_id", "=", self.case_id.id)],
            order="date desc nulls last, id desc",
            limit=1,
        )
        known = {(goal.area_id.id, goal.name) for goal in self.goal_ids}
        lines = assessment.line_ids - self.goal_ids.assessment_line_id
        vals_list = [line._get_goal_vals() for line in lines if line._has_need()]
        self.goal_ids = [
            Command.create(vals)
            for vals in vals_list
            if (vals["area_id"], vals["name"]) not in known
        ]

    def action_continue(self):
        """Make a new version and open it; see :meth:`_make_next_version`."""
        self.ensure_one()
        self.write({"state": "continued"})
        return self.case_id.action_open_plan()

    def action_close(self):
        """Complete the plan."""
        self.write({"state": "closed"})

    def action_decline(self):
        """Note that the client wants no plan; nothing follows from it."""
        self.write({"state": "declined"})

    def _get_next_version(self):
        """Return the number after the case's highest version."""
        self.ensure_one()
        domain = [("case_id", "=", self.case_id.id), ("id", "!=", self.id)]
        [(version,)] = self._read_group(domain, [], ["version:max"])
        return (version or 0) + 1

    def _after_write(self, vals, old_state):
        """Pass on to the case what the plan decides."""
        if self.state == "agreed" and vals.keys() & {"state", "next_review"}:
            self.case_id.write(self._get_case_vals(old_state))
        if self.state == old_state:
            return
        if self.state == "continued":
            self._make_next_version()
        elif self.state == "closed" and self.case_id.next_review == self.next_review:
            self.case_id.next_review = False

    def _get_case_vals(self, old_state):
        """Return what an agreed plan means for its case.

        With a plan, light counselling has become case management, and planning
        is done; whoever is further on stays there.
        """
        vals = {"next_review": self.next_review}
        if old_state in ("draft", "discussed"):
            vals["mode"] = "case_management"
            if self.case_id.stage_code in ("intake", "assessment", "planning"):
                stages = self.env["integration.case.stage"]
                if linking := stages.search([("code", "=", "linking")], limit=1):
                    vals["stage_id"] = linking.id
        return vals

    def _make_next_version(self):
        """Create the draft that follows, with the open goals and open measures.

        The previous version counts as continued at once, so that one plan runs at any
        time; its goals stay readable there, and the case stays due for the old
        review until the new version is agreed.
        """
        self.ensure_one()
        return self.create(
            {
                "case_id": self.case_id.id,
                "previous_id": self.id,
                "explained_language_id": self.explained_language_id.id,
                "interpretation_id": self.interpretation_id.id,
                "place": self.place,
                "note": self.note,
                "goal_ids": [
                    Command.create(goal._get_carried_over_vals())
                    for goal in self.goal_ids
                    if goal.state in states.GOAL_RUNNING
                ],
            }
        )

    def _get_document_name(self):
        """Return the file name of the printed plan; it names nobody."""
        self.ensure_one()
        return self.env._(
            "Plan %(number)s version %(version)s",
            number=self.case_id.number,
            version=self.version,
        )

    def _get_goals_by_area(self):
        """Return the goals by life area, as they stand on paper."""
        self.ensure_one()
        goals = self.goal_ids.sorted(
            lambda goal: (goal.area_id.sequence or 999, -int(goal.priority or 0))
        )
        return goals.grouped("area_id")

    def _get_other_area_name(self):
        """Return the heading above goals without a life area."""
        return self.env._("Further goals")
