# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.fields import Domain

from ..logic.periods import FOREVER


class IntegrationCase(models.Model):
    """Closes what a leaving manager may not hand over, so that nobody opens it again.

    The owner's access ends with the last working day. What is locked has no owner, and
    waits for its deletion.
    """

    _inherit = "integration.case"

    locked_after = fields.Date(
        readonly=True, copy=False, help="Nobody opens the case after this day."
    )

    def write(self, vals):
        if not self.env.su:
            if "locked_after" in vals:
                raise AccessError(
                    self.env._("Cases are locked by handing over all of them.")
                )
            if "stage_id" in vals and any(case.locked_after for case in self):
                raise UserError(
                    self.env._("This case is locked. Please unlock it first.")
                )
        return super().write(vals)

    def action_close_and_lock(self, last_day, closing_reason_id):
        """Close cases for good; they stay open to their owner until a day.

        :param last_day: last working day of the owner, today or later
        :param closing_reason_id: term of the kind closing_reason
        """
        day = fields.Date.to_date(last_day)
        if not day or day < fields.Date.context_today(self):
            raise ValidationError(
                self.env._("The last working day is today or lies ahead.")
            )
        self._check_owner()
        for case in self:
            case._close_and_lock(day, closing_reason_id)
        return True

    def action_unlock(self):
        """Keep a case after all, as long as it can be opened: it is open again."""
        for case in self:
            row = case._get_last_owner_row()
            if not case.locked_after or row.user_id != self.env.user:
                raise AccessError(
                    self.env._("Only the integration manager of the case can do that.")
                )
            own = case.sudo()  # sudo: users do not write accesses
            own.write({"locked_after": False})
            own._get_last_owner_row().date_to = FOREVER
            case.stage_id = case._default_stage_id()

    def _close_and_lock(self, last_day, closing_reason_id):
        self.ensure_one()
        self.handover_ids._lapse()
        if not self.closed_on:
            stage = self.env["integration.case.stage"].search([("code", "=", "closed")])
            self.write({"stage_id": stage.id, "closing_reason_id": closing_reason_id})
        planned = self.session_ids.filtered(lambda s: s.state == "planned")
        future = planned.filtered(lambda s: s.stop >= fields.Datetime.now())
        future.action_cancel()
        own = self.sudo()  # sudo: users do not write accesses
        own.activity_ids.unlink()
        own.message_unsubscribe(own.message_partner_ids.ids)
        row = own._get_last_owner_row()
        others = own.access_ids - row
        others._revoke()
        others._end()
        row.date_to = last_day
        own.locked_after = last_day
        log = self.env["integration.access.log"]
        log._log("revoke", "integration.case.access", row.ids, self.ids)

    def _get_last_owner_row(self):
        rows = self.access_ids.filtered(lambda row: row.role == "owner")
        return rows.sorted(lambda row: (row.date_to, row.id))[-1:]

    @api.model
    def _get_locked_domain(self):
        """Return the domain of the cases that nobody owns today."""
        owned = [("role", "=", "owner"), ("date_to", ">=", "today")]
        return Domain("access_ids", "not any", owned)
