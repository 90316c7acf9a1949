# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, models
from odoo.fields import Domain
from odoo.tools import SQL


class IntegrationConsent(models.Model):
    """Lets decisions take effect: what rests on a consent ends with it."""

    _inherit = "integration.consent"

    @api.model_create_multi
    def create(self, vals_list):
        consents = super().create(vals_list)
        consents.filtered(lambda c: c.state != "asked")._after_decided()
        return consents

    def write(self, vals):
        before = {consent: consent.state for consent in self}
        result = super().write(vals)
        changed = self.filtered(lambda c: c.state != before[c])
        if changed:
            changed._after_decided()
        return result

    def _after_decided(self):
        """Hook: the state of these became given, declined, withdrawn or expired."""

    @api.model
    def _get_valid(self, cases, purpose):
        """Return the consents of `cases` to `purpose` that hold today, newest first.

        :param purpose: key of PURPOSES
        """
        valid = Domain("valid_until", "=", False) | Domain("valid_until", ">=", "today")
        return self.search(
            Domain("case_id", "in", cases.ids)
            & Domain("purpose", "=", purpose)
            & Domain("state", "=", "given")
            & valid
        )

    def _rely_on(self):
        """Make sure that nobody withdraws these consents while they are acted on.

        Of this transaction and one that withdraws, the second fails to serialize;
        Odoo repeats it, and it then sees what the first has done.
        """
        if self:
            self.flush_recordset()
            statement = SQL(
                "UPDATE integration_consent SET id = id WHERE id IN %s", tuple(self.ids)
            )
            # Not an error: see above.
            self.env.cr.execute(statement, log_exceptions=False)
