# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from hashlib import sha256
from secrets import token_hex

from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError
from odoo.fields import NO_ACCESS, Domain
from odoo.tools import SQL, hmac


class IntegrationPeerEntry(models.AbstractModel):
    """What managers write to each other, under their name or without it.

    Who wrote without a name is stored nowhere: the author's own session knows the entry
    again by a fingerprint that is different for each entry. Hence no columns of Odoo's
    for who wrote it and when, no followers and no messages.
    """

    _name = "integration.peer.entry"
    _inherit = ["integration.anonymity", "integration.stateful"]
    _description = "Entry of the Peer Exchange"
    _log_access = False

    text = fields.Text(required=True)
    is_anonymous = fields.Boolean(
        string="Without my name",
        default=True,
        help="Colleagues read “anonymous colleague”; nobody can look up who it was.",
    )
    author_id = fields.Many2one(
        "res.users",
        string="Author who gives the name",
        readonly=True,
        ondelete="set null",
    )
    author_name = fields.Char(string="Author", compute="_compute_author_name")
    author_key = fields.Char(readonly=True, copy=False, groups=NO_ACCESS)
    is_mine = fields.Boolean(
        string="Written by me",
        compute="_compute_is_mine",
        search="_search_is_mine",
        compute_sudo=True,
    )
    published_on = fields.Date(readonly=True, copy=False)

    @api.depends("author_id", "is_anonymous")
    @api.depends_context("lang")
    def _compute_author_name(self):
        for entry in self:
            entry.author_name = entry.author_id.name or self.env._(
                "anonymous colleague"
            )

    @api.depends("author_key")
    @api.depends_context("uid")
    def _compute_is_mine(self):
        ids = [id_ for id_ in self._origin.ids if id_]
        mine = self.env[self._name].sudo()  # sudo: one's own, drafts included
        found = mine.with_context(active_test=False)._search(
            Domain("id", "in", ids) & self._get_mine_domain()
        )
        found = set(found.get_result_ids())
        for entry in self:
            # What is not stored yet is being written right now.
            entry.is_mine = not entry._origin or entry._origin.id in found

    @api.model
    def _search_is_mine(self, operator, value):
        if operator != "in":
            return NotImplemented
        domain = self._get_mine_domain()
        return domain if True in value else ~domain

    @api.model
    def _get_mine_domain(self):
        """Return the domain of what the current user wrote, by its fingerprints."""
        secret = self._get_fingerprint_secret()
        return Domain.custom(
            to_sql=lambda _model, alias, _query: SQL(
                "split_part(%(key)s, ':', 2) = encode(sha256(convert_to("
                "split_part(%(key)s, ':', 1) || %(secret)s, 'UTF8')), 'hex')",
                key=SQL.identifier(alias, "author_key"),
                secret=secret,
            )
        )

    @api.model
    def _get_fingerprint_secret(self):
        """Return what only the server can compute for a user; needs Odoo's secret."""
        env = self.sudo().env  # sudo: Odoo's secret is shown to nobody
        return hmac(env, "integration.peer.entry", self.env.uid)

    @api.model
    def _new_author_key(self):
        """Return a fingerprint of the current user that no other entry has."""
        salt = token_hex(8)
        signed = f"{salt}{self._get_fingerprint_secret()}"
        return f"{salt}:{sha256(signed.encode()).hexdigest()}"

    def _prepare_create_values(self, vals_list):
        """Sign drafts, whatever the caller's defaults say."""
        vals_list = super()._prepare_create_values(vals_list)
        for vals in vals_list:
            named = not vals.get("is_anonymous")
            vals["author_id"] = self.env.uid if named else False
            vals["author_key"] = self._new_author_key()
            vals |= {"state": "draft", "published_on": False}
        return vals_list

    @api.model_create_multi
    def create(self, vals_list):
        for vals in vals_list:
            self._check_vals(vals)
        return super().create(vals_list)

    def write(self, vals):
        if self.env.su:
            return super().write(vals)
        self._check_author()
        self._check_vals(vals)
        is_text = vals.keys() & {*self._anonymous_fields}
        if is_text and any(entry.state != "draft" for entry in self):
            raise UserError(
                self.env._("Please choose “Revise” before you change the text.")
            )
        result = super().write(vals)
        if "is_anonymous" in vals:
            author = False if vals["is_anonymous"] else self.env.uid
            self.sudo().author_id = author  # sudo: set by the server only
        return result

    @api.ondelete(at_uninstall=False)
    def _unlink_except_others(self):
        self._check_author()

    @api.model
    def load(self, fields, data):
        """Refuse imports: names given to imported records tell who imported them."""
        raise UserError(self.env._("The peer exchange takes no imports."))

    @api.model
    def _check_vals(self, vals):
        """Refuse values that only the server sets.

        :raise AccessError: e.g. for a question published past its check
        """
        server_only = {"author_id", "author_key", "published_on", "state", "active"}
        if not self.env.su and server_only & vals.keys():
            raise AccessError(
                self.env._("This is set by the buttons of the peer exchange only.")
            )

    def _check_author(self):
        """Refuse what only authors do.

        :raise AccessError: unless the current user wrote all of these
        """
        if not self.env.su and not all(entry.is_mine for entry in self):
            raise AccessError(self.env._("Only the author changes an entry."))

    def _is_writer(self):
        return self.is_mine and self.state == "draft"

    def action_publish(self):
        """Show the entry to all managers, unless it may tell who it is about.

        :raise UserError: says nothing of what was found; the form does, to its author
        """
        self._check_author()
        if any(entry.anonymity_warning for entry in self):
            raise UserError(
                self.env._(
                    "The text may tell who it is about. Please change the words shown"
                    " above it, or choose “Publish anyway”."
                )
            )
        return self._publish()

    def action_publish_anyway(self):
        """Show the entry though words of it were found; the author has looked."""
        self._check_author()
        return self._publish()

    def action_revise(self):
        """Take the entry back to change it."""
        self._check_author()
        self.sudo().state = "draft"  # sudo: states move by buttons only

    def _publish(self):
        today = fields.Date.context_today(self)
        drafts = self.filtered(lambda entry: entry.state == "draft")
        for entry in drafts.sudo():  # sudo: states move by buttons only
            first = entry.published_on or today
            entry.write({"state": "published", "published_on": first})
