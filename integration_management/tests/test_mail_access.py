# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from unittest.mock import patch

from odoo.exceptions import AccessError
from odoo.fields import Date, Domain
from odoo.tests import HttpCase
from odoo.tools import date_utils, mute_logger

from .common import IntegrationCommon

LOGGERS = ("odoo.addons.base.models.ir_model", "odoo.addons.base.models.ir_rule")
SECRET = "CANARY-9b1c"


class MailAccessCommon(IntegrationCommon):
    """A deputy who got and wrote messages; the access can end."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        rows = cls.env["integration.case.access"]
        cls.grant = rows.create(
            {"case_id": cls.case.id, "user_id": cls.manager_b.id, "role": "deputy"}
        )
        partner = cls.manager_b.partner_id
        cls.case.message_subscribe(partner.ids)
        cls.mentioned = cls.case.message_post(body=SECRET, partner_ids=partner.ids)
        as_deputy = cls.case.with_user(cls.manager_b)
        cls.written = as_deputy.message_post(body=SECRET, subject=SECRET)
        cls.messages = (cls.mentioned + cls.written).with_user(cls.manager_b)
        for message in cls.messages:
            message.toggle_message_starred()
        cls.activity = cls.case.activity_schedule(
            "mail.mail_activity_data_todo", summary=SECRET, user_id=cls.manager_b.id
        )

    def _end_access(self):
        yesterday = date_utils.subtract(Date.today(), days=1)
        self.grant.write({"date_from": yesterday, "date_to": yesterday})
        self.env.flush_all()
        self.env.invalidate_all()


class TestMailAccess(MailAccessCommon):
    """Access to messages ends with access to the case, for whomever they reached."""

    def _find(self, user):
        """Return name -> what the user finds of all that was written."""
        ids = self.messages.ids
        about = [("res_model", "=", self.case._name), ("res_id", "=", self.case.id)]
        env = self.messages.with_user(user).env
        domains = {
            "mail.message": [("id", "in", ids)],
            "mail.notification": [("mail_message_id", "in", ids)],
            "mail.activity": about,
            "mail.followers": about,
        }
        found = {name: env[name].search(domain) for name, domain in domains.items()}
        message = env["mail.message"]
        for field in ("body", "subject"):
            found[field] = message.search([(field, "ilike", SECRET)])
        found["starred"] = message.search([("starred", "=", True)])
        found["inbox"] = message.search([("needaction", "=", True)])
        found["count"] = message.search_count([("body", "ilike", SECRET)])
        activity = [("summary", "ilike", SECRET)]
        found["summary"] = env["mail.activity"].search_count(activity)
        groups = message.formatted_read_group([("id", "in", ids)], [], ["__count"])
        found["groups"] = sum(group["__count"] for group in groups)
        return {name for name, records in found.items() if records}

    def test_a_deputy_reads_all_while_it_lasts(self):
        found = self._find(self.manager_b)
        self.assertEqual(
            found,
            {
                "mail.message",
                "mail.notification",
                "mail.activity",
                "mail.followers",
                "body",
                "subject",
                "starred",
                "inbox",
                "count",
                "summary",
                "groups",
            },
        )
        self.assertIn(SECRET, str(self.messages.read(["body"])))

    @mute_logger(*LOGGERS)
    def test_afterwards_nothing_is_left(self):
        self._end_access()
        self.assertFalse(self._find(self.manager_b))
        for message in self.messages:
            for operation in ("read", "write", "unlink"):
                with self.subTest(operation=operation):
                    self.assertFalse(message.has_access(operation))
            with self.assertRaises(AccessError):
                message.read(["body"])
        activity = self.activity.with_user(self.manager_b)
        with self.assertRaises(AccessError):
            activity.read(["summary"])
        with self.assertRaises(AccessError):
            activity.action_feedback(feedback="x")

    def test_without_the_guard_all_is_left(self):
        self._end_access()
        guard = self.env.registry["integration.protected"]
        true = Domain.TRUE
        with patch.object(guard, "_about_domain", lambda *args: true):
            found = self._find(self.manager_b)
        self.assertLessEqual({"mail.message", "body", "mail.activity"}, found)

    def test_counters_show_what_the_inbox_shows(self):
        partner = self.manager_b.partner_id.with_user(self.manager_b)
        self.assertGreater(partner._get_needaction_count(), 0)
        self._end_access()
        self.assertEqual(partner._get_needaction_count(), 0)
        groups = self.manager_b.with_user(self.manager_b)._get_activity_groups()
        self.assertNotIn(SECRET, str(groups))
        self.assertFalse([g for g in groups if g.get("model") == self.case._name])

    def test_nothing_new_arrives(self):
        self._end_access()
        bus = self.env["bus.bus"].sudo()
        before = bus.search([], order="id desc", limit=1).id
        message = self.case.message_post(
            body=SECRET, message_type="comment", subtype_xmlid="mail.mt_comment"
        )
        self.assertFalse(message.notification_ids)
        self.env.cr.precommit.run()
        sent = bus.search([("id", ">", before)])
        self.assertNotIn(SECRET, str(sent.mapped("message")))

    def test_texts_do_not_travel_over_the_bus(self):
        bus = self.env["bus.bus"].sudo()
        before = bus.search([], order="id desc", limit=1).id
        self.case.message_post(
            body=SECRET, message_type="comment", subtype_xmlid="mail.mt_comment"
        )
        self.env.cr.precommit.run()
        sent = bus.search([("id", ">", before)])
        self.assertNotIn(SECRET, str(sent.mapped("message")))

    def test_nobody_reads_the_notifications_of_others(self):
        partner = self.env["res.partner"].create({"name": "Any"})
        message = partner.message_post(
            body="x", subject="x", partner_ids=self.supervisor.partner_id.ids
        )
        domain = [("mail_message_id", "=", message.id)]
        notifications = self.env["mail.notification"]
        self.assertTrue(notifications.with_user(self.supervisor).search(domain))
        for user in self.outsiders - self.supervisor:
            with self.subTest(user=user.login):
                self.assertFalse(notifications.with_user(user).search(domain))

    @mute_logger(*LOGGERS)
    def test_administrators_find_nothing_in_the_tables_of_mail(self):
        env = self.env(user=self.settings_admin)
        message = self.mentioned
        values = self.env["mail.tracking.value"].create(
            {
                "mail_message_id": message.id,
                "old_value_char": SECRET,
                "field_id": self.env["ir.model.fields"]
                ._get("integration.case", "number")
                .id,
            }
        )
        reaction = self.env["mail.message.reaction"].create(
            {
                "message_id": message.id,
                "content": "x",
                "partner_id": self.manager_a.partner_id.id,
            }
        )
        translation = self.env["mail.message.translation"].create(
            {
                "message_id": message.id,
                "body": SECRET,
                "source_lang": "de",
                "target_lang": "en",
            }
        )
        later = self.env["mail.message.schedule"].create(
            {"mail_message_id": message.id, "scheduled_datetime": "2999-01-01 00:00:00"}
        )
        planned = self.env["mail.scheduled.message"].with_user(self.manager_a)
        planned = planned.create(
            {
                "model": self.case._name,
                "res_id": self.case.id,
                "author_id": self.manager_a.partner_id.id,
                "body": SECRET,
                "scheduled_date": "2999-01-01 00:00:00",
            }
        )
        self.env.flush_all()
        for record in (values, reaction, translation, later, planned):
            with self.subTest(model=record._name):
                seen = env[record._name].browse(record.id)
                self.assertFalse(seen.search([("id", "=", seen.id)]))
                with self.assertRaises(AccessError):
                    seen.read()
        self.assertFalse(env["mail.mail"].search([("body", "ilike", SECRET)]))


class TestMailRoutes(HttpCase, MailAccessCommon):
    """The same over the routes that Odoo's own pages use."""

    ROUTES = (
        ("/mail/inbox/messages", {}),
        ("/mail/starred/messages", {}),
        ("/mail/history/messages", {}),
        ("/mail/data", {"fetch_params": ["init_messaging", "systray_get_activities"]}),
    )

    def _ask(self):
        """Return the answers of all routes as one text."""
        self.authenticate("manager_b", "manager_b")
        thread = {"thread_model": self.case._name, "thread_id": self.case.id}
        routes = (*self.ROUTES, ("/mail/thread/messages", thread))
        answers = [
            self.url_open(url, json={"jsonrpc": "2.0", "params": params}).text
            for url, params in routes
        ]
        return "\n".join(answers)

    def test_a_deputy_is_told_while_it_lasts(self):
        self.assertIn(SECRET, self._ask())

    @mute_logger("odoo.http", *LOGGERS)
    def test_afterwards_no_route_tells(self):
        self._end_access()
        text = self._ask()
        self.assertNotIn(SECRET, text)
        self.assertNotIn('"error"', text.split("\n")[0])
        self.assertNotIn("Amina", text)
