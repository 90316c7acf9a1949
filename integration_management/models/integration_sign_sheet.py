# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import base64

from odoo import api, models
from odoo.exceptions import AccessError, UserError
from odoo.tools import hash_sign, verify_hash_signed

from ..logic import drawing, sealing

_SCOPE = "integration_sign_sheet"
_HOURS = 2
_MODELS = {
    "integration.consent": (("asked",), ("yes", "no")),
    "integration.plan": (("draft", "discussed"), ("plan",)),
}
_LABELS = (
    "again",
    "client",
    "close",
    "done",
    "manager",
    "no",
    "plan",
    "voluntary",
    "yes",
)


class IntegrationSignSheet(models.AbstractModel):
    """What is put in front of client and manager to be signed on a screen.

    The server decides what is shown: it gives out a ticket for exactly this text, and
    at the signing shows itself the text again. Another text, another ticket.
    """

    _name = "integration.sign.sheet"
    _description = "Sheet to Sign"

    @api.model
    def get_sheet(self, model_name, record_id, language=None):
        """Return what to show, and the ticket for it.

        :param language: code; by default that of the record or the client
        :return: {"title", "html", "language", "direction", "tag", "languages",
            "labels", "decisions", "ticket"}
        :raise AccessError: for records that the user may not change
        """
        record = self._get_record(model_name, record_id)
        self._check_open(record)
        sheet = self._make_sheet(record, language)
        words = sheet.pop("words")
        return {
            **sheet,
            "direction": words.direction,
            "tag": words.tag,
            "languages": self._get_languages(record),
            "labels": {name: str(words(f"sign.{name}")) for name in _LABELS},
            "ticket": self._get_ticket(record, sheet),
        }

    @api.model
    def sign(self, ticket, decision, client_drawing, manager_drawing):
        """Seal both signatures and let the decision take effect.

        :param ticket: as :meth:`get_sheet` gave it out
        :param decision: one of the sheet's "decisions"
        :param client_drawing: PNG in base64; the manager's likewise. Nobody has to
            sign a no.
        :return: id of the signature
        :raise UserError: if the text has changed since, or something is missing
        """
        model_name, record_id, language, user_id, shown_hash = self._read(ticket)
        record = self._get_record(model_name, record_id)
        if user_id != self.env.uid or decision not in _MODELS[model_name][1]:
            raise AccessError(self.env._("Please open the sheet again."))
        record.lock_for_update()
        self._check_open(record)
        sheet = self._make_sheet(record, language)
        if sealing.fingerprint(sheet["html"]) != shown_hash:
            raise UserError(
                self.env._(
                    "The text has changed since it was shown. Please read it again"
                    " together before you sign."
                )
            )
        texts = (client_drawing, manager_drawing)
        drawings = [False] * 2 if decision == "no" else self._read_drawings(*texts)
        signature = self._seal(record, sheet, decision, drawings)
        record._take_signature(sheet, decision, drawings)
        return signature.id

    @api.model
    def _get_record(self, model_name, record_id):
        if model_name not in _MODELS or not isinstance(record_id, int):
            raise AccessError(self.env._("Please open the sheet again."))
        record = self.env[model_name].browse(record_id)
        record.check_access("write")
        return record

    @api.model
    def _check_open(self, record):
        if record.state not in _MODELS[record._name][0]:
            raise UserError(
                self.env._("This has been decided already. Please load the page again.")
            )

    @api.model
    def _make_sheet(self, record, language=None):
        """Return what stands on the sheet in a language."""
        code = language or record._get_sheet_language()
        words = self.env["integration.client.text"]._get_words(code)
        values = record._get_sheet_values(words)
        html = self.env["ir.qweb"]._render(
            f"integration_management.sign_sheet_{record._name.rpartition('.')[2]}",
            {"words": words, "record": record, **values},
            lang=self.env.lang,
        )
        return {
            "words": words,
            "title": values["title"],
            "html": str(html).strip(),
            "language": words.code,
            "version": values["version"],
            "decisions": list(_MODELS[record._name][1]),
        }

    @api.model
    def _get_ticket(self, record, sheet):
        payload = [
            record._name,
            record.id,
            sheet["language"],
            self.env.uid,
            sealing.fingerprint(sheet["html"]),
        ]
        env = self.sudo().env  # sudo: the server's key
        return hash_sign(env, _SCOPE, payload, expiration_hours=_HOURS)

    @api.model
    def _read(self, ticket):
        """Return what a ticket of ours says.

        :raise UserError: for others, and for ours when they are too old
        """
        try:
            payload = verify_hash_signed(self.sudo().env, _SCOPE, ticket)  # sudo: key
        except (ValueError, TypeError, AttributeError):
            payload = None
        if not payload:
            raise UserError(
                self.env._("This sheet has been open too long. Please open it again.")
            )
        return payload

    @api.model
    def _get_languages(self, record):
        codes = record._get_sheet_languages()
        selection = self.env["integration.language"]._get_selection()
        return [(code, name) for code, name in selection if code in codes]

    @api.model
    def _read_drawings(self, *texts):
        """Return the drawings as base64, checked.

        :raise UserError: if one is missing or is something else
        """
        try:
            return [base64.b64encode(drawing.read(text)) for text in texts]
        except drawing.NoDrawing:
            raise UserError(
                self.env._("Both have to sign: draw the signature into each field.")
            ) from None

    @api.model
    def _seal(self, record, sheet, decision, drawings):
        interpretation = record.interpretation_id
        client, manager = drawings
        return self.env["integration.signature"]._make(
            record,
            {
                "title": sheet["title"],
                "version": sheet["version"],
                "language": sheet["language"],
                "shown": sheet["html"],
                "decision": decision,
                "interpreter": interpretation.name,
                "explained": record._get_explained(),
                "client_drawing": client,
                "manager_drawing": manager,
            },
        )
