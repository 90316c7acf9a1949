# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models
from odoo.exceptions import AccessError
from odoo.fields import Command
from odoo.tools import clean_context

from ..logic import contacts

# What an activity and its calendar entry have in common.
_SHARED = {"name", "start", "stop", "minutes", "location", "user_id", "colleague_ids"}


class IntegrationNetworkActivity(models.Model):
    """A planned activity and its calendar entry are changed together."""

    _inherit = "integration.network.activity"

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
        activities = super().create(vals_list)
        activities._sync_event()
        return activities

    def write(self, vals):
        self._refuse_event(vals)
        people = {activity: activity._get_people() for activity in self}
        result = super().write(vals)
        if vals.keys() & (_SHARED | {"state"}):
            self._sync_event()
            for activity, former in people.items():
                activity._uninvite(former - activity._get_people())
        return result

    def unlink(self):
        events = self.sudo().event_id  # sudo: it stands in colleagues' calendars too
        result = super().unlink()
        events.exists().unlink()
        return result

    def _refuse_event(self, vals):
        """Leave the link to the calendar to the code that keeps both in line.

        :raise AccessError: when it comes with the values of a user
        """
        if "event_id" in vals and not self.env.su:
            raise AccessError(
                self.env._("The calendar entry of an activity cannot be chosen.")
            )

    def _sync_event(self):
        """Bring the calendar in line with the activities.

        Planned: an entry for all who take part. Cancelled: none. Held: as it is.
        """
        activities = self.sudo()  # sudo: in whosever calendar the entry stands
        for activity in activities:
            event = activity.event_id
            if activity.state == "cancelled" and event.active:
                event.unlink()
            elif activity.state == "planned" and not event:
                activity._create_event()
            elif activity.state == "planned" and event.active:
                activity._update_event()

    def _create_event(self):
        """Enter a planned activity in the calendars, under sudo."""
        self.ensure_one()
        events = self.env["calendar.event"].with_user(self.env.user)
        events = events.with_context(clean_context(self.env.context))
        event = events.create(
            {
                "name": self.name,
                "start": self.start,
                "stop": self.stop,
                "location": self.location,
                "user_id": self.user_id.id,
                "partner_ids": [Command.set(self._get_people().partner_id.ids)],
                "res_model_id": self.env["ir.model"]._get_id(self._name),
                "res_id": self.id,
            }
        )
        self.event_id = event

    def _update_event(self):
        """Bring the calendar entry in line with the activity, under sudo."""
        self.ensure_one()
        event = self.event_id
        vals = {
            name: self[name]
            for name in ("name", "start", "stop", "location")
            if (event[name] or False) != (self[name] or False)
        }
        if event.allday:
            vals.pop("start", None)
            vals.pop("stop", None)
        if event.user_id != self.user_id:
            vals["user_id"] = self.user_id.id
        missing = self._get_people().partner_id - event.partner_ids
        if missing:
            vals["partner_ids"] = [Command.link(id_) for id_ in missing.ids]
        if vals:
            event.write(vals)

    def _get_people(self):
        """Return the users who take part."""
        self.ensure_one()
        return self.user_id | self.colleague_ids

    def _uninvite(self, users):
        """Take the activity out of the calendars of `users`."""
        event = self.sudo().event_id  # sudo: in whosever calendar the entry stands
        if users and event.active and self.state == "planned":
            gone = users.partner_id.ids
            event.write({"partner_ids": [Command.unlink(id_) for id_ in gone]})

    def _follow_event(self):
        """Bring planned activities in line with their entries; held ones stay."""
        for activity in self:
            event = activity.event_id
            if activity.state != "planned" or not event.active:
                continue
            vals = {
                name: value
                for name, value in activity._get_event_values().items()
                if activity[name] != value
            }
            if vals:
                activity.write(vals)

    def _get_event_values(self):
        """Return what the entry says; without a time of day, the usual one counts."""
        self.ensure_one()
        event = self.event_id
        start, minutes = event.start, contacts.minutes_between(event.start, event.stop)
        if event.allday:
            day = event.start_date
            start, minutes = event._get_office_hour(day)["start"], self.minutes
        return {
            "name": event.name,
            "start": start,
            "minutes": minutes,
            "location": event.location,
        }

    def _cancel_planned(self):
        """Let planned activities lapse because their calendar entry is gone."""
        planned = self.filtered(lambda activity: activity.state == "planned")
        planned.write({"state": "cancelled"})

    def _revive(self):
        """Plan again what had lapsed, because the calendar entry is back."""
        for activity in self.filtered(lambda each: each.state == "cancelled"):
            activity.write({"state": "planned", **activity._get_event_values()})
