# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models
from odoo.exceptions import UserError

_PREFIX = "feedback.reply."


class IntegrationFeedbackAnswer(models.TransientModel):
    """Words of the complaint office on their way to somebody unknown."""

    _name = "integration.feedback.answer"
    _description = "Answer to Feedback"
    _transient_max_hours = 0.5

    feedback_id = fields.Many2one(
        "integration.feedback", required=True, readonly=True, ondelete="cascade"
    )
    original = fields.Text(related="feedback_id.text", related_sudo=False)
    language = fields.Selection(related="feedback_id.language", related_sudo=False)
    sentence = fields.Selection(
        selection="_get_sentences",
        string="Add a sentence",
        help="In the person's language, German below it.",
    )
    text = fields.Text(string="Your answer")
    is_final = fields.Boolean(string="This answers the message", default=True)

    @api.model
    def _get_sentences(self):
        """Return the sentences that there are translations of."""
        german = self.env["integration.client.text"]._get_catalogue("de")
        return [
            (key, word.text) for key, word in german.items() if key.startswith(_PREFIX)
        ]

    @api.onchange("sentence")
    def _onchange_sentence(self):
        if self.sentence:
            added = self.feedback_id._get_sentence(self.sentence)
            self.text = "\n\n".join(filter(None, (self.text, added)))
            self.sentence = False

    def action_send(self):
        """Put the answer where the person finds it with the code."""
        self.ensure_one()
        feedback = self.feedback_id
        feedback.check_access("write")
        text = (self.text or "").strip()
        if not text:
            raise UserError(self.env._("Please write an answer first."))
        feedback.sudo()._answer(text, self.is_final)  # sudo: by this button only
        return {"type": "ir.actions.act_window_close"}
