# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models, tools

from ..logic import words


class IntegrationLanguage(models.Model):
    """A language that clients read: independent of the languages of the interface.

    Odoo has no Tigrinya, Dari, Pashto, Kurdish or Somali; texts for clients need them.
    """

    _name = "integration.language"
    _description = "Language of Clients"
    _order = "sequence, id"

    name = fields.Char(required=True, help="As its readers call it.")
    label = fields.Char(string="Called", required=True, translate=True)
    code = fields.Char(required=True, help="As in ISO 639, e.g. ti.")
    script = fields.Selection(
        [
            ("Latn", "Latin"),
            ("Arab", "Arabic"),
            ("Cyrl", "Cyrillic"),
            ("Ethi", "Ethiopic"),
            ("Geor", "Georgian"),
        ],
        required=True,
        default="Latn",
    )
    direction = fields.Selection(
        [("ltr", "Left to right"), ("rtl", "Right to left")],
        compute="_compute_direction",
        store=True,
        readonly=False,
        required=True,
        precompute=True,
    )
    locale = fields.Char(
        required=True,
        default="de",
        help="Under which name dates are written, e.g. fa_AF.",
    )
    term_ids = fields.Many2many(
        "integration.term",
        "integration_language_term_rel",
        string="Spoken languages",
        domain="[('kind', '=', 'language')]",
        help="People who speak one of these are offered texts in this language.",
    )
    note = fields.Char(translate=True, help="For colleagues, e.g. who else reads it.")
    sequence = fields.Integer(default=10)
    active = fields.Boolean(default=True)

    _unique_code = models.UniqueIndex("(code)", "The code of a language is unique.")

    @api.depends("script")
    def _compute_direction(self):
        for language in self:
            language.direction = "rtl" if language.script == "Arab" else "ltr"

    @api.depends("name", "label")
    def _compute_display_name(self):
        for language in self:
            names = dict.fromkeys(filter(None, (language.name, language.label)))
            language.display_name = " · ".join(names)

    @api.model_create_multi
    def create(self, vals_list):
        languages = super().create(vals_list)
        self.env.registry.clear_cache()
        return languages

    def write(self, vals):
        result = super().write(vals)
        self.env.registry.clear_cache()
        return result

    def unlink(self):
        result = super().unlink()
        self.env.registry.clear_cache()
        return result

    @api.model
    def _get_selection(self):
        """Return all languages for a selection field, in their own names."""
        return [(code, name) for code, name, *_rest in self._get_rows()]

    @api.model
    def _get_offered(self):
        """Return [(code, name, tag, direction)] of the languages in use."""
        return [
            (code, name, words.Language(code, locale, direction).tag, direction)
            for code, name, locale, direction, active in self._get_rows()
            if active
        ]

    @api.model
    def _get_language(self, code):
        """Return the `logic.words.Language` of a code; German if it is not known."""
        for known, _name, locale, direction, _active in self._get_rows():
            if known == code:
                return words.Language(code, locale, direction)
        return words.Language("de", "de")

    @api.model
    def _get_code_of(self, terms):
        """Return the code of the first spoken language that there are texts in."""
        codes = self._get_codes_by_term()
        return next((codes[i] for i in terms._origin.ids if i in codes), False)

    @api.model
    @tools.ormcache()
    def _get_codes_by_term(self):
        """Return {id of a spoken language: code of the language to write in}."""
        texts = self.sudo()  # sudo: public list
        languages = texts.search([("term_ids", "!=", False)], order="sequence desc")
        return {term.id: lang.code for lang in languages for term in lang.term_ids}

    @api.model
    @tools.ormcache()
    def _get_rows(self):
        """Return (code, name, locale, direction, active) of each language."""
        languages = self.sudo().with_context(active_test=False)  # sudo: public list
        return tuple(
            (lang.code, lang.name, lang.locale, lang.direction, lang.active)
            for lang in languages.search([])
        )
