# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models
from odoo.exceptions import UserError

from ..logic import states
from .integration_consent_release import DATA_KINDS
from .integration_disclosure import CHANNELS

# What the other side has got does not change afterwards.
_PASSED_ON = frozenset(
    "channel data_kind_ids offer_id provider_id provider_name way".split()
)


class IntegrationReferral(models.Model):
    """The client's way to an offer, or to somebody who can help.

    Usually they go there themselves, with a leaflet: then nothing is passed on and
    nobody has to be released from anything.
    """

    _name = "integration.referral"
    _inherit = ["integration.case.mixin", "integration.stateful"]
    _description = "Referral"
    _order = "referred_on desc, id desc"

    _state_table = states.REFERRAL

    offer_id = fields.Many2one(
        "integration.offer", index="btree_not_null", ondelete="restrict"
    )
    provider_id = fields.Many2one(
        "res.partner",
        string="To whom",
        compute="_compute_provider_id",
        store=True,
        readonly=False,
        precompute=True,
        index="btree_not_null",
        ondelete="restrict",
        help="An office, school or association; never the client.",
    )
    provider_name = fields.Char(
        string="To whom (free text)", help="A person or office without contact."
    )
    label = fields.Char(string="Referred to", compute="_compute_label")
    purpose = fields.Char(string="What for")
    goal_ids = fields.Many2many(
        "integration.goal",
        "integration_goal_referral_rel",
        "referral_id",
        "goal_id",
        string="Goals",
    )
    referred_on = fields.Date(string="When", default=fields.Date.context_today)
    user_id = fields.Many2one(
        "res.users",
        string="Referred by",
        default=lambda self: self.env.user,
        readonly=True,
        ondelete="restrict",
    )
    way = fields.Selection(
        [
            ("self", "The client goes there themselves"),
            ("data", "We pass data on"),
        ],
        string="How",
        default="self",
    )
    data_kind_ids = fields.Many2many(
        "integration.term",
        "integration_referral_data_kind_rel",
        string="What is passed on",
        domain=DATA_KINDS,
    )
    channel = fields.Selection(CHANNELS, string="Passed on by", default="phone")
    release_id = fields.Many2one(
        "integration.consent",
        string="Release from secrecy",
        readonly=True,
        copy=False,
        index="btree_not_null",
        ondelete="set null",
    )
    release_state = fields.Selection(
        related="release_id.state", related_sudo=False, string="Release"
    )
    disclosure_ids = fields.One2many(
        "integration.disclosure", "referral_id", readonly=True
    )
    is_passed_on = fields.Boolean(compute="_compute_is_passed_on")
    state = fields.Selection(
        [
            ("recommended", "Recommended"),
            ("appointment", "Appointment"),
            ("accepted", "Accepted"),
            ("refused", "Refused"),
            ("ended", "Ended"),
        ],
        default="recommended",
        required=True,
        index=True,
        copy=False,
        group_expand=True,
    )
    is_running = fields.Boolean(compute="_compute_is_running", store=True)
    appointment = fields.Datetime(string="Appointment on")
    feedback = fields.Text(string="What became of it", copy=False)
    feedback_on = fields.Date(
        string="Feedback on",
        compute="_compute_feedback_on",
        store=True,
        readonly=False,
        copy=False,
    )
    ended_on = fields.Date(readonly=True, copy=False)
    end_reason = fields.Selection(
        [
            ("done", "The matter is settled"),
            ("client", "The client does not want it any more"),
            ("provider", "The offer ended"),
            ("release_ended", "The release was withdrawn or expired"),
        ],
        string="Why ended",
        copy=False,
    )

    @api.depends("offer_id")
    def _compute_provider_id(self):
        for referral in self:
            referral.provider_id = referral.offer_id.provider_id or referral.provider_id

    @api.depends("offer_id", "provider_id", "provider_name")
    def _compute_label(self):
        for referral in self:
            provider = referral.provider_id.name or referral.provider_name
            parts = (referral.offer_id.name, provider)
            referral.label = ", ".join(filter(None, parts))

    @api.depends("disclosure_ids.is_valid")
    def _compute_is_passed_on(self):
        for referral in self:
            referral.is_passed_on = any(referral.disclosure_ids.mapped("is_valid"))

    @api.depends("state")
    def _compute_is_running(self):
        for referral in self:
            referral.is_running = referral.state in states.REFERRAL_RUNNING

    @api.depends("feedback")
    def _compute_feedback_on(self):
        today = fields.Date.context_today(self)
        for referral in self:
            has_feedback = bool((referral.feedback or "").strip())
            referral.feedback_on = has_feedback and (referral.feedback_on or today)

    @api.model_create_multi
    def create(self, vals_list):
        for vals in vals_list:
            if not self.env.su:
                vals["user_id"] = self.env.uid
        referrals = super().create(vals_list)
        referrals._pass_on_if_due()
        return referrals

    def write(self, vals):
        if vals.keys() & _PASSED_ON and any(self.mapped("is_passed_on")):
            raise UserError(
                self.env._(
                    "Data were passed on already: to whom and what does not change any"
                    " more. Please make a new referral."
                )
            )
        result = super().write(vals)
        if vals.keys() & {"state", *_PASSED_ON}:
            self._pass_on_if_due()
        return result

    @api.ondelete(at_uninstall=False)
    def _unlink_except_passed_on(self):
        if not self.env.su and self.disclosure_ids:
            raise UserError(
                self.env._("Data were passed on: please end the referral instead.")
            )

    def action_appoint(self):
        """Note that there is an appointment; data to be passed on go with it."""
        self.write({"state": "appointment"})

    def action_accept(self):
        """Note that the client got in; data to be passed on go with it."""
        self.write({"state": "accepted"})

    def action_refuse(self):
        """Note that it did not work out."""
        self.write({"state": "refused"})

    def action_retry(self):
        """Take up again what was refused."""
        self.write({"state": "recommended"})

    def action_end(self):
        """End what is over; the reason may be given before."""
        for referral in self:
            referral._end(referral.end_reason or "done")

    def _end(self, reason):
        """End these referrals; nothing of a drafted e-mail stays."""
        today = fields.Date.context_today(self)
        self.write({"state": "ended", "end_reason": reason, "ended_on": today})
        self._clear_mail()
