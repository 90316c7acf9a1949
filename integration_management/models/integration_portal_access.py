# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import secrets
from datetime import timedelta

from odoo import api, fields, models, tools
from odoo.exceptions import UserError
from odoo.fields import NO_ACCESS, Domain
from odoo.tools import SQL

from ..logic import portal

_DAYS = 365
_CHOSEN = frozenset({"case_id", "language", "valid_until"})
_FIXED = frozenset(
    {"invited_on", "invited_by_id", "valid_until", "printed_on", "ended_on", "ended_by"}
)


class IntegrationPortalAccess(models.Model):
    """A client's key to their own page: a card with a code, and a PIN.

    It is no user of Odoo, and names nobody. Code and PIN exist on the card only; when
    the client signs in is not recorded.
    """

    _name = "integration.portal.access"
    _inherit = "integration.case.mixin"
    _description = "Client's Page"

    language = fields.Selection(
        lambda self: self.env["integration.language"]._get_selection(),
        compute="_compute_language",
        store=True,
        readonly=False,
        precompute=True,
        help="Of the card and the page; the client can choose another one there.",
    )
    invited_on = fields.Date(readonly=True, default=fields.Date.context_today)
    invited_by_id = fields.Many2one(
        "res.users", readonly=True, default=lambda self: self.env.user
    )
    valid_until = fields.Date(
        default=lambda self: fields.Date.context_today(self) + timedelta(days=_DAYS),
    )
    printed_on = fields.Datetime(string="Card made on", readonly=True)
    ended_on = fields.Datetime(readonly=True)
    ended_by = fields.Selection(
        [
            ("manager", "Integration manager"),
            ("client", "Client"),
            ("consent", "Withdrawal of the consent"),
            ("guessing", "Too many wrong PINs"),
            ("renewal", "New card"),
        ],
        readonly=True,
    )
    is_open = fields.Boolean(compute="_compute_is_open", search="_search_is_open")
    code_digest = fields.Char(readonly=True, copy=False, groups=NO_ACCESS)
    pin_digest = fields.Char(readonly=True, copy=False, groups=NO_ACCESS)
    stamp = fields.Char(readonly=True, copy=False, groups=NO_ACCESS)
    failures = fields.Integer(readonly=True, copy=False, groups=NO_ACCESS)
    locked_until = fields.Datetime(readonly=True, copy=False, groups=NO_ACCESS)

    _one_open = models.UniqueIndex("(case_id) WHERE ended_on IS NULL")
    _code = models.UniqueIndex("(code_digest)")

    @api.depends("case_id")
    def _compute_language(self):
        for access in self:
            case = access.case_id
            access.language = access.language or (
                case._get_text_language() if case else "de"
            )

    @api.depends("ended_on", "valid_until")
    def _compute_is_open(self):
        today = fields.Date.context_today(self)
        for access in self:
            is_over = access.valid_until and access.valid_until < today
            access.is_open = not access.ended_on and not is_over

    @api.model
    def _search_is_open(self, operator, value):
        if operator != "in":
            return NotImplemented
        domain = Domain("ended_on", "=", False) & (
            Domain("valid_until", "=", False) | Domain("valid_until", ">=", "today")
        )
        return domain if True in value else ~domain

    @api.model_create_multi
    def create(self, vals_list):
        """Make keys for own cases; a key that there was before ends."""
        if not self.env.su:
            vals_list = [
                {name: value for name, value in vals.items() if name in _CHOSEN}
                for vals in vals_list
            ]
        cases = self.env["integration.case"].browse(
            vals.get("case_id") or self._default_case_id() for vals in vals_list
        )
        cases._check_owner()
        open_keys = self.sudo().search(  # sudo: ended by the system only
            [("case_id", "in", cases.ids), ("ended_on", "=", False)]
        )
        open_keys._end("renewal")
        self.flush_model()
        return super().create(vals_list)

    def write(self, vals):
        if not self.env.su and vals.keys() & _FIXED:
            self.check_access("write")
            raise UserError(
                self.env._("A key to the client's page is not changed; make a new one.")
            )
        return super().write(vals)

    def action_renew(self):
        """Make another key and open its card; this one ends."""
        self.ensure_one()
        key = self.create({"case_id": self.case_id.id, "language": self.language})
        return key.action_print_card()

    def action_end(self):
        """End the client's page at once, sessions included."""
        self.check_access("write")
        self.case_id._check_owner()
        self._end("manager")
        return True

    def action_print_card(self):
        """Open the card, which is made once; afterwards only a new one can be made."""
        self.ensure_one()
        return {
            "type": "ir.actions.act_url",
            "url": f"/integration/portal/card/{self.id}",
            "target": "download",
        }

    def _make_card(self):
        """Set code and PIN, and return both: they are known to the card only.

        :return: (code, PIN), or None if the card has been made before
        """
        self.ensure_one()
        self.check_access("write")
        self.case_id._check_owner()
        key = self.sudo()  # sudo: the digests are nobody's to read or write
        key.lock_for_update()
        if key.printed_on or not key.is_open:
            return None
        code, pin = portal.new_code(), portal.new_pin()
        key.write(
            {
                "code_digest": portal.digest(code),
                "pin_digest": key._hash_pin(pin),
                "stamp": secrets.token_urlsafe(16),
                "printed_on": fields.Datetime.now(),
            }
        )
        return code, pin

    def _end(self, reason):
        """End these keys; whoever is signed in by one is out at the next click."""
        running = self.filtered(lambda key: not key.ended_on)
        running.sudo().write(  # sudo: callers check; written by the system only
            {
                "ended_on": fields.Datetime.now(),
                "ended_by": reason,
                "code_digest": False,
                "pin_digest": False,
                "stamp": False,
            }
        )

    @api.model
    def _sign_in(self, code, pin):
        """Return the key that code and PIN open, as superuser; empty if they open none.

        The caller cannot tell a wrong code from a wrong PIN or from a locked or ended
        key, neither by the answer nor by how long it takes.
        """
        keys = self.sudo()  # sudo: nobody is signed in yet; code and PIN are the proof
        digest = portal.digest(portal.normalize(code))
        key = keys.search([("code_digest", "=", digest)], limit=1)
        # Who tries at the same time as somebody else is not heard, and not told so.
        key = key.try_lock_for_update()
        now = fields.Datetime.now()
        guessing = portal.Guessing(key.failures, key.locked_until or None)
        is_right = self._is_pin(pin, key.pin_digest)
        if not key.is_open or guessing.is_locked(now):
            return keys.browse()
        guessing = portal.Guessing() if is_right else guessing.fail(now)
        key._keep_guessing(guessing)
        if guessing.is_over:
            key._end("guessing")
        return key if is_right else keys.browse()

    def _keep_guessing(self, guessing):
        """Store failures without a trace of when: the owner could read that."""
        self.flush_recordset()
        self.env.cr.execute(
            SQL(
                "UPDATE integration_portal_access SET failures = %s, locked_until = %s"
                " WHERE id IN %s",
                guessing.failures,
                guessing.locked_until,
                tuple(self.ids),
            )
        )
        self.invalidate_recordset(["failures", "locked_until"])

    @api.model
    def _get_signed_in(self, key_id, stamp):
        """Return the key of a session, as superuser; empty if it holds no more.

        :param stamp: what the session was given at its sign-in
        """
        key = self.sudo().browse(key_id).exists()  # sudo: proven by the stamp
        is_same = stamp and secrets.compare_digest(stamp, key.stamp or "")
        return key if is_same and key.is_open else key.browse()

    @api.model
    def _is_pin(self, pin, digest):
        """Compare in the same time, even if there is nothing to compare with."""
        context = self.env["res.users"]._crypt_context()
        is_right = context.verify(pin or "", digest or self._get_decoy())
        return bool(digest) and is_right

    @api.model
    @tools.ormcache()
    def _get_decoy(self):
        return self._hash_pin(secrets.token_urlsafe(16))

    @api.model
    def _hash_pin(self, pin):
        return self.env["res.users"]._crypt_context().hash(pin)
