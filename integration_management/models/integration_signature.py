# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import base64
import hashlib

from odoo import api, fields, models
from odoo.exceptions import UserError

from ..logic import sealing

# What the seal covers, in words that stay the same whatever the fields are called.
_SEALED = (
    "case_number",
    "what",
    "title",
    "version",
    "language",
    "shown",
    "decision",
    "interpreter",
    "explained",
    "by",
    "at",
    "client",
    "manager",
)


class IntegrationSignature(models.Model):
    """Two signatures drawn on a screen, sealed with exactly what was shown.

    Written once, by the system. Whoever changes a word, a day or a stroke in the
    database breaks the seal.
    """

    _name = "integration.signature"
    _inherit = "integration.case.mixin"
    _description = "Signature on Screen"

    consent_id = fields.Many2one(
        "integration.consent", readonly=True, index="btree_not_null", ondelete="cascade"
    )
    plan_id = fields.Many2one(
        "integration.plan", readonly=True, index="btree_not_null", ondelete="cascade"
    )
    title = fields.Char(readonly=True)
    version = fields.Integer(readonly=True, aggregator=None)
    language = fields.Char(readonly=True)
    shown = fields.Html(
        readonly=True, sanitize=False, help="Exactly what was on the screen."
    )
    shown_hash = fields.Char(
        string="Fingerprint", readonly=True, help="SHA-256 of what was on the screen."
    )
    decision = fields.Selection(
        [("yes", "Yes"), ("no", "No"), ("plan", "Plan agreed")], readonly=True
    )
    interpreter = fields.Char(string="Interpretation", readonly=True)
    explained = fields.Char(readonly=True)
    signed_at = fields.Datetime(readonly=True)
    user_id = fields.Many2one("res.users", string="Signed with", readonly=True)
    client_drawing = fields.Binary(
        string="Client's signature", readonly=True, attachment=False
    )
    manager_drawing = fields.Binary(
        string="Manager's signature", readonly=True, attachment=False
    )
    seal = fields.Char(readonly=True)
    is_intact = fields.Boolean(
        string="Seal intact",
        compute="_compute_is_intact",
        help="Nothing of it has been changed since it was signed.",
    )

    def _compute_is_intact(self):
        secret = self._get_secret()
        for signature in self:
            values = signature._get_sealed_values()
            signature.is_intact = sealing.is_sealed(secret, values, signature.seal)

    @api.model_create_multi
    def create(self, vals_list):
        if not self.env.su:
            for vals in vals_list:
                self._check_linked_records(vals)
            vals_list = [
                {name: vals[name] for name in ("case_id",) if name in vals}
                for vals in vals_list
            ]
        return super().create(vals_list)

    def write(self, vals):
        if not self.env.su and vals.keys() - set(models.MAGIC_COLUMNS):
            self.check_access("write")
            raise UserError(self.env._("What was signed is not changed."))
        return super().write(vals)

    @api.ondelete(at_uninstall=False)
    def _unlink_except_sealed(self):
        if not self.env.su and any(signature.seal for signature in self):
            raise UserError(self.env._("What was signed is kept as long as the file."))

    @api.model
    def _make(self, record, vals):
        """Seal two signatures under a record.

        :param record: consent or plan, which the user may write
        :param vals: values of the other fields
        """
        record.check_access("write")
        link = "plan_id" if record._name == "integration.plan" else "consent_id"
        signature = self.sudo().create(  # sudo: written by the system only
            {
                **vals,
                link: record.id,
                "case_id": record.case_id.id,
                "user_id": self.env.uid,
                "signed_at": fields.Datetime.now(),
                "shown_hash": hashlib.sha256(vals["shown"].encode()).hexdigest(),
            }
        )
        # As it comes back from the database, which may shorten or round.
        signature.invalidate_recordset()
        secret = self._get_secret()
        signature.seal = sealing.seal(secret, signature._get_sealed_values())
        return signature.sudo(False)

    def _get_sealed_values(self):
        """Return what the seal covers, as texts."""
        self.ensure_one()
        record = self.plan_id or self.consent_id
        values = {
            "case_number": self.case_id.number,
            "what": f"{record._name},{record.id}",
            "title": self.title,
            "version": self.version,
            "language": self.language,
            "shown": hashlib.sha256((self.shown or "").encode()).hexdigest(),
            "decision": self.decision,
            "interpreter": self.interpreter,
            "explained": self.explained,
            "by": self.user_id.id,
            "at": fields.Datetime.to_string(self.signed_at),
            "client": self._get_drawing_hash("client_drawing"),
            "manager": self._get_drawing_hash("manager_drawing"),
        }
        return {name: str(values[name] or "") for name in _SEALED}

    def _get_drawing_hash(self, name):
        drawing = self.with_context(bin_size=False)[name]
        return hashlib.sha256(base64.b64decode(drawing or "")).hexdigest()

    @api.model
    def _get_secret(self):
        """Return the key of the seals: kept beside the data, out of users' reach."""
        parameters = self.env["ir.config_parameter"].sudo()  # sudo: the server's key
        return parameters.get_param("database.secret", "").encode()
