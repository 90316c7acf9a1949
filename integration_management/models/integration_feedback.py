# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from datetime import timedelta

from dateutil.relativedelta import relativedelta

from odoo import api, fields, models
from odoo.exceptions import AccessError
from odoo.fields import NO_ACCESS, Domain
from odoo.tools import SQL

from ..logic import states
from ..logic.numbers import new_number

OMBUDS = "integration_management.group_integration_ombuds"
# Who counsels, leads, distributes work or gives out rights does not sit in judgement.
_INVOLVED = (
    "integration_management.group_integration_manager",
    "integration_management.group_integration_supervisor",
    "integration_management.group_integration_coordinator",
    "base.group_erp_manager",
)
KINDS = [
    ("praise", "Praise"),
    ("complaint", "Complaint"),
    ("suggestion", "Suggestion"),
]
ABOUT = [
    ("carrier", "Counselling office"),
    ("offer", "Offer or course"),
    ("manager", "Person who counsels"),
    ("other", "Something else"),
]
# What the office adds; what people said, and when, stays as it came.
_ADDED = frozenset("about concerned_ids handled_by_id kind note offer_id".split())
_SET_BY_SERVER = frozenset(
    "answered_on closed_on confirmed_on conflict_ids file_ids message_ids".split()
)
_ENTERED = _ADDED | frozenset(
    "about_name channel company_id language received_on text".split()
)


