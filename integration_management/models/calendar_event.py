# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models
from odoo.fields import Domain
from odoo.tools import SQL, clean_context


class CalendarEvent(models.Model):
    """A calendar entry can stand for a session with a client.

    The link is known to those who may open the case. For everybody else, the entry is
    like any other private one. Users without our groups must not notice anything, so
    nothing here may need a right on sessions.
    """

    _inherit = "calendar.event"

    integration_case_id = fields.Many2one(
        "integration.case",
        string="Case",
        compute="_compute_integration_case_id",
        inverse="_inverse_integration_case_id",
        search="_search_integration_case_id",
        compute_sudo=False,
        copy=True,
        help="Makes the entry a session with this client; it then shows no details.",
    )

    @api.depends_context("uid")
    def _compute_integration_case_id(self):
        """Look the session up; sessions tell when this is out of date.

        There is no One2many to sessions on purpose: the ORM answers whether such a
        field is empty, and to whom it leads, without asking the rules of sessions.
        """
        sessions = self._get_visible_sessions()
        cases = {session.event_id.id: session.case_id for session in sessions}
        for event in self:
            event.integration_case_id = cases.get(event._origin.id)

    def _inverse_integration_case_id(self):
        """Make, change or remove the planned sessions of the entries."""
        wanted = {event: event.integration_case_id for event in self}
        sessions = {s.event_id: s for s in self._get_visible_sessions()}
        new = []
        for event, case in wanted.items():
            session = sessions.get(event)
            if session and session.case_id == case:
                continue
            if session:
                event._check_exchange(session, case)
                session._detach_event()
            if case:
                event._check_linkable()
                new.append(event._prepare_session_vals(case))
        if new:
            self.env["integration.session"].check_access("create")
            model = self.env["integration.session"].with_context(
                clean_context(self.env.context)
            )
            model.sudo().create(new)  # sudo: both ends of the link were checked

    @api.model
    def _search_integration_case_id(self, operator, value):
        """Find by the sessions that the user may open; others find nothing."""
        if operator not in ("in", "any"):
            return NotImplemented
        with_none = operator == "in" and False in value
        model = self.env["integration.session"]
        sessions = model.sudo(False)  # sudo: off, the user's own rights count
        if not sessions.has_access("read"):
            return Domain.TRUE if with_none else Domain.FALSE
        linked = Domain("event_id", "!=", False)
        found = sessions._search(linked & Domain("case_id", operator, value))
        column = SQL.identifier(sessions._table, "event_id")
        domain = Domain("id", "in", found.subselect(column))
        if with_none:
            every = sessions._search(linked)
            domain |= Domain("id", "not in", every.subselect(column))
        return domain

    @api.depends("integration_case_id")
    @api.depends_context("uid")
    def _compute_display_name(self):
        """Show whom the session is with, to those only who may know it.

        Never under sudo: that is how other models show and store names of records.
        """
        super()._compute_display_name()
        if self.env.su or not self.env["integration.session"].has_access("read"):
            return
        for event in self:
            case = event.integration_case_id
            if case:
                event.display_name = " · ".join(
                    filter(None, (case.person_name, case.number))
                )

    @api.onchange("integration_case_id")
    def _onchange_integration_case_id(self):
        """Show at once what saving does: no details, and a time of day."""
        if not self.integration_case_id:
            return
        self.update(self._get_neutral_values())
        if self.allday:
            day = self.start_date or self.start
            self.update({"allday": False, **self._get_office_hour(day)})

    @api.model
    def default_get(self, fields):
        """Turn a link to a case into a session, and drop what one may not open."""
        defaults = super().default_get(fields)
        case_id = defaults.pop("integration_case_id", False)
        model_name, res_id = self._pop_protected_document(defaults)
        if model_name == "integration.case":
            case_id = case_id or res_id
        case = self.env["integration.case"].browse(case_id or [])
        if case and case.has_access("read"):
            neutral = self._get_neutral_values()
            defaults.update({k: v for k, v in neutral.items() if k in fields})
            if "integration_case_id" in fields:
                defaults["integration_case_id"] = case.id
        return defaults

    def onchange(self, values, field_names, fields_spec):
        self._check_case_value(values)
        return super().onchange(values, field_names, fields_spec)

    @api.model_create_multi
    def create(self, vals_list):
        """Create events; those of a session without anything personal."""
        vals_list = self._prepare_case_values(vals_list)
        is_session = [bool(vals.get("integration_case_id")) for vals in vals_list]
        if not any(is_session):
            return super().create(vals_list)
        neutral = self._get_neutral_values()
        pairs = list(zip(vals_list, is_session, strict=True))
        sessions = super(CalendarEvent, self._with_neutral_context()).create(
            [{**vals, **neutral} for vals, with_case in pairs if with_case]
        )
        sessions._drop_mail_alarms()
        if all(is_session):
            return sessions.with_env(self.env)
        others = super().create([vals for vals, with_case in pairs if not with_case])
        ids = {True: iter(sessions.ids), False: iter(others.ids)}
        return others.browse(next(ids[with_case]) for with_case in is_session)

    @api.model
    def _prepare_case_values(self, vals_list):
        """Return values with the case that the context may give, all checked."""
        default = {}
        if "default_integration_case_id" in self.env.context:
            default = self.default_get(["integration_case_id"])
        vals_list = [{**default, **vals} for vals in vals_list]
        for vals in vals_list:
            self._check_case_value(vals)
            self._pop_protected_document(vals)
        return vals_list

    def write(self, vals):
        linked = self._get_linked()
        if linked and linked != self:
            return linked.write(dict(vals)) and (self - linked).write(vals)
        self._check_case_value(vals)
        vals = self._neutralize(vals, bool(linked))
        series = self._get_series_sessions(vals)
        result = super().write(dict(vals))
        if linked or vals.get("integration_case_id"):
            self.exists()._sync_sessions(vals)
            self._tidy_series(series)
        return result

    def unlink(self):
        sessions = self._get_visible_sessions()
        result = super().unlink()
        sessions.exists()._cancel_planned()
        return result

    def action_open_integration_session(self):
        """Open the session behind the entry, to document it."""
        self.ensure_one()
        session = self._get_visible_sessions()
        return session._get_form_action() if session else False
