# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models
from odoo.tools import format_datetime

from ..logic import reminders

_MOVES = frozenset({"state", "start", "stop", "minutes", "user_id"})


class IntegrationSession(models.Model):
    """An appointment brings its reminder along, if the client consented to one."""

    _inherit = "integration.session"

    reminder_ids = fields.One2many(
        "integration.reminder", "session_id", string="Reminders", readonly=True
    )
    reminder_label = fields.Char(
        string="Reminder", compute="_compute_reminder_label", compute_sudo=False
    )

    @api.depends("reminder_ids.state", "reminder_ids.send_at", "reminder_ids.sent_at")
    @api.depends_context("lang", "tz")
    def _compute_reminder_label(self):
        for session in self:
            newest = session.reminder_ids.sorted("id")[-1:]
            if not newest:
                session.reminder_label = False
                continue
            channels = newest._fields["channel"]
            way = channels.convert_to_export(newest.channel, newest)
            parts = [way, newest._get_state_label()]
            moment = newest.sent_at or newest.send_at
            if moment and newest.state in ("planned", "sent"):
                parts.append(format_datetime(self.env, moment, dt_format="short"))
            session.reminder_label = " · ".join(filter(None, parts))

    @api.model_create_multi
    def create(self, vals_list):
        sessions = super().create(vals_list)
        sessions._sync_reminder()
        return sessions

    def write(self, vals):
        result = super().write(vals)
        if vals.keys() & _MOVES:
            self._sync_reminder()
        return result

    def _sync_reminder(self):
        """Plan, move or cancel the reminders of these sessions."""
        now = fields.Datetime.now()
        ahead = self.filtered(lambda s: s.start and s.start > now)
        if not ahead:
            return
        sessions = ahead.sudo()  # sudo: reminders are written by the system only
        consents = self.env["integration.consent"].sudo()  # sudo: as above
        allowed = consents._get_valid(sessions.case_id, "channel").grouped("case_id")
        model = sessions.env["integration.reminder"]
        planned = model.search(
            [("session_id", "in", sessions.ids), ("state", "=", "planned")]
        ).grouped("session_id")
        for session in sessions:
            session._plan_reminder(
                allowed.get(session.case_id, consents),
                planned.get(session, model),
                now,
            )

    def _plan_reminder(self, consents, planned, now):
        days = self.case_id.company_id.integration_reminder_days
        channel = self._choose_channel(consents)
        zone = planned._get_zone(self)
        moment = channel and reminders.send_at(self.start, days, now, zone)
        if not moment:
            planned.write({"state": "cancelled"})
        elif planned:
            planned.write({"channel": channel, "send_at": moment})
        elif not any(
            r.state == "sent" and r.send_at >= moment for r in self.reminder_ids
        ):
            planned.create(
                {
                    "case_id": self.case_id.id,
                    "session_id": self.id,
                    "channel": channel,
                    "send_at": moment,
                }
            )

    def _get_reminder_channel(self):
        """Return by which way this client is reminded today; None: by none."""
        self.ensure_one()
        consents = self.env["integration.consent"]
        return self._choose_channel(consents._get_valid(self.case_id, "channel"))

    def _choose_channel(self, consents):
        case = self.case_id
        if self.state != "planned" or case.closed_on:
            return None
        reachable = {
            "sms": case.phone,
            "email": case.mail_address,
            "letter": case.street and case.city,
        }
        return reminders.choose(
            consents._get_channels(),
            {way for way, is_set in reachable.items() if is_set},
        )
