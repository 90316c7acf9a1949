# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import fields, models
from odoo.fields import Command

from ..logic import grants, handover
from ..logic.periods import FOREVER, access_day


class IntegrationHandover(models.Model):
    """What happens when the successor says yes: all of it, or nothing.

    Everything here runs under sudo, called by `integration.handover.offer`, which has
    checked that the current user is the successor.
    """

    _inherit = "integration.handover"

    def _lock(self):
        """Keep what an answer rests on as it is until the answer is stored.

        :raise LockError: when somebody is changing it
        """
        self.lock_for_update(allow_referencing=True)
        self.consent_id.lock_for_update(allow_referencing=True)
        self._get_owner_row().lock_for_update(allow_referencing=True)

    def _get_owner_row(self):
        return self.case_id.access_ids.filtered(
            lambda row: row.role == "owner" and row.date_to == FOREVER
        )

    def _refuse(self):
        self.write({"state": "refused", "answered_on": fields.Date.context_today(self)})

    def _accept(self):
        """Make the current user the owner of the case.

        :raise UserError: when the client or the owner has changed in the meantime
        """
        self.ensure_one()
        is_owner = self._get_owner_row().user_id == self.from_user_id
        if not is_owner or self._get_consent_problem():
            raise self.offer_id._get_gone_error()
        losing = self.case_id.access_ids.user_id
        if not self.notes_go:
            self.env["integration.withheld.note"]._withhold(self.case_id)
        self.write(
            {
                "state": "accepted",
                "answered_on": fields.Date.context_today(self),
                "protocol": self._make_protocol(),
            }
        )
        self._pass_ownership()
        self._pass_work(losing)
        self._pass_family()
        self._ask_again()
        self._pass_to_carrier()
        self._forget_attempts()
        deputyships = self.env["integration.deputyship"]
        deputyships = deputyships._get_current_of(self.to_user_id)
        deputyships.filtered(lambda d: d.scope == "all")._update_access()
        log = self.env["integration.access.log"]
        log._log("handover", self._name, self.ids, self.case_id.ids)

    def _pass_ownership(self):
        """End every access to the case and begin the successor's."""
        rows = self.case_id.access_ids
        owner_row = self._get_owner_row()
        today = access_day()
        current = grants.Period(owner_row.date_from, owner_row.date_to)
        ended, begun = handover.succeed(current, today)
        (rows - owner_row)._revoke()
        (rows - owner_row)._end()
        owner_row.date_to = ended.last
        # The ORM inserts before it updates: there is one owner at a time.
        rows.flush_recordset()
        rows.create(
            {
                "case_id": self.case_id.id,
                "user_id": self.to_user_id.id,
                "role": "owner",
                "date_from": begun.first,
                "date_to": begun.last,
                "granted_by_id": self.from_user_id.id,
                "consent_id": self.consent_id.id,
            }
        )
        self.env.flush_all()

    def _pass_work(self, losing):
        """Hand on what is still to be done: followers, activities, appointments.

        :param losing: users whose access has ended
        """
        case, successor = self.case_id, self.to_user_id
        losing -= successor
        case.message_unsubscribe(case.message_partner_ids.ids)
        case.message_subscribe(successor.partner_id.ids)
        quiet = case.activity_ids.with_context(mail_activity_quick_update=True)
        quiet.write({"user_id": successor.id})
        planned = case.session_ids.filtered(
            lambda s: s.state == "planned" and s.stop >= fields.Datetime.now()
        )
        planned.write({"user_id": successor.id})
        planned.event_id.with_context(no_mail_to_attendees=True).write(
            {"partner_ids": [Command.unlink(p.id) for p in losing.partner_id]}
        )

    def _pass_to_carrier(self):
        """Make the successor's carrier responsible, at its site if it has but one."""
        if self.is_new_carrier:
            carrier = self.to_user_id.company_id
            sites = self.env["integration.site"].search(
                [("company_id", "=", carrier.id)], limit=2
            )
            site = sites if len(sites) == 1 else sites.browse()
            self.case_id.write({"company_id": carrier.id, "site_id": site.id})

    def _pass_family(self):
        """Cut links to files of relatives that another manager keeps."""
        members = self.env["integration.household.member"].search(
            [
                "|",
                ("linked_case_id", "=", self.case_id.id),
                ("case_id", "=", self.case_id.id),
                ("linked_case_id", "!=", False),
            ]
        )
        members.filtered(
            lambda m: m.linked_case_id.manager_id != m.case_id.manager_id
        ).linked_case_id = False

    def _ask_again(self):
        """Mark the consents that were given to the former manager or carrier only."""
        consents = self._get_bound_consents()
        used = self.case_id.consent_ids.filtered(lambda c: c.purpose == "handover")
        today = fields.Date.context_today(self)
        (consents | used.filtered(lambda c: c._holds())).ask_again_since = today
        if consents:
            self.case_id.with_context(
                mail_activity_quick_update=True
            ).activity_schedule(
                "integration_management.mail_activity_type_consents",
                user_id=self.to_user_id.id,
            )

    def _get_bound_consents(self):
        """Return the consents in force that do not hold for the successor."""
        return self.case_id.consent_ids.filtered(
            lambda c: (
                c.purpose != "handover"
                and c._holds()
                and handover.must_ask_again(c.purpose, self.is_new_carrier)
            )
        )

    def _forget_attempts(self):
        """Delete earlier hand-overs of the former owner that came to nothing."""
        attempts = self.case_id.handover_ids - self
        attempts.filtered(lambda h: h.state in ("cancelled", "refused")).unlink()
