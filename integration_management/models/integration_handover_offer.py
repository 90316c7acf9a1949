# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models, tools
from odoo.exceptions import AccessError, LockError, UserError
from odoo.fields import Domain

from ..logic import numbers, states

_MANAGERS = "integration_management.group_integration_manager"


class IntegrationHandoverOffer(models.Model):
    """What a successor learns before taking a case over: how much there is to do.

    Without a link to the case, a name or a topic. Nobody writes here directly.
    """

    _name = "integration.handover.offer"
    _inherit = "integration.stateful"
    _description = "Offered Hand-over"
    _order = "id desc"
    _rec_name = "number"

    _state_table = states.HANDOVER_OFFER

    number = fields.Char(readonly=True, index=True)
    state = fields.Selection(
        [
            ("open", "Waiting for an answer"),
            ("accepted", "Taken over"),
            ("declined", "Not taken over"),
            ("withdrawn", "No longer offered"),
        ],
        default="open",
        required=True,
        readonly=True,
    )
    from_user_id = fields.Many2one(
        "res.users",
        string="Offered by",
        required=True,
        readonly=True,
        ondelete="cascade",
    )
    to_user_id = fields.Many2one(
        "res.users",
        string="Offered to",
        required=True,
        readonly=True,
        ondelete="cascade",
    )
    from_carrier = fields.Char(string="Carrier", readonly=True)
    reason_id = fields.Many2one("integration.term", readonly=True, ondelete="restrict")
    offered_on = fields.Date(readonly=True)
    answered_on = fields.Date(readonly=True)
    goal_count = fields.Integer(string="Open goals", readonly=True, aggregator=None)
    session_count = fields.Integer(
        string="Planned sessions", readonly=True, aggregator=None
    )
    deadline_days = fields.Integer(
        string="Days until the next deadline",
        readonly=True,
        aggregator=None,
        help="On the day of the offer; 0: today or overdue.",
    )
    has_deadline = fields.Boolean(readonly=True)
    remark = fields.Text(readonly=True)
    is_mine_to_answer = fields.Boolean(compute="_compute_is_mine_to_answer")

    _to_idx = models.Index("(to_user_id, state)")
    _from_idx = models.Index("(from_user_id, state)")

    @api.depends("to_user_id", "state")
    @api.depends_context("uid")
    def _compute_is_mine_to_answer(self):
        for offer in self:
            is_mine = offer.to_user_id == self.env.user
            offer.is_mine_to_answer = is_mine and offer.state == "open"

    @api.model
    @tools.ormcache("self.env.uid")
    def _access_domain(self):
        """Return the offers that the user made or got; see `ir.rule`."""
        mine = Domain("from_user_id", "=", self.env.uid)
        return mine | Domain("to_user_id", "=", self.env.uid)

    def action_accept(self):
        """Take the case over and open it; all or nothing.

        :raise UserError: when it is no longer offered, whatever the reason
        """
        handover = self._begin_answer()
        handover._accept()
        self._end("accepted")
        return {
            "type": "ir.actions.act_window",
            "res_model": "integration.case",
            "res_id": handover.case_id.id,
            "views": [(False, "form")],
        }

    def action_decline(self):
        """Leave the case where it is."""
        handover = self._begin_answer()
        handover._refuse()
        self._end("declined")
        return True

    @api.model
    def _make(self, handover):
        """Return a new offer of a hand-over, with counts only."""
        case = handover.case_id
        sender = handover.from_user_id.sudo()  # sudo: a colleague's carrier
        offers = self.sudo()  # sudo: nobody writes offers
        offer = offers.create(
            {
                "number": numbers.new_number("U"),
                "from_user_id": sender.id,
                "from_carrier": sender.company_id.name,
                "to_user_id": handover.to_user_id.id,
                "reason_id": handover.reason_id.id,
                "offered_on": fields.Date.context_today(self),
                "remark": handover.remark,
                **handover._count_work(case),
            }
        )
        offer._tell(offer.to_user_id, "open")
        return offer

    def _begin_answer(self):
        """Return the hand-over behind an offer, locked until the answer is stored.

        :raise AccessError: unless it is offered to the current user
        :raise UserError: when there is nothing to answer any more
        """
        self.ensure_one()
        self.check_access("read")
        user = self.env.user
        if self.to_user_id != user or not user.has_group(_MANAGERS):
            raise AccessError(
                self.env._("Only the integration manager it is offered to can answer.")
            )
        # sudo: the hand-over cannot be seen before acceptance
        handovers = self.env["integration.handover"].sudo()  # sudo: see above
        handover = handovers.search([("offer_id", "=", self.id)])
        try:
            self.sudo().lock_for_update()  # sudo: offers are read-only
            handover._lock()
        except LockError as error:
            raise UserError(
                self.env._("Somebody is changing this just now. Please try again.")
            ) from error
        if self.state != "open" or handover.state != "offered":
            raise self._get_gone_error()
        return handover

    def _get_gone_error(self):
        return UserError(self.env._("This hand-over is no longer offered."))

    def _withdraw(self):
        """Take offers back; whoever got them learns no reason."""
        for offer in self.filtered(lambda o: o.state == "open"):
            offer._end("withdrawn")

    def _end(self, state):
        """Note how an offer ended, and forget what was said for the answer only."""
        own = self.sudo()  # sudo: offers are read-only
        today = fields.Date.context_today(self)
        own.write({"state": state, "answered_on": today, "remark": False})
        for user in own.from_user_id | own.to_user_id:
            if user != self.env.user:
                own._tell(user, state)

    def _tell(self, user, state):
        """Tell a colleague by number only how an offer stands."""
        env = self.with_context(lang=user.lang).env
        texts = {
            "open": env._(
                "A case is offered to you: hand-over %(number)s.", number=self.number
            ),
            "accepted": env._("Hand-over %(number)s was accepted.", number=self.number),
            "declined": env._(
                "Hand-over %(number)s was not taken.", number=self.number
            ),
            "withdrawn": env._(
                "Hand-over %(number)s is no longer offered.", number=self.number
            ),
        }
        self.env["integration.notice"]._send(user, texts[state])
