# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import fields, models

from ..logic import feedback_codes


class IntegrationFeedback(models.Model):
    """What the complaint office does, step by step."""

    _inherit = "integration.feedback"

    def action_confirm(self):
        """Tell the person, in their language, that somebody has read this."""
        self.check_access("write")
        for feedback in self.sudo():  # sudo: states move by buttons only
            if feedback.confirmed_on:
                continue
            feedback._say(feedback._get_sentence("feedback.reply.receipt"))
            feedback.confirmed_on = fields.Date.context_today(self)
            if feedback.state == "new":
                feedback.state = "read"
            feedback._take_over(self.env.user)

    def action_clarify(self):
        """Note that the matter is being looked into."""
        self._move("clarifying")

    def action_close(self):
        """End it; from now on, the time until it is deleted is counted."""
        self._move("closed")
        for feedback in self.sudo():  # sudo: set by the button only
            feedback.closed_on = fields.Date.context_today(self)
            feedback.has_news = False

    def action_answer(self):
        """Write to the person, in a dialog."""
        self.ensure_one()
        self.check_access("write")
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("Answer"),
            "res_model": "integration.feedback.answer",
            "views": [(False, "form")],
            "target": "new",
            "context": {"default_feedback_id": self.id},
        }

    def action_issue_code(self):
        """Show a code for somebody who called or came, once; older ones end."""
        self.ensure_one()
        self.check_access("write")
        feedback = self.sudo()  # sudo: nobody writes codes themselves
        if feedback.channel == "web":
            code = self.env._("Only the person has the code of this message.")
        else:
            code = feedback._renew_code()
        return {
            "type": "ir.actions.client",
            "tag": "display_notification",
            "params": {
                "type": "info",
                "sticky": True,
                "title": self.env._("Code for the person, shown once"),
                "message": code,
            },
        }

    def _renew_code(self):
        self.ensure_one()
        code = feedback_codes.new_secret()
        self.code_digest = feedback_codes.digest(code)
        return code

    def _move(self, state):
        self.check_access("write")
        for feedback in self.sudo():  # sudo: states move by buttons only
            feedback.state = state
            feedback._take_over(self.env.user)
            if state != "closed":
                feedback.closed_on = False

    def _take_over(self, user):
        if not self.handled_by_id:
            self.handled_by_id = user

    def _answer(self, text, is_final):
        """Send words of the office to the person, as superuser."""
        self.ensure_one()
        today = fields.Date.context_today(self)
        self._say(text)
        self.has_news = False
        self.confirmed_on = self.confirmed_on or today
        if is_final:
            self.state = "answered"
            self.answered_on = self.answered_on or today
        elif self.state == "new":
            self.state = "read"

    def _say(self, text):
        """Add words of the office to the conversation."""
        self.env["integration.feedback.message"].create(
            {
                "feedback_id": self.id,
                "is_office": True,
                "text": text,
                "language": self.language,
            }
        )

    def _get_sentence(self, key):
        """Return a text in the person's language, German below it."""
        self.ensure_one()
        words = self.env["integration.client.text"]._get_words(self.language)
        texts = [words.own(key), words.beside(key)]
        return "\n".join(dict.fromkeys(filter(None, texts)))
