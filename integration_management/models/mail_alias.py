# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, models
from odoo.exceptions import ValidationError


class MailAlias(models.Model):
    _inherit = "mail.alias"

    @api.constrains("alias_model_id", "alias_parent_model_id")
    def _check_integration_model(self):
        """Let no incoming mail open or answer a case.

        :raise ValidationError: for an alias that leads to a protected model
        """
        protected = self.env["integration.protected"]
        models = self.alias_model_id | self.alias_parent_model_id
        if any(protected._is_protected(name) for name in models.mapped("model")):
            raise ValidationError(
                self.env._(
                    "Incoming e-mails cannot become part of a case. Please choose"
                    " another document type for this alias."
                )
            )
