# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models
from odoo.fields import Domain
from odoo.tools import SQL

from ..logic.disclosure import THRESHOLD
from ..logic.periods import access_day
from .integration_workload import SUPERVISOR

# In classes: who sees the colleague's busy slots must not tell cases by them.
WEEKS = [
    ("00", "Up to 3 weeks"),
    ("04", "4 to 12 weeks"),
    ("13", "13 to 26 weeks"),
    ("27", "27 to 52 weeks"),
    ("53", "1 to 2 years"),
    ("105", "More than 2 years"),
]
CONTACTS = [
    ("0", "None yet"),
    ("1", "1 to 4"),
    ("5", "5 to 9"),
    ("10", "10 to 19"),
    ("20", "20 or more"),
]


def _class_of(value, classes):
    """Return the SQL of the class that a number lies in, by the lower bounds."""
    whens = SQL(" ").join(
        SQL("WHEN %s >= %s THEN %s", value, int(code), code)
        for code, _label in reversed(classes)
    )
    return SQL("CASE %s ELSE %s END", whens, classes[0][0])


class IntegrationWorkloadCase(models.Model):
    """An open case as a supervisor sees it: a random number, a stage and a light.

    The key is made of the number, so that it says nothing about the case's own id.
    Cases of managers who have fewer than five are left out.
    """

    _name = "integration.workload.case"
    _description = "Case by Number"
    _auto = False
    _order = "number"
    _rec_name = "number"
    _depends = {
        "integration.case": ["closed_on", "counselling_start", "deadline", "manager_id"]
        + ["notice_date", "number", "stage_id"],
        "integration.session": ["case_id", "state"],
        "integration.site.person": ["site_id", "user_id"],
        "res.users": ["company_id"],
    }

    number = fields.Char(readonly=True)
    # Not readonly for the board only, where dragging opens a request.
    user_id = fields.Many2one("res.users", string="Integration manager")
    company_id = fields.Many2one("res.company", string="Carrier", readonly=True)
    site_id = fields.Many2one(
        "integration.site", readonly=True, help="Where the manager works."
    )
    stage_id = fields.Many2one(
        "integration.case.stage",
        readonly=True,
        group_expand="_read_group_stage_ids",
    )
    traffic_light = fields.Selection(
        [("green", "Nothing due"), ("yellow", "Due soon"), ("red", "Overdue")],
        readonly=True,
    )
    weeks = fields.Selection(WEEKS, string="Counselled for", readonly=True)
    contacts = fields.Selection(CONTACTS, readonly=True)

    @property
    def _table_query(self):
        today = access_day()
        age = SQL("(%s::date - c.counselling_start) / 7", today)
        contacts = SQL(
            "(SELECT COUNT(*) FROM integration_session s"
            " WHERE s.case_id = c.id AND s.state = 'held')"
        )
        return SQL(
            """
            SELECT ('x' || substr(md5(c.number), 1, 13))::bit(52)::bigint AS id,
                   c.number, c.manager_id AS user_id, m.company_id, place.site_id,
                   c.stage_id,
                   CASE WHEN c.deadline < %(today)s THEN 'red'
                        WHEN c.notice_date <= %(today)s THEN 'yellow'
                        ELSE 'green' END AS traffic_light,
                   %(weeks)s AS weeks, %(contacts)s AS contacts
              FROM integration_case c
              JOIN res_users m ON m.id = c.manager_id
              JOIN (
                  SELECT manager_id FROM integration_case
                   WHERE closed_on IS NULL GROUP BY manager_id
                  HAVING COUNT(*) >= %(few)s
              ) enough ON enough.manager_id = c.manager_id
              LEFT JOIN LATERAL (
                  SELECT p.site_id FROM integration_site_person p
                   WHERE p.user_id = m.id ORDER BY p.sequence, p.id LIMIT 1
              ) place ON true
             WHERE c.closed_on IS NULL
            """,
            today=today,
            weeks=_class_of(age, WEEKS),
            contacts=SQL(
                "(SELECT %s FROM (SELECT %s AS n) counted)",
                _class_of(SQL("n"), CONTACTS),
                contacts,
            ),
            few=THRESHOLD,
        )

    @api.model
    def _access_domain(self):
        """Return the cases of the supervisor's own carriers; see `ir.rule`."""
        user = self.env.user
        if not user.has_group(SUPERVISOR):
            return Domain.FALSE
        return Domain("company_id", "in", user.company_ids.ids)

    @api.model
    def _read_group_stage_ids(self, stages, domain):
        """Show all stages of open cases as columns."""
        return stages.search([("code", "!=", "closed")])

    def action_suggest(self, to_user_id=False):
        """Open the request that another manager takes a case; nothing moves by it.

        :param to_user_id: the manager suggested, if known already
        """
        self.ensure_one()
        self.check_access("read")
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("Suggest another manager"),
            "res_model": "integration.transfer.request",
            "views": [(False, "form")],
            "target": "new",
            "context": {
                "default_number": self.number,
                "default_to_user_id": to_user_id,
            },
        }
