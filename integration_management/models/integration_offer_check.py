# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from collections import Counter

from odoo import api, fields, models
from odoo.exceptions import ValidationError
from odoo.fields import Domain

from ..logic import offers

PERIOD = "integration_management.offer_check_months"
DEFAULT_MONTHS = 12
_COORDINATOR = "integration_management.group_integration_coordinator"
_ACTIVITY = "integration_management.mail_activity_type_offer_check"


class IntegrationOffer(models.Model):
    """A directory is worth what its last check is worth: who looked, and when."""

    _inherit = "integration.offer"

    last_checked_on = fields.Date(default=fields.Date.context_today, copy=False)
    last_checked_by_id = fields.Many2one(
        "res.users",
        string="Checked by",
        default=lambda self: self.env.user,
        readonly=True,
        copy=False,
        ondelete="set null",
    )
    check_state = fields.Selection(
        [("fresh", "Checked"), ("soon", "Check soon"), ("due", "To be checked")],
        string="Up to date",
        compute="_compute_check_state",
        search="_search_check_state",
    )

    @api.depends("last_checked_on")
    def _compute_check_state(self):
        today = fields.Date.context_today(self)
        months = self._get_check_months()
        for offer in self:
            offer.check_state = offers.check_state(today, offer.last_checked_on, months)

    @api.model
    def _search_check_state(self, operator, value):
        if operator != "in":
            return NotImplemented
        today = fields.Date.context_today(self)
        due, soon = offers.limits(today, self._get_check_months())
        day = "last_checked_on"
        domains = {
            "due": Domain(day, "=", False) | Domain(day, "<", due),
            "soon": Domain(day, ">=", due) & Domain(day, "<", soon),
            "fresh": Domain(day, ">=", soon),
        }
        return Domain.OR(domains[state] for state in value if state in domains)

    @api.constrains("last_checked_on")
    def _check_last_checked_on(self):
        today = fields.Date.context_today(self)
        if any(day and day > today for day in self.mapped("last_checked_on")):
            raise ValidationError(
                self.env._("Nobody can have checked an offer in the future.")
            )

    def action_check(self):
        """Note that the user looked today, and that nobody need be reminded."""
        self.write({"last_checked_on": fields.Date.context_today(self)})
        return True

    def write(self, vals):
        """Whoever enters the day says that they looked; the reminder is done then."""
        if "last_checked_on" in vals:
            vals = {**vals, "last_checked_by_id": self.env.uid}
        result = super().write(vals)
        if vals.keys() & {"last_checked_on", "active"}:
            done = self.filtered(lambda o: not o.active or o.check_state != "due")
            # The reminder may be a colleague's.
            done.sudo().activity_unlink([_ACTIVITY])  # sudo: whoever looked
        return result

    @api.model
    def _get_check_months(self):
        """Return after how many months without a check an offer counts as unchecked."""
        params = self.env["ir.config_parameter"].sudo()  # sudo: a number, no secret
        value = params.get_param(PERIOD) or ""
        return int(value) if value.isdecimal() and int(value) else DEFAULT_MONTHS

    @api.model
    def _cron_remind(self):
        """Ask coordinators for each offer that nobody checked, once."""
        reminder = self.env.ref(_ACTIVITY).id
        load = self._get_reminder_load()
        if not load:
            return
        todo = self.search(
            [
                ("check_state", "=", "due"),
                ("activity_ids", "not any", [("activity_type_id", "=", reminder)]),
            ],
            order="last_checked_on, id",
        )
        self.env["ir.cron"]._commit_progress(remaining=len(todo))
        for offer in todo:
            offer._remind(load)
            self.env["ir.cron"]._commit_progress(1)

    @api.model
    def _get_reminder_load(self):
        """Return how many reminders each coordinator has."""
        coordinators = self.env.ref(_COORDINATOR).all_user_ids
        load = Counter(dict.fromkeys(coordinators.filtered("active"), 0))
        groups = self.env["mail.activity"]._read_group(
            [
                ("activity_type_id", "=", self.env.ref(_ACTIVITY).id),
                ("user_id", "in", [user.id for user in load]),
            ],
            ["user_id"],
            ["__count"],
        )
        load.update(dict(groups))
        return load

    def _remind(self, load):
        """Ask whoever checked last, else the coordinator with the fewest to check."""
        self.ensure_one()
        user = self.last_checked_by_id
        if user not in load:
            user = min(load, key=lambda user: (load[user], user.id))
        load[user] += 1
        env = self.with_context(
            # No e-mail for each: the list of what is to do is inside Odoo.
            mail_activity_quick_update=True,
            lang=user.lang,
        ).env
        self.with_env(env).activity_schedule(
            _ACTIVITY,
            date_deadline=env.ref(_ACTIVITY)._get_date_deadline(),
            user_id=user.id,
        )
