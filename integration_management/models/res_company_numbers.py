# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, models


class ResCompany(models.Model):
    """A carrier's contact exists before the carrier does: look at it then, too."""

    _inherit = "res.company"

    @api.constrains("partner_id")
    def _check_integration_numbers(self):
        self.partner_id._check_integration_vat()
        self.partner_id._check_integration_registry()
        self.partner_id.bank_ids._check_integration_iban()
