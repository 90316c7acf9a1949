# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import SUPERUSER_ID, api, fields, models
from odoo.exceptions import AccessError
from odoo.fields import Domain

from ..logic import states

_ADMIN = "integration_management.group_integration_admin"
_PRIVACY = "integration_management.group_integration_privacy"


class IntegrationPeerQuestion(models.Model):
    """A question to the managers of all carriers, from which no client can be told.

    Nothing leads from here to a case, or from a case to here.
    """

    _name = "integration.peer.question"
    _inherit = "integration.peer.entry"
    _description = "Question to Colleagues"
    _order = "published_on desc, id desc"
    _rec_name = "title"
    _rec_names_search = ["title", "text"]
    _log_access = False

    _anonymous_fields = ("title", "text")
    _state_table = states.PEER_QUESTION

    title = fields.Char(
        string="Question", required=True, size=120, help="In one sentence."
    )
    state = fields.Selection(
        [("draft", "Draft"), ("published", "Open"), ("solved", "Solved")],
        default="draft",
        required=True,
        readonly=True,
        copy=False,
    )
    active = fields.Boolean(default=True, readonly=True, copy=False)
    is_reported = fields.Boolean(readonly=True, copy=False, groups=_ADMIN)
    area_ids = fields.Many2many("integration.area", string="Life areas")
    topic_ids = fields.Many2many(
        "integration.term",
        string="Topics",
        domain="[('kind', '=', 'topic'), ('is_current', '=', True)]",
    )
    reply_ids = fields.One2many("integration.peer.reply", "question_id")
    reply_count = fields.Integer(
        string="Replies", compute="_compute_reply_count", search="_search_reply_count"
    )

    @api.depends("title", "state", "active")
    @api.depends_context("uid", "lang")
    def _compute_display_name(self):
        """Show the question to those who may read it; links tell it to others."""
        # sudo: off, Odoo reads the names of links as superuser
        readable = self._origin.sudo(False)._filtered_access("read")  # sudo: see above
        for question in self:
            question.display_name = (
                question.title
                if not question._origin or question._origin in readable
                else self.env._("Question %(number)s", number=question._origin.id)
            )

    @api.depends("reply_ids.state")
    def _compute_reply_count(self):
        replies = self.env["integration.peer.reply"]
        counts = dict(
            replies._read_group(
                [("question_id", "in", self.ids), ("state", "=", "published")],
                ["question_id"],
                ["__count"],
            )
        )
        for question in self:
            question.reply_count = counts.get(question._origin, 0)

    @api.model
    def _search_reply_count(self, operator, value):
        if operator != "in" or set(value) != {0}:
            return NotImplemented
        return Domain("reply_ids", "not any", [("state", "=", "published")])

    @api.model
    def _access_domain(self):
        """Return what the user may read: what is published, and their own.

        Hidden questions: their authors, and functional administrators.
        """
        domain = Domain("state", "!=", "draft")
        if not self.env.user.has_group(_ADMIN):
            domain &= Domain("active", "=", True)
        return domain | self._get_mine_domain()

    def action_solve(self):
        """Mark the question as solved."""
        self._check_author()
        self.sudo().state = "solved"  # sudo: states move by buttons only

    def action_reopen(self):
        """Ask on."""
        self._check_author()
        self.sudo().state = "published"  # sudo: states move by buttons only

    def action_reply(self):
        """Write a reply in a dialog."""
        self.ensure_one()
        self.check_access("read")
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("Reply"),
            "res_model": "integration.peer.reply",
            "views": [(False, "form")],
            "target": "new",
            "context": {"default_question_id": self.id},
        }

    def action_report(self):
        """Tell those who can hide it that somebody may be recognised here."""
        self.ensure_one()
        self.check_access("read")
        question = self.sudo()  # sudo: readers change nothing but this mark
        if not question.is_reported:
            question.is_reported = True
            self._tell_moderators()
        return {
            "type": "ir.actions.client",
            "tag": "display_notification",
            "params": {
                "type": "success",
                "message": self.env._(
                    "Thank you. The functional administrators and the data protection"
                    " officers are told; they do not learn by whom."
                ),
            },
        }

    def _tell_moderators(self):
        """Write to moderators, neutrally and without telling who reported it."""
        # As the server: a message's creator would tell who reported.
        env = self.with_user(SUPERUSER_ID).env
        users = env.ref(_ADMIN).all_user_ids | env.ref(_PRIVACY).all_user_ids
        threads = env["mail.thread"]
        for user in users.filtered("active"):
            translated = threads.with_context(lang=user.lang)
            translated.message_notify(
                partner_ids=user.partner_id.ids,
                author_id=env.ref("base.partner_root").id,
                subject=translated.env._("Peer exchange"),
                body=translated.env._(
                    "A question (no. %(number)s) was reported: please check whether"
                    " somebody can be recognised in it, and hide it if so.",
                    number=self.id,
                ),
                force_send=False,
            )

    def action_hide(self):
        """Hide a question; its author can still read and correct it."""
        self._moderate(active=False)

    def action_unhide(self):
        """Show a hidden question again, or dismiss a report."""
        self._moderate(active=True)

    def _moderate(self, active):
        """Hide or show, as functional administrator.

        :raise AccessError: for anybody else
        """
        self.check_access("read")
        if not self.env.user.has_group(_ADMIN):
            raise AccessError(
                self.env._("Only functional administrators hide questions.")
            )
        # sudo: moderators change nothing but this
        self.sudo().write({"active": active, "is_reported": False})  # sudo: see above
