# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models
from odoo.fields import Domain


class IntegrationFeedbackFile(models.Model):
    """A harmless copy of what somebody sent along, without its notes and its name.

    Kept in the table and not as an attachment: those remember who made them and when.
    """

    _name = "integration.feedback.file"
    _description = "File with Feedback"
    _order = "id"
    _log_access = False

    feedback_id = fields.Many2one(
        "integration.feedback",
        required=True,
        readonly=True,
        index=True,
        ondelete="cascade",
    )
    message_id = fields.Many2one(
        "integration.feedback.message",
        readonly=True,
        index="btree_not_null",
        ondelete="cascade",
    )
    name = fields.Char(required=True, readonly=True)
    mimetype = fields.Char(required=True, readonly=True)
    data = fields.Binary(string="File", required=True, readonly=True, attachment=False)

    @api.model
    def _access_domain(self):
        """Return what belongs to feedback that the user may read; see `ir.rule`."""
        feedback = self.env["integration.feedback"]
        return Domain("feedback_id", "any", feedback._access_domain())
