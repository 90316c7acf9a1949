# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models
from odoo.exceptions import UserError, ValidationError

from .integration_consent_release import DATA_KINDS

CHANNELS = [
    ("oral", "In person"),
    ("phone", "Phone"),
    ("letter", "Letter"),
    ("email", "E-mail"),
]


class IntegrationDisclosure(models.Model):
    """Data that were passed on to somebody outside: what kinds, never the data.

    Written once: a correction is a new record that points to the old one.
    """

    _name = "integration.disclosure"
    _inherit = "integration.case.mixin"
    _description = "Disclosure"
    _order = "disclosed_on desc, id desc"

    disclosed_on = fields.Date(string="When", default=fields.Date.context_today)
    user_id = fields.Many2one(
        "res.users",
        string="Who",
        default=lambda self: self.env.user,
        readonly=True,
        ondelete="restrict",
    )
    recipient_id = fields.Many2one(
        "res.partner",
        string="Recipient (contact)",
        ondelete="restrict",
        index="btree_not_null",
        help="An office, school or association; never the client.",
    )
    recipient_name = fields.Char(
        string="Recipient (free text)", help="A person or office without contact."
    )
    recipient_label = fields.Char(
        string="Recipient", compute="_compute_recipient_label"
    )
    kind_ids = fields.Many2many(
        "integration.term",
        "integration_disclosure_kind_rel",
        string="Kinds of data",
        domain=DATA_KINDS,
    )
    details = fields.Char(
        string="More exactly", help="Kinds that the list does not have; not the data."
    )
    reason = fields.Char(string="What for")
    channel = fields.Selection(CHANNELS, string="How", default="phone")
    release_id = fields.Many2one(
        "integration.consent",
        string="Release from secrecy",
        readonly=True,
        index="btree_not_null",
        ondelete="cascade",
    )
    basis_id = fields.Many2one(
        "integration.term",
        string="Legal basis without release",
        domain="[('kind', '=', 'disclosure_basis'), ('is_current', '=', True)]",
        ondelete="restrict",
    )
    basis_note = fields.Char(
        string="Legal basis in words", help="Why it was allowed without a release."
    )
    basis_label = fields.Char(string="Allowed by", compute="_compute_basis_label")
    coverage = fields.Char(compute="_compute_coverage", compute_sudo=False)
    referral_id = fields.Many2one(
        "integration.referral",
        readonly=True,
        index="btree_not_null",
        ondelete="set null",
    )
    _has_basis = models.Constraint(
        "CHECK (release_id IS NOT NULL OR basis_id IS NOT NULL"
        " OR basis_note IS NOT NULL OR is_retracted IS TRUE)",
        "Data are passed on with a release or another legal basis.",
    )

    @api.depends("recipient_id", "recipient_name")
    def _compute_recipient_label(self):
        for disclosure in self:
            disclosure.recipient_label = (
                disclosure.recipient_id.name or disclosure.recipient_name
            )

    @api.depends("release_id.decided_on", "basis_id", "basis_note")
    @api.depends_context("lang")
    def _compute_basis_label(self):
        for disclosure in self:
            if release := disclosure.release_id:
                disclosure.basis_label = release._get_release_label()
            else:
                basis = disclosure.basis_id
                parts = (basis.name, basis.legal_basis, disclosure.basis_note)
                disclosure.basis_label = ", ".join(filter(None, parts))

    @api.depends(
        "case_id",
        "recipient_id",
        "recipient_name",
        "kind_ids",
        "disclosed_on",
        "basis_id",
        "basis_note",
        "is_retracted",
    )
    @api.depends_context("lang")
    def _compute_coverage(self):
        """Tell while the entry is made what allows it, or what is missing."""
        for disclosure in self:
            if disclosure._origin or not disclosure._needs_release():
                disclosure.coverage = False
            elif not (disclosure.recipient_label and disclosure.kind_ids):
                disclosure.coverage = False
            elif release := disclosure._find_release():
                disclosure.coverage = release._get_release_label()
            else:
                disclosure.coverage = disclosure._describe_gap()

    @api.model_create_multi
    def create(self, vals_list):
        """Note what was passed on, with the release that covers it.

        :raise ValidationError: without release and without another legal basis
        """
        vals_list = [self._add_missing_default_values(vals) for vals in vals_list]
        for vals in vals_list:
            if not self.env.su:
                vals["user_id"] = self.env.uid
                self._check_linked_records(vals)
            vals.pop("called_back_on", None)
            draft = self.new(vals)
            draft._check_complete()
            vals["release_id"] = draft._choose_release().id
        disclosures = super().create(vals_list)
        disclosures.release_id._rely_on()
        log = self.env["integration.access.log"]
        log._log("disclose", self._name, disclosures.ids, disclosures.case_id.ids)
        return disclosures

    def write(self, vals):
        """Change nothing: the register is evidence."""
        self.check_access("write")
        if not self.env.su:
            raise UserError(
                self.env._(
                    "What was passed on is not rewritten. Please use “Correct”: the"
                    " old entry stays and the new one points to it."
                )
            )
        return super().write(vals)

    @api.ondelete(at_uninstall=False)
    def _unlink_except_case(self):
        """Keep the register as long as the case, which takes its parts along."""
        if not self.env.su:
            raise UserError(
                self.env._("The register of disclosures stays as long as the case.")
            )

    def _check_complete(self):
        """Refuse entries from which nobody could tell what went where and when."""
        self.ensure_one()
        if self.is_retracted:
            if not self.correction_of_id:
                raise ValidationError(
                    self.env._("Only a correction can say that it did not happen.")
                )
            return
        today = fields.Date.context_today(self)
        if not self.disclosed_on or self.disclosed_on > today:
            raise ValidationError(
                self.env._("Please enter when it was passed on: today or earlier.")
            )
        if not self.recipient_label:
            raise ValidationError(self.env._("Please enter who received the data."))
        if not (self.kind_ids or self.details):
            raise ValidationError(
                self.env._("Please choose which kinds of data were passed on.")
            )

    def _needs_release(self):
        """Tell whether nothing but a release can allow this."""
        return not (self.basis_id or self.basis_note or self.is_retracted)

    def _choose_release(self):
        """Return the release that covers this draft; none when another basis does.

        :raise ValidationError: naming what is missing
        """
        self.ensure_one()
        if not self._needs_release():
            return self.env["integration.consent"]
        if self.details:
            raise ValidationError(
                self.env._(
                    "A release covers kinds of data from the list. Please choose them,"
                    " or leave “%(field)s” empty.",
                    field=self._fields["details"]._description_string(self.env),
                )
            )
        if release := self._find_release():
            return release
        raise ValidationError(self._describe_gap())
