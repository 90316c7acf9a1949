# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import models


class IrBinary(models.AbstractModel):
    _inherit = "ir.binary"

    def _find_record(
        self,
        xmlid=None,
        res_model="ir.attachment",
        res_id=None,
        access_token=None,
        field=None,
    ):
        """Open files of cases by the user's rights only; no link with a token does."""
        if res_model == "ir.attachment" and not xmlid:
            file = self.env[res_model].browse(res_id or []).exists()
            is_ours = bool(file._get_files_of_cases())
        else:
            is_ours = self.env["integration.protected"]._is_protected(res_model)
        return super()._find_record(
            xmlid, res_model, res_id, None if is_ours else access_token, field
        )
