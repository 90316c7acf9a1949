# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models
from odoo.fields import Domain
from odoo.tools import SQL

from ..logic.disclosure import THRESHOLD
from ..logic.periods import access_day

SUPERVISOR = "integration_management.group_integration_supervisor"
_MANAGER = "integration_management.group_integration_manager"
_WEEKS = 12


class IntegrationWorkload(models.Model):
    """How much each integration manager has to do: numbers, no case.

    Of managers with fewer than five open cases there is nothing but that: numbers of so
    few cases would tell of people.
    """

    _name = "integration.workload"
    _description = "Workload"
    _auto = False
    _order = "load_percent desc nulls last, id"
    _rec_name = "user_id"
    _rec_names_search = ["user_id.name"]
    _depends = {
        "integration.case": ["closed_on", "limit_date", "manager_id", "mode"]
        + ["next_review"],
        "integration.deputyship": ["date_from", "date_to", "owner_id", "revoked_on"],
        "integration.position": ["date_from", "date_to", "share", "user_id"],
        "integration.session": ["start", "state", "stop", "user_id"],
        "integration.site.person": ["site_id", "user_id"],
        "res.company": ["integration_light_weight", "integration_limit_days"]
        + ["integration_target_ratio"],
        "res.users": ["company_id"],
    }

    user_id = fields.Many2one("res.users", string="Integration manager", readonly=True)
    company_id = fields.Many2one("res.company", string="Carrier", readonly=True)
    site_id = fields.Many2one("integration.site", readonly=True)
    is_few = fields.Boolean(string="Fewer than five cases", readonly=True)
    active_cases = fields.Integer(string="Open cases", readonly=True)
    weighted_load = fields.Float(
        readonly=True,
        digits=(8, 1),
        help="Open cases; light counselling weighs less, as set for the carrier.",
    )
    share = fields.Float(
        string="Position (FTE)",
        readonly=True,
        digits=(3, 2),
        help="Share of the positions held today; 1 if none is recorded.",
    )
    has_position = fields.Boolean(string="Position recorded", readonly=True)
    target = fields.Float(
        string="Target load", readonly=True, digits=(8, 1), help="For this share."
    )
    load_percent = fields.Integer(string="Load in %", readonly=True, aggregator="avg")
    load_state = fields.Selection(
        [
            ("free", "Room for more"),
            ("full", "Fully loaded"),
            ("over", "Overloaded"),
        ],
        string="Load",
        readonly=True,
    )
    sessions_past = fields.Integer(string="Contacts, last 4 weeks", readonly=True)
    sessions_next = fields.Integer(string="Planned, next 2 weeks", readonly=True)
    overdue_reviews = fields.Integer(readonly=True)
    near_limit = fields.Integer(string="Near the limit", readonly=True)
    is_absent = fields.Boolean(
        string="Absent", readonly=True, help="A deputy is appointed today."
    )
    weeks = fields.Json(
        string="Contacts per week",
        readonly=True,
        exportable=False,
        help="Of the last twelve weeks, the oldest first.",
    )

    @property
    def _table_query(self):
        """Sessions are counted last, for the managers shown only."""
        today = access_day()
        return SQL(
            """
            SELECT m.id, m.id AS user_id, m.company_id, load.is_few,
                   CASE WHEN NOT load.is_few THEN load.active END AS active_cases,
                   CASE WHEN NOT load.is_few THEN load.weighted END AS weighted_load,
                   post.share, post.has_position, post.target,
                   CASE WHEN NOT load.is_few THEN rate.percent END AS load_percent,
                   CASE WHEN load.is_few OR rate.percent < 90 THEN 'free'
                        WHEN rate.percent > 110 THEN 'over'
                        ELSE 'full' END AS load_state,
                   CASE WHEN NOT load.is_few THEN load.overdue END AS overdue_reviews,
                   CASE WHEN NOT load.is_few THEN load.near_limit END AS near_limit,
                   CASE WHEN NOT load.is_few THEN %(past)s END AS sessions_past,
                   CASE WHEN NOT load.is_few THEN %(next)s END AS sessions_next,
                   CASE WHEN NOT load.is_few THEN %(weeks)s END AS weeks,
                   (SELECT p.site_id FROM integration_site_person p
                     WHERE p.user_id = m.id ORDER BY p.sequence, p.id LIMIT 1
                   ) AS site_id,
                   EXISTS (
                       SELECT FROM integration_deputyship d
                        WHERE d.owner_id = m.id AND d.revoked_on IS NULL
                          AND d.date_from <= %(today)s AND d.date_to >= %(today)s
                   ) AS is_absent
              FROM res_users m
              JOIN res_company k ON k.id = m.company_id
              LEFT JOIN (%(cases)s) cases ON cases.manager_id = m.id
              CROSS JOIN LATERAL (
                  SELECT COALESCE(cases.active, 0) AS active,
                         COALESCE(cases.active, 0) < %(few)s AS is_few,
                         cases.overdue, cases.near_limit,
                         cases.heavy + cases.light * k.integration_light_weight
                             AS weighted
              ) load
              CROSS JOIN LATERAL (
                  SELECT COALESCE(sum(p.share), 1) AS share,
                         COUNT(*) > 0 AS has_position,
                         COALESCE(sum(p.share), 1) * k.integration_target_ratio
                             AS target
                    FROM integration_position p
                   WHERE p.user_id = m.id AND p.date_from <= %(today)s
                     AND COALESCE(p.date_to, 'infinity') >= %(today)s
              ) post
              CROSS JOIN LATERAL (
                  SELECT round(100 * load.weighted / NULLIF(post.target, 0))::int
                      AS percent
              ) rate
             WHERE m.active AND m.id IN (
                 SELECT uid FROM res_groups_users_rel WHERE gid = ANY(%(groups)s))
            """,
            cases=self._get_cases_query(today),
            past=self._count_sessions("held", today, -28, 0),
            next=self._count_sessions("planned", today, 0, 14),
            weeks=self._get_weeks(today),
            groups=self._get_manager_groups(),
            few=THRESHOLD,
            today=today,
        )

    @api.model
    def _get_cases_query(self, today):
        return SQL(
            """
            SELECT c.manager_id, COUNT(*) AS active,
                   COUNT(*) FILTER (WHERE c.mode = 'light') AS light,
                   COUNT(*) FILTER (WHERE c.mode <> 'light') AS heavy,
                   COUNT(*) FILTER (WHERE c.next_review < %(today)s) AS overdue,
                   COUNT(*) FILTER (
                       WHERE c.limit_date <= %(today)s::date + o.integration_limit_days
                   ) AS near_limit
              FROM integration_case c
              JOIN res_company o ON o.id = c.company_id
             WHERE c.closed_on IS NULL
             GROUP BY c.manager_id
            """,
            today=today,
        )

    @api.model
    def _count_sessions(self, state, today, first, end):
        """Return the query of a manager's sessions in days from today, `end` excluded.

        A session is shorter than a day: the index goes by its end.
        """
        return SQL(
            """(SELECT COUNT(*) FROM integration_session s
                 WHERE s.user_id = m.id AND s.state = %(state)s
                   AND s.start >= %(today)s::date + %(first)s
                   AND s.start < %(today)s::date + %(end)s
                   AND s.stop >= %(today)s::date + %(first)s
                   AND s.stop < %(today)s::date + %(end)s + 1)""",
            state=state,
            today=today,
            first=first,
            end=end,
        )

    @api.model
    def _get_weeks(self, today):
        """Return the query of a manager's contacts in each of the last weeks."""
        counts = [
            self._count_sessions("held", today, -7 * week, -7 * week + 7)
            for week in range(_WEEKS, 0, -1)
        ]
        return SQL("jsonb_build_array(%s)", SQL(", ").join(counts))

    @api.model
    def _get_manager_groups(self):
        """Return the ids of the groups that make somebody an integration manager."""
        group_id = self.env["ir.model.data"]._xmlid_to_res_id(_MANAGER)
        definitions = self.env["res.groups"]._get_group_definitions()
        return [group_id, *definitions.get_subset_ids([group_id])]

    @api.model
    def _access_domain(self):
        """Return the managers of the supervisor's own carriers; see `ir.rule`."""
        user = self.env.user
        if not user.has_group(SUPERVISOR):
            return Domain.FALSE
        return Domain("company_id", "in", user.company_ids.ids)

    def action_view_cases(self):
        """Open the cases of this manager, by number."""
        self.ensure_one()
        self.check_access("read")
        action = self.env["ir.actions.act_window"]._for_xml_id(
            "integration_management.integration_workload_case_action"
        )
        context = {"search_default_user_id": self.user_id.id}
        return {**action, "context": {**context, "group_by": "stage_id"}}
