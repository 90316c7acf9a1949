# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from contextlib import contextmanager
from unittest.mock import patch

from odoo.exceptions import AccessError, UserError
from odoo.fields import Command
from odoo.tools import mute_logger

from .referral_common import ReferralCommon

PHONE = "0711 4455667"


class TestReferralMail(ReferralCommon):
    """What goes out is neutral; afterwards it is nowhere."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.manager_a.email = "manager@example.com"
        cls.case.phone = PHONE
        cls.before = {
            name: cls.env[name].sudo().search_count([])
            for name in ("mail.mail", "mail.message", "mail.followers")
        }

    @contextmanager
    def _mailbox(self, error=None):
        """Collect what is sent instead of sending it."""
        sent = []
        server = self.env.registry["ir.mail_server"]

        def send_email(model, message, *args, **kwargs):
            if error:
                raise error
            sent.append(message)
            return message["Message-Id"]

        with (
            patch.object(server, "_disable_send", lambda model: False),
            patch.object(server, "_connect__", lambda model, *a, **kw: None),
            patch.object(server, "send_email", send_email),
        ):
            yield sent

    def _draft(self, **vals):
        referral = self._refer(**vals)
        action = referral.action_draft_mail()
        self.assertEqual(action["res_id"], referral.id)
        return referral

    def _assert_nothing_left(self):
        self.env.flush_all()
        for name, count in self.before.items():
            self.assertEqual(self.env[name].sudo().search_count([]), count, name)

    def _text(self, message):
        return message.get_body(("plain",)).get_content()

    def test_neutral_by_default(self):
        referral = self._draft()
        self.assertFalse(referral.mail_choice_ids)
        with self._mailbox() as sent:
            referral.action_send_mail()
        (message,) = sent
        self.assertEqual(message["Subject"], "A question about your offer")
        self.assertIn("language@example.com", message["To"])
        self.assertIn("manager@example.com", message["Reply-To"])
        for secret in ("Amina", "Canary", PHONE, self.case.number):
            self.assertNotIn(secret, message.as_string())
        self.assertFalse(list(message.iter_attachments()))
        self.assertFalse(self.case.disclosure_ids)
        self.assertTrue(referral.mailed_on)
        self._assert_nothing_left()

    def test_german_for_germans(self):
        self.env["res.lang"]._activate_lang("de_DE")
        template = self.env.ref("integration_management.mail_template_referral")
        template.with_context(lang="de_DE").subject = "Anfrage"
        self.school.lang = "de_DE"
        self.assertEqual(self._draft().mail_subject, "Anfrage")

    def test_ticked_data_go_along_and_into_the_register(self):
        self._release(self.contact | self.health_kind)
        referral = self._draft()
        self.assertEqual(referral.mail_choice_ids, self.contact)
        referral.mail_kind_ids = self.contact
        with self._mailbox() as sent:
            referral.action_send_mail()
        self.assertIn("Amina Canary", self._text(sent[0]))
        self.assertIn(PHONE, self._text(sent[0]))
        entry = self.case.disclosure_ids
        self.assertEqual((entry.kind_ids, entry.channel), (self.contact, "email"))
        self._assert_nothing_left()

    def test_ticking_more_than_was_released(self):
        self._release(self.name_kind)
        referral = self._draft()
        referral.mail_kind_ids = self.contact
        with self._mailbox() as sent, self.assertRefused(UserError, "does not name"):
            referral.action_send_mail()
        self.assertFalse(sent)
        self.assertFalse(self.case.disclosure_ids)

    def test_special_data_never_go_by_mail(self):
        self._release(self.health_kind)
        referral = self._draft()
        self.assertFalse(referral.mail_choice_ids)
        referral.mail_kind_ids = self.health_kind
        with self._mailbox() as sent:
            with self.assertRefused(UserError, "do not go by e-mail"):
                referral.action_send_mail()
        self.assertFalse(sent)

    def test_no_name_in_the_subject(self):
        self._release()
        referral = self._draft()
        referral.mail_kind_ids = self.contact
        for subject in ("About Amina", f"Case {self.case.number}", PHONE):
            referral.mail_subject = subject
            with self.subTest(subject), self.assertRaises(UserError) as caught:
                referral.action_send_mail()
            self.assertNotIn("Amina", str(caught.exception))

    def test_no_name_in_the_text_unless_ticked(self):
        referral = self._draft()
        referral.mail_body = "It is about Amina."
        with self.assertRefused(UserError, "tells who it is about"):
            referral.action_send_mail()
        self._release()
        referral.mail_kind_ids = self.name_kind
        with self._mailbox() as sent:
            referral.action_send_mail()
        self.assertEqual(len(sent), 1)

    def test_text_is_text(self):
        referral = self._draft()
        referral.mail_body = "<img src=x><script>1</script> & more"
        with self._mailbox() as sent:
            referral.action_send_mail()
        html = sent[0].get_body(("html",)).get_content()
        self.assertNotIn("<img", html)
        self.assertNotIn("<script", html)

    @mute_logger("odoo.addons.mail.models.mail_mail")
    def test_what_failed_leaves_the_draft_and_nothing_else(self):
        self._release()
        referral = self._draft()
        referral.mail_kind_ids = self.contact
        for error in (OSError("down"), ConnectionRefusedError()):
            with self._mailbox(error), self.assertRefused(UserError, "nothing was"):
                referral.action_send_mail()
            self.env.invalidate_all()
            self.assertTrue(referral.mail_body)
            self.assertEqual(referral.mail_kind_ids, self.contact)
            self.assertFalse(self.case.disclosure_ids)
            self._assert_nothing_left()

    def test_what_stays_in_the_queue_is_taken_back(self):
        """Odoo may decide not to send: then nothing may wait in the queue."""
        referral = self._draft()
        with self.assertRefused(UserError, "nothing was passed on"):
            referral.action_send_mail()  # servers in tests send nothing
        self._assert_nothing_left()

    def test_addresses_are_needed(self):
        self.school.email = False
        referral = self._refer()
        with self.assertRefused(UserError, "in its contact"):
            referral.action_draft_mail()
        self.school.email = "a@example.com"
        self.manager_a.email = False
        with self.assertRefused(UserError, "in your profile"):
            referral.action_draft_mail()

    def test_the_draft_ends_with_the_referral(self):
        referral = self._draft()
        referral.action_end()
        self.assertFalse(referral.mail_body)
        with self.assertRefused(UserError, "is over"):
            referral.action_draft_mail()

    @mute_logger("odoo.addons.base.models.ir_model", "odoo.addons.base.models.ir_rule")
    def test_nobody_else_sends(self):
        referral = self._draft()
        for user in self.outsiders:
            with self.subTest(user=user.login), self.assertRaises(AccessError):
                referral.with_user(user).action_send_mail()

    def test_drafts_are_not_copied(self):
        referral = self._draft()
        copy = referral.copy({"goal_ids": [Command.clear()]})
        self.assertFalse(copy.mail_body or copy.mail_subject)
