# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from datetime import timedelta

from odoo import api, fields, models
from odoo.fields import Domain

from ..logic import contacts


class IntegrationTimed(models.AbstractModel):
    """Something planned or done at a time of day, for some minutes."""

    _name = "integration.timed"
    _description = "Record with a Time and a Length"

    start = fields.Datetime(required=True, default=lambda self: self._default_start())
    minutes = fields.Integer(default=lambda self: self._default_minutes())
    stop = fields.Datetime(
        string="End",
        compute="_compute_stop",
        inverse="_inverse_stop",
        store=True,
    )
    is_overdue = fields.Boolean(
        compute="_compute_is_overdue",
        search="_search_is_overdue",
        string="To document",
        help="Planned, over by now, and not documented yet.",
    )

    @api.model
    def _default_minutes(self):
        return contacts.DEFAULT_MINUTES

    @api.model
    def _default_start(self):
        """Return the next half hour, or the begin of what is being logged."""
        now = fields.Datetime.now()
        if self.env.context.get("default_state") == "held":
            minutes = self.env.context.get("default_minutes") or self._default_minutes()
            return now.replace(second=0) - timedelta(minutes=minutes)
        return contacts.next_half_hour(now)

    @api.depends("start", "minutes")
    def _compute_stop(self):
        for record in self:
            record.stop = record.start and (
                record.start + timedelta(minutes=record.minutes)
            )

    def _inverse_stop(self):
        for record in self:
            record.minutes = contacts.minutes_between(record.start, record.stop)

    @api.depends("state", "stop")
    def _compute_is_overdue(self):
        now = fields.Datetime.now()
        for record in self:
            record.is_overdue = bool(
                record.state == "planned" and record.stop and record.stop < now
            )

    @api.model
    def _search_is_overdue(self, operator, value):
        if operator != "in":
            return NotImplemented
        overdue = Domain("state", "=", "planned") & Domain("stop", "<", "now")
        return overdue if True in value else ~overdue

    @api.onchange("stop")
    def _onchange_stop(self):
        if self.start and self.stop:
            self.minutes = contacts.minutes_between(self.start, self.stop)
