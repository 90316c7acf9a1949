# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from dateutil.relativedelta import relativedelta

from odoo import api, fields, models
from odoo.fields import Domain

from ..logic.periods import access_day
from .integration_figures import REPORTING

_ACTIVITY = "integration_management.mail_activity_type_funding_end"
# How many months before the end of the funding.
_NOTICES = (3, 6)


class IntegrationPosition(models.Model):
    """Reminds grant officers that the funding of a position runs out."""

    _inherit = "integration.position"

    reminded_of = fields.Char(
        readonly=True, copy=False, help="Which end, and how many months before."
    )

    @api.model
    def _cron_remind(self):
        """Remind the officers of the carrier six and three months before, once each."""
        today = access_day()
        # The last day of a month may be six months away from four days.
        latest = today + relativedelta(months=max(_NOTICES), days=3)
        todo = self.search(
            Domain("funding_end", ">=", today) & Domain("funding_end", "<=", latest)
        )
        notices = {position: position._get_notice(today) for position in todo}
        todo = todo.filtered(lambda p: notices[p] and notices[p] != p.reminded_of)
        self.env["ir.cron"]._commit_progress(remaining=len(todo))
        officers = self.env.ref(REPORTING).all_user_ids.filtered("active")
        for position in todo:
            position._remind(officers, notices[position])
            self.env["ir.cron"]._commit_progress(1)

    def _get_notice(self, today):
        """Return which reminder is in order, if any: the end, and the months before."""
        self.ensure_one()
        for months in _NOTICES:
            if self.funding_end - relativedelta(months=months) <= today:
                return f"{self.funding_end} {months}"
        return False

    def _remind(self, officers, notice):
        """Ask all officers of the carrier; a new reminder replaces the one before."""
        self.ensure_one()
        self.activity_unlink([_ACTIVITY])
        for user in officers:
            if self.company_id not in user.company_ids:
                continue
            env = self.with_context(
                # No e-mail for each: the list of what is to do is inside Odoo.
                mail_activity_quick_update=True,
                lang=user.lang,
            ).env
            self.with_env(env).activity_schedule(
                _ACTIVITY,
                date_deadline=self.funding_end,
                user_id=user.id,
                summary=env.ref(_ACTIVITY).summary,
            )
        self.reminded_of = notice
