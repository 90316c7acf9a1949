# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from dateutil.relativedelta import relativedelta

from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError
from odoo.fields import Domain

from ..logic import states
from .integration_workload import SUPERVISOR

_MANAGER = "integration_management.group_integration_manager"
_ASKED = frozenset({"number", "reason", "remark", "to_user_id"})


class IntegrationTransferRequest(models.Model):
    """A supervisor asks a manager to hand a case over; the client decides.

    The case is named by its number, without a link. Nothing changes by the request: its
    receiver starts a hand-over, which needs the client's consent, or says no.
    """

    _name = "integration.transfer.request"
    _inherit = ["integration.stateful", "integration.anonymity"]
    _description = "Request to Hand Over"
    _order = "id desc"
    _rec_name = "number"
    _state_table = states.TRANSFER_REQUEST
    _anonymous_fields = ("remark",)

    number = fields.Char(string="Case number", required=True, index=True)
    from_user_id = fields.Many2one(
        "res.users",
        string="Integration manager",
        readonly=True,
        required=True,
        index=True,
        ondelete="cascade",
    )
    to_user_id = fields.Many2one(
        "res.users",
        string="Suggested successor",
        required=True,
        domain=lambda self: [("all_group_ids", "in", self.env.ref(_MANAGER).ids)],
        ondelete="cascade",
    )
    requested_by_id = fields.Many2one(
        "res.users",
        string="Asked by",
        readonly=True,
        required=True,
        default=lambda self: self.env.user,
        ondelete="cascade",
    )
    reason = fields.Selection(
        [
            ("load", "To spread the load"),
            ("absence", "Longer absence"),
            ("place", "Nearer by"),
            ("position", "The position ends"),
            ("other", "Other"),
        ],
        default="load",
        required=True,
    )
    remark = fields.Char(help="Nothing about the client, please.")
    state = fields.Selection(
        [
            ("open", "Waiting for an answer"),
            ("accepted", "Hand-over started"),
            ("declined", "Not now"),
            ("withdrawn", "Withdrawn"),
        ],
        default="open",
        required=True,
        readonly=True,
    )
    answered_on = fields.Date(readonly=True)
    is_mine = fields.Boolean(compute="_compute_is_mine")
    is_asked_by_me = fields.Boolean(compute="_compute_is_mine")

    _one_open = models.UniqueIndex(
        "(number) WHERE state = 'open'",
        "There is an open request for this case already.",
    )

    @api.model
    def _access_domain(self):
        """Return what the user asked, or is asked; see `ir.rule`."""
        mine = Domain("from_user_id", "=", self.env.uid)
        return mine | Domain("requested_by_id", "=", self.env.uid)

    @api.depends("from_user_id", "requested_by_id")
    @api.depends_context("uid")
    def _compute_is_mine(self):
        for request in self:
            request.is_mine = request.from_user_id == self.env.user
            request.is_asked_by_me = request.requested_by_id == self.env.user

    @api.model_create_multi
    def create(self, vals_list):
        """Ask the managers of the cases with these numbers.

        :raise UserError: for a number that the supervisor's board does not show
        """
        if not self.env.su:
            if not self.env.user.has_group(SUPERVISOR):
                raise AccessError(self.env._("Only supervisors ask for hand-overs."))
            vals_list = [self._prepare(vals) for vals in vals_list]
        own = self.sudo()  # sudo: the receiver and the state are set here only
        requests = super(IntegrationTransferRequest, own).create(vals_list)
        for request in requests:
            request._tell(request.from_user_id)
        return requests.with_env(self.env)

    @api.model
    def _prepare(self, vals):
        """Return what is stored of a request, with whom it goes to."""
        number = (vals.get("number") or "").strip().upper()
        board = self.env["integration.workload.case"]
        case = board.search([("number", "=", number)], limit=1)
        if not case:
            raise UserError(
                self.env._(
                    "There is no open case “%(number)s” on your board.", number=number
                )
            )
        team = self.env["integration.workload"]
        to_user = vals.get("to_user_id")
        if to_user == case.user_id.id or not team.search([("user_id", "=", to_user)]):
            raise UserError(
                self.env._("Please suggest another manager of your carriers.")
            )
        asked = {name: vals[name] for name in vals.keys() & _ASKED}
        return {
            **asked,
            "number": number,
            "from_user_id": case.user_id.id,
            "requested_by_id": self.env.uid,
            "state": "open",
        }

    def write(self, vals):
        if not self.env.su:
            raise AccessError(self.env._("A request is answered, not changed."))
        return super().write(vals)

    def action_start(self):
        """Start the hand-over with the successor suggested, and open it."""
        self._check_asked("from_user_id")
        case = self.env["integration.case"].search([("number", "=", self.number)])
        if case.manager_id != self.env.user or case.closed_on:
            self._answer("declined")
            return {
                "type": "ir.actions.client",
                "tag": "display_notification",
                "params": {
                    "type": "info",
                    "message": self.env._(
                        "This case is not yours any more, or it is closed."
                    ),
                    "next": {"type": "ir.actions.client", "tag": "soft_reload"},
                },
            }
        self._answer("accepted")
        action = case.action_hand_over()
        context = {**action["context"], "default_to_user_id": self.to_user_id.id}
        return {**action, "context": context}

    def action_decline(self):
        """Say no; no reason is asked for."""
        self._check_asked("from_user_id")
        self._answer("declined")
        self._tell(self.requested_by_id)

    def action_withdraw(self):
        """Take the request back."""
        self._check_asked("requested_by_id")
        self._answer("withdrawn")

    def _check_asked(self, name):
        self.ensure_one()
        self.check_access("read")
        if self[name] != self.env.user:
            raise AccessError(self.env._("This request is not yours to answer."))

    def _answer(self, state):
        own = self.sudo()  # sudo: nobody writes here but the answers
        own.write({"state": state, "answered_on": fields.Date.context_today(self)})
        # The ORM inserts before it updates: a new request must find the place free.
        own.flush_recordset(["state"])

    def _tell(self, user):
        env = self.with_context(lang=user.lang).env
        label = env._("A request about a hand-over has news: see “Together”.")
        self.env["integration.notice"]._send(user, label)

    @api.autovacuum
    def _gc_old(self):
        """Delete what was answered, or left unanswered, for half a year."""
        day = fields.Date.today() - relativedelta(months=6)
        self.search([("create_date", "<", day)], limit=1000).unlink()
