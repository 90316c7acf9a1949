# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from datetime import timedelta

import pytz
import vobject

from odoo import api, fields, models

from ..logic import states

_SHOWN = ("discussed", "agreed", "under_review")
_WISH_LENGTH = 300
_TZ = "Europe/Berlin"
# Names of value lists, which stand beside the client's language.
GERMAN = "de_DE"


class IntegrationPortal(models.AbstractModel):
    """What a client sees on their page, and what they do there.

    Takes the key of somebody who is signed in (`integration.portal.access`, as
    superuser) and gives plain data of that one case: nothing else gets out. Ids that
    come from outside are always sought within the case.
    """

    _name = "integration.portal"
    _description = "Client's Page"

    @api.model
    def _get_home(self, key):
        """Return the next appointment, the number of open steps and of questions."""
        sessions = self._get_sessions(key)
        goals = self._get_plan(key)["goals"]
        steps = [step for goal in goals for step in goal["steps"]]
        asked = key.case_id.consent_ids.filtered(lambda c: c.state == "asked")
        answered = key.case_id.rights_request_ids.filtered(
            lambda request: request.state == "answered"
        )
        return {
            "session": sessions[0] if sessions else None,
            "steps": sum(step["may_mark"] for step in steps),
            "questions": len(asked),
            "answers": len(answered),
            "manager": key.case_id.manager_id.name,
            "feedback": self._get_feedback_address(key),
        }

    @api.model
    def _get_feedback_address(self, key):
        """Return where to write to the complaint office; nothing tells who comes."""
        pages = self.env["integration.feedback.page"].sudo()  # sudo: a public address
        page = pages.search([("company_id", "=", key.case_id.company_id.id)], limit=1)
        return page and f"/feedback/{page.code}"

    @api.model
    def _get_plan(self, key):
        """Return the plan that is talked about or agreed, by goals with their steps."""
        plans = key.case_id.plan_ids.filtered(lambda plan: plan.state in _SHOWN)
        return self._get_plan_content(plans[:1])

    @api.model
    def _get_plan_content(self, plan):
        by_area = plan._get_goals_by_area() if plan else {}
        return {
            "state": plan.state,
            "agreed_on": plan.agreed_on,
            "next_review": plan.next_review,
            "note": plan.note,
            "goals": [
                self._get_goal(goal, area)
                for area, goals in by_area.items()
                for goal in goals
            ],
        }

    @api.model
    def _get_goal(self, goal, area):
        return {
            "area": area.code,
            "area_name": area.with_context(lang=GERMAN).name,
            "name": goal.name,
            "client_words": goal.client_words,
            "due": goal.due_date,
            "is_reached": goal.state not in states.GOAL_RUNNING,
            "steps": [self._get_step(step) for step in goal.measure_ids],
        }

    @api.model
    def _get_step(self, step):
        is_own = step.responsible == "client"
        return {
            "id": step.id,
            "name": step.name,
            "who": step.responsible,
            "provider": step.provider_id.name,
            "due": step.due_date,
            "done": step.done_on,
            "client_done": step.client_done_on,
            "may_mark": is_own and not step.done_on and not step.client_done_on,
        }

    @api.model
    def _mark_done(self, key, step_id):
        """Note that the client says a step is done; both confirm it together.

        :return: whether there was such a step
        """
        goals = key.case_id.plan_ids.filtered(lambda p: p.state in _SHOWN).goal_ids
        step = goals.measure_ids.filtered(lambda step: step.id == step_id)
        if not step or not self._get_step(step)["may_mark"]:
            return False
        step.client_done_on = fields.Date.context_today(step)
        return True

    @api.model
    def _get_sessions(self, key):
        """Return the planned sessions that are not over, the next one first."""
        planned = self._get_planned(key)
        return [self._get_session(session) for session in planned]

    @api.model
    def _get_planned(self, key):
        sessions = self.env["integration.session"].sudo()  # sudo: of the key's case
        domain = [
            ("case_id", "=", key.case_id.id),
            ("state", "=", "planned"),
            ("stop", ">=", fields.Datetime.now()),
        ]
        return sessions.search(domain, order="start, id")

    @api.model
    def _get_session(self, session):
        zone = pytz.timezone(session.user_id.tz or _TZ)
        kind = session.kind_id
        return {
            "id": session.id,
            "start": pytz.utc.localize(session.start).astimezone(zone),
            "minutes": session.minutes,
            "kind": kind.code,
            "kind_name": kind.with_context(lang=GERMAN).name,
            "with": session.user_id.name,
            "answer": session.client_answer,
            "wish": session.client_wish,
        }

    @api.model
    def _answer_session(self, key, session_id, answer, wish=""):
        """Keep the client's answer to an appointment.

        :param answer: "accepted" or "move"
        :param wish: when it would suit, in the client's words
        :return: whether there is such an appointment and answer
        """
        session = self._get_planned(key).filtered(lambda s: s.id == session_id)
        if not session or answer not in ("accepted", "move"):
            return False
        text = " ".join(wish.split())[:_WISH_LENGTH] if answer == "move" else ""
        session.write({"client_answer": answer, "client_wish": text or False})
        return True

    @api.model
    def _get_calendar_file(self, key, session_id, title):
        """Return one appointment as an iCalendar file (bytes), or None.

        :param title: neutral words, e.g. "Termin": other people see calendars
        """
        session = self._get_planned(key).filtered(lambda s: s.id == session_id)
        if not session:
            return None
        calendar = vobject.iCalendar()
        event = calendar.add("vevent")
        start = pytz.utc.localize(session.start)
        event.add("summary").value = title
        event.add("dtstart").value = start
        event.add("dtend").value = start + timedelta(minutes=session.minutes)
        event.add("dtstamp").value = pytz.utc.localize(fields.Datetime.now())
        event.add("uid").value = self._get_calendar_uid(session)
        event.add("class").value = "PRIVATE"
        return calendar.serialize().encode()

    @api.model
    def _get_calendar_uid(self, session):
        """Return a name that stays the same and tells nothing."""
        limits = self.env["integration.public.limit"]
        return limits._get_fingerprint("calendar", str(session.id), "")[:32]
