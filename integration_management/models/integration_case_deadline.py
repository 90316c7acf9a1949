# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from datetime import timedelta

from odoo import api, fields, models
from odoo.exceptions import ValidationError

from ..logic import periods
from ..logic.periods import Deadline

DEADLINE_KINDS = [
    ("review", "Review"),
    ("contact", "Contact"),
    ("permit", "Document expires"),
    ("limit", "Counselling limit"),
]
# A missing contact is shown by the traffic light only, activities would be a flood.
_ACTIVITY_TYPES = {
    kind: f"integration_management.mail_activity_type_{kind}"
    for kind in ("review", "permit", "limit")
}


class IntegrationCase(models.Model):
    """The dates that a manager must not miss, and the light that shows them."""

    _inherit = "integration.case"

    counselling_start = fields.Date(default=fields.Date.context_today)
    limit_extension_months = fields.Integer(
        string="Extension (months)", copy=False, aggregator=None
    )
    limit_extension_reason = fields.Text(string="Reason for the extension", copy=False)
    limit_date = fields.Date(
        string="Counselling limit",
        compute="_compute_limit_date",
        store=True,
        help="Last day of counselling by the funding programme's rule.",
    )
    next_review = fields.Date(copy=False)
    last_contact = fields.Date(compute="_compute_last_contact", store=True, copy=False)
    permit_expiry = fields.Date(
        string="Document expires",
        compute="_compute_permit_expiry",
        store=True,
        help="Earliest expiry of a residence document or another dated paper.",
    )
    deadline = fields.Date(
        string="Next deadline", compute="_compute_deadline", store=True
    )
    deadline_kind = fields.Selection(
        DEADLINE_KINDS, compute="_compute_deadline", store=True
    )
    notice_date = fields.Date(
        compute="_compute_deadline",
        store=True,
        help="From this day on the case shows that something is due.",
    )
    traffic_light = fields.Selection(
        [("green", "Nothing due"), ("yellow", "Due soon"), ("red", "Overdue")],
        compute="_compute_traffic_light",
    )
    deadlines = fields.Json(
        compute="_compute_deadlines",
        exportable=False,
        help="What is due or soon due, or else next: kind, day, light; soonest first.",
    )
    reminded = fields.Json(
        copy=False, help="Kind of deadline -> day for which an activity was made."
    )

    @api.depends("counselling_start", "limit_extension_months")
    def _compute_limit_date(self):
        program = self.env["integration.funding.program"]._get_current()
        for case in self:
            case.limit_date = program.limit_months and periods.counselling_limit(
                case.counselling_start,
                program.limit_months,
                case.limit_extension_months,
            )

    @api.depends("session_ids.state", "session_ids.start")
    def _compute_last_contact(self):
        groups = self.env["integration.session"]._read_group(
            [("case_id", "in", self.ids), ("state", "=", "held")],
            ["case_id"],
            ["start:max"],
        )
        last = {case.id: start for case, start in groups}
        for case in self:
            start = last.get(case._origin.id)
            case.last_contact = start and fields.Datetime.context_timestamp(case, start)

    @api.depends(
        "circumstance_ids.expires_on",
        "circumstance_ids.date_from",
        "circumstance_ids.date_to",
        "circumstance_ids.kind",
    )
    def _compute_permit_expiry(self):
        for case in self:
            days = case.circumstance_ids._get_pending_expiries()
            case.permit_expiry = min(days, default=False)

    @api.depends(
        "closed_on",
        "next_review",
        "last_contact",
        "permit_expiry",
        "limit_date",
        "counselling_start",
        "company_id.integration_contact_days",
        "company_id.integration_limit_days",
        "company_id.integration_permit_days",
        "company_id.integration_warning_days",
    )
    def _compute_deadline(self):
        for case in self:
            deadlines = case._get_open_deadlines()
            first = periods.first_deadline(deadlines)
            case.deadline = first and first.day
            case.deadline_kind = first and first.kind
            case.notice_date = periods.first_notice(deadlines)

    @api.depends("deadline", "notice_date")
    def _compute_traffic_light(self):
        today = fields.Date.context_today(self)
        for case in self:
            case.traffic_light = periods.traffic_light(
                today, case.deadline, case.notice_date
            )

    @api.depends("deadline", "notice_date")
    def _compute_deadlines(self):
        today = fields.Date.context_today(self)
        for case in self:
            case.deadlines = [
                {"kind": item.kind, "day": item.day.isoformat(), "light": light}
                for item, light in periods.wanting_attention(
                    today, case._get_open_deadlines()
                )
            ]

    @api.constrains("limit_extension_months", "limit_extension_reason")
    def _check_extension(self):
        program = self.env["integration.funding.program"]._get_current()
        longest = program.limit_max_months - program.limit_months
        for case in self.filtered("limit_extension_months"):
            if not 0 < case.limit_extension_months <= longest:
                raise ValidationError(
                    self.env._(
                        "Counselling can be extended to at most %(months)s months.",
                        months=program.limit_max_months,
                    )
                )
            if not (case.limit_extension_reason or "").strip():
                raise ValidationError(
                    self.env._("An extension of the counselling limit needs a reason.")
                )

    @api.constrains("counselling_start")
    def _check_counselling_start(self):
        today = fields.Date.context_today(self)
        for case in self:
            if case.counselling_start and case.counselling_start > today:
                raise ValidationError(
                    self.env._("The counselling cannot begin in the future.")
                )

    def _get_open_deadlines(self):
        """Return what is to be done; nothing is once the case is closed."""
        return [] if self.closed_on else self._get_deadlines()

    def _get_deadlines(self):
        """Return what is to be done in the case, with the carrier's notice periods."""
        self.ensure_one()
        company = self.company_id
        contact = self.last_contact or self.counselling_start
        gap = company.integration_contact_days
        next_contact = contact and contact + timedelta(days=gap)
        warning = company.integration_warning_days
        return [
            Deadline("review", self.next_review, warning),
            Deadline("contact", next_contact, warning),
            Deadline("permit", self.permit_expiry, company.integration_permit_days),
            Deadline("limit", self.limit_date, company.integration_limit_days),
        ]

    @api.model
    def _cron_remind(self):
        """Give managers an activity for each deadline whose notice period began."""
        cases = self.search(
            [("closed_on", "=", False), ("notice_date", "<=", "today")], order="id"
        )
        todo = cases.filtered(lambda case: case._get_new_reminders())
        self.env["ir.cron"]._commit_progress(remaining=len(todo))
        for case in todo:
            case._remind()
            self.env["ir.cron"]._commit_progress(1)

    def _get_new_reminders(self):
        """Return the deadlines that want an activity and have none for their day."""
        self.ensure_one()
        today = fields.Date.context_today(self)
        told = self.reminded or {}
        return [
            item
            for item in self._get_deadlines()
            if item.kind in _ACTIVITY_TYPES
            and item.day
            and item.shown_from <= today
            and told.get(item.kind) != item.day.isoformat()
        ]

    def _remind(self):
        """Schedule the activities; they name the kind of deadline and nothing else."""
        self.ensure_one()
        told = dict(self.reminded or {})
        for item in self._get_new_reminders():
            # No e-mail is sent: what is due stays inside Odoo.
            case = self.with_context(
                lang=self.manager_id.lang, mail_activity_quick_update=True
            )
            case.activity_schedule(
                _ACTIVITY_TYPES[item.kind],
                date_deadline=item.day,
                user_id=self.manager_id.id,
            )
            told[item.kind] = item.day.isoformat()
        self.reminded = told
