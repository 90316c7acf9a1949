# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from dateutil.relativedelta import relativedelta

from odoo import api, fields, models
from odoo.exceptions import UserError, ValidationError
from odoo.fields import Command

from ..logic import states

# What both signed; a change of it is a new version.
_WORDING = frozenset(
    "agreed_on client_signature discussed_on explained_language_id interpretation_id"
    " manager_signature note place previous_id signed_on_paper version".split()
)


class IntegrationPlan(models.Model):
    """What client and manager agreed on, in the wording that both signed.

    A signed plan is not rewritten: a change is a new version, to which the open
    goals are carried over. Not wanting a plan is an answer without consequences.
    """

    _name = "integration.plan"
    _inherit = ["integration.case.mixin", "integration.stateful"]
    _description = "Integration Plan"

    _state_table = states.PLAN

    version = fields.Integer(readonly=True, copy=False, aggregator=None)
    state = fields.Selection(
        [
            ("draft", "Draft"),
            ("discussed", "Discussed"),
            ("agreed", "Agreed"),
            ("under_review", "Under review"),
            ("continued", "Continued"),
            ("closed", "Completed"),
            ("declined", "Plan not wanted"),
        ],
        default="draft",
        required=True,
        index=True,
        copy=False,
    )
    discussed_on = fields.Date(copy=False)
    agreed_on = fields.Date(copy=False)
    explained_language_id = fields.Many2one(
        "integration.term",
        string="Explained in",
        domain="[('kind', '=', 'language'), ('is_current', '=', True)]",
    )
    interpretation_id = fields.Many2one(
        "integration.term",
        domain="[('kind', '=', 'interpretation'), ('is_current', '=', True)]",
    )
    place = fields.Char()
    next_review = fields.Date(copy=False)
    client_signature = fields.Binary(copy=False)
    manager_signature = fields.Binary(copy=False)
    signed_on_paper = fields.Boolean(copy=False)
    evidence = fields.Binary(string="Scan of the signed plan", copy=False)
    copy_handed_over = fields.Boolean(copy=False)
    note = fields.Text(
        string="Further agreements", help="Printed on the plan; no place for own notes."
    )
    previous_id = fields.Many2one(
        "integration.plan",
        string="Previous version",
        readonly=True,
        copy=False,
        index="btree_not_null",
        ondelete="set null",
    )
    goal_ids = fields.One2many("integration.goal", "plan_id")
    is_frozen = fields.Boolean(compute="_compute_is_frozen")

    _unique_version = models.UniqueIndex(
        "(case_id, version)", "The version of a plan is unique in its case."
    )
    _one_running = models.UniqueIndex(
        "(case_id) WHERE state NOT IN ('continued', 'closed', 'declined')",
        "This case has a running plan already. Please continue or complete it first.",
    )

    @api.depends("state")
    def _compute_is_frozen(self):
        for plan in self:
            plan.is_frozen = plan.state in states.PLAN_SIGNED

    @api.constrains("state", "client_signature", "manager_signature", "signed_on_paper")
    def _check_signed(self):
        for plan in self.filtered("is_frozen"):
            on_screen = plan.client_signature and plan.manager_signature
            if not (on_screen or plan.signed_on_paper):
                raise ValidationError(
                    self.env._(
                        "An agreed plan is signed by both. Please let both sign on"
                        " the screen, or tick “Signed on paper”."
                    )
                )

    @api.constrains("agreed_on", "discussed_on", "next_review")
    def _check_dates(self):
        today = fields.Date.context_today(self)
        for plan in self:
            if any(day and day > today for day in (plan.discussed_on, plan.agreed_on)):
                raise ValidationError(
                    self.env._("A plan cannot be discussed or agreed in the future.")
                )
            if plan.agreed_on and plan.next_review:
                if plan.next_review < plan.agreed_on:
                    raise ValidationError(
                        self.env._(
                            "The review cannot take place before the agreement."
                            " Please correct the date."
                        )
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

    def _check_wording(self, vals):
        """Refuse to rewrite what was signed.

        :raise UserError: when `vals` would change the wording of a signed plan
        """
        if vals.keys() & _WORDING:
            self._check_not_signed()

    def _check_not_signed(self):
        if any(plan.is_frozen for plan in self):
            raise UserError(
                self.env._(
                    "A signed plan keeps its wording. To change it, please make a new"
                    " version with “Continue”."
                )
            )

    def _get_next_version(self):
        """Return the number after the case's highest version."""
        self.ensure_one()
        domain = [("case_id", "=", self.case_id.id), ("id", "!=", self.id)]
        [(version,)] = self._read_group(domain, [], ["version:max"])
        return (version or 0) + 1

    def _with_dates(self, vals):
        """Return `vals` with the dates that follow from discussing or agreeing."""
        self.ensure_one()
        today = fields.Date.context_today(self)
        if vals["state"] == "discussed":
            return {"discussed_on": self.discussed_on or today, **vals}
        agreed_on = fields.Date.to_date(vals.get("agreed_on")) or self.agreed_on
        review = fields.Date.to_date(vals.get("next_review")) or self.next_review
        if self.state == "under_review" and review and review <= today:
            review = False
        months = self.case_id.company_id.integration_review_months
        return {
            **vals,
            "agreed_on": agreed_on or today,
            "next_review": review
            or max(agreed_on or today, today) + relativedelta(months=months),
        }

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
