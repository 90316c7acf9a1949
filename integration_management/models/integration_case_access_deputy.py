# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import fields, models

from ..logic import grants
from ..logic.periods import access_day


class IntegrationCaseAccess(models.Model):
    """Rows that a deputyship made: in force while the client agrees."""

    _inherit = "integration.case.access"

    deputyship_id = fields.Many2one(
        "integration.deputyship",
        readonly=True,
        index="btree_not_null",
        ondelete="restrict",
    )
    revoked_on = fields.Date(
        readonly=True, help="Since when the case is not covered any more."
    )
    case_name = fields.Char(
        related="case_id.label", related_sudo=False, string="Client"
    )
    is_in_force = fields.Boolean(string="Full access", compute="_compute_is_in_force")

    def _compute_is_in_force(self):
        today = access_day()
        for row in self:
            row.is_in_force = row.date_from <= today <= row.date_to

    def action_ask_consent(self):
        """Put the question to the client whether a deputy may open the file."""
        self.ensure_one()
        return self.case_id.action_ask_consent("deputy")

    def action_revoke(self):
        """End the deputy's access to this case now; the others stay covered."""
        self.case_id._check_owner()
        self._revoke()
        return True

    def _revoke(self):
        """Take the cases out of their deputyships."""
        today = access_day()
        rows = self.filtered(lambda r: r.deputyship_id and not r.revoked_on)
        rows.sudo().revoked_on = today  # sudo: callers checked; nobody writes here
        rows._log_change("revoke")
        rows._end()

    def _follow_consents(self):
        """Grant what the clients agree to, and end what they do not agree to."""
        consents = self._get_consents()
        today = access_day()
        newest = {(row.deputyship_id, row.case_id): row for row in self.sorted("id")}
        for row in newest.values():
            row._follow(consents.get(row.case_id), today)

    def _follow(self, consent, today):
        """Bring the period of one row in line with the client's decision."""
        deputyship = self.deputyship_id
        grant = grants.no_access(today)
        if consent and not (deputyship._is_over() or self.revoked_on):
            wished = grants.Period(deputyship.date_from, deputyship.date_to)
            grant = grants.granted(today, wished, consent.valid_until)
        before = grants.Period(self.date_from, self.date_to)
        period, further = grants.adjusted(today, before, grant)
        if further:
            new = self.copy({"date_from": further.first, "date_to": further.last})
            new.consent_id = consent
            new._log_change("grant")
        if period == before:
            return
        self.write({"date_from": period.first, "date_to": period.last})
        if period == grant and not grant.is_empty:
            self.consent_id = consent
        is_longer = not period.is_empty and period.last > before.last
        self._log_change("grant" if is_longer else "revoke")

    def _get_consents(self):
        """Return {case: the consent to a deputy that holds longest}."""
        consents = self.env["integration.consent"].sudo()  # sudo: may run as deputy
        valid = consents._get_valid(self.case_id, "deputy")
        valid._rely_on()
        # The last one wins: those without an end come last.
        lasting = valid.sorted(lambda c: (not c.valid_until, c.valid_until or c.id))
        return {consent.case_id: consent for consent in lasting}

    def _log_change(self, operation):
        """Note that access was granted or ended, whoever caused it."""
        log = self.env["integration.access.log"]
        if self:
            log._log(operation, self._name, self.ids, self.case_id.ids)
