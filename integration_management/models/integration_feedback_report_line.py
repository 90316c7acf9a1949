# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models
from odoo.fields import Domain

from .integration_feedback import ABOUT, KINDS
from .integration_feedback_count import ANSWERS


class IntegrationFeedbackReportLine(models.Model):
    """One number of a yearly report; what must be withheld is not stored."""

    _name = "integration.feedback.report.line"
    _description = "Number of a Yearly Report"
    _order = "report_id, sequence, id"
    _rec_name = "category"

    report_id = fields.Many2one(
        "integration.feedback.report",
        required=True,
        readonly=True,
        index=True,
        ondelete="cascade",
    )
    sequence = fields.Integer(readonly=True, aggregator=None)
    dimension = fields.Selection(
        [("kind", "Kind"), ("about", "About"), ("answer", "Answer")],
        string="Broken down by",
        readonly=True,
        help="Empty: all messages.",
    )
    category = fields.Selection([*KINDS, *ABOUT, *ANSWERS], readonly=True)
    value = fields.Integer(readonly=True, aggregator=None)
    is_hidden = fields.Boolean(string="Withheld", readonly=True)
    shown = fields.Char(string="How many", compute="_compute_shown")

    @api.depends("value", "is_hidden")
    def _compute_shown(self):
        for line in self:
            line.shown = "•" if line.is_hidden else str(line.value)

    @api.model
    def _access_domain(self):
        """Return the numbers of the reports that the user may read; see `ir.rule`."""
        reports = self.env["integration.feedback.report"]
        return Domain("report_id", "any", reports._access_domain())
