# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.fields import Command
from odoo.tests import new_test_user, tagged
from odoo.tools import mute_logger

from .test_session_calendar import (
    DAY,
    HOUR,
    NEUTRAL,
    NOW,
    SECRET,
    SessionCalendarCommon,
)

BUSY = {"Busy", "Beschäftigt"}


@tagged("integration_session")
class TestSessionPrivacy(SessionCalendarCommon):
    """What the calendar tells: to the owner whom they meet, to others nothing."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.portal = new_test_user(cls.env, "portal_client", "base.group_portal")
        cls.contact = cls.env["res.partner"].create({"name": "Somebody outside"})

    TELLING = {
        "name": SECRET,
        "description": SECRET,
        "notes": SECRET,
        "location": SECRET,
        "videocall_location": f"https://example.com/{SECRET}",
        "privacy": "public",
    }

    def _assert_neutral(self, event):
        event = event.sudo()
        self.assertIn(event.name, NEUTRAL)
        self.assertEqual(event.privacy, "private")
        for name in set(self.TELLING) - {"name", "privacy"}:
            self.assertFalse(event[name], name)
        self.assertFalse(event.res_id or event.res_model or event.res_model_id)
        self.assertFalse(event.categ_ids)

    def test_nothing_telling_is_stored(self):
        tag = self.env["calendar.event.type"].create({"name": SECRET})
        telling = {**self.TELLING, "categ_ids": tag.ids}
        event = self._event(**telling)
        self._assert_neutral(event)
        for editor in (self.events.env, self.env, self.events.sudo().env):
            event.with_env(editor).write(telling)
            self._assert_neutral(event)
        event.write({"recurrency": False, **telling})
        self._assert_neutral(event)

    def test_no_context_fills_anything_in(self):
        context = {f"default_{name}": value for name, value in self.TELLING.items()}
        model = self.env["ir.model"]._get("res.partner")
        events = self.events.with_context(
            **context,
            default_res_model_id=model.id,
            default_res_id=self.manager_a.partner_id.id,
            active_model="res.partner",
            active_id=self.manager_a.partner_id.id,
            skip_contact_description=False,
        )
        vals = {"start": NOW + DAY, "stop": NOW + DAY + HOUR}
        event = events.create({**vals, "integration_case_id": self.case.id})
        self._assert_neutral(event)
        context_of_case = {"default_integration_case_id": self.case.id}
        self._assert_neutral(events.with_context(**context_of_case).create(vals))
        sessions = self.sessions.with_context(**events.env.context)
        session = sessions.create(
            {"case_id": self.case.id, "state": "planned", "start": NOW + DAY}
        )
        self._assert_neutral(session.event_id)

    def test_name_speaks_the_users_language(self):
        self.env["res.lang"]._activate_lang("de_DE")
        event = self.events.with_context(lang="de_DE").browse()
        self.assertIn(event._get_neutral_values()["name"], NEUTRAL)

    def test_owner_sees_whom_they_meet(self):
        event = self._event()
        title = f"Amina Canary · {self.case.number}"
        self.assertEqual(event.display_name, title)
        self.assertIn(event.sudo().display_name, NEUTRAL)
        fields_spec = {"display_name": {}, "integration_case_id": {}}
        self.assertEqual(event.web_read(fields_spec)[0]["display_name"], title)

    def test_others_see_that_the_time_is_taken(self):
        event = self._event()
        for user in self.outsiders:
            with self.subTest(user=user.login):
                seen = event.with_user(user)
                seen.invalidate_recordset()
                self.assertIn(seen.display_name, BUSY)
                self.assertFalse(seen.integration_case_id)
                self.assertFalse(seen.sudo().integration_case_id)
                self.assertNotIn("Amina", str(seen.read()))

    def test_no_search_tells_anything(self):
        event = self._event()
        case_id = self.case.id
        domains = [
            [("integration_case_id", "=", case_id)],
            [("integration_case_id", "!=", False)],
            [("integration_case_id", "in", [case_id, False]), ("id", "!=", event.id)],
            [("integration_case_id.person_name", "ilike", "Amina")],
            [("integration_case_id", "ilike", "Amina")],
            [("integration_case_id", "any", [("person_name", "ilike", "Amina")])],
            [("name", "ilike", SECRET)],
            [("display_name", "ilike", "Amina")],
            [("message_ids.body", "ilike", self.case.number)],
        ]
        others = self.events.sudo().search([("id", "!=", event.id)])
        for user in self.outsiders:
            events = self.events.with_user(user)
            for domain in domains:
                domain = [*domain, ("id", "not in", others.ids)]
                with self.subTest(user=user.login, domain=domain):
                    self.assertFalse(self._count(events, domain))
            negative = [("integration_case_id", "=", False), ("id", "=", event.id)]
            self.assertEqual(events.search_count(negative), 1)
        negative = [("integration_case_id", "!=", case_id), ("id", "=", event.id)]
        self.assertEqual(events.search_count(negative), 1)

    @mute_logger("odoo.addons.base.models.ir_rule")
    def _count(self, events, domain):
        try:
            return events.search_count(domain)
        except AccessError:
            return 0

    def test_readable_models_have_no_list_of_parts_of_a_case(self):
        """The ORM tells whether a One2many is empty without asking any rule."""
        guard = self.env["integration.case"]
        for name, model in self.env.registry.items():
            for field in model._fields.values():
                if field.store and field.type in ("one2many", "many2many"):
                    if guard._is_protected(field.comodel_name):
                        self.assertTrue(guard._is_protected(name), field)

    def test_only_colleagues_are_invited(self):
        event = self._event()
        partner = self.employee.partner_id
        event.write({"partner_ids": [Command.link(partner.id)]})
        for outsider in (self.contact, self.portal.partner_id):
            ids = [Command.link(outsider.id)]
            with self.subTest(partner=outsider.name):
                with self.assertRaises(ValidationError):
                    event.write({"partner_ids": ids})
                with self.assertRaises(ValidationError):
                    self._event(partner_ids=ids)
                plain = self._event(integration_case_id=False, partner_ids=ids)
                with self.assertRaises(ValidationError):
                    plain.integration_case_id = self.case
                with self.assertRaises(ValidationError):
                    self.env["calendar.attendee"].create(
                        {"event_id": event.id, "partner_id": outsider.id}
                    )

    def test_nothing_is_mailed(self):
        self.employee.email = "employee@example.com"
        alarms = self.env["calendar.alarm"].create(
            [
                {"name": kind, "alarm_type": kind, "duration": 1, "interval": "hours"}
                for kind in ("email", "notification")
            ]
        )
        before = self.env["mail.mail"].search([])
        event = self._event(
            partner_ids=self.employee.partner_id.ids, alarm_ids=alarms.ids
        )
        event.write({"start": NOW + 2 * DAY, "stop": NOW + 2 * DAY + HOUR})
        event.write({"partner_ids": [Command.link(self.ombuds.partner_id.id)]})
        event.write({"alarm_ids": [Command.link(alarms[0].id)]})
        self.assertEqual(event.alarm_ids, alarms[1])
        event.attendee_ids._send_invitation_emails()
        self.assertEqual(self.env["mail.mail"].search([]), before)

    def test_comments_are_refused(self):
        with self.assertRaises(UserError):
            self._event().message_post(body=SECRET, message_type="comment")
        plain = self._event(integration_case_id=False)
        self.assertTrue(plain.message_post(body="Hello", message_type="comment"))

    def test_files_are_refused(self):
        event = self._event()
        attachments = self.env["ir.attachment"].with_user(self.manager_a)
        vals = {"name": "x.txt", "raw": b"x", "res_model": "calendar.event"}
        with self.assertRaises(UserError):
            attachments.create({**vals, "res_id": event.id})
        plain = self._event(integration_case_id=False)
        attachment = attachments.create({**vals, "res_id": plain.id})
        with self.assertRaises(UserError):
            attachment.res_id = event.id

    def test_invited_colleague_moves_but_learns_nothing(self):
        event = self._event(partner_ids=(self.employee + self.manager_a).partner_id.ids)
        session = self._session(event)
        seen = event.with_user(self.employee)
        self.assertIn(seen.display_name, NEUTRAL)
        seen.write({"start": NOW + 2 * DAY, "stop": NOW + 2 * DAY + HOUR})
        self.assertEqual(session.start, NOW + 2 * DAY)
        seen.write({"integration_case_id": False, "name": SECRET})
        self.assertEqual(session.event_id, event)
        self._assert_neutral(event)
        seen.unlink()
        self.assertEqual(session.state, "planned")

    def test_colleague_cannot_take_an_entry_over(self):
        event = self._event(
            partner_ids=(self.manager_b + self.manager_a).partner_id.ids
        )
        own = self._create_case(self.manager_b)
        with self.assertRaises(UserError):
            event.with_user(self.manager_b).integration_case_id = own
        plain = self._event(integration_case_id=False, name="Plain")
        with self.assertRaises(UserError):
            plain.with_user(self.manager_b).integration_case_id = own

    def test_people_without_our_groups_notice_nothing(self):
        for user in self.outsiders - self.manager_b:
            events = self.env["calendar.event"].with_user(user)
            vals = {"name": "Lunch", "start": NOW + DAY, "stop": NOW + DAY + HOUR}
            event = events.create({**vals, "integration_case_id": False})
            event.write({"name": "Dinner", "integration_case_id": False})
            event.write({"start": NOW + 2 * DAY, "stop": NOW + 2 * DAY + HOUR})
            self.assertEqual(event.copy().display_name, "Dinner")
            self.assertIn("name", event.read()[0])
            spec = {"integration_case_id": {"fields": {"display_name": {}}}}
            self.assertFalse(event.web_read(spec)[0]["integration_case_id"])
            event.unlink()

    def test_a_deputy_sees_the_session(self):
        event = self._event()
        self.env["integration.case.access"].sudo().create(
            {"case_id": self.case.id, "user_id": self.manager_b.id, "role": "deputy"}
        )
        seen = event.with_user(self.manager_b)
        self.assertEqual(seen.integration_case_id, self.case)
