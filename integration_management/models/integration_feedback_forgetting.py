# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from datetime import timedelta

from dateutil.relativedelta import relativedelta

from odoo import SUPERUSER_ID, api, fields, models

from ..logic import states

_PRIVACY = "integration_management.group_integration_privacy"
_NOTICE_DAYS = (3, 0)
_BATCH = 200


class IntegrationFeedback(models.Model):
    """Reminds of deadlines without a word about what they are of, and forgets."""

    _inherit = "integration.feedback"

    @api.model
    def _cron_daily(self):
        """Delete what was closed long ago, and remind of the rest."""
        today = fields.Date.context_today(self)
        for [company] in self._read_group([("state", "=", "closed")], ["company_id"]):
            months = company.integration_ombuds_keep_months
            last = today - relativedelta(months=months)
            old = self.search(
                [
                    ("company_id", "=", company.id),
                    ("state", "=", "closed"),
                    ("closed_on", "<=", last),
                ],
                limit=_BATCH,
            )
            old._forget()
        self._remind(today)

    def _forget(self):
        """Delete for good; what stays is a number of the yearly report."""
        counts = self.env["integration.feedback.count"]
        counts.create([feedback._get_count() for feedback in self])
        self.unlink()

    def _get_count(self):
        """Return what the yearly report says about this, which is not about anybody."""
        self.ensure_one()
        is_late = (self.answered_on or self.closed_on) and (
            (self.answered_on or self.closed_on) > self.answer_by
        )
        is_open = self.state not in states.FEEDBACK_ENDED and not self.answered_on
        return {
            "year": self.received_on.year,
            "company_id": self.company_id.id,
            "kind": self.kind,
            "about": self.about,
            "answer": "open" if is_open else "late" if is_late else "in_time",
        }

    @api.model
    def _remind(self, today):
        """Tell the office that something waits; neither whose nor what."""
        days = [today + timedelta(days=days) for days in _NOTICE_DAYS]
        waiting = self.search(
            ["|", ("next_on", "in", days), ("received_on", "=", today - timedelta(1))]
        ).filtered("next_on")
        readers = {feedback: feedback._get_readers() for feedback in waiting}
        for user in self.env["res.users"].union(*readers.values()):
            count = sum(user in users for users in readers.values())
            self._tell_reader(user, count)
        if orphans := [feedback for feedback, users in readers.items() if not users]:
            for user in self.env.ref(_PRIVACY).all_user_ids.filtered("active"):
                names = {feedback.company_id.name for feedback in orphans}
                self._tell_officer(user, sorted(names))

    def _tell_reader(self, user, count):
        env = self.with_context(lang=user.lang).env
        self._tell(
            user,
            env._("Complaint office"),
            env._(
                "Messages that wait for you: %(count)s. You find them in the"
                " complaint office of the application.",
                count=count,
            ),
        )

    def _tell_officer(self, user, names):
        env = self.with_context(lang=user.lang).env
        self._tell(
            user,
            env._("Complaint office"),
            env._(
                "A message waits that nobody of the complaint office may read. Please"
                " have another, impartial person appointed for: %(names)s.",
                names=", ".join(names),
            ),
        )

    def _tell(self, user, subject, body):
        threads = self.with_user(SUPERUSER_ID).env["mail.thread"]
        threads.message_notify(
            partner_ids=user.partner_id.ids,
            author_id=self.env.ref("base.partner_root").id,
            subject=subject,
            body=body,
        )
