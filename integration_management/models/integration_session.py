# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from datetime import timedelta

from odoo import api, fields, models
from odoo.exceptions import UserError, ValidationError
from odoo.fields import Domain

from ..logic import contacts, states

STATES = [
    ("planned", "Planned"),
    ("held", "Held"),
    ("cancelled", "Cancelled"),
    ("missed", "Missed"),
]
_COLORS = {"planned": 4, "held": 10, "cancelled": 12, "missed": 2}


class IntegrationSession(models.Model):
    """One contact with a client, planned or held.

    What was held is documentation: neither the calendar nor anybody but the owner of
    the case can take it away.
    """

    _name = "integration.session"
    _inherit = ["integration.case.mixin", "integration.stateful", "integration.timed"]
    _description = "Session"
    _order = "start desc, id desc"
    _state_table = states.SESSION

    user_id = fields.Many2one(
        "res.users",
        string="Held by",
        default=lambda self: self.env.user,
        domain="[('share', '=', False)]",
        ondelete="restrict",
    )
    state = fields.Selection(STATES, required=True, default="planned", copy=False)
    color = fields.Integer(compute="_compute_color", aggregator=None)
    kind_id = fields.Many2one(
        "integration.term",
        string="Kind of contact",
        domain="[('kind', '=', 'contact_kind'), ('is_current', '=', True)]",
        default=lambda self: self._default_kind_id(),
    )
    topic_ids = fields.Many2many(
        "integration.term",
        "integration_session_topic_rel",
        string="Topics",
        domain="[('kind', '=', 'topic'), ('is_current', '=', True)]",
    )
    language_id = fields.Many2one(
        "integration.term",
        string="Language of the talk",
        compute="_compute_language_id",
        precompute=True,
        store=True,
        readonly=False,
        domain="[('kind', '=', 'language'), ('is_current', '=', True)]",
    )
    interpretation_id = fields.Many2one(
        "integration.term",
        domain="[('kind', '=', 'interpretation'), ('is_current', '=', True)]",
    )
    outcome_ids = fields.Many2many(
        "integration.term",
        "integration_session_outcome_rel",
        string="Outcomes",
        domain="[('kind', '=', 'outcome'), ('is_current', '=', True)]",
    )
    walk_in = fields.Boolean(string="Open door", help="Came without an appointment.")
    summary = fields.Char(help="One line for the log.", copy=False)
    note = fields.Text(
        help="What the client entrusted to you; nobody without access reads it.",
        copy=False,
    )
    goal_ids = fields.Many2many(
        "integration.goal",
        "integration_session_goal_rel",
        string="Goals worked on",
        domain="[('case_id', '=', case_id)]",
        copy=False,
    )

    _case_start_idx = models.Index("(case_id, start)")
    _user_time_idx = models.Index("(user_id, stop, start) INCLUDE (state)")

    @api.model
    def _default_kind_id(self):
        return self.env.ref(
            "integration_management.term_contact_kind_office", raise_if_not_found=False
        )

    @api.depends("state")
    def _compute_color(self):
        for session in self:
            session.color = _COLORS.get(session.state, 0)

    @api.depends("case_id")
    def _compute_language_id(self):
        """Start from the client's first language, which is the likely one."""
        for session in self:
            session.language_id = session.case_id.language_ids[:1]

    @api.constrains("start", "minutes", "stop", "state")
    def _check_time(self):
        latest = fields.Datetime.now() + contacts.TOLERANCE
        for session in self:
            if session.minutes <= 0:
                raise ValidationError(self.env._("A session must end after it begins."))
            if session.minutes >= contacts.DAY_MINUTES:
                raise ValidationError(
                    self.env._("A session must be shorter than 24 hours.")
                )
            if session.state in ("held", "missed") and session.start > latest:
                raise ValidationError(
                    self.env._(
                        "This session lies in the future. Please enter when the"
                        " contact took place, or leave the session planned."
                    )
                )

    @api.constrains("topic_ids", "outcome_ids", "kind_id")
    def _check_kind(self):
        """Refuse terms of another value list, e.g. from an import."""
        kinds = {
            "kind_id": "contact_kind",
            "topic_ids": "topic",
            "outcome_ids": "outcome",
        }
        for name, kind in kinds.items():
            if self[name].filtered(lambda term, kind=kind: term.kind != kind):
                raise ValidationError(
                    self.env._(
                        "“%(field)s” takes values of its own list only.",
                        field=self._fields[name].get_description(self.env, ["string"])[
                            "string"
                        ],
                    )
                )

    @api.onchange("minutes")
    def _onchange_minutes(self):
        """Let a contact that is being logged end now, however long it took."""
        if self.env.context.get("integration_quick_entry"):
            now = fields.Datetime.now().replace(second=0)
            self.start = now - timedelta(minutes=self.minutes)

    @api.model
    def _search(self, domain, *args, **kwargs):
        """Add the lower bound that makes a week of the calendar cheap.

        A session is shorter than a day: what ends after X begins after X - 1 day.
        """
        domain = Domain(domain)
        parts = domain.children if getattr(domain, "OPERATOR", "") == "&" else ()
        for part in parts:
            if getattr(part, "field_expr", "") == "stop" and part.operator[0] == ">":
                stop = contacts.parse_time(part.value)
                if stop:
                    domain &= Domain("start", ">=", stop - timedelta(days=1))
        return super()._search(domain, *args, **kwargs)

    @api.ondelete(at_uninstall=False)
    def _unlink_except_documented_by_others(self):
        """Keep documentation for the owner of the case.

        :raise UserError: when e.g. a deputy deletes a session that was held
        """
        for session in self:
            owner = session.case_id.manager_id
            if session.state == "held" and owner != self.env.user and not self.env.su:
                raise UserError(
                    self.env._(
                        "Only the integration manager of the case can delete a"
                        " session that was held (%(number)s).",
                        number=session.display_name,
                    )
                )