class IntegrationFeedback(models.Model):
    """What somebody wants to say about a carrier, an offer or a manager.

    Read by the complaint office only. Nothing leads from here to a case file, or from
    there to here; who wrote it, from where and at what time is not stored.
    """

    _name = "integration.feedback"
    _inherit = "integration.stateful"
    _description = "Feedback"
    _order = "has_news desc, next_on, id"
    _rec_name = "number"
    _log_access = False

    _state_table = states.FEEDBACK

    number = fields.Char(
        required=True,
        readonly=True,
        copy=False,
        default=lambda self: new_number("R"),
    )
    company_id = fields.Many2one(
        "res.company",
        string="Carrier",
        required=True,
        index=True,
        default=lambda self: self.env.company,
        ondelete="restrict",
    )
    kind = fields.Selection(KINDS, required=True, default="complaint")
    about = fields.Selection(ABOUT, required=True, default="other")
    about_name = fields.Char(
        string="About whom or what", size=200, help="In the person's own words."
    )
    text = fields.Text(required=True, string="Message")
    language = fields.Selection(
        selection=lambda self: self.env["integration.language"]._get_selection(),
        required=True,
        default="de",
    )
    channel = fields.Selection(
        [
            ("web", "Page of the office"),
            ("phone", "Phone"),
            ("post", "Letter"),
            ("talk", "Talk"),
        ],
        required=True,
        default="phone",
        string="Received by",
    )
    state = fields.Selection(
        [
            ("new", "New"),
            ("read", "Read"),
            ("clarifying", "Being clarified"),
            ("answered", "Answered"),
            ("closed", "Closed"),
        ],
        required=True,
        readonly=True,
        default="new",
        copy=False,
        index=True,
        group_expand=True,
    )
    has_news = fields.Boolean(
        string="New message", readonly=True, help="The person has written again."
    )
    offer_id = fields.Many2one("integration.offer", string="Offer concerned")
    concerned_ids = fields.Many2many(
        "res.users",
        "integration_feedback_concerned_rel",
        string="Employees concerned",
        domain="[('share', '=', False), ('company_ids', 'in', company_id)]",
        help="They never see this, not even if they work for the complaint office.",
    )
    conflict_ids = fields.Many2many(
        "res.users",
        "integration_feedback_conflict_rel",
        string="Not read by",
        readonly=True,
        copy=False,
        help="People of the office who are named here or said they are partial.",
    )
    handled_by_id = fields.Many2one(
        "res.users",
        domain=lambda self: [("all_group_ids", "in", self.env.ref(OMBUDS).ids)],
    )
    note = fields.Text(
        string="Notes of the office", help="Never shown to the person who wrote."
    )
    received_on = fields.Date(
        required=True, copy=False, default=fields.Date.context_today
    )
    confirm_by = fields.Date(readonly=True, string="Confirm receipt by")
    answer_by = fields.Date(readonly=True)
    confirmed_on = fields.Date(readonly=True, copy=False, string="Receipt confirmed on")
    answered_on = fields.Date(readonly=True, copy=False)
    closed_on = fields.Date(readonly=True, copy=False)
    next_on = fields.Date(
        string="Next deadline", compute="_compute_next_on", store=True, index=True
    )
    delete_on = fields.Date(string="Deleted on", compute="_compute_delete_on")
    code_digest = fields.Char(
        readonly=True, copy=False, groups=NO_ACCESS, index="btree_not_null"
    )
    message_ids = fields.One2many(
        "integration.feedback.message", "feedback_id", string="Conversation"
    )
    file_ids = fields.One2many("integration.feedback.file", "feedback_id")

    @api.depends("state", "confirm_by", "answer_by", "confirmed_on")
    def _compute_next_on(self):
        for feedback in self:
            if feedback.state in states.FEEDBACK_ENDED:
                feedback.next_on = False
            elif feedback.confirmed_on:
                feedback.next_on = feedback.answer_by
            else:
                feedback.next_on = feedback.confirm_by

    @api.depends("closed_on", "company_id")
    def _compute_delete_on(self):
        for feedback in self:
            months = feedback.company_id.integration_ombuds_keep_months
            closed = feedback.closed_on
            feedback.delete_on = closed and closed + relativedelta(months=months)

    @api.model
    def _access_domain(self):
        """Return what the user reads for the complaint office; see `ir.rule`.

        Of own carriers, but not of those that employ or employed the user, and nothing
        in which the user is concerned or partial.
        """
        user = self.env.user
        if not self._may_judge(user):
            return Domain.FALSE
        partial = SQL(
            """(SELECT integration_feedback_id FROM integration_feedback_concerned_rel
                 WHERE res_users_id = %(uid)s
                 UNION
                SELECT integration_feedback_id FROM integration_feedback_conflict_rel
                 WHERE res_users_id = %(uid)s)""",
            uid=user.id,
        )
        return self._get_carrier_domain() & Domain("id", "not in", partial)

    @api.model
    def _get_carrier_domain(self):
        """Return the domain of records of carriers that the user judges about."""
        user = self.env.user
        employers = SQL(
            "(SELECT company_id FROM integration_position WHERE user_id = %s)", user.id
        )
        return Domain("company_id", "in", user._get_company_ids()) & Domain(
            "company_id", "not in", employers
        )

    @api.model
    def _may_judge(self, user):
        return user.has_group(OMBUDS) and not any(map(user.has_group, _INVOLVED))

    @api.model_create_multi
    def create(self, vals_list):
        """Enter what came by phone or letter; the rest is set by the server."""
        if not self.env.su:
            vals_list = [self._get_entered(vals) for vals in vals_list]
        feedbacks = super().create(vals_list)
        for feedback in feedbacks.sudo():  # sudo: what nobody enters
            feedback._set_deadlines()
            feedback._find_partial()
        return feedbacks

    def write(self, vals):
        if not self.env.su and (given := vals.keys() - _ADDED):
            raise AccessError(
                self.env._(
                    "What people have written stays as it is, and states change by"
                    " the buttons only (%(fields)s).",
                    fields=", ".join(sorted(given)),
                )
            )
        return super().write(vals)

    @api.model
    def _get_entered(self, vals):
        entered = {name: vals[name] for name in vals.keys() & _ENTERED}
        if entered.get("channel") == "web":
            entered["channel"] = "phone"
        # What is left out would be taken from the context, which callers choose.
        drawn = {"number": new_number("R"), "state": "new", "has_news": False}
        return {**drawn, **dict.fromkeys(_SET_BY_SERVER, False), **entered}

    def _set_deadlines(self):
        self.ensure_one()
        company = self.company_id
        receipt = timedelta(days=company.integration_ombuds_receipt_days)
        answer = timedelta(days=company.integration_ombuds_answer_days)
        self.confirm_by = self.received_on + receipt
        self.answer_by = self.received_on + answer
