# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import fields, models

from .integration_feedback import ABOUT, KINDS

ANSWERS = [("in_time", "In time"), ("late", "Too late"), ("open", "Still open")]


class IntegrationFeedbackCount(models.Model):
    """One message that is no more, for the yearly report; nobody reads it singly."""

    _name = "integration.feedback.count"
    _description = "Feedback in Figures"
    _log_access = False
    _rec_name = "year"

    year = fields.Integer(readonly=True, index=True, aggregator=None)
    company_id = fields.Many2one(
        "res.company", string="Carrier", readonly=True, index=True, ondelete="cascade"
    )
    kind = fields.Selection(KINDS, readonly=True)
    about = fields.Selection(ABOUT, readonly=True)
    answer = fields.Selection(ANSWERS, readonly=True)
