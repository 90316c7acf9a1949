# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from collections import Counter

from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.tools import is_html_empty

from ..logic import sealing, states

PURPOSES = [
    ("case_file", "Case file"),
    ("special_categories", "Specially protected data"),
    ("plan", "Integration plan"),
    ("deputy", "Access for a deputy"),
    ("recipient", "Passing on data"),
    ("interpreter", "Interpreter"),
    ("evaluation", "Evaluation and research"),
    ("channel", "Messenger and email"),
    ("photo", "Photos"),
    ("handover", "Hand-over of the file"),
]
_FROZEN = frozenset({"purpose", "language", "version", "title", "body", "company_id"})


class IntegrationConsentText(models.Model):
    """What a client reads or hears before deciding about one purpose.

    Published versions never change: consents point to exactly what was shown.
    """

    _name = "integration.consent.text"
    _inherit = "integration.stateful"
    _description = "Consent Text"
    _order = "purpose, language, version desc, id desc"
    _rec_name = "title"

    _state_table = states.CONSENT_TEXT

    purpose = fields.Selection(PURPOSES, required=True, index=True)
    language = fields.Selection(
        lambda self: self.env["integration.language"]._get_selection(),
        required=True,
        default="de",
    )
    version = fields.Integer(compute="_compute_version", store=True, aggregator=None)
    title = fields.Char(required=True)
    body = fields.Html(required=True, help="Exactly what the client reads or hears.")
    company_id = fields.Many2one(
        "res.company",
        string="Carrier",
        index="btree_not_null",
        ondelete="cascade",
        help="Empty: for all carriers that have no text of their own.",
    )
    state = fields.Selection(
        [("draft", "Draft"), ("published", "Published")],
        required=True,
        default="draft",
        copy=False,
    )
    content_hash = fields.Char(
        string="Fingerprint",
        compute="_compute_content_hash",
        store=True,
        help="SHA-256 of title and text.",
    )
    active = fields.Boolean(default=True)

    _unique_version = models.UniqueIndex(
        "(purpose, language, COALESCE(company_id, 0), version)",
        "This version of the text exists already.",
    )

    @api.depends("purpose", "language", "company_id")
    def _compute_version(self):
        taken = Counter()
        for text in self:
            key = (text.purpose, text.language, text.company_id.id)
            if key not in taken:
                taken[key] = text._get_last_version()
            taken[key] += 1
            text.version = taken[key]

    @api.depends("title", "body")
    def _compute_content_hash(self):
        for text in self:
            text.content_hash = sealing.fingerprint(text.title, text.body)

    @api.depends("title", "language", "version")
    def _compute_display_name(self):
        languages = dict(self.env["integration.language"]._get_selection())
        for text in self:
            language = languages.get(text.language, "")
            text.display_name = f"{text.title} · {language} · {text.version}"

    @api.constrains("body", "state")
    def _check_body(self):
        for text in self:
            if text.state == "published" and is_html_empty(text.body):
                raise UserError(self.env._("A text without content is not published."))

    def write(self, vals):
        if vals.keys() & _FROZEN and "published" in self.mapped("state"):
            raise UserError(
                self.env._(
                    "A published text is evidence and does not change."
                    " Please make a new version."
                )
            )
        return super().write(vals)

    @api.ondelete(at_uninstall=False)
    def _unlink_except_published(self):
        if "published" in self.mapped("state"):
            raise UserError(
                self.env._(
                    "A published text is evidence and stays."
                    " Please archive it if it is not to be used any more."
                )
            )

    def action_publish(self):
        """Release the texts for use; from now on they are frozen."""
        self.write({"state": "published"})

    def action_new_version(self):
        """Open a draft that begins with this version's words."""
        self.ensure_one()
        return self.copy().get_formview_action()

    @api.model
    def _get_current(self, purpose, language, company):
        """Return the newest published text; the carrier's own beats the general one."""
        texts = self.search(
            [
                ("purpose", "=", purpose),
                ("language", "=", language),
                ("state", "=", "published"),
                ("company_id", "in", [False, company.id]),
            ],
            order="version desc",
        )
        return texts.filtered("company_id")[:1] or texts[:1]

    def _get_last_version(self):
        """Return the highest version among the other texts of the same kind."""
        self.ensure_one()
        others = self.with_context(active_test=False).search(
            [
                ("purpose", "=", self.purpose),
                ("language", "=", self.language),
                ("company_id", "=", self.company_id.id),
                ("id", "!=", self._origin.id),
                ("version", ">", 0),
            ],
            order="version desc",
            limit=1,
        )
        return others.version
