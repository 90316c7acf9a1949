# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.fields import Domain

from ..logic import states

_MANAGERS = "integration_management.group_integration_manager"


class IntegrationLeaving(models.TransientModel):
    """All open cases of a manager who leaves: handed over, or closed and locked.

    The browser carries the steps out case by case, each for itself, so that hundreds
    take their time and one that fails stops nothing.
    """

    _name = "integration.leaving"
    _description = "Hand Over All Cases"

    to_user_id = fields.Many2one(
        "res.users",
        string="Successor",
        domain=lambda self: [
            ("all_group_ids", "in", self.env.ref(_MANAGERS).ids),
            ("id", "!=", self.env.uid),
        ],
        help="Proposed for all cases; you can choose others for some in the list.",
    )
    reason_id = fields.Many2one(
        "integration.term",
        domain="[('kind', '=', 'handover_reason'), ('is_current', '=', True)]",
        default=lambda self: self._default_term("handover_reason", "contract_end"),
    )
    last_day = fields.Date(string="Last working day")
    closing_reason_id = fields.Many2one(
        "integration.term",
        domain="[('kind', '=', 'closing_reason'), ('is_current', '=', True)]",
        default=lambda self: self._default_term("closing_reason", "manager_left"),
    )
    lock = fields.Boolean(
        string="Close and lock the cases without consent",
        help="Nobody opens them after your last working day. They are deleted when"
        " their time is over.",
    )
    unprepared = fields.Integer(string="Not prepared", compute="_compute_counts")
    waiting = fields.Integer(string="Without consent", compute="_compute_counts")
    ready = fields.Integer(string="Ready to be offered", compute="_compute_counts")
    offered = fields.Integer(
        string="Waiting for the successor", compute="_compute_counts"
    )

    @api.model
    def _default_term(self, kind, code):
        name = f"integration_management.term_{kind}_{code}"
        return self.env.ref(name, raise_if_not_found=False)

    def _compute_display_name(self):
        self.display_name = self.env._("Hand over all my cases")

    @api.depends("to_user_id")
    def _compute_counts(self):
        for leaving in self:
            leaving.update(self._count())

    def action_prepare(self):
        """Prepare the hand-over of every own open case, and show the list."""
        self.ensure_one()
        self.env["integration.handover"].create(
            [
                {
                    "case_id": case.id,
                    "to_user_id": self.to_user_id.id,
                    "reason_id": self.reason_id.id,
                }
                for case in self._get_unprepared()
            ]
        )
        return self.env["ir.actions.act_window"]._for_xml_id(
            "integration_management.integration_handover_action"
        )

    def action_run(self):
        """Let the browser offer and lock, case by case.

        :return: the client action with what is to be done
        """
        self.ensure_one()
        running = self._get_running()
        ready = running.filtered(lambda h: h.state != "offered" and h.is_ready)
        locked = self.env["integration.case"]
        if self.lock:
            if not (self.last_day and self.closing_reason_id):
                raise UserError(
                    self.env._(
                        "Please enter your last working day and a closing reason."
                    )
                )
            waiting = running.filtered(lambda h: h.state != "offered") - ready
            locked = waiting.case_id | self._get_unprepared()
        return {
            "type": "ir.actions.client",
            "tag": "integration_leaving",
            "name": self.env._("Hand over all my cases"),
            "params": {
                "offer": ready.ids,
                "lock": locked.ids,
                "last_day": fields.Date.to_string(self.last_day),
                "closing_reason_id": self.closing_reason_id.id,
            },
        }

    @api.model
    def get_result(self):
        """Return how the current user's cases stand, as counts."""
        cases = self.env["integration.case"]
        offers = self.env["integration.handover.offer"]
        return {
            **self._count(),
            "handed_over": offers.search_count(
                [("from_user_id", "=", self.env.uid), ("state", "=", "accepted")]
            ),
            "locked": cases.search_count([("locked_after", "!=", False)]),
        }

    @api.model
    def _count(self):
        """Return how many of the user's cases are at which step."""
        running = self._get_running()
        offered = running.filtered(lambda h: h.state == "offered")
        ready = (running - offered).filtered("is_ready")
        return {
            "unprepared": len(self._get_unprepared()),
            "waiting": len(running - offered - ready),
            "ready": len(ready),
            "offered": len(offered),
        }

    @api.model
    def _get_running(self):
        return self.env["integration.handover"].search(
            [
                ("from_user_id", "=", self.env.uid),
                ("state", "in", list(states.HANDOVER_RUNNING)),
            ]
        )

    @api.model
    def _get_unprepared(self):
        """Return the user's open cases whose hand-over nobody has begun."""
        running = Domain("state", "in", list(states.HANDOVER_RUNNING))
        return self.env["integration.case"].search(
            Domain("manager_id", "=", self.env.uid)
            & Domain("closed_on", "=", False)
            & Domain("handover_ids", "not any", running)
        )
