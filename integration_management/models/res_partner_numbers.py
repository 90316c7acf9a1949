# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from stdnum.de import handelsregisternummer
from stdnum.eu import vat as eu_vat
from stdnum.exceptions import ValidationError as InvalidNumber

from odoo import api, models
from odoo.exceptions import ValidationError

# Kinds of entries in a commercial register; associations (VR) and public bodies
# number theirs as they like.
_COMMERCIAL = {"HRA", "HRB", "GNR", "PR"}
_COURT = {"AMTSGERICHT", "AG"}


class ResPartner(models.Model):
    """Numbers of carriers stand on proofs and applications: they must be right."""

    _inherit = "res.partner"

    @api.constrains("vat", "country_id")
    def _check_integration_vat(self):
        """Check German VAT numbers; tax numbers of offices have no common form."""
        for partner in self._get_integration_carriers():
            number = (partner.vat or "").replace(" ", "").upper()
            if number.startswith("DE") and not eu_vat.is_valid(number):
                raise ValidationError(
                    self.env._(
                        "This VAT number is not valid. A German one is DE and nine"
                        " digits; please compare it with the letter of your tax office."
                    )
                )

    @api.constrains("company_registry")
    def _check_integration_registry(self):
        for partner in self._get_integration_carriers():
            words = (partner.company_registry or "").replace(",", " ").split()
            if not _COMMERCIAL & {word.upper() for word in words}:
                continue
            number = " ".join(word for word in words if word.upper() not in _COURT)
            try:
                handelsregisternummer.validate(number)
            except InvalidNumber:
                raise ValidationError(
                    self.env._(
                        "This number of the commercial register is not valid. Please"
                        " enter court, register and number, e.g. “Stuttgart HRB 12345”."
                    )
                ) from None

    def _get_integration_carriers(self):
        """Return those that are carriers; what others enter is not our business."""
        companies = self.env["res.company"].with_context(active_test=False)
        return companies.search([("partner_id", "in", self.ids)]).partner_id & self
