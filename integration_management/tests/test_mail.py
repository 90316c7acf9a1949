# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo.exceptions import AccessError, UserError
from odoo.tools import mute_logger

from .common import IntegrationCommon


class TestMail(IntegrationCommon):
    """What is written about a case stays among those who may open it."""

    def test_the_owner_writes_notes_and_plans_activities(self):
        message = self.case.message_post(body="Canary note")
        self.assertIn("Canary note", message.body)
        activity = self.case.activity_schedule(
            "mail.mail_activity_data_todo", user_id=self.manager_a.id
        )
        self.assertEqual(activity.res_name, self.case.number)

    def test_nobody_else_is_mentioned(self):
        for user in self.outsiders:
            with self.subTest(user=user.login), self.assertRaises(UserError):
                self.case.message_post(body="x", partner_ids=user.partner_id.ids)

    def test_nobody_else_follows(self):
        for user in self.outsiders:
            with self.subTest(user=user.login), self.assertRaises(UserError):
                self.case.message_subscribe(user.partner_id.ids)
        contact = self.env["res.partner"].create({"name": "Landlord"})
        with self.assertRaisesRegex(UserError, "Landlord has no access"):
            self.case.message_subscribe(contact.ids)

    def test_nobody_else_gets_an_activity(self):
        with self.assertRaisesRegex(UserError, "no access"):
            self.case.activity_schedule(
                "mail.mail_activity_data_todo", user_id=self.manager_b.id
            )
        activity = self.case.activity_schedule(
            "mail.mail_activity_data_todo", user_id=self.manager_a.id
        )
        with self.assertRaisesRegex(UserError, "no access"):
            activity.user_id = self.supervisor

    def test_an_own_activity_cannot_be_turned_towards_a_foreign_case(self):
        own = self._create_case(self.manager_b)
        activity = own.activity_schedule("mail.mail_activity_data_todo")
        with self.assertRaises(UserError):
            activity.with_user(self.manager_b).res_id = self.case.id

    @mute_logger("odoo.addons.base.models.ir_model", "odoo.addons.base.models.ir_rule")
    def test_messages_are_read_by_the_owner_only(self):
        message = self.case.message_post(body="Canary note")
        for user in self.outsiders:
            with self.subTest(user=user.login):
                messages = message.with_user(user)
                self.assertFalse(messages.search([("id", "=", message.id)]))
                self.assertFalse(
                    messages.search_count([("body", "ilike", "Canary note")])
                )
                with self.assertRaises(AccessError):
                    messages.read(["body"])

    def test_the_composer_makes_no_contact_of_a_client(self):
        self.case.mail_address = "amina@example.com"
        suggested = self.case._message_get_suggested_recipients(no_create=False)
        self.assertFalse(suggested)
        self.assertFalse(
            self.env["res.partner"].search([("email", "=", "amina@example.com")])
        )

    def test_other_records_are_left_alone(self):
        partner = self.env["res.partner"].create({"name": "Any"})
        partner.message_subscribe(self.manager_b.partner_id.ids)
        partner.message_post(body="x", partner_ids=self.supervisor.partner_id.ids)
        partner.activity_schedule(
            "mail.mail_activity_data_todo", user_id=self.employee.id
        )
