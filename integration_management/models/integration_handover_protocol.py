# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models
from odoo.fields import Domain


class IntegrationHandover(models.Model):
    """What there is to take over, as it stood on the day of offer or acceptance.

    Kept as plain data with codes and ids, so that everybody reads it in their own
    language; what was later renamed or deleted stays in it.
    """

    _inherit = "integration.handover"

    protocol_html = fields.Html(
        string="Protocol",
        compute="_compute_protocol_html",
        compute_sudo=False,
        sanitize=False,
        exportable=False,
    )

    @api.depends("state", "notes_go", "to_user_id")
    @api.depends_context("lang", "tz")
    def _compute_protocol_html(self):
        """Show what would be handed over today, or what was."""
        for handover in self:
            handover.protocol_html = handover.case_id and self.env["ir.qweb"]._render(
                "integration_management.handover_protocol",
                {"protocol": handover._get_protocol()},
            )

    def _count_work(self, case):
        """Return the counts that a successor learns beforehand."""
        today = fields.Date.context_today(self)
        due = case.deadline
        return {
            "goal_count": len(case.goal_ids.filtered("is_running")),
            "session_count": len(self._get_planned_sessions()),
            "has_deadline": bool(due),
            "deadline_days": max((due - today).days, 0) if due else 0,
        }

    def _get_planned_sessions(self):
        now = fields.Datetime.now()
        planned = self.case_id.session_ids.filtered(
            lambda s: s.state == "planned" and s.stop >= now
        )
        return planned.sorted("start")

    def _make_protocol(self):
        """Return the protocol of today; called under sudo once access was checked."""
        self.ensure_one()
        case = self.case_id
        goals = case.goal_ids.filtered("is_running")
        return {
            "from": self._describe(self.from_user_id, case.site_id),
            "to": self._describe(self.to_user_id),
            "goals": [
                [goal.area_id.id, goal.name, goal.state, _day(goal.due_date)]
                for goal in goals.sorted(lambda g: g.due_date or fields.Date.today())
            ],
            "deadlines": [
                [item.kind, _day(item.day)]
                for item in sorted(
                    (d for d in case._get_open_deadlines() if d.day),
                    key=lambda d: d.day,
                )
            ],
            "sessions": [
                [fields.Datetime.to_string(s.start), s.minutes, s.kind_id.id]
                for s in self._get_planned_sessions()
            ],
            "undocumented": len(case.session_ids.filtered("is_overdue")),
            "referrals": [
                [referral.label, referral.state]
                for referral in case.referral_ids.filtered("is_running")
            ],
            "consents": [
                [consent.purpose, consent.recipient_label]
                for consent in self._get_bound_consents()
            ],
            "documents": [
                [file.res_model, file.res_field, file.name]
                for file in self._get_documents()
            ],
        }

    @api.model
    def _describe(self, user, site=None):
        person = user.sudo()  # sudo: name and carrier of a colleague
        return {
            "name": person.name,
            "carrier": person.company_id.name,
            "site": site.name if site else False,
        }

    def _get_documents(self):
        """Return the files of the case that go along."""
        case = self.case_id
        domain = Domain.FALSE
        for name in self.env["integration.protected"]._get_protected_names():
            parts = self.env[name].sudo()  # sudo: the whole file changes hands
            path = parts._case_field or "id"
            ids = parts.search([(path, "=", case.id)]).ids
            if ids:
                domain |= Domain([("res_model", "=", name), ("res_id", "in", ids)])
        is_document = Domain("res_field", "=", False) | Domain(
            "res_field", "=", "evidence"
        )
        files = self.env["ir.attachment"].sudo()  # sudo: see above
        found = files.search(domain & is_document, order="id")
        if self.notes_go:
            return found
        notes = self.env["integration.withheld.note"]
        held = notes._get_messages(case).attachment_ids
        return found - held - notes._get_scheduled(case).attachment_ids

    def _get_protocol(self):
        """Return the protocol as texts in the reader's language."""
        self.ensure_one()
        system = self.sudo()  # sudo: reads no more than the case, checked by `self`
        raw = self.case_id and (self.protocol or system._make_protocol())
        areas = self.env["integration.area"]
        terms = self.env["integration.term"].with_context(active_test=False)
        return {
            **raw,
            "goals": [
                {
                    "area": areas.browse(area or []).exists().name,
                    "name": name,
                    "state": self._label("integration.goal", "state", state),
                    "due": fields.Date.to_date(due),
                }
                for area, name, state, due in raw["goals"]
            ],
            "deadlines": [
                {
                    "kind": self._label("integration.case", "deadline_kind", kind),
                    "day": fields.Date.to_date(day),
                }
                for kind, day in raw["deadlines"]
            ],
            "sessions": [
                {
                    "start": fields.Datetime.to_datetime(start),
                    "minutes": minutes,
                    "kind": terms.browse(kind or []).exists().name,
                }
                for start, minutes, kind in raw["sessions"]
            ],
            "referrals": [
                {
                    "name": name,
                    "state": self._label("integration.referral", "state", state),
                }
                for name, state in raw["referrals"]
            ],
            "consents": [
                {
                    "purpose": self._label("integration.consent", "purpose", purpose),
                    "recipient": recipient,
                }
                for purpose, recipient in raw["consents"]
            ],
            "documents": [
                {"name": self._get_file_label(model, field, name), "where": where}
                for model, field, name in raw["documents"]
                for where in [self.env["ir.model"]._get(model).name]
            ],
            "notes_go": self.notes_go,
        }

    @api.model
    def _get_file_label(self, model, field, name):
        """Return the name of a file; that of a scan in a field is the field's."""
        if field and field in self.env[model]._fields:
            return self.env[model]._fields[field]._description_string(self.env)
        return name

    @api.model
    def _label(self, model, field, value):
        """Return a selection's value as the reader knows it."""
        options = self.env[model]._fields[field]._description_selection(self.env)
        return dict(options).get(value, value)

    def _get_document_name(self):
        """Return the file name of the printed protocol; it names nobody."""
        self.ensure_one()
        return self.env._("Hand-over %(number)s", number=self.case_id.number)


def _day(day):
    return fields.Date.to_string(day) if day else False
