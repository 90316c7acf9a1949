# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models
from odoo.tools import SQL


class IntegrationPublicLimit(models.Model):
    """Lets a form be sent once, for as long as its stamp is good."""

    _inherit = "integration.public.limit"

    @api.model
    def _use_once(self, purpose, number):
        """Tell whether `number` is used for the first time, and note that it is.

        Part of the page's own transaction: what failed may be sent again. Of two at
        the same moment, the second waits for the first.
        """
        self.env.cr.execute(
            SQL(
                """INSERT INTO integration_public_limit (fingerprint, since, count)
                   VALUES (%s, %s, 1) ON CONFLICT (fingerprint) DO NOTHING
                   RETURNING id""",
                f"{purpose}:{number}",
                fields.Datetime.now(),
            )
        )
        return bool(self.env.cr.fetchone())
