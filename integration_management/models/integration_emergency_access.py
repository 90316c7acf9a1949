# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models
from odoo.exceptions import UserError


class IntegrationEmergency(models.Model):
    """Opens a case and closes it again, to the minute; and tells who must know."""

    _inherit = "integration.emergency"

    def _open(self, case):
        """Add the row to the access list, and wake the scheduler at its end.

        The row counts days; should the scheduler stand still, it ends with the next.
        """
        self.ensure_one()
        moments = (self.decided_at, self.ends_at)
        first, last = (
            fields.Datetime.context_timestamp(self, m).date() for m in moments
        )
        rows = self.env["integration.case.access"].sudo()  # sudo: nobody writes there
        row = rows.create(
            {
                "case_id": case.id,
                "user_id": self.user_id.id,
                "role": "emergency",
                "emergency_id": self.id,
                "granted_by_id": self.second_id.id,
                "date_from": first,
                "date_to": last,
            }
        )
        log = self.env["integration.access.log"]
        log._log("emergency", row._name, row.ids, case.ids)
        cron = self.env.ref("integration_management.cron_end_emergencies")
        cron.sudo()._trigger(at=self.ends_at)  # sudo: a trigger, no rights needed

    def action_open_case(self):
        """Open the case for the one who asked, while access lasts."""
        self.ensure_one()
        self.check_access("read")
        cases = self.env["integration.case"]
        case = cases.search([("access_ids.emergency_id", "=", self.id)])
        if not case:
            raise UserError(self.env._("The 24 hours are over."))
        return case.get_formview_action()

    @api.model
    def _cron_end(self):
        """End the accesses whose 24 hours are over."""
        rows = self.env["integration.case.access"].search(
            [
                ("emergency_id.ends_at", "<=", fields.Datetime.now()),
                ("date_to", ">=", "today"),
            ]
        )
        rows._end()

    def _tell(self, users, what):
        self.ensure_one()
        for user in users - self.env.user:
            env = self.with_context(lang=user.lang).env
            text = self._get_texts(env)[what] % {
                "asker": self.user_id.name,
                "second": self.second_id.name,
                "number": self.number,
            }
            env["integration.notice"]._send(user, text)

    @api.model
    def _get_texts(self, env):
        return {
            "asked": env._(
                "%(asker)s asks you to confirm emergency access to a case. Please look"
                " at it now: Integration, Together, Emergency access."
            ),
            "granted": env._(
                "%(second)s confirmed emergency access to case %(number)s. It ends"
                " after 24 hours. Please tell the client as soon as that endangers"
                " nobody."
            ),
            "refused": env._(
                "%(second)s did not confirm emergency access to case %(number)s."
            ),
            "told": env._(
                "%(asker)s was given emergency access to case %(number)s for 24 hours,"
                " confirmed by %(second)s."
            ),
        }
