# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from dateutil.relativedelta import relativedelta

from odoo import api, fields, models
from odoo.exceptions import UserError, ValidationError

from ..logic import states

# What both signed; a change of it is a new version.
_WORDING = frozenset(
    "agreed_on client_signature discussed_on explained_language_id interpretation_id"
    " manager_signature note place previous_id signed_on_paper version".split()
)


class IntegrationPlanAgreement(models.AbstractModel):
    """The talk, the dates and the signatures that make a plan an agreement."""

    _name = "integration.plan.agreement"
    _description = "Agreement on a Plan"

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
    ended_on = fields.Date(compute="_compute_ended_on", store=True)
    explained_language_id = fields.Many2one(
        "integration.term",
        string="Explained in",
        domain="[('kind', '=', 'language'), ('is_current', '=', True)]",
    )
    interpretation_id = fields.Many2one(
        "integration.term",
        domain="[('kind', '=', 'interpretation'), ('is_current', '=', True)]",
    )
    place = fields.Char(string="Place of signing")
    next_review = fields.Date(copy=False)
    client_signature = fields.Binary(copy=False)
    manager_signature = fields.Binary(copy=False)
    signed_on_paper = fields.Boolean(copy=False)
    evidence = fields.Binary(string="Scan of the signed plan", copy=False)
    copy_handed_over = fields.Boolean(copy=False)
    note = fields.Text(
        string="Further agreements", help="Printed on the plan; no place for own notes."
    )
    is_frozen = fields.Boolean(compute="_compute_is_frozen")

    @api.depends("state")
    def _compute_is_frozen(self):
        for plan in self:
            plan.is_frozen = plan.state in states.PLAN_SIGNED

    @api.depends("state")
    def _compute_ended_on(self):
        today = fields.Date.context_today(self)
        for plan in self:
            is_ended = plan.state in states.PLAN_ENDED
            plan.ended_on = is_ended and (plan.ended_on or today)

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
