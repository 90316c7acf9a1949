# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from dateutil.relativedelta import relativedelta

from odoo import api, fields, models
from odoo.exceptions import UserError, ValidationError

from ..logic import states

KINDS = [
    ("access", "Copy of the data (Art. 15)"),
    ("rectification", "Correction (Art. 16)"),
    ("erasure", "Erasure (Art. 17)"),
    ("restriction", "Restriction (Art. 18)"),
    ("portability", "Data to take along (Art. 20)"),
    ("objection", "Objection (Art. 21)"),
]


class IntegrationRightsRequest(models.Model):
    """A client uses a right to their data; there is a month to answer (Art. 12 (3))."""

    _name = "integration.rights.request"
    _inherit = ["integration.case.mixin", "integration.stateful"]
    _description = "Request about Own Data"

    _state_table = states.RIGHTS_REQUEST

    kind = fields.Selection(KINDS, required=True, default="access")
    text = fields.Text(string="What exactly", help="In the client's words.")
    channel = fields.Selection(
        [("portal", "Client's page"), ("oral", "Oral"), ("written", "Written")],
        string="How it came",
        default="oral",
    )
    received_on = fields.Date(default=fields.Date.context_today)
    deadline = fields.Date(compute="_compute_deadline", store=True, precompute=True)
    is_extended = fields.Boolean(
        string="Extended by two months",
        help="Allowed if the client was told so, and why, within the first month.",
    )
    state = fields.Selection(
        [
            ("received", "Received"),
            ("answered", "Answered"),
            ("taken_back", "Taken back"),
        ],
        default="received",
        required=True,
        copy=False,
    )
    answered_on = fields.Date(copy=False)
    answer = fields.Text(
        copy=False, help="What the client was told; shown on their page."
    )

    _open_idx = models.Index("(deadline) WHERE state = 'received'")

    @api.depends("received_on", "is_extended")
    def _compute_deadline(self):
        for request in self:
            months = 3 if request.is_extended else 1
            start = request.received_on or fields.Date.context_today(request)
            request.deadline = start + relativedelta(months=months)

    @api.constrains("received_on", "answered_on")
    def _check_days(self):
        today = fields.Date.context_today(self)
        for request in self:
            received, answered = request.received_on, request.answered_on
            if received and received > today:
                raise ValidationError(
                    self.env._("A request is received today or earlier.")
                )
            if answered and not (received or answered) <= answered <= today:
                raise ValidationError(
                    self.env._("The answer lies between the request and today.")
                )

    def write(self, vals):
        if not self.env.su and "answered" in self.mapped("state"):
            if vals.keys() - {"answer"}:
                raise UserError(self.env._("An answered request is kept as it is."))
        return super().write(vals)

    @api.ondelete(at_uninstall=False)
    def _unlink_except_portal(self):
        if not self.env.su and any(r.channel == "portal" for r in self):
            raise UserError(
                self.env._("What a client asked for is kept; please answer it.")
            )

    def action_answer(self):
        """Note that the client has been answered, today unless a day is entered."""
        today = fields.Date.context_today(self)
        for request in self:
            day = request.answered_on or today
            request.write({"state": "answered", "answered_on": day})
        return True

    def action_take_back(self):
        """Note that the client does not want it any more."""
        self.write({"state": "taken_back"})
        return True
