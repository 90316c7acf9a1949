# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, models
from odoo.exceptions import AccessError

from ..logic import client_texts, sealing

_CONSENT = client_texts.CONSENT


class IntegrationClientText(models.Model):
    """Takes over the texts that come with the application, at each update."""

    _inherit = "integration.client.text"

    @api.model
    def _load_shipped(self):
        """Make or renew what is shipped; a carrier's own words and checks stay.

        :raise AccessError: unless called by the data files
        """
        if not self.env.su:
            raise AccessError(self.env._("Shipped texts come with the application."))
        german = client_texts.read_german()
        hashes = {key: sealing.fingerprint(text) for key, text in german.items()}
        self._load_language("de", german, hashes)
        for code, texts in client_texts.read_translations().items():
            labels = {k: v for k, v in texts.items() if not k.startswith(_CONSENT)}
            self._load_language(code, labels, hashes)
            self.env["integration.consent.text"]._load_shipped(
                code, {k: v for k, v in texts.items() if k.startswith(_CONSENT)}
            )

    @api.model
    def _load_language(self, code, texts, hashes):
        """Bring the current texts of one language up to what is shipped."""
        domain = [("language", "=", code), ("state", "!=", "replaced")]
        current = {text.key: text for text in self.search(domain)}
        state = "released" if code == "de" else "unchecked"
        vals = {"language": code, "is_shipped": True, "state": state}
        self.create(
            [
                {**vals, "key": key, "text": text, "german_hash": hashes[key]}
                for key, text in texts.items()
                if key not in current and not key.startswith(_CONSENT)
            ]
        )
        for key, text in current.items():
            is_ours = text.is_shipped and (code == "de" or text.state == "unchecked")
            if not is_ours or key not in texts:
                continue
            if text.text != texts[key]:
                text.write({"text": texts[key], "is_shipped": True})
            elif text.german_hash != hashes[key]:
                # The same words translate the new German text as well.
                text.write({"german_hash": hashes[key]})
