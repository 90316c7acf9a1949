# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import pytz

from odoo import api, fields, models
from odoo.exceptions import UserError

from ..logic import reminders, states

ZONE = "Europe/Berlin"


class IntegrationReminder(models.Model):
    """One message that reminds a client of an appointment.

    Made and moved with the session, by the way that the client consented to. What was
    sent is not kept: only that it was, and when.
    """

    _name = "integration.reminder"
    _inherit = ["integration.case.mixin", "integration.stateful"]
    _description = "Reminder to the Client"
    _order = "send_at, id"

    _state_table = states.REMINDER

    session_id = fields.Many2one(
        "integration.session", index=True, ondelete="cascade", readonly=True
    )
    start = fields.Datetime(related="session_id.start", related_sudo=False)
    channel = fields.Selection(
        [("sms", "SMS"), ("email", "E-mail"), ("letter", "Letter")], readonly=True
    )
    send_at = fields.Datetime(string="Planned for", readonly=True)
    state = fields.Selection(
        [
            ("planned", "Planned"),
            ("sent", "Sent"),
            ("failed", "Not sent"),
            ("cancelled", "Cancelled"),
        ],
        default="planned",
        required=True,
        readonly=True,
        copy=False,
    )
    sent_at = fields.Datetime(readonly=True)
    failure = fields.Selection(
        [
            ("address", "No valid number or address"),
            ("gateway", "The gateway did not take it"),
            ("late", "The appointment came too soon"),
        ],
        string="Why not",
        readonly=True,
    )

    _due_idx = models.Index("(send_at) WHERE state = 'planned'")
    _one_planned = models.UniqueIndex("(session_id) WHERE state = 'planned'")

    @api.model_create_multi
    def create(self, vals_list):
        if not self.env.su:
            for vals in vals_list:
                self._check_linked_records(vals)
            vals_list = [
                {
                    **{n: vals[n] for n in ("case_id", "session_id") if n in vals},
                    "state": "cancelled",
                }
                for vals in vals_list
            ]
        return super().create(vals_list)

    def write(self, vals):
        if not self.env.su and vals.keys() - set(models.MAGIC_COLUMNS):
            self.check_access("write")
            raise UserError(
                self.env._("Reminders follow the appointment; they are not edited.")
            )
        return super().write(vals)

    def action_mark_sent(self):
        """Note that the manager passed the reminder on: on paper or by own phone."""
        self.check_access("write")
        open_ones = self.filtered(lambda r: r.state in ("planned", "failed"))
        open_ones._note_sent()
        return True

    def action_open_phone(self):
        """Open the messages of the device with number and text filled in."""
        self.ensure_one()
        self.check_access("write")
        number = self._get_number()
        if not number:
            raise UserError(self.env._("There is no phone number in the case."))
        self._note_sent()
        text = self._get_text().replace("\n", " ")
        return {
            "type": "ir.actions.act_url",
            "url": f"sms:{number}?body={text}",
            "target": "self",
        }

    def _get_words(self):
        """Return the texts in the client's language."""
        texts = self.env["integration.client.text"]
        return texts._get_words(self.case_id._get_text_language())

    def _get_text(self):
        """Return neutral words in the client's language, German below."""
        self.ensure_one()
        if not self.start:
            return ""
        words = self._get_words()
        zone = pytz.timezone(self.session_id.user_id.tz or ZONE)
        start = pytz.utc.localize(self.session_id.start).astimezone(zone)
        hour = words.hour(start)
        own = words.own("remind.text", day=words.day(start), time=hour)
        german = words.beside("remind.text", day=words.german_day(start), time=hour)
        return "\n".join(filter(None, (own, german)))

    def _get_number(self):
        """Return the client's number as phones dial it, or an empty text."""
        return self.env["integration.reminder.gateway"]._get_number(self.case_id.phone)

    def _note_sent(self):
        self.sudo().write(  # sudo: written by the system only
            {"state": "sent", "sent_at": fields.Datetime.now(), "failure": False}
        )

    def _note_failed(self, failure):
        self.sudo().write(  # sudo: written by the system only
            {"state": "failed", "failure": failure}
        )

    @api.model
    def _get_zone(self, session):
        return session.user_id.tz or ZONE

    @api.model
    def _cron_send(self):
        """Send what is due, each once; letters wait for the manager."""
        cron = self.env["ir.cron"]
        due = self.search(
            [
                ("state", "=", "planned"),
                ("channel", "!=", "letter"),
                ("send_at", "<=", fields.Datetime.now()),
            ]
        )
        cron._commit_progress(remaining=len(due))
        for reminder in due:
            # Taken by another process, or withdrawn since: that one's business.
            reminder = reminder.try_lock_for_update()
            reminder.invalidate_recordset()
            if reminder.state == "planned":
                reminder._send()
            cron._commit_progress(1)

    def _send(self):
        """Send one reminder, if the client still wants it and it is daytime.

        It counts as sent before it leaves: a crash may lose one, but never sends twice.
        """
        self.ensure_one()
        session, now = self.session_id, fields.Datetime.now()
        if session._get_reminder_channel() != self.channel:
            session._sync_reminder()
            return
        if session.start <= now:
            self._note_failed("late")
            return
        moment = reminders.in_daytime(now, self._get_zone(session))
        if moment > now:
            self.send_at = moment
            return
        self._note_sent()
        self.env["ir.cron"]._commit_progress(0)
        gateway = self.env["integration.reminder.gateway"]
        failure = getattr(gateway, f"_send_{self.channel}")(self)
        if failure:
            self._note_failed(failure)
