# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models
from odoo.exceptions import UserError, ValidationError

from ..logic import sealing

# Written by the seal only.
_SEALED = frozenset({"text_title", "text_shown", "text_hash"})
# What may still be written in a state; the rest is history.
_WITHDRAWAL = frozenset({"withdrawn_on", "withdrawal_form", "effect_note"})
_ADDABLE = {
    "given": _WITHDRAWAL | {"settled_on"},
    "declined": frozenset({"effect_note"}),
    "withdrawn": frozenset({"withdrawal_form", "effect_note"}),
    "expired": frozenset({"effect_note"}),
}
_ALWAYS = frozenset({"state", "evidence_ids"})


class IntegrationConsent(models.Model):
    """Keeps a decision as it was made: the words shown, the day, the form."""

    _inherit = "integration.consent"

    @api.model_create_multi
    def create(self, vals_list):
        if not self.env.su:
            self._check_not_sealing(*vals_list)
        consents = super().create(vals_list)
        consents.filtered(lambda c: c.state != "asked")._seal()
        consents._adopt_evidence()
        return consents

    def write(self, vals):
        if not self.env.su:
            self._check_not_sealing(vals)
            for consent in self:
                consent._check_history(vals)
        open_questions = self.filtered(lambda c: c.state == "asked")
        evidence = {c: c.evidence_ids for c in self if c not in open_questions}
        result = super().write(vals)
        open_questions.filtered(lambda c: c.state != "asked")._seal()
        if "evidence_ids" in vals:
            if any(before - c.evidence_ids for c, before in evidence.items()):
                raise self._get_history_error()
            self._adopt_evidence()
        return result

    @api.ondelete(at_uninstall=False)
    def _unlink_except_decided(self):
        """Keep decisions as long as the case.

        The case itself deletes its parts as superuser when it goes.
        """
        if not self.env.su and any(c.state != "asked" for c in self):
            raise UserError(
                self.env._(
                    "A recorded decision stays in the file."
                    " Please record a withdrawal or ask again."
                )
            )

    @api.constrains("state")
    def _check_expired(self):
        for consent in self.filtered(lambda c: c.state == "expired"):
            if not consent._is_over():
                raise ValidationError(
                    self.env._("The consent is still valid; it has not expired.")
                )

    def _is_over(self):
        """Tell whether the consent has come to its end without a withdrawal."""
        today = fields.Date.context_today(self)
        return bool(self.valid_until and self.valid_until < today)

    def _check_not_sealing(self, *vals_list):
        if any(vals.keys() & _SEALED for vals in vals_list):
            raise UserError(
                self.env._("The text shown is recorded by the system only.")
            )

    def _check_history(self, vals):
        """Refuse to rewrite what is decided; an empty note may be filled in.

        :raise UserError: naming the way that is open instead
        """
        self.ensure_one()
        state = vals.get("state", self.state)
        if self.state == "asked" or not self._state_table.may_move(self.state, state):
            return
        addable = _ADDABLE[self.state]
        for name in vals.keys() - _ALWAYS:
            if name not in self._fields or self._is_unchanged(name, vals[name]):
                continue
            is_free = self.state == "given" or not self[name]
            if name not in addable or not is_free:
                raise self._get_history_error()

    def _is_unchanged(self, name, value):
        """Tell whether writing `value` would leave the field as it is."""
        field = self._fields[name]
        return field.convert_to_cache(value, self) == field.convert_to_cache(
            self[name], self
        )

    def _get_history_error(self):
        return UserError(
            self.env._(
                "A recorded decision is not rewritten."
                " Please record a withdrawal or ask again."
            )
        )

    def _seal(self):
        """Keep exactly what was shown, with its fingerprint, and the day."""
        for consent in self:
            text = consent.text_id
            vals = {
                "decided_on": consent.decided_on or fields.Date.context_today(consent),
                "text_title": text.title,
                "text_shown": text.body,
                "text_hash": text and sealing.fingerprint(text.title, text.body),
            }
            consent.sudo().write(vals)  # sudo: nobody but the system seals

    def _adopt_evidence(self):
        """Tie uploads to their consent, so that they follow the case's access.

        :raise UserError: for a file that belongs to another record
        """
        for consent in self:
            home = {"res_model": consent._name, "res_id": consent.id}
            for file in consent.evidence_ids:
                owner = file.sudo()  # sudo: whose file it is comes before access
                if owner.res_model == consent._name and owner.res_id == consent.id:
                    continue
                if owner.res_id:
                    raise UserError(
                        self.env._("The file belongs to another record already.")
                    )
                file.write(home)
