# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import fields, models


class IntegrationPositionInterruption(models.Model):
    """Time without work or pay. Why is nobody's business here, and stored nowhere."""

    _name = "integration.position.interruption"
    _inherit = "integration.position.part"
    _description = "Interruption of a Position"
    _order = "position_id, date_from, id"
    _rec_name = "date_from"

    date_from = fields.Date(string="From", required=True)
    date_to = fields.Date(string="To", help="Empty: until further notice.")

    _period_order = models.Constraint(
        "CHECK (date_from <= date_to)", "An interruption must not end before it begins."
    )
