# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models
from odoo.fields import Domain


class IntegrationFeedbackMessage(models.Model):
    """One turn of the talk between somebody unknown and the complaint office."""

    _name = "integration.feedback.message"
    _description = "Message about Feedback"
    _order = "id"
    _rec_name = "day"
    _log_access = False

    feedback_id = fields.Many2one(
        "integration.feedback",
        required=True,
        readonly=True,
        index=True,
        ondelete="cascade",
    )
    day = fields.Date(required=True, readonly=True, default=fields.Date.context_today)
    is_office = fields.Boolean(string="By the office", readonly=True)
    language = fields.Selection(
        selection=lambda self: self.env["integration.language"]._get_selection(),
        readonly=True,
    )
    text = fields.Text(required=True, readonly=True)
    file_ids = fields.One2many("integration.feedback.file", "message_id")

    @api.model
    def _access_domain(self):
        """Return what belongs to feedback that the user may read; see `ir.rule`."""
        feedback = self.env["integration.feedback"]
        return Domain("feedback_id", "any", feedback._access_domain())
