# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, models
from odoo.exceptions import UserError

_CONTENT = frozenset({"datas", "raw", "db_datas", "store_fname", "res_model", "res_id"})


class IrAttachment(models.Model):
    """Evidence of a decision stays what it was."""

    _inherit = "ir.attachment"

    def write(self, vals):
        if vals.keys() & _CONTENT and not self.env.su:
            self._check_evidence()
        return super().write(vals)

    @api.ondelete(at_uninstall=False)
    def _unlink_except_evidence(self):
        if not self.env.su:
            self._check_evidence()

    def _check_evidence(self):
        """Refuse changes to the papers of decided consents.

        :raise UserError: if one of the files is such a paper
        """
        name = "integration.consent"
        files = self.sudo()  # sudo: whether it is evidence is known whoever asks
        ids = [file.res_id for file in files if file.res_model == name]
        model = self.env[name].sudo()  # sudo: only the state; access is checked later
        consents = model.browse(ids).exists()
        if any(consent.state != "asked" for consent in consents):
            raise UserError(
                self.env._("The evidence of a recorded decision stays in the file.")
            )
