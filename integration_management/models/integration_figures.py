# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from datetime import date

from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError
from odoo.fields import Domain
from odoo.tools import SQL

from ..logic import periods

REPORTING = "integration_management.group_integration_reporting"
_COMPUTED = frozenset("cell_ids frozen_on program_id rule_version state".split())


class IntegrationFigures(models.Model):
    """Key figures of a period, frozen once computed: numbers without persons.

    A frozen run is what was published: it is neither changed nor deleted. What was
    wrong in it is said in its note, and done better in another run.
    """

    _name = "integration.figures"
    _description = "Key Figures"
    _order = "date_from desc, date_to desc, id desc"

    name = fields.Char(
        compute="_compute_name",
        precompute=True,
        store=True,
        readonly=False,
        required=True,
    )
    date_from = fields.Date(
        string="From", required=True, default=lambda self: self._default_period()[0]
    )
    date_to = fields.Date(
        string="To", required=True, default=lambda self: self._default_period()[1]
    )
    company_ids = fields.Many2many(
        "res.company",
        "integration_figures_company_rel",
        string="Carriers",
        required=True,
        default=lambda self: self.env.user.company_ids,
        domain=lambda self: [("id", "in", self.env.user.company_ids.ids)],
    )
    state = fields.Selection(
        [("draft", "Draft"), ("frozen", "Frozen")],
        default="draft",
        required=True,
        readonly=True,
        copy=False,
    )
    program_id = fields.Many2one(
        "integration.funding.program",
        string="Programme",
        readonly=True,
        copy=False,
        ondelete="restrict",
    )
    rule_version = fields.Char(
        readonly=True, copy=False, help="Definitions and way of withholding."
    )
    frozen_on = fields.Datetime(readonly=True, copy=False)
    note = fields.Text(help="E.g. that another run replaces this one, and why.")
    cell_ids = fields.One2many(
        "integration.figures.cell", "figures_id", string="Figures", readonly=True
    )
    cell_count = fields.Integer(string="Numbers", compute="_compute_cell_count")
    hidden_count = fields.Integer(string="Withheld", compute="_compute_cell_count")

    _period_order = models.Constraint(
        "CHECK (date_from <= date_to)", "A period must not end before it begins."
    )

    @api.model
    def _default_period(self):
        """Return first and last day of the last calendar year."""
        year = fields.Date.context_today(self).year - 1
        return date(year, 1, 1), date(year, 12, 31)

    @api.model
    def _access_domain(self):
        """Return the runs whose carriers are all the user's own; see `ir.rule`."""
        if not self.env.user.has_group(REPORTING):
            return Domain.FALSE
        foreign = SQL(
            "(SELECT integration_figures_id FROM integration_figures_company_rel"
            " WHERE res_company_id <> ALL(%s))",
            self.env.user.company_ids.ids,
        )
        return Domain("id", "not in", foreign)

    @api.depends("date_from", "date_to")
    def _compute_name(self):
        for run in self:
            if run.state == "frozen" or not (run.date_from and run.date_to):
                continue
            run.name = self.env._(
                "Key figures %(period)s",
                period=periods.describe(run.date_from, run.date_to),
            )

    @api.depends("cell_ids")
    def _compute_cell_count(self):
        groups = self.env["integration.figures.cell"]._read_group(
            [("figures_id", "in", self.ids)], ["figures_id", "is_hidden"], ["__count"]
        )
        counts = {(run.id, hidden): count for run, hidden, count in groups}
        for run in self:
            run.hidden_count = counts.get((run.id, True), 0)
            run.cell_count = run.hidden_count + counts.get((run.id, False), 0)

    @api.model_create_multi
    def create(self, vals_list):
        for vals in vals_list:
            self._check_not_computed(vals)
        runs = super().create(vals_list)
        runs._check_carriers()
        return runs

    def write(self, vals):
        self._check_not_computed(vals)
        is_frozen = any(run.state == "frozen" for run in self)
        if is_frozen and not self.env.su and vals.keys() - {"note"}:
            raise UserError(
                self.env._(
                    "Frozen key figures stay as they were published. You can add a"
                    " note, and make another run."
                )
            )
        result = super().write(vals)
        self._check_carriers()
        return result

    def _check_not_computed(self, vals):
        """Refuse numbers and states that did not come out of the computation."""
        given = {name for name in vals.keys() & _COMPUTED if vals[name] != "draft"}
        if given and not self.env.su:
            raise AccessError(self.env._("Key figures are computed, not entered."))

    def _check_carriers(self):
        """Let nobody ask for figures of carriers that they do not work for."""
        carriers = self.sudo().company_ids  # sudo: also those that the user cannot see
        if not self.env.su and carriers - self.env.user.company_ids:
            raise AccessError(
                self.env._("You can compute key figures of your own carriers only.")
            )

    @api.ondelete(at_uninstall=False)
    def _unlink_except_frozen(self):
        """Keep what was published: later runs must not give away what it withheld."""
        if any(run.state == "frozen" for run in self):
            raise UserError(
                self.env._(
                    "Frozen key figures are kept: what they withhold must stay"
                    " withheld in later runs too."
                )
            )

    def action_view_cells(self):
        """Open the numbers of this run."""
        self.ensure_one()
        action = self.env["ir.actions.act_window"]._for_xml_id(
            "integration_management.integration_figures_cell_action"
        )
        return {**action, "domain": [("figures_id", "=", self.id)]}
