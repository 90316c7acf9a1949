# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from datetime import timedelta

from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.fields import Domain

_GROUP = "integration_management.group_integration_"
_HOURS = 24
# What the manager in need fills in; the rest is recorded by the system.
_ENTERED = frozenset({"number", "second_id", "ground_id", "reason"})
# How a request starts, whatever the caller's defaults say.
_ASKED = {
    "client_told_on": False,
    "decided_at": False,
    "ends_at": False,
    "owner_id": False,
    "state": "asked",
}


class IntegrationEmergency(models.Model):
    """Access to a colleague's case because somebody is in danger.

    By two people: one asks, another confirms. For 24 hours. The case's manager and the
    data protection officer are told, and the client is to be told.
    """

    _name = "integration.emergency"
    _description = "Emergency Access"
    _order = "id desc"
    _rec_name = "number"

    number = fields.Char(
        string="Case number", required=True, help="As it stands on letters: F-…"
    )
    user_id = fields.Many2one(
        "res.users",
        string="Asked by",
        required=True,
        readonly=True,
        index=True,
        default=lambda self: self.env.user,
        ondelete="restrict",
    )
    second_id = fields.Many2one(
        "res.users",
        string="To be confirmed by",
        required=True,
        index=True,
        ondelete="restrict",
        domain=lambda self: [
            ("all_group_ids", "in", self._get_second_groups().ids),
            ("id", "!=", self.env.uid),
        ],
        help="A second integration manager, a supervisor or the data protection"
        " officer.",
    )
    ground_id = fields.Many2one(
        "integration.term",
        string="Legal ground",
        required=True,
        ondelete="restrict",
        domain="[('kind', '=', 'emergency_ground'), ('is_current', '=', True)]",
    )
    reason = fields.Text(
        string="What is the danger?", required=True, help="As little as suffices."
    )
    state = fields.Selection(
        [("asked", "Asked"), ("granted", "Granted"), ("refused", "Refused")],
        required=True,
        readonly=True,
        default="asked",
        copy=False,
    )
    decided_at = fields.Datetime(readonly=True, copy=False)
    ends_at = fields.Datetime(string="Access ends at", readonly=True, copy=False)
    owner_id = fields.Many2one(
        "res.users", string="Integration manager", readonly=True, copy=False, index=True
    )
    client_told_on = fields.Date(string="Client told on", readonly=True, copy=False)
    may_decide = fields.Boolean(compute="_compute_may_decide")

    @api.depends("state", "second_id")
    @api.depends_context("uid")
    def _compute_may_decide(self):
        for request in self:
            is_second = request.second_id == self.env.user
            request.may_decide = is_second and request.state == "asked"

    @api.model
    def _access_domain(self):
        """Return the requests that the user may see.

        Who asks, who confirms, whose case it is, and the data protection officer.
        """
        if self.env.user.has_group(f"{_GROUP}privacy"):
            return Domain.TRUE
        names = ("user_id", "second_id", "owner_id")
        return Domain.OR(Domain(name, "=", self.env.uid) for name in names)

    @api.model
    def _get_second_groups(self):
        roles = ("manager", "supervisor", "privacy")
        return self.env["res.groups"].union(
            *(self.env.ref(f"{_GROUP}{role}") for role in roles)
        )

    @api.constrains("user_id", "second_id")
    def _check_second(self):
        for request in self:
            second = request.second_id
            groups = second.all_group_ids & self._get_second_groups()
            if second == request.user_id or not groups:
                raise ValidationError(
                    self.env._(
                        "A second person confirms: another integration manager, a"
                        " supervisor or the data protection officer."
                    )
                )

    @api.constrains("ground_id")
    def _check_ground(self):
        if any(r.ground_id.kind != "emergency_ground" for r in self):
            raise ValidationError(self.env._("Please choose a legal ground."))

    @api.model_create_multi
    def create(self, vals_list):
        """Ask for access; nothing is opened yet."""
        if any(vals.keys() - _ENTERED for vals in vals_list):
            self._refuse_entry()
        requests = super().create(
            [
                {
                    **vals,
                    **_ASKED,
                    "number": (vals.get("number") or "").strip().upper(),
                    "user_id": self.env.uid,
                }
                for vals in vals_list
            ]
        )
        for request in requests:
            request._tell(request.second_id, "asked")
        return requests

    def write(self, vals):
        # The right to write is there because forms need it to save a new record.
        self._refuse_entry()
        return super().write(vals)

    @api.model
    def _refuse_entry(self):
        """:raise AccessError: unless the system itself is at work"""
        if not self.env.su:
            raise AccessError(
                self.env._("Emergency access is recorded by the system only.")
            )

    def action_confirm(self):
        """Open the case for 24 hours; for the second person only."""
        self._check_second_decides()
        case = self._get_case()
        now = fields.Datetime.now()
        # sudo: the case is nobody's here; that is what the second person is for
        self.sudo().write(  # sudo: see above
            {
                "state": "granted",
                "decided_at": now,
                "ends_at": now + timedelta(hours=_HOURS),
                "owner_id": case.manager_id.id,
            }
        )
        self._open(case)
        self._tell(self.user_id, "granted")
        officers = self.env["integration.escalation"]._get_officers()
        self._tell(case.manager_id | officers, "told")
        return True

    def action_refuse(self):
        """Record that the second person sees no ground."""
        self._check_second_decides()
        # sudo: nobody edits requests; the second person may decide
        self.sudo().write(  # sudo: see above
            {"state": "refused", "decided_at": fields.Datetime.now()}
        )
        self._tell(self.user_id, "refused")
        return True

    def action_client_told(self):
        """Record that the client was told about the access today."""
        self.check_access("read")
        for request in self:
            if self.env.user not in request.user_id | request.owner_id:
                raise AccessError(
                    self.env._("Only who opened the case, or its manager, can say so.")
                )
            today = fields.Date.context_today(request)
            request.sudo().client_told_on = today  # sudo: nobody edits requests
        return True

    def _check_second_decides(self):
        """Let the named second person decide, once.

        :raise AccessError: for everybody else
        :raise UserError: if it is decided or too old
        """
        self.ensure_one()
        self.check_access("read")
        if self.second_id != self.env.user:
            raise AccessError(
                self.env._("%(name)s decides about this.", name=self.second_id.name)
            )
        self.sudo().lock_for_update()  # sudo: nobody has write access
        self.invalidate_recordset()
        if self.state != "asked":
            raise UserError(self.env._("This has been decided already."))
        if self.create_date < fields.Datetime.now() - timedelta(hours=_HOURS):
            raise UserError(
                self.env._("This is more than 24 hours old. Please ask anew.")
            )

    def _get_case(self):
        """Return the case of the number, as superuser.

        :raise UserError: also for own cases: nothing is to be opened there
        """
        cases = self.env["integration.case"].sudo()  # sudo: looked up by number
        case = cases.search([("number", "=", self.number)])
        if not case or case.manager_id == self.user_id:
            raise UserError(
                self.env._(
                    "There is no case of a colleague with this number. Please"
                    " compare it with the letter or the list of deputies."
                )
            )
        return case
