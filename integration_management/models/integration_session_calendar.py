# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models
from odoo.exceptions import AccessError


class IntegrationSession(models.Model):
    """A planned session and its neutral calendar entry move together."""

    _inherit = "integration.session"

    event_id = fields.Many2one(
        "calendar.event",
        string="Calendar entry",
        readonly=True,
        copy=False,
        index="btree_not_null",
        ondelete="set null",
    )

    @api.model_create_multi
    def create(self, vals_list):
        for vals in vals_list:
            self._refuse_event(vals)
        if not self.env.su:
            # Nor does it come with the defaults of a user.
            vals_list = [{**vals, "event_id": False} for vals in vals_list]
        sessions = super().create(vals_list)
        sessions._forget_links()
        sessions._sync_event()
        return sessions

    def write(self, vals):
        self._refuse_event(vals)
        result = super().write(vals)
        if "event_id" in vals:
            self._forget_links()
        if vals.keys() & {"state", "start", "stop", "minutes", "user_id"}:
            self._sync_event()
        return result

    def unlink(self):
        sessions = self.sudo()  # sudo: it may stand in a colleague's calendar
        events = sessions.event_id
        result = super().unlink()
        events.exists().unlink()
        return result

    def _forget_links(self):
        """Let calendar entries look up their case anew."""
        self.env["calendar.event"].invalidate_model(
            ["integration_case_id", "display_name"], flush=False
        )

    def _refuse_event(self, vals):
        """Leave the link to the calendar to the code that checks both ends.

        :raise AccessError: when it comes with the values of a user
        """
        if "event_id" in vals and not self.env.su:
            raise AccessError(
                self.env._("The calendar entry of a session cannot be chosen.")
            )

    def _is_documented(self):
        """Tell whether anything is written down that must not get lost."""
        self.ensure_one()
        return bool(
            self.state in ("held", "missed")
            or self.note
            or self.summary
            or self.topic_ids
            or self.outcome_ids
            or self.goal_ids
        )

    def _sync_event(self):
        """Bring the calendar in line with the sessions.

        Planned: an entry at the same time. Cancelled: none. Held and missed: as it is.
        """
        sessions = self.sudo()  # sudo: in whosever calendar the entry stands
        for session in sessions:
            event = session.event_id
            if session.state == "cancelled" and event.active:
                event.unlink()
            elif session.state == "planned" and not event:
                session._create_event()
            elif session.state == "planned" and event.active:
                session._move_event()

    def _create_event(self):
        """Enter a planned session in the calendar, under sudo."""
        self.ensure_one()
        events = self.env["calendar.event"].with_user(self.env.user)
        self.event_id = events._create_neutral(self.start, self.stop, self.user_id)

    def _move_event(self):
        """Move the calendar entry to the session, under sudo."""
        self.ensure_one()
        event = self.event_id
        if (event.start, event.stop) != (self.start, self.stop):
            event.write({"start": self.start, "stop": self.stop})
        if self.user_id and event.user_id != self.user_id:
            event._hand_to(self.user_id)

    def _follow_event(self):
        """Move the sessions to where their entry was moved; held ones stay."""
        for session in self:
            event = session.event_id
            changed = (session.start, session.stop) != (event.start, event.stop) or (
                event.user_id and session.user_id != event.user_id
            )
            if session.state == "planned" and event.active and changed:
                session.write(session._get_event_values())

    def _get_event_values(self):
        """Return time and holder as the calendar entry has them."""
        self.ensure_one()
        event = self.event_id
        user = event.user_id or self.user_id
        return {"start": event.start, "stop": event.stop, "user_id": user.id}

    def _cancel_planned(self):
        """Let planned sessions lapse because their calendar entry is gone."""
        planned = self.filtered(lambda session: session.state == "planned")
        planned.write({"state": "cancelled"})

    def _revive(self):
        """Plan again what had lapsed, because the calendar entry is back."""
        for session in self:
            if session.state == "cancelled":
                session.write({"state": "planned", **session._get_event_values()})

    def _detach_event(self):
        """Part sessions from their entry, which becomes an ordinary one.

        What was never more than a plan goes; what was written down stays.
        """
        self.sudo().event_id = False  # sudo: refused to users
        for session in self:
            if session._is_documented():
                session._cancel_planned()
            else:
                session.unlink()
