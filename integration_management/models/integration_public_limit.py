# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import hashlib
import hmac
from datetime import timedelta

from odoo import api, fields, models
from odoo.tools import SQL


class IntegrationPublicLimit(models.Model):
    """How often one address has used a public page today, without knowing the address.

    Kept as a keyed fingerprint that changes every day, and for a day only.
    """

    _name = "integration.public.limit"
    _description = "Use of Public Pages"
    _log_access = False
    _rec_name = "id"

    fingerprint = fields.Char(required=True, readonly=True)
    since = fields.Datetime(required=True, readonly=True)
    count = fields.Integer(required=True, readonly=True, aggregator=None)

    _unique_fingerprint = models.UniqueIndex("(fingerprint)")

    @api.model
    def _count(self, purpose, address, minutes):
        """Count one more use and return how many there were within a time.

        Counted in a transaction of its own, so that it stands even if the page fails,
        and so that uses at the same moment all count.

        :param purpose: what is counted, e.g. "portal"
        :param address: where from, e.g. an IP address; it is not stored
        :param minutes: after how long counting starts anew
        """
        now = fields.Datetime.now()
        statement = SQL(
            """
            INSERT INTO integration_public_limit AS old (fingerprint, since, count)
            VALUES (%(key)s, %(now)s, 1)
            ON CONFLICT (fingerprint) DO UPDATE SET
                count = CASE WHEN old.since > %(start)s THEN old.count + 1 ELSE 1 END,
                since = CASE WHEN old.since > %(start)s THEN old.since ELSE %(now)s END
            RETURNING count
            """,
            key=self._get_fingerprint(purpose, address, now.date()),
            now=now,
            start=now - timedelta(minutes=minutes),
        )
        with self.env.registry.cursor() as cursor:
            cursor.execute(statement)
            return cursor.fetchone()[0]

    @api.model
    def _get_fingerprint(self, purpose, address, day):
        parameters = self.env["ir.config_parameter"].sudo()  # sudo: the server's key
        secret = parameters.get_param("database.secret", "")
        message = f"{purpose}\n{address or ''}\n{day}".encode()
        return hmac.new(secret.encode(), message, hashlib.sha256).hexdigest()

    @api.autovacuum
    def _gc_counts(self):
        """Forget what is older than a day."""
        day = fields.Datetime.now() - timedelta(days=1)
        self.search([("since", "<", day)], limit=10000).unlink()
