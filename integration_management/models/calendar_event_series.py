# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import fields, models
from odoo.exceptions import UserError


class CalendarEvent(models.Model):
    """Lets sessions follow their entries, also where Odoo rebuilds a series."""

    _inherit = "calendar.event"

    def _sync_sessions(self, vals):
        """Bring the sessions in line with the entries after `vals` were written."""
        if "active" in vals:
            sessions = self._get_visible_sessions()
            if vals["active"]:
                sessions._revive()
            else:
                sessions._cancel_planned()
        sessions = self.env["integration.session"]
        sessions = sessions.sudo()  # sudo: whoever was invited may move the entry
        sessions.search([("event_id", "in", self.ids)])._follow_event()
        self._drop_mail_alarms()

    def _get_series_sessions(self, vals):
        """Return the sessions of the series that `vals` are about to change.

        :raise UserError: when the user sees but some of them
        """
        sessions = self.env["integration.session"]
        scope = vals.get("recurrence_update")
        if scope not in ("all_events", "future_events") or len(self) != 1:
            return sessions
        series = self.recurrence_id.calendar_event_ids
        sessions = series._get_visible_sessions()
        if len(sessions.event_id) < len(series._get_linked()):
            raise UserError(
                self.env._(
                    "Only its organizer can change this series as a whole."
                    " Please change this entry only."
                )
            )
        return sessions.filtered(lambda session: session.state != "cancelled")

    def _tidy_series(self, sessions):
        """Clear up after Odoo has rebuilt a series: it makes new entries.

        :param sessions: sessions of the old entries
        """
        for session in sessions.exists():
            if session.event_id.active:
                continue
            if session._is_documented():
                self._adopt(session)
            else:
                session._detach_event()

    def _adopt(self, session):
        """Put a documented session in the place of the plan made for the same day."""
        series = self.exists().recurrence_id.calendar_event_ids
        for plan in series._get_visible_sessions():
            same_day = self._local_day(plan.start) == self._local_day(session.start)
            if same_day and plan.state == "planned" and not plan._is_documented():
                event = plan.event_id
                plan._detach_event()
                session.sudo().event_id = event  # sudo: refused to users
                return

    def _local_day(self, moment):
        return fields.Datetime.context_timestamp(self, moment).date()
