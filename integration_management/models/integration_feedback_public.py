# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import base64

from odoo import api, models

from ..logic import feedback_codes, states
from .integration_feedback import ABOUT, KINDS

MAX_TEXT = 10_000
MAX_MESSAGES = 100


class IntegrationFeedback(models.Model):
    """What the public page does, as superuser: strangers have no rights."""

    _inherit = "integration.feedback"

    @api.model
    def _receive(self, page, values, files):
        """Store what somebody sent and return their secret code.

        :param values: strings of the form, as they came
        :param files: list of what `logic.feedback_files.clean` returns
        """
        feedback = self.create(
            {
                "company_id": page.company_id.id,
                "kind": _known(values.get("kind"), KINDS, "suggestion"),
                "about": _known(values.get("about"), ABOUT, "other"),
                "about_name": (values.get("about_name") or "").strip()[:200],
                "text": values["text"],
                "language": values["language"],
                "channel": "web",
                "received_on": page._get_today(),
            }
        )
        feedback._keep(files)
        return feedback._renew_code()

    @api.model
    def _find(self, code):
        """Return the feedback that a secret code opens, or none."""
        return self.search([("code_digest", "=", feedback_codes.digest(code))], limit=1)

    def _write_again(self, text, files):
        """Add what the person writes later; what had ended is taken up again.

        :return: whether there was room for it
        """
        self.ensure_one()
        self.lock_for_update()
        if len(self.message_ids) >= MAX_MESSAGES:
            return False
        message = self.env["integration.feedback.message"].create(
            {"feedback_id": self.id, "text": text, "language": self.language}
        )
        self._keep(files, message)
        self.has_news = True
        if self.state in states.FEEDBACK_ENDED:
            self.state = "clarifying"
            self.closed_on = False
        self._find_partial()
        return True

    def _keep(self, files, message=None):
        self.env["integration.feedback.file"].create(
            [
                {
                    "feedback_id": self.id,
                    "message_id": message and message.id,
                    "name": f"{place}.{ending}",
                    "mimetype": mimetype,
                    "data": base64.b64encode(data),
                }
                for place, (ending, mimetype, data) in enumerate(
                    files, start=len(self.file_ids) + 1
                )
            ]
        )


def _known(value, selection, default):
    return value if value in dict(selection) else default
