# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""What a calendar entry of a session may hold, and how the session follows it."""

from datetime import timedelta

from odoo import api, models
from odoo.exceptions import UserError, ValidationError
from odoo.fields import Command
from odoo.tools import clean_context

from ..logic import contacts

# A case handed down by the screen one comes from must not end up in the entry.
_TELLING_CONTEXT = {
    "active_id",
    "active_ids",
    "active_model",
    "default_res_id",
    "default_res_model",
    "default_res_model_id",
}


class CalendarEvent(models.Model):
    """Keeps the entries of sessions free of anything that tells about the client.

    Every employee can search entries by their stored values, private ones too, and
    they leave the house with calendar synchronisation: what is not stored cannot leak.
    """

    _inherit = "calendar.event"

    @api.constrains("integration_case_id")
    def _check_integration_case(self):
        """Check what was stored before the entry became a session."""
        self._check_integration_attendees()
        self._check_integration_time()

    @api.constrains("partner_ids")
    def _check_integration_attendees(self):
        linked = self._get_linked()
        linked._check_internal(linked.partner_ids)

    @api.constrains("allday")
    def _check_integration_time(self):
        if any(self._get_linked().mapped("allday")):
            raise ValidationError(
                self.env._("Please enter a time of day: a session cannot take all day.")
            )

    def message_post(self, **kwargs):
        """Refuse comments: every employee could find out what they say.

        :raise UserError: when somebody comments the entry of a session
        """
        if kwargs.get("message_type") == "comment" and self._get_linked():
            raise UserError(
                self.env._(
                    "Please write nothing about a client here:"
                    " notes belong into the session."
                )
            )
        return super().message_post(**kwargs)

    def _skip_send_mail_status_update(self):
        """Send no invitations, changes or reminders for a session."""
        return bool(self._get_linked()) or super()._skip_send_mail_status_update()

    @api.model
    def _get_neutral_values(self):
        """Return the values of everything that could tell about a client."""
        return {
            "name": self.env._("Appointment"),
            "privacy": "private",
            "access_token": False,
            "description": False,
            "notes": False,
            "location": False,
            "videocall_location": False,
            "videocall_channel_id": False,
            "res_id": False,
            "res_model": False,
            "res_model_id": False,
            "categ_ids": [Command.clear()],
        }

    def _with_neutral_context(self):
        """Return the model without a context that fills in telling values."""
        context = self.env.context
        kept = {key: context[key] for key in context.keys() - _TELLING_CONTEXT}
        env = self.env(context={**kept, "skip_contact_description": True})
        return self.with_env(env)

    @api.model
    def _create_neutral(self, start, stop, user):
        """Return a new entry for a session in the calendar of `user`."""
        user = user or self.env.user
        context = clean_context(self.env.context)
        events = self.with_env(self.env(context=context))._with_neutral_context()
        return events.with_context(no_mail_to_attendees=True).create(
            {
                **self._get_neutral_values(),
                "start": start,
                "stop": stop,
                "user_id": user.id,
                "partner_ids": [Command.set(user.partner_id.ids)],
            }
        )

    def _hand_to(self, user):
        """Move the entry to the calendar of `user`."""
        self.ensure_one()
        self.with_context(no_mail_to_attendees=True).write(
            {
                "user_id": user.id,
                "partner_ids": [
                    Command.unlink(self.user_id.partner_id.id),
                    Command.link(user.partner_id.id),
                ],
            }
        )

    def _check_internal(self, partners):
        """Let none but colleagues into the entries of sessions.

        :raise ValidationError: when one of `partners` has no internal user
        """
        partners = partners.sudo()  # sudo: nobody is told whose user it is
        if self and any(
            all(user.share for user in partner.user_ids) for partner in partners
        ):
            raise ValidationError(
                self.env._(
                    "Only colleagues can be invited to a session: every employee"
                    " could read the names of others."
                )
            )

    @api.model
    def _check_case_value(self, vals):
        """Refuse a case that the user may not open.

        :raise AccessError: e.g. for a foreign case's id sent over RPC
        """
        case_id = vals.get("integration_case_id")
        if case_id:
            cases = self.env["integration.case"]
            cases = cases.sudo(False)  # sudo: off, the user's own rights count
            cases.browse(case_id).check_access("read")

    def _check_linkable(self):
        """Refuse to make a session of an entry that is somebody else's.

        :raise UserError: also when it stands for a session one does not see
        """
        if self._get_linked() or not self.user_can_edit:
            raise UserError(
                self.env._("This calendar entry cannot be linked with a case.")
            )

    def _check_exchange(self, session, case):
        """Refuse to give the entry of a documented session to another client.

        :raise UserError: when something was already written down
        """
        if case and session._is_documented():
            raise UserError(
                self.env._(
                    "Notes on case %(number)s hang on this calendar entry."
                    " Please make a new entry for the other case.",
                    number=session.case_id.number,
                )
            )

    def _get_visible_sessions(self):
        """Return the sessions of the entries that the user may open, if any."""
        sessions = self.env["integration.session"]
        sessions = sessions.sudo(False)  # sudo: off, the user's own rights count
        if not self._origin.ids or not sessions.has_access("read"):
            return sessions
        return sessions.search_fetch(
            [("event_id", "in", self._origin.ids)], ["event_id", "case_id", "state"]
        )

    def _get_linked(self):
        """Return which of the entries stand for a session, whoever asks."""
        if not self._origin.ids:
            return self.browse()
        sessions = self.env["integration.session"]
        sessions = sessions.sudo()  # sudo: entries stay neutral whoever edits them
        found = sessions.search_fetch(
            [("event_id", "in", self._origin.ids)], ["event_id"]
        )
        linked = set(found.event_id.ids)
        return self.filtered(lambda event: event._origin.id in linked)

    @api.model
    def _pop_protected_document(self, vals):
        """Take the link to a part of a case file out of `vals` and return it."""
        models = self.env["ir.model"].sudo()  # sudo: only a technical name is read
        model = models.browse(vals.get("res_model_id") or [])
        name = model.model or vals.get("res_model")
        if name not in self.env or not self.env["integration.case"]._is_protected(name):
            return False, False
        vals.pop("res_model_id", None)
        vals.pop("res_model", None)
        return name, vals.pop("res_id", False)

    def _neutralize(self, vals, is_linked):
        """Return what of `vals` may be written."""
        vals = dict(vals)
        self._pop_protected_document(vals)
        has_case = "integration_case_id" in vals
        if is_linked and has_case and not vals["integration_case_id"]:
            if not self._get_visible_sessions():
                # Somebody invited saves the form, where the case is empty for them.
                has_case = vals.pop("integration_case_id")
        if vals.get("integration_case_id"):
            vals.update(self._get_neutral_values())
        elif is_linked and not has_case:
            for name in self._get_neutral_values():
                vals.pop(name, None)
        return vals

    def _drop_mail_alarms(self):
        """Keep reminders on the screen only."""
        for event in self:
            alarms = event.alarm_ids.filtered(lambda a: a.alarm_type != "notification")
            if alarms:
                event.alarm_ids -= alarms

    def _get_office_hour(self, day):
        """Return times of the first session of `day` where the user is."""
        start = contacts.local_time(day, contacts.OPENING_HOUR, str(self.env.tz))
        return {"start": start, "stop": start + timedelta(hours=1)}

    def _prepare_session_vals(self, case):
        self.ensure_one()
        return {
            "case_id": case.id,
            "event_id": self.id,
            "user_id": (self.user_id or self.env.user).id,
            "start": self.start,
            "minutes": contacts.minutes_between(self.start, self.stop),
        }
