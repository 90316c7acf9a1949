# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import models


class IrAttachment(models.Model):
    """Files of withheld notes are guarded like those of the case they came from."""

    _inherit = "ir.attachment"

    def _get_files_of_cases(self):
        files = self.sudo()  # sudo: only where a file hangs
        withheld = files.filtered(
            lambda file: file.res_model == "integration.withheld.note"
        )
        return super()._get_files_of_cases() | self.browse(withheld.ids)
