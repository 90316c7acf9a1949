# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models, tools
from odoo.exceptions import AccessError, UserError

from ..logic import sealing, states
from ..logic.words import Word, Words

RELEASING = "integration_management.group_integration_texts"


class IntegrationClientText(models.Model):
    """One text that clients read, in one language: a label, a sentence, a goal.

    German is the source. Translations are unchecked until somebody who knows the
    language answers for them; a better wording is a new version.
    """

    _name = "integration.client.text"
    _inherit = "integration.stateful"
    _description = "Text for Clients"
    _order = "key, language, version desc, id desc"
    _rec_name = "key"

    _state_table = states.CLIENT_TEXT

    key = fields.Char(required=True, index=True, help="Where the text is used.")
    language = fields.Selection(
        lambda self: self.env["integration.language"]._get_selection(),
        required=True,
        index=True,
    )
    version = fields.Integer(required=True, default=1, readonly=True, aggregator=None)
    text = fields.Text(required=True)
    german = fields.Text(compute="_compute_german", string="German text")
    german_hash = fields.Char(readonly=True)
    is_outdated = fields.Boolean(
        compute="_compute_german", help="The German text has changed since."
    )
    is_shipped = fields.Boolean(readonly=True, help="Came with the application.")
    state = fields.Selection(
        [
            ("unchecked", "Machine-made, unchecked"),
            ("released", "Released"),
            ("replaced", "Replaced"),
        ],
        required=True,
        default="unchecked",
        copy=False,
        index=True,
    )
    released_by_id = fields.Many2one("res.users", readonly=True, copy=False)
    released_on = fields.Date(readonly=True, copy=False)

    _one_current = models.UniqueIndex(
        "(key, language) WHERE state != 'replaced'",
        "There is a current version of this text in this language already.",
    )

    @api.depends("key", "german_hash")
    def _compute_german(self):
        german = self._get_catalogue("de")
        for text in self:
            word = german.get(text.key)
            text.german = word.text if word else False
            text.is_outdated = bool(
                word
                and text.language != "de"
                and text.german_hash != sealing.fingerprint(word.text)
            )

    @api.model_create_multi
    def create(self, vals_list):
        if not self.env.su:
            vals_list = [self._get_new_vals(vals) for vals in vals_list]
        texts = super().create(vals_list)
        self.env.registry.clear_cache()
        return texts

    def write(self, vals):
        """Take other words for a text; what was said before is kept as a version.

        :raise UserError: for anything else than words
        """
        if not self.env.su and vals.keys() - {"text"}:
            raise UserError(
                self.env._("Only the words of a text change; it keeps its place.")
            )
        if "text" in vals:
            for text in self.filtered(lambda text: text.text != vals["text"]):
                super(IntegrationClientText, text).write(text._renew(vals))
        else:
            super().write(vals)
        self.env.registry.clear_cache()
        return True

    def unlink(self):
        result = super().unlink()
        self.env.registry.clear_cache()
        return result

    def action_release(self):
        """Answer for these texts: they are right and may do without the mark.

        :raise AccessError: for everybody who does not have the role
        """
        if not self.env.user.has_group(RELEASING):
            raise AccessError(
                self.env._("Texts are released by people who have this task only.")
            )
        for text in self:
            if text.is_outdated:
                raise UserError(
                    self.env._(
                        "The German text has changed since “%(key)s” was translated."
                        " Please make a new version first.",
                        key=text.key,
                    )
                )
        unchecked = self.filtered(lambda text: text.state == "unchecked")
        unchecked.sudo().write(  # sudo: nobody writes the release itself
            {
                "state": "released",
                "released_by_id": self.env.uid,
                "released_on": fields.Date.context_today(self),
            }
        )
        return True

    @api.model
    def _get_new_vals(self, vals):
        """Return the values of a text that somebody enters by hand."""
        language = vals.get("language")
        return {
            "key": vals.get("key"),
            "language": language,
            "text": vals.get("text"),
            "german_hash": self._get_german_hash(vals.get("key")),
            "state": "released" if language == "de" else "unchecked",
        }

    def _renew(self, vals):
        """Keep the words as a replaced version and return the values of the next.

        :raise UserError: if the version has been replaced already
        """
        self.ensure_one()
        if self.state == "replaced":
            raise UserError(self.env._("This version has been replaced already."))
        kept = self.sudo().copy_data()[0]  # sudo: versions are made by the system
        released = {"released_by_id": self.released_by_id.id}
        released["released_on"] = self.released_on
        self.sudo().create({**kept, **released, "state": "replaced"})  # sudo: as above
        return {
            "is_shipped": False,
            **vals,
            "version": self.version + 1,
            "german_hash": self._get_german_hash(self.key),
            "state": "released" if self.language == "de" else "unchecked",
            "released_by_id": False,
            "released_on": False,
        }

    @api.model
    def _get_german_hash(self, key):
        """Return the fingerprint of the German text of a key."""
        word = self._get_catalogue("de").get(key)
        return word and sealing.fingerprint(word.text)

    @api.model
    def _get_words(self, code):
        """Return the :class:`Words` of a language for a page or a paper."""
        language = self.env["integration.language"]._get_language(code)
        return Words(
            language, self._get_catalogue(language.code), self._get_catalogue("de")
        )

    @api.model
    @tools.ormcache("code")
    def _get_catalogue(self, code):
        """Return {key: Word} of the current texts in a language."""
        texts = self.sudo().search(  # sudo: what everybody may read
            [("language", "=", code), ("state", "!=", "replaced")]
        )
        return {
            text.key: Word(text.text, code == "de" or text.state == "released")
            for text in texts
        }
