# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models
from odoo.fields import Domain
from odoo.tools import SQL, format_datetime

from ..logic.periods import access_day


class IntegrationCover(models.Model):
    """All that a deputy learns of a case whose client did not agree to more.

    The number, the way that the client allowed, and the open appointments. Without a
    link to the case: nothing else can be reached from here.
    """

    _name = "integration.cover"
    _description = "Case Covered Without Consent"
    _auto = False
    _order = "next_start, id"
    _rec_name = "number"
    _depends = {
        "integration.case": [
            "number",
            "manager_id",
            "closed_on",
            "deputy_contact",
            "phone",
            "messenger",
            "mail_address",
            "street",
            "zip",
            "city",
        ],
        "integration.case.access": [
            "case_id",
            "user_id",
            "deputyship_id",
            "date_from",
            "date_to",
            "revoked_on",
        ],
        "integration.deputyship": ["owner_id", "deputy_id", "revoked_on"],
        "integration.session": ["case_id", "state", "start", "stop"],
    }

    number = fields.Char(readonly=True)
    deputyship_id = fields.Many2one("integration.deputyship", readonly=True)
    owner_id = fields.Many2one("res.users", string="Integration manager", readonly=True)
    user_id = fields.Many2one("res.users", string="Deputy", readonly=True)
    date_to = fields.Date(string="Until", readonly=True)
    contact = fields.Char(readonly=True, help="The way that the client allowed.")
    next_start = fields.Datetime(string="Next appointment", readonly=True)
    appointments = fields.Char(
        string="Open appointments", compute="_compute_appointments"
    )

    @property
    def _table_query(self):
        today = access_day()
        return SQL(
            """
            SELECT a.id, a.deputyship_id, d.owner_id, d.deputy_id AS user_id,
                   d.date_to, c.number,
                   CASE c.deputy_contact
                       WHEN 'phone' THEN c.phone
                       WHEN 'messenger' THEN c.messenger
                       WHEN 'mail' THEN c.mail_address
                       WHEN 'post' THEN concat_ws(', ', c.street, c.zip, c.city)
                   END AS contact,
                   (SELECT min(s.start) FROM integration_session s
                     WHERE s.case_id = c.id AND s.state = 'planned'
                       AND s.stop >= %(today)s) AS next_start
              FROM integration_case_access a
              JOIN integration_deputyship d ON d.id = a.deputyship_id
              JOIN integration_case c ON c.id = a.case_id
               AND c.manager_id = d.owner_id AND c.closed_on IS NULL
             WHERE a.revoked_on IS NULL AND d.revoked_on IS NULL
               AND d.date_from <= %(today)s AND d.date_to >= %(today)s
               AND NOT EXISTS (
                   SELECT FROM integration_case_access newer
                    WHERE newer.case_id = a.case_id AND newer.id > a.id
                      AND newer.deputyship_id = a.deputyship_id)
               AND NOT EXISTS (
                   SELECT FROM integration_case_access full_access
                    WHERE full_access.case_id = a.case_id
                      AND full_access.user_id = a.user_id
                      AND full_access.date_from <= %(today)s
                      AND full_access.date_to >= %(today)s)
            """,
            today=today,
        )

    @api.model
    def _access_domain(self):
        """Return what the user covers today; the period is part of the query."""
        return Domain("user_id", "=", self.env.uid)

    def _compute_appointments(self):
        sessions = self.env["integration.session"].sudo()  # sudo: start and end only
        found = sessions.search_read(
            [
                ("case_id", "in", list(self._case_refs().values())),
                ("state", "=", "planned"),
                ("stop", ">=", fields.Date.context_today(self)),
            ],
            ["case_id", "start"],
            order="start",
            load=None,
        )
        refs = self._case_refs()
        for cover in self:
            starts = [s["start"] for s in found if s["case_id"] == refs.get(cover.id)]
            cover.appointments = " · ".join(
                format_datetime(self.env, start, dt_format="EEEEEE d.M., HH:mm")
                for start in starts
            )

    def _fetch_query(self, query, wanted):
        fetched = super()._fetch_query(query, wanted)
        if fetched and not self.env.su:
            log = self.env["integration.access.log"]
            cases = fetched._case_refs().values()
            log._log("read", self._name, fetched.ids, cases)
        return fetched

    def _case_refs(self):
        """Return {id: id of the case}; for the log, never for the user."""
        rows = self.env["integration.case.access"].sudo()  # sudo: see above
        return {row.id: row.case_id.id for row in rows.browse(self.ids)}
