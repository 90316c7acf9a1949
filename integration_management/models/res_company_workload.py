# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import fields, models


class ResCompany(models.Model):
    """What the carrier counts as a full load."""

    _inherit = "res.company"

    integration_target_ratio = fields.Integer(
        string="Cases per full position",
        default=80,
        help="The workload board compares with it. There is no official figure.",
    )
    integration_light_weight = fields.Float(
        string="Weight of light counselling",
        default=0.5,
        digits=(3, 2),
        help="A case with case management counts 1.",
    )

    _integration_target_ratio_positive = models.Constraint(
        "CHECK (integration_target_ratio > 0)",
        "The number of cases per full position must be positive.",
    )
    _integration_light_weight_range = models.Constraint(
        "CHECK (integration_light_weight BETWEEN 0 AND 1)",
        "Light counselling weighs between 0 and 1.",
    )
