# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import fields, models


class IntegrationPeerVote(models.Model):
    """Somebody found a reply helpful; who, only their own session can tell.

    Nobody has rights on this model; replies show the number of votes.
    """

    _name = "integration.peer.vote"
    _description = "Vote for a Reply"
    _log_access = False

    reply_id = fields.Many2one(
        "integration.peer.reply", required=True, index=True, ondelete="cascade"
    )
    voter_key = fields.Char(required=True)

    _unique_voter = models.UniqueIndex(
        "(voter_key)", "A reply is helpful once to each person."
    )
