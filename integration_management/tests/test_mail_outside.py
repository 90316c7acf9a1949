# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import os
from unittest.mock import patch

from markupsafe import Markup

from odoo.exceptions import UserError, ValidationError
from odoo.tests import HttpCase
from odoo.tools import mute_logger

from ..models.integration_lockdown import VARIABLE
from .common import IntegrationCommon

SECRET = "CANARY-4d5e"
ADDRESS = "stranger@example.com"


class TestMailOutside(IntegrationCommon):
    """What is written about a case does not leave it, and nothing gets in by mail."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.contact = cls.env["res.partner"].create(
            {"name": "Landlord", "email": "landlord@example.com"}
        )
        cls.mails = cls.env["mail.mail"].search([])

    def _assert_no_mail(self):
        self.assertEqual(self.env["mail.mail"].search([]), self.mails)
        self.assertFalse(self.env["res.partner"].search([("email", "=", ADDRESS)]))

    def test_no_message_goes_to_outsiders(self):
        with self.assertRefused(UserError, "has no access"):
            self.case.message_post(body=SECRET, partner_ids=self.contact.ids)
        with self.assertRefused(UserError, "E-mails cannot be sent"):
            self.case.message_post(body=SECRET, outgoing_email_to=ADDRESS)
        for record in (self.case, self.env["mail.thread"].with_user(self.manager_a)):
            target = {} if record else {"model": self.case._name}
            target.update({} if record else {"res_id": self.case.id})
            with self.assertRaises(UserError):
                record.message_notify(
                    body=SECRET, partner_ids=self.contact.ids, **target
                )
        self._assert_no_mail()

    def test_colleagues_are_told_in_the_inbox_only(self):
        self.manager_b.notification_type = "email"
        self.env["integration.case.access"].sudo().create(
            {"case_id": self.case.id, "user_id": self.manager_b.id, "role": "deputy"}
        )
        partner = self.manager_b.partner_id
        message = self.case.message_post(body=SECRET, partner_ids=partner.ids)
        self.assertEqual(message.notification_ids.notification_type, "inbox")
        self.case.message_notify(body=SECRET, partner_ids=partner.ids)
        self.case.activity_schedule(
            "mail.mail_activity_data_todo", user_id=self.manager_b.id
        )
        self._assert_no_mail()

    def test_a_changed_note_is_not_sent_over_the_bus(self):
        note = self.case.message_post(body="x", message_type="comment")
        self.case._message_update_content(note, body=SECRET)
        self.assertIn(SECRET, note.body)
        self.env.cr.precommit.run()
        sent = self.env["bus.bus"].sudo().search([("message", "ilike", SECRET)])
        self.assertFalse(sent)

    def test_the_composer_mails_nobody(self):
        composer = self.env["mail.compose.message"].with_user(self.manager_a)
        composer = composer.with_context(
            default_model=self.case._name, default_res_ids=self.case.ids
        )
        for mode in ("comment", "mass_mail"):
            wizard = composer.create(
                {
                    "composition_mode": mode,
                    "body": SECRET,
                    "subject": "x",
                    "partner_ids": self.contact.ids,
                }
            )
            with self.subTest(mode=mode), self.assertRaises(UserError):
                wizard._action_send_mail()
        self._assert_no_mail()

    @patch.dict(os.environ, {VARIABLE: "1"})
    def test_templates_mail_nobody(self):
        template = self.env["mail.template"].create(
            {
                "name": "x",
                "model_id": self.env["ir.model"]._get_id(self.case._name),
                "email_to": ADDRESS,
                "subject": "x",
                "body_html": SECRET,
            }
        )
        with self.assertRefused(UserError, "E-mails cannot be sent"):
            template.with_user(self.manager_a).send_mail(self.case.id)
        self._assert_no_mail()

    @mute_logger("odoo.addons.base.models.ir_model", "odoo.addons.base.models.ir_rule")
    def test_the_composer_opens_no_foreign_case(self):
        composer = self.env["mail.compose.message"].with_user(self.manager_b)
        with self.assertRaises(UserError):
            composer.create(
                {
                    "model": self.case._name,
                    "res_ids": str(self.case.ids),
                    "body": SECRET,
                }
            )._action_send_mail()
        schedule = self.env["mail.activity.schedule"].with_user(self.manager_b)
        with self.assertRaises(UserError):
            schedule.with_context(
                active_model=self.case._name, active_ids=self.case.ids
            ).create(
                {
                    "activity_type_id": self.env.ref("mail.mail_activity_data_todo").id,
                    "activity_user_id": self.manager_b.id,
                }
            ).action_schedule_activities()
        self.assertFalse(self.case.activity_ids)

    def test_no_alias_leads_to_a_case(self):
        model = self.env["ir.model"]._get(self.case._name)
        partners = self.env["ir.model"]._get("res.partner")
        aliases = self.env["mail.alias"]
        with self.assertRaises(ValidationError):
            aliases.create({"alias_name": "case", "alias_model_id": model.id})
        with self.assertRaises(ValidationError):
            aliases.create(
                {
                    "alias_name": "case",
                    "alias_model_id": partners.id,
                    "alias_parent_model_id": model.id,
                    "alias_parent_thread_id": self.case.id,
                }
            )

    @mute_logger("odoo.addons.mail.models.mail_thread")
    def test_no_reply_gets_into_a_case(self):
        note = self.case.message_post(body="Hello")
        source = (
            f"From: {ADDRESS}\nTo: catchall@example.com\nSubject: Re\n"
            f"Message-Id: <1@example.com>\nIn-Reply-To: {note.message_id}\n\n{SECRET}"
        )
        before = self.case.message_ids
        with self.assertRaises(ValueError):
            self.env["mail.thread"].message_process(False, source)
        self.assertEqual(self.case.message_ids, before)
        self._assert_no_mail()

    def test_no_link_in_a_note_is_fetched(self):
        partner = self.env["res.partner"].create({"name": "Any"})
        body = Markup('<a href="https://example.com/%s">x</a>') % SECRET
        target = "odoo.addons.mail.models.mail_link_preview.get_link_preview_from_url"
        previews = self.env["mail.link.preview"].sudo()
        with patch(target, return_value=None) as fetch:
            previews._create_from_message_and_notify(self.case.message_post(body=body))
            fetch.assert_not_called()
            previews._create_from_message_and_notify(partner.message_post(body=body))
            fetch.assert_called_once()


class TestTranslation(HttpCase, IntegrationCommon):
    """Odoo can have messages translated by a service outside."""

    def _translate(self, message, login):
        self.authenticate(login, login)
        params = {"message_id": message.id}
        url = "/mail/message/translate"
        answer = self.url_open(url, json={"jsonrpc": "2.0", "params": params})
        return answer.text

    @mute_logger("odoo.http")
    def test_no_note_is_sent_to_a_translation_service(self):
        note = self.case.message_post(body=SECRET)
        plain = self.manager_a.partner_id.message_post(body="x")
        service = "odoo.addons.mail.controllers.google_translate.requests.post"
        with patch(service, side_effect=AssertionError("sent")) as send:
            self._translate(note, "manager_a")
            self._translate(note, "manager_b")
            send.assert_not_called()
            self._translate(plain, "manager_a")
            send.assert_called()
