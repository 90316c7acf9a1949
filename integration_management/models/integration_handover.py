# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError
from odoo.tools import format_date

from ..logic import states

_MANAGERS = "integration_management.group_integration_manager"
# What the owner enters while nothing has been offered; the rest is the system's.
_ENTERED = frozenset({"consent_id", "notes_go", "reason_id", "remark", "to_user_id"})
_INITIAL = {
    "state": "draft",
    "answered_on": False,
    "offer_id": False,
    "offered_on": False,
    "protocol": False,
}


class IntegrationHandover(models.Model):
    """A case on its way to another manager, of the same or of another carrier.

    The client agrees, the owner offers, the successor accepts. Until then, the
    successor sees nothing but an `integration.handover.offer`, which names nobody.
    """

    _name = "integration.handover"
    _inherit = ["integration.case.mixin", "integration.stateful"]
    _description = "Hand-over"

    _state_table = states.HANDOVER

    state = fields.Selection(
        [
            ("draft", "Being prepared"),
            ("asked", "Consent asked"),
            ("offered", "Offered"),
            ("accepted", "Taken over"),
            ("refused", "Not taken"),
            ("cancelled", "Cancelled"),
        ],
        default="draft",
        required=True,
        readonly=True,
        copy=False,
    )
    from_user_id = fields.Many2one(
        "res.users",
        string="Handed over by",
        default=lambda self: self.env.user,
        readonly=True,
        copy=False,
        ondelete="restrict",
    )
    to_user_id = fields.Many2one(
        "res.users",
        string="Successor",
        ondelete="restrict",
        domain=lambda self: [
            ("all_group_ids", "in", self.env.ref(_MANAGERS).ids),
            ("id", "!=", self.env.uid),
        ],
        help="An integration manager, also of another carrier.",
    )
    to_carrier = fields.Char(
        string="Carrier of the successor", compute="_compute_to_carrier"
    )
    is_new_carrier = fields.Boolean(compute="_compute_to_carrier")
    reason_id = fields.Many2one(
        "integration.term",
        ondelete="restrict",
        domain="[('kind', '=', 'handover_reason'), ('is_current', '=', True)]",
    )
    notes_go = fields.Boolean(
        string="Entrusted notes go along",
        help="Only if the client agrees. Otherwise, notes on sessions and notes in the"
        " history of the case stay with you.",
    )
    remark = fields.Text(
        string="Remark to the successor",
        help="Readable before acceptance: no names, nothing about the client.",
    )
    consent_id = fields.Many2one(
        "integration.consent",
        ondelete="set null",
        index="btree_not_null",
        copy=False,
        domain="[('case_id', '=', case_id), ('purpose', '=', 'handover')]",
    )
    consent_state = fields.Selection(
        related="consent_id.state", related_sudo=False, string="Consent is"
    )
    offer_id = fields.Many2one(
        "integration.handover.offer",
        readonly=True,
        copy=False,
        index="btree_not_null",
        ondelete="set null",
    )
    offered_on = fields.Date(readonly=True, copy=False)
    answered_on = fields.Date(readonly=True, copy=False)
    protocol = fields.Json(
        string="Protocol as recorded",
        readonly=True,
        copy=False,
        exportable=False,
        help="What there was to take over, on the day of the offer or acceptance.",
    )

    _one_running = models.UniqueIndex(
        "(case_id) WHERE state IN ('draft', 'asked', 'offered')",
        "This case is being handed over already.",
    )

    @api.depends("to_user_id", "case_id.company_id")
    def _compute_to_carrier(self):
        for handover in self:
            # sudo: the name of a colleague's carrier is no secret
            carrier = handover.to_user_id.sudo().company_id  # sudo: see above
            handover.to_carrier = carrier.name
            handover.is_new_carrier = carrier and (
                carrier != handover.case_id.company_id
            )

    @api.model_create_multi
    def create(self, vals_list):
        """Prepare hand-overs of own cases; defaults cannot say otherwise."""
        fixed = {**_INITIAL, "from_user_id": self.env.uid}
        for vals in vals_list:
            self._check_entered(vals)
        handovers = super().create([{**vals, **fixed} for vals in vals_list])
        handovers.case_id._check_owner()
        handovers._check_consent_purpose()
        return handovers

    def write(self, vals):
        if not self.env.su:
            self.case_id._check_owner()
            self._check_entered(vals)
        before = {h: (h.to_user_id, h.notes_go) for h in self}
        result = super().write(vals)
        if "state" in vals:
            # The ORM inserts before it updates: the next one must find its place free.
            self.flush_recordset(["state"])
        changed = self.filtered(lambda h: (h.to_user_id, h.notes_go) != before[h])
        if "consent_id" not in vals:
            changed._forget_consent()
        self._check_consent_purpose()
        return result

    @api.ondelete(at_uninstall=False)
    def _unlink_except_answered(self):
        if not self.env.su and any(h.state not in ("draft", "asked") for h in self):
            raise UserError(
                self.env._("A hand-over that was offered stays in the file.")
            )

    def action_offer(self):
        """Offer the cases to their successors; each needs the client's consent."""
        for handover in self:
            handover._offer()
        return True

    def action_cancel(self):
        """Stop the hand-overs; what was offered is no longer."""
        self.case_id._check_owner()
        self._lapse()
        return True

    @api.model
    def _check_entered(self, names):
        """Leave state, offer and protocol to the methods that check them.

        :raise AccessError: when they come with the values of a user
        """
        own = {n for n in names if n in self._fields and self._fields[n].readonly}
        if own and not self.env.su:
            raise AccessError(
                self.env._("The state of a hand-over changes by its buttons only.")
            )
        offered = self.filtered(lambda h: h.state not in ("draft", "asked"))
        if offered and _ENTERED & set(names) and not self.env.su:
            raise UserError(
                self.env._(
                    "What was offered does not change. Please cancel the hand-over and"
                    " start a new one."
                )
            )

    def _offer(self):
        """Put a case on offer, with counts only."""
        self.ensure_one()
        self.case_id._check_owner()
        self._check_complete()
        self.consent_id._rely_on()
        offer = self.env["integration.handover.offer"]._make(self)
        own = self.sudo()  # sudo: users do not write states and protocols
        own.write(
            {
                "state": "offered",
                "offer_id": offer.id,
                "offered_on": fields.Date.context_today(self),
                "protocol": own._make_protocol(),
            }
        )

    def _lapse(self):
        """Cancel what is running; a successor is told that the offer is gone."""
        running = self.sudo().filtered(  # sudo: consents end by deputies and clock
            lambda h: h.state in states.HANDOVER_RUNNING
        )
        running.offer_id._withdraw()
        running.state = "cancelled"

    def _check_complete(self):
        """Refuse to offer what lacks something.

        :raise UserError: naming what is to be done
        """
        self.ensure_one()
        if not self._is_successor_fit():
            raise UserError(
                self.env._("Please choose a successor: another integration manager.")
            )
        if problem := self._get_consent_problem():
            raise UserError(problem)
        self._check_remark()

    def _is_successor_fit(self):
        """Tell whether the successor is another, active integration manager."""
        successor = self.to_user_id.sudo()  # sudo: rights of a colleague are asked
        group = self.env.ref(_MANAGERS)
        is_manager = successor.active and group in successor.all_group_ids
        return is_manager and successor != self.from_user_id

    def _get_running_note(self):
        """Return in one line how the hand-over stands, or False."""
        if not self:
            return False
        name = self.to_user_id.name or "…"
        if self.state == "offered":
            return self.env._(
                "Offered to %(name)s, who has not answered yet.", name=name
            )
        return self.env._("Hand-over to %(name)s is being prepared.", name=name)

    def _get_origin_note(self):
        """Return in one line where the case came from, or False."""
        if not self:
            return False
        return self.env._(
            "Taken over from %(name)s on %(day)s.",
            name=self.from_user_id.name,
            day=format_date(self.env, self.answered_on),
        )
