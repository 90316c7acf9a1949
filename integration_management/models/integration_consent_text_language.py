# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models
from odoo.exceptions import AccessError

from ..logic import client_texts, sealing
from ..logic.words import GERMAN
from .integration_client_text import RELEASING


class IntegrationConsentText(models.Model):
    """Consent texts in clients' languages: unchecked until somebody answers for them.

    The German text stands beside each translation and decides.
    """

    _inherit = "integration.consent.text"

    is_unchecked = fields.Boolean(
        string="Machine-made, unchecked",
        readonly=True,
        copy=False,
        help="Printed as such, with the German text beside it.",
    )
    released_by_id = fields.Many2one("res.users", readonly=True, copy=False)
    released_on = fields.Date(readonly=True, copy=False)

    @api.model_create_multi
    def create(self, vals_list):
        if not self.env.su:
            for vals in vals_list:
                vals.pop("is_unchecked", None)
        return super().create(vals_list)

    def action_release(self):
        """Answer for these translations: they say what the German text says.

        :raise AccessError: for everybody who does not have the role
        """
        if not self.env.user.has_group(RELEASING):
            raise AccessError(
                self.env._("Texts are released by people who have this task only.")
            )
        unchecked = self.filtered("is_unchecked")
        unchecked.sudo().write(  # sudo: nobody writes the release itself
            {
                "is_unchecked": False,
                "released_by_id": self.env.uid,
                "released_on": fields.Date.context_today(self),
            }
        )
        return True

    def _get_german(self, day=None):
        """Return the German text that stands beside this one; empty if it is German.

        :param day: as it was in use on that day, or the oldest one known
        """
        self.ensure_one()
        if self.language in GERMAN:
            return self.browse()
        current = self._get_current(self.purpose, "de", self.company_id)
        if not day or current.create_date.date() <= day:
            return current
        former = self.with_context(active_test=False).search(
            [
                ("purpose", "=", self.purpose),
                ("language", "=", "de"),
                ("state", "=", "published"),
                ("company_id", "=", current.company_id.id),
            ],
            order="version desc",
        )
        in_use = former.filtered(lambda text: text.create_date.date() <= day)
        return in_use[:1] or former[-1:]

    @api.model
    def _load_shipped(self, code, texts):
        """Publish the shipped translations of a language, marked as unchecked.

        :param texts: {"consent_text.<purpose>.title" or ".body": text}
        """
        known = self.with_context(active_test=False).search(
            [("language", "=", code), ("company_id", "=", False)]
        )
        known = known.sorted("version").grouped("purpose")
        for purpose, _label in self._fields["purpose"].selection:
            title = texts.get(f"{client_texts.CONSENT}{purpose}.title")
            body = texts.get(f"{client_texts.CONSENT}{purpose}.body")
            last = known.get(purpose, self)[-1:]
            if not title or not body or last and not last.is_unchecked:
                continue
            if last and last.content_hash == self._get_shipped_hash(title, body):
                continue
            text = self.create(
                {
                    "purpose": purpose,
                    "language": code,
                    "title": title,
                    "body": body,
                    "is_unchecked": True,
                }
            )
            text.action_publish()

    @api.model
    def _get_shipped_hash(self, title, body):
        """Return the fingerprint that a text gets once it is stored."""
        stored = self._fields["body"].convert_to_cache(body, self)  # sanitized
        return sealing.fingerprint(title, stored)
