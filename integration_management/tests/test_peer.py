# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo.exceptions import AccessError, UserError
from odoo.tests import Form

from .peer_common import PeerCommon


class TestPeer(PeerCommon):
    """Ask, be warned, publish, answer, thank."""

    def test_from_question_to_solution(self):
        reply = self._reply(is_anonymous=False)
        question = self.question.with_user(self.manager_a)
        self.assertEqual(question.reply_count, 1)
        reply.with_user(self.manager_a).action_helpful()
        self.assertEqual(reply.helpful_count, 1)
        question.action_solve()
        self.assertEqual(question.with_user(self.manager_b).state, "solved")
        question.action_reopen()
        found = question.search([("reply_count", "=", 0), ("id", "=", question.id)])
        self.assertFalse(found)

    def test_managers_of_other_carriers_read_it(self):
        company = self.env["res.company"].create({"name": "Other carrier"})
        self.manager_b.write({"company_ids": company.ids, "company_id": company.id})
        self.assertTrue(self.question.with_user(self.manager_b).has_access("read"))

    def test_warned_while_typing(self):
        form = Form(self.questions)
        form.title = "What helps Amina?"
        self.assertIn("“Amina”", form.anonymity_warning)
        form.title = "What helps her?"
        self.assertFalse(form.anonymity_warning)
        form.text = f"About {self.case.number}"
        self.assertIn(self.case.number, form.anonymity_warning)

    def test_stopped_before_publishing(self):
        question = self._ask(publish=False, text="Amina Canary cannot read yet.")
        with self.assertRefused(UserError, "may tell who it is about"):
            question.action_publish()
        self.assertEqual(question.state, "draft")
        question.text = "A woman cannot read yet."
        question.action_publish()
        self.assertEqual(question.state, "published")

    def test_the_error_names_nobody(self):
        question = self._ask(publish=False, text="Amina")
        with self.assertRaises(UserError) as caught:
            question.action_publish()
        self.assertNotIn("Amina", str(caught.exception))

    def test_the_author_decides(self):
        reply = self._reply(self.manager_a, publish=False, text="Canary is a bird.")
        with self.assertRaises(UserError):
            reply.action_publish()
        reply.action_publish_anyway()
        self.assertEqual(reply.state, "published")

    def test_others_are_not_warned_of_their_clients(self):
        """What is found depends on who reads: only authors may be told."""
        question = self._ask(publish=False, text="Amina", user=self.manager_b)
        question.action_publish()
        shown = question.with_user(self.manager_a)
        self.assertFalse(shown.anonymity_warning)
        self.assertFalse(self.questions._fields["anonymity_warning"].store)

    def test_a_published_text_is_revised_first(self):
        with self.assertRefused(UserError, "Revise"):
            self.question.text = "Amina"
        first = self.question.published_on
        self.question.action_revise()
        self.assertFalse(self.question.with_user(self.manager_b).has_access("read"))
        self.question.text = "Amina"
        with self.assertRaises(UserError):
            self.question.action_publish()
        self.question.text = "She"
        self.question.action_publish()
        self.assertEqual(self.question.published_on, first)

    def test_each_person_thanks_once(self):
        reply = self._reply()
        mine = reply.with_user(self.manager_a)
        mine.action_helpful()
        mine.action_helpful()
        self.assertEqual((reply.helpful_count, mine.is_helpful), (1, True))
        self.assertFalse(reply.is_helpful)
        with self.assertRefused(UserError, "thank others"):
            reply.action_helpful()
        mine.action_not_helpful()
        self.assertEqual(reply.helpful_count, 0)

    def test_no_default_comes_from_a_case(self):
        """Asking from a case's screen takes nothing of it along."""
        context = {"active_model": "integration.case", "active_id": self.case.id}
        question = self.questions.with_context(**context).create(
            {"title": "What?", "text": "How?"}
        )
        values = str(question.sudo().read())
        self.assertNotIn(self.case.number, values)
        for model in ("question", "reply", "vote"):
            for field in self.env[f"integration.peer.{model}"]._fields.values():
                self.assertFalse((field.comodel_name or "").endswith(".case"))

    def test_moderation(self):
        messages = self.env["mail.message"].search([])
        question = self.question.with_user(self.manager_b)
        question.action_report()
        told = self.env["mail.message"].search([]) - messages
        recipients = told.notified_partner_ids.user_ids
        self.assertLessEqual(self.admin | self.privacy, recipients)
        self.assertNotIn(self.manager_a, recipients)
        self.assertNotIn(self.manager_b, told.create_uid | told.author_id.user_ids)
        self.assertNotIn("course", str(told.mapped("body")))
        question.action_report()
        self.assertEqual(self.env["mail.message"].search([]) - messages, told)
        for user in self.manager_b | self.manager_a:
            with self.assertRefused(AccessError, "functional administrators"):
                question.with_user(user).action_hide()
        moderated = self.question.with_user(self.admin)
        self.assertTrue(moderated.is_reported)
        moderated.action_hide()
        self.assertFalse(question.has_access("read"))
        self.assertTrue(self.question.has_access("read"))
        moderated.action_unhide()
        self.assertTrue(question.has_access("read"))
        self.assertFalse(moderated.is_reported)
