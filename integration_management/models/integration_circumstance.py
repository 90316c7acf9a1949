# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models
from odoo.exceptions import ValidationError
from odoo.fields import Domain

from ..logic import periods

# The most frequent ones first.
KINDS = [
    ("residence", "Residence status"),
    ("procedure", "Stage of the asylum procedure"),
    ("accommodation", "Form of housing"),
    ("benefit", "Benefit"),
    ("health_insurance", "Health insurance"),
    ("language", "Language"),
    ("course", "Course"),
    ("work", "Work"),
    ("school", "School"),
    ("childcare", "Childcare"),
    ("literacy", "Literacy"),
    ("language_certificate", "Language certificate"),
    ("school_leaving", "School-leaving certificate"),
    ("qualification", "Vocational qualification"),
    ("recognition", "Recognition of qualifications"),
]
_SKILLS = ("listening_id", "reading_id", "speaking_id", "writing_id")


def _term(kind, **kwargs):
    """Return a field that offers today's terms of `kind`; old ones stay readable."""
    return fields.Many2one(
        "integration.term",
        ondelete="restrict",
        domain=f"[('kind', '=', '{kind}'), ('is_current', '=', True)]",
        **kwargs,
    )


class IntegrationCircumstance(models.Model):
    """A dated fact of the client's life, told or seen in a paper.

    Nothing is overwritten: what changes gets a new entry, so that the way is seen.
    Entries may begin in the future, such as a planned move.
    """

    _name = "integration.circumstance"
    _inherit = "integration.case.mixin"
    _description = "Circumstance"
    _order = "date_from desc, id desc"

    kind = fields.Selection(KINDS, required=True)
    term_id = fields.Many2one(
        "integration.term",
        string="What",
        ondelete="restrict",
        domain="[('kind', '=', kind), ('is_current', '=', True)]",
    )
    legal_basis = fields.Char(related="term_id.legal_basis")
    date_from = fields.Date(string="From", help="May lie ahead: a planned move.")
    date_to = fields.Date(string="To", help="Last day; empty: until further notice.")
    expires_on = fields.Date(help="Last day of the paper; you are reminded in time.")
    is_current = fields.Boolean(
        string="Now", compute="_compute_is_current", search="_search_is_current"
    )
    source_id = _term("document_source")
    provider_id = fields.Many2one(
        "res.partner",
        string="School, provider, employer",
        ondelete="restrict",
        index="btree_not_null",
        help="School, course provider or employer; never the client.",
    )
    detail = fields.Char()
    level_id = _term(
        "language_level",
        string="Level",
        compute="_compute_level_id",
        inverse="_inverse_level_id",
        help="The same level for all four skills; if they differ, enter each.",
    )
    listening_id = _term("language_level")
    reading_id = _term("language_level")
    speaking_id = _term("language_level")
    writing_id = _term("language_level")
    level_source_id = _term("level_source")
    participation_id = _term("participation")
    entitlement_id = _term("course_entitlement")
    employment_permission_id = _term("employment_permission")
    residence_condition_ids = fields.Many2many(
        "integration.term",
        "integration_circumstance_condition_rel",
        string="Residence conditions",
        domain="[('kind', '=', 'residence_condition'), ('is_current', '=', True)]",
    )
    identity_document_id = _term("identity_document")
    summary = fields.Char(compute="_compute_summary")
    _period_idx = models.Index("(case_id, kind, date_to)")

    @api.depends("date_from", "date_to")
    def _compute_is_current(self):
        today = fields.Date.context_today(self)
        for fact in self:
            fact.is_current = periods.is_current(today, fact.date_from, fact.date_to)

    @api.model
    def _search_is_current(self, operator, value):
        if operator != "in":
            return NotImplemented
        current = (
            Domain("date_from", "=", False) | Domain("date_from", "<=", "today")
        ) & (Domain("date_to", "=", False) | Domain("date_to", ">=", "today"))
        return current if True in value else ~current

    @api.depends(*_SKILLS)
    def _compute_level_id(self):
        for fact in self:
            levels = {fact[skill] for skill in _SKILLS}
            fact.level_id = levels.pop() if len(levels) == 1 else False

    def _inverse_level_id(self):
        for fact in self.filtered("level_id"):
            fact.update(dict.fromkeys(_SKILLS, fact.level_id))

    @api.depends(
        *_SKILLS,
        "detail",
        "provider_id",
        "participation_id",
        "employment_permission_id",
        "residence_condition_ids",
        "identity_document_id",
    )
    def _compute_summary(self):
        for fact in self:
            fact.summary = " · ".join(filter(None, fact._get_summary_parts()))

    @api.constrains("date_from", "date_to", "expires_on")
    def _check_dates(self):
        for fact in self:
            start = fact.date_from
            if start and fact.date_to and fact.date_to < start:
                raise ValidationError(
                    self.env._("An entry cannot end before it begins.")
                )
            if start and fact.expires_on and fact.expires_on < start:
                raise ValidationError(
                    self.env._("A paper cannot expire before it becomes valid.")
                )

    @api.constrains("kind", "term_id")
    def _check_kind(self):
        for fact in self:
            if fact.term_id and fact.term_id.kind != fact.kind:
                raise ValidationError(
                    self.env._(
                        "Please choose an entry of the value list “%(kind)s”.",
                        kind=fact._get_kind_label(),
                    )
                )

    @api.onchange("kind")
    def _onchange_kind(self):
        if self.term_id.kind != self.kind:
            self.term_id = False

    def action_end(self):
        """End open entries today."""
        self.filtered(
            lambda fact: not fact.date_to
        ).date_to = fields.Date.context_today(self)

    def _get_kind_label(self):
        self.ensure_one()
        return self._fields["kind"].convert_to_export(self.kind, self)

    def _get_summary_parts(self):
        """Return what matters beside term and level, in the order of reading."""
        self.ensure_one()
        labels = {
            skill: self._fields[skill].get_description(self.env, ["string"])["string"]
            for skill in _SKILLS
        }
        if not self.level_id:
            for skill in _SKILLS:
                if self[skill]:
                    yield f"{labels[skill]} {self[skill].name}"
        yield self.participation_id.name
        yield self.employment_permission_id.name
        yield from self.residence_condition_ids.mapped("name")
        yield self.identity_document_id.name
        yield self.provider_id.sudo().display_name  # sudo: as any many2one shows it
        yield self.detail
