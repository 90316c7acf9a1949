# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.fields import Domain
from odoo.tools import SQL, hmac

from ..logic import states


class IntegrationPeerReply(models.Model):
    """What a colleague answers."""

    _name = "integration.peer.reply"
    _inherit = "integration.peer.entry"
    _description = "Reply to a Question"
    _order = "id"
    _rec_name = "question_id"
    _log_access = False

    _anonymous_fields = ("text",)
    _state_table = states.PEER_REPLY

    question_id = fields.Many2one(
        "integration.peer.question", required=True, index=True, ondelete="cascade"
    )
    state = fields.Selection(
        [("draft", "Draft"), ("published", "Published")],
        default="draft",
        required=True,
        readonly=True,
        copy=False,
    )
    # Who found it helpful is for nobody; how many is.
    helpful_count = fields.Integer(string="Helpful", compute="_compute_helpful")
    is_helpful = fields.Boolean(string="Helpful to me", compute="_compute_helpful")

    @api.depends_context("uid")
    def _compute_helpful(self):
        # sudo: votes are secret; their number and one's own are not
        votes = self.env["integration.peer.vote"].sudo()  # sudo: see above
        ids = self._origin.ids
        counts = dict(
            votes._read_group([("reply_id", "in", ids)], ["reply_id"], ["__count"])
        )
        keys = {self._get_voter_key(id_) for id_ in ids}
        mine = votes.search([("reply_id", "in", ids), ("voter_key", "in", [*keys])])
        for reply in self:
            reply.helpful_count = counts.get(reply._origin.sudo(), 0)  # sudo: as above
            reply.is_helpful = reply._origin.id in mine.reply_id.ids

    @api.model
    def _get_voter_key(self, reply_id):
        """Return what stands for the current user's vote on one reply."""
        env = self.sudo().env  # sudo: Odoo's secret is shown to nobody
        return hmac(env, "integration.peer.vote", (self.env.uid, reply_id))

    @api.model
    def _access_domain(self):
        """Return what the user may read: replies to questions that they may read."""
        return self._get_mine_domain() | (
            Domain("state", "=", "published")
            & Domain(
                "question_id",
                "any",
                self.env["integration.peer.question"]._access_domain(),
            )
        )

    @api.model_create_multi
    def create(self, vals_list):
        """Answer only what one may read: a link tells the question."""
        replies = super().create(vals_list)
        replies.question_id.check_access("read")
        return replies

    def write(self, vals):
        if "question_id" in vals and not self.env.su:
            raise UserError(self.env._("A reply stays with its question."))
        return super().write(vals)

    def action_helpful(self):
        """Vote once; a second click of the same person changes nothing."""
        self.check_access("read")
        for reply in self:
            if reply.is_mine or reply.state != "published":
                raise UserError(
                    self.env._("You can thank others for their published replies.")
                )
            self.env.execute_query(
                SQL(
                    "INSERT INTO integration_peer_vote (reply_id, voter_key)"
                    " VALUES (%s, %s) ON CONFLICT DO NOTHING RETURNING 1",
                    reply.id,
                    self._get_voter_key(reply.id),
                )
            )
        self.invalidate_recordset(["helpful_count", "is_helpful"])

    def action_not_helpful(self):
        """Take one's vote back."""
        self.check_access("read")
        keys = [self._get_voter_key(reply.id) for reply in self]
        votes = self.env["integration.peer.vote"].sudo()  # sudo: one's own only
        votes.search([("voter_key", "in", keys)]).unlink()
        self.invalidate_recordset(["helpful_count", "is_helpful"])
