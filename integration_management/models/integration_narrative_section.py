# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from markupsafe import Markup

from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError
from odoo.fields import Domain
from odoo.tools import html2plaintext, is_html_empty
from odoo.tools.misc import formatLang

from .integration_figures_cell import WITHHELD

KINDS = [
    ("aims", "Aims and target group"),
    ("staff", "Staff and places of work"),
    ("counselling", "Counselling in figures"),
    ("plans", "Integration plans and goals"),
    ("network", "Network"),
    ("difficulties", "Difficulties"),
    ("outlook", "Outlook"),
    ("other", "Other"),
]
# What is filled in where: (measure, breakdown or None), a line each.
_FIGURES = {
    "staff": [("fte_months", None)],
    "counselling": [
        ("persons", None),
        ("persons", "entry"),
        ("persons", "exit"),
        ("contacts", None),
        ("contacts", "kind"),
        ("minutes", None),
    ],
    "plans": [
        ("plans", "event"),
        ("goals", None),
        ("goals", "state"),
        ("changes", "language_change"),
        ("changes", "work_change"),
        ("changes", "housing_change"),
    ],
    "network": [
        ("referrals", None),
        ("referrals", "partner_kind"),
        ("network", None),
        ("participants", None),
    ],
}


class IntegrationNarrativeSection(models.Model):
    """What one carrier, or all together, say on a subject; numbers are filled in."""

    _name = "integration.narrative.section"
    _description = "Section of a Narrative Report"
    _inherit = ["integration.anonymity"]
    _order = "narrative_id, sequence, company_id, id"
    _rec_name = "title"
    _anonymous_fields = ("plain_text",)

    narrative_id = fields.Many2one(
        "integration.narrative", required=True, index=True, ondelete="cascade"
    )
    sequence = fields.Integer(default=10)
    kind = fields.Selection(KINDS, string="Subject", required=True, default="other")
    title = fields.Char(
        compute="_compute_title",
        store=True,
        readonly=False,
        help="Printed once above all sections of the same title.",
    )
    company_id = fields.Many2one(
        "res.company",
        string="Carrier",
        index=True,
        ondelete="restrict",
        help="Empty: all carriers together; only the keeper of the report writes it.",
    )
    text = fields.Html()
    plain_text = fields.Text(compute="_compute_plain_text")

    @api.model
    def _access_domain(self):
        """Return the sections of the reports that the user may see; see `ir.rule`."""
        narratives = self.env["integration.narrative"]._access_domain()
        return Domain("narrative_id", "any", narratives)

    @api.depends("kind")
    def _compute_title(self):
        labels = dict(self._fields["kind"]._description_selection(self.env))
        for section in self:
            section.title = labels.get(section.kind)

    @api.depends("text")
    def _compute_plain_text(self):
        for section in self:
            section.plain_text = html2plaintext(section.text or "")

    @api.model_create_multi
    def create(self, vals_list):
        sections = super().create(vals_list)
        sections._check_writer()
        sections._forget_pages()
        return sections

    def write(self, vals):
        self._check_writer()
        result = super().write(vals)
        self._check_writer()
        self._forget_pages()
        return result

    @api.ondelete(at_uninstall=False)
    def _unlink_except_foreign(self):
        self._check_writer()
        self._forget_pages()

    def _check_writer(self):
        """Let each carrier change its own sections only, and none of a final report.

        :raise AccessError: for sections of another carrier
        :raise UserError: when the report is final
        """
        if self.env.su:
            return
        if not all(section._is_own() for section in self):
            raise AccessError(
                self.env._(
                    "This section belongs to another carrier. Please add one of yours."
                )
            )
        if any(section.narrative_id.state == "final" for section in self):
            raise UserError(
                self.env._("This report is final. Please reopen it to change it.")
            )

    def _is_own(self):
        carrier = self.company_id or self.narrative_id.company_id
        return carrier in self.env.user.company_ids

    def _is_empty(self):
        return is_html_empty(self.text)

    def _forget_pages(self):
        """The text has changed: nobody knows how long the report is."""
        narratives = self.narrative_id.filtered("page_count")
        narratives.sudo().page_count = 0  # sudo: other carriers' officers change texts

    def action_insert_figures(self):
        """Put the figures of the chosen runs in front of the text."""
        for section in self:
            lines = section._get_figures()
            if lines:
                listed = Markup("").join(Markup("<li>%s</li>") % line for line in lines)
                text = section.text or Markup("<p><br/></p>")
                section.text = Markup("<ul>%s</ul>%s") % (listed, text)
        return True

    def _get_figures(self):
        """Return a line for each number or breakdown that belongs here."""
        self.ensure_one()
        cells = self._get_cells()
        fields_ = self.env["integration.figures.cell"]._fields
        measures = dict(fields_["measure"]._description_selection(self.env))
        dimensions = dict(fields_["dimension"]._description_selection(self.env))
        lines = []
        for measure, dimension in _FIGURES.get(self.kind, ()):
            numbers = self._add_up(cells, measure, dimension)
            if not numbers:
                continue
            if not dimension:
                label, [number] = measures[measure], numbers.values()
                lines.append(f"{label}: {number}")
                continue
            shown = ", ".join(f"{name} {number}" for name, number in numbers.items())
            lines.append(f"{measures[measure]} ({dimensions[dimension]}): {shown}")
        return lines

    def _get_cells(self):
        """Return the numbers of the runs that the user may read, for carrier or all."""
        runs = self.narrative_id.figures_ids._filtered_access("read")
        cells = self.env["integration.figures.cell"]
        runs = Domain("figures_id", "in", runs.ids)
        if self.company_id:
            return cells.search(runs & _unit("carrier", self.company_id))
        applicant = self.narrative_id.applicant_id
        own = cells.search(runs & _unit("applicant", applicant))
        return own or cells.search(runs & Domain("unit_kind", "=", "total"))

    def _add_up(self, cells, measure, dimension):
        """Return {category's label: shown number} over all runs, zeros left out.

        What one run withholds is withheld in the sum.
        """
        wanted = cells.filtered(
            lambda c: c.measure == measure and (c.dimension or None) == dimension
        )
        digits = 2 if measure == "fte_months" else 0
        numbers = {}
        for own in wanted.grouped("category").values():
            label = own[0].category_name or ""
            if any(cell.is_hidden for cell in own):
                numbers[label] = WITHHELD
            elif not dimension or any(cell.value for cell in own):
                total = sum(cell.value for cell in own)
                numbers[label] = formatLang(self.env, total, digits=digits)
        return numbers


def _unit(kind, record):
    return Domain("unit_kind", "=", kind) & Domain("unit_key", "=", str(record.id))
