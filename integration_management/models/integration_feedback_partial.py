# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, models
from odoo.exceptions import UserError
from odoo.fields import Command

from ..logic.feedback_names import mentions
from .integration_feedback import OMBUDS


class IntegrationFeedback(models.Model):
    """Nobody judges in their own matter: named, or said so, one reads no further."""

    _inherit = "integration.feedback"

    def _find_partial(self):
        """Close this record to people of the office whom its words name."""
        self.ensure_one()
        words = [self.about_name, self.text]
        words += self.message_ids.filtered(lambda m: not m.is_office).mapped("text")
        said = "\n".join(filter(None, words))
        office = self._get_office()
        named = office.filtered(lambda user: mentions(said, user.name))
        if named:
            self.conflict_ids = [Command.link(user.id) for user in named]

    def action_declare_conflict(self):
        """Hand this to the colleagues: whoever is partial does not see it any more.

        :raise UserError: if nobody would be left to read it
        """
        self.check_access("write")
        for feedback in self:
            others = feedback._get_readers() - self.env.user
            if not others:
                raise UserError(
                    self.env._(
                        "Nobody else of the office could read %(number)s then. Please"
                        " have a colleague appointed first.",
                        number=feedback.number,
                    )
                )
        feedbacks = self.sudo()  # sudo: nobody edits who is partial
        feedbacks.conflict_ids = [Command.link(self.env.uid)]
        for feedback in feedbacks.filtered(lambda f: f.handled_by_id == self.env.user):
            feedback.handled_by_id = False
        return self.env["ir.actions.act_window"]._for_xml_id(
            "integration_management.integration_feedback_action"
        )

    @api.model
    def _get_office(self):
        """Return everybody who works for a complaint office."""
        return self.env.ref(OMBUDS).sudo().all_user_ids  # sudo: also other carriers'

    def _get_readers(self):
        """Return the people of the office who may read this record."""
        self.ensure_one()
        office = self._get_office().filtered("active")
        return office.filtered(
            lambda user: self.with_user(user).search_count([("id", "=", self.id)])
        )
