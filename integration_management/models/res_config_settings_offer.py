# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import fields, models

from .integration_offer_check import DEFAULT_MONTHS, PERIOD


class ResConfigSettings(models.TransientModel):
    """One period for all carriers, as they share one directory."""

    _inherit = "res.config.settings"

    integration_offer_check_months = fields.Integer(
        string="Check offers after months",
        default=DEFAULT_MONTHS,
        config_parameter=PERIOD,
    )
