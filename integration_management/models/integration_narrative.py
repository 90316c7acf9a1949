# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import io
from datetime import date

from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.fields import Command, Domain
from odoo.tools.pdf import PdfFileReader

from ..logic import periods
from .integration_figures import REPORTING
from .integration_narrative_section import KINDS

_MOST_PAGES = 3
# What officers of all carriers that take part may change.
_SHARED = {"section_ids", "figures_ids"}


class IntegrationNarrative(models.Model):
    """Narrative report of an applicant: one paper, written by several carriers.

    The carrier that keeps it says who takes part; each writes sections of its own.
    """

    _name = "integration.narrative"
    _description = "Narrative Report"
    _order = "date_to desc, id desc"

    name = fields.Char(
        compute="_compute_name",
        precompute=True,
        store=True,
        readonly=False,
        required=True,
    )
    applicant_id = fields.Many2one(
        "res.partner",
        required=True,
        index=True,
        domain="[('is_company', '=', True)]",
        ondelete="restrict",
    )
    company_id = fields.Many2one(
        "res.company",
        string="Kept by",
        required=True,
        index=True,
        default=lambda self: self.env.company,
        help="Grant officers of this carrier put the report together.",
    )
    company_ids = fields.Many2many(
        "res.company",
        "integration_narrative_company_rel",
        string="Carriers",
        default=lambda self: self.env.company,
        help="Their grant officers read the report and write their own sections.",
    )
    date_from = fields.Date(
        string="From", required=True, default=lambda self: self._default_day(1, 1)
    )
    date_to = fields.Date(
        string="To", required=True, default=lambda self: self._default_day(12, 31)
    )
    figures_ids = fields.Many2many(
        "integration.figures",
        "integration_narrative_figures_rel",
        string="Key figures",
        domain="[('state', '=', 'frozen'), ('date_from', '>=', date_from),"
        " ('date_to', '<=', date_to)]",
        help="Frozen runs, one for each carrier or one for all.",
    )
    section_ids = fields.One2many(
        "integration.narrative.section", "narrative_id", string="Sections", copy=True
    )
    state = fields.Selection(
        [("draft", "Draft"), ("final", "Final")],
        default="draft",
        required=True,
        readonly=True,
        copy=False,
    )
    page_count = fields.Integer(
        string="Pages", readonly=True, copy=False, help="0: not counted since changed."
    )
    is_too_long = fields.Boolean(compute="_compute_is_too_long")

    _period_order = models.Constraint(
        "CHECK (date_from <= date_to)", "A report must not end before it begins."
    )

    @api.model
    def _default_day(self, month, day):
        return date(fields.Date.context_today(self).year - 1, month, day)

    @api.model
    def _access_domain(self):
        """Return the reports that the user's carriers take part in; see `ir.rule`."""
        user = self.env.user
        if not user.has_group(REPORTING):
            return Domain.FALSE
        return Domain("company_ids", "in", user.company_ids.ids)

    @api.depends("applicant_id", "date_from", "date_to")
    def _compute_name(self):
        for narrative in self:
            if not (narrative.date_from and narrative.date_to):
                continue
            name = self.env._(
                "Narrative report %(period)s",
                period=periods.describe(narrative.date_from, narrative.date_to),
            )
            applicant = narrative.applicant_id.name
            narrative.name = f"{name}, {applicant}" if applicant else name

    @api.depends("page_count")
    def _compute_is_too_long(self):
        for narrative in self:
            narrative.is_too_long = narrative.page_count > _MOST_PAGES

    @api.constrains("figures_ids", "state")
    def _check_figures(self):
        """Count nobody twice: runs of the same carriers cannot be added up."""
        for narrative in self:
            runs = narrative.figures_ids
            carriers = [carrier for run in runs for carrier in run.company_ids.ids]
            if len(set(carriers)) < len(carriers):
                raise ValidationError(
                    self.env._(
                        "Please choose one run of key figures for each carrier: the"
                        " same people would be counted twice."
                    )
                )
            if any(run.state != "frozen" for run in runs):
                raise ValidationError(self.env._("Please choose frozen key figures."))

    @api.model_create_multi
    def create(self, vals_list):
        narratives = super().create(vals_list)
        narratives._check_keeper()
        for narrative in narratives:
            if narrative.company_id not in narrative.company_ids:
                narrative.company_ids = [Command.link(narrative.company_id.id)]
            narrative._check_runs(narrative.figures_ids)
            if not narrative.section_ids:
                narrative._add_sections()
        return narratives

    def write(self, vals):
        if vals.keys() - _SHARED:
            self._check_keeper()
        self._check_draft(vals)
        runs = {n: n.sudo().figures_ids for n in self}  # sudo: which were there
        result = super().write(vals)
        if vals.keys() - _SHARED:
            self._check_keeper()
        for narrative, before in runs.items():
            after = narrative.sudo().figures_ids  # sudo: also what cannot be read
            self._check_runs(after - before)
            self._check_runs(before - after)
        return result

    def _check_runs(self, runs):
        """Let nobody add or take away key figures that they cannot read."""
        runs.with_env(self.env).check_access("read")

    def _check_keeper(self):
        """Let only officers of the carrier that keeps the report change it.

        :raise AccessError: for others
        """
        if not self.env.su and self.company_id - self.env.user.company_ids:
            raise AccessError(
                self.env._(
                    "Only grant officers of the carrier that keeps this report can"
                    " change it. You can write sections of your carrier."
                )
            )

    def _check_draft(self, vals):
        is_final = any(narrative.state == "final" for narrative in self)
        if is_final and vals.keys() - {"state", "page_count"}:
            raise UserError(
                self.env._("This report is final. Please reopen it to change it.")
            )

    @api.ondelete(at_uninstall=False)
    def _unlink_except_foreign(self):
        self._check_keeper()

    def _add_sections(self):
        """Add the headings that such a report has."""
        self.section_ids = [
            Command.create({"kind": kind, "sequence": place})
            for place, (kind, _label) in enumerate(KINDS)
            if kind != "other"
        ]

    def action_fill_in(self):
        """Begin every empty section with the figures that belong there."""
        for narrative in self:
            for section in narrative.section_ids:
                if section._is_empty() and section._is_own():
                    section.action_insert_figures()
        return True

    def action_print(self):
        """Print the report."""
        self.ensure_one()
        self.check_access("read")
        report = self.env.ref(
            "integration_management.integration_narrative_action_report"
        )
        return report.report_action(self, config=False)

    def action_count_pages(self):
        """Count the pages, since there should be no more than three."""
        self.check_access("write")
        self._check_keeper()
        reports = self.env["ir.actions.report"]
        for narrative in self:
            content, kind = reports._render_qweb_pdf(
                "integration_management.integration_narrative_action_report",
                narrative.ids,
            )
            if kind == "pdf":
                narrative.page_count = len(PdfFileReader(io.BytesIO(content)).pages)
        return True

    def action_finalise(self):
        """Close the report for changes, and say how long it is."""
        self.action_count_pages()
        self.state = "final"
        return True

    def action_reopen(self):
        """Allow changes again."""
        self.write({"state": "draft", "page_count": 0})
        return True
