# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from stdnum import iban
from stdnum.exceptions import ValidationError as InvalidNumber

from odoo import api, models
from odoo.exceptions import ValidationError


class ResPartnerBank(models.Model):
    """Grants are paid to accounts of carriers: a wrong digit is noticed at once."""

    _inherit = "res.partner.bank"

    @api.constrains("acc_number", "partner_id")
    def _check_integration_iban(self):
        carriers = self.partner_id._get_integration_carriers()
        for account in self.filtered(lambda a: a.partner_id in carriers):
            try:
                iban.validate(account.acc_number)
            except InvalidNumber:
                raise ValidationError(
                    self.env._(
                        "This IBAN is not valid. Please compare it with the letter of"
                        " your bank; a digit is wrong, missing, or in another place."
                    )
                ) from None
