# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import SUPERUSER_ID, api, models
from odoo.exceptions import UserError
from odoo.fields import Domain

_MANAGERS = "integration_management.group_integration_manager"


class IrAttachment(models.Model):
    """Opens files of a case to those who may open the case, in no other way.

    Odoo itself asks the record a file hangs on. What is closed here are its ways
    around: links with a token, public files, uploads that hang on nothing yet.
    """

    _inherit = "ir.attachment"

    @api.model
    def _access_domain(self):
        """Return the domain that keeps administrators out of other people's uploads.

        Others are kept out by Odoo. What the server made itself stays readable.
        """
        if not self.env.is_system():
            return Domain.TRUE
        return (
            Domain("res_id", "not in", [False, 0])
            | Domain("public", "=", True)
            | Domain("create_uid", "in", [self.env.uid, SUPERUSER_ID, False])
        )

    @api.constrains("public", "res_model", "res_id")
    def _check_integration_public(self):
        if any(file.public for file in self._get_files_of_cases()):
            raise UserError(
                self.env._("Files of a case cannot be made public. They stay in it.")
            )

    @api.model_create_multi
    def create(self, vals_list):
        files = super().create(vals_list)
        files._forget_words()
        return files

    def write(self, vals):
        result = super().write(vals)
        self._forget_words()
        return result

    def generate_access_token(self):
        """Make no token for files of cases: it would open them without a login."""
        self.check_access("read")
        ours = self._get_files_of_cases()
        others = iter(super(IrAttachment, self - ours).generate_access_token())
        return ["" if file in ours else next(others) for file in self]

    @api.model
    def create_unique(self, values_list):
        """Tell of equal files only if the user may read them.

        Otherwise, guessing what a paper says would show whether somebody has it.
        """
        ids = []
        for values in values_list:
            found = self.browse(super().create_unique([values]))
            ids += found._filtered_access("read").ids or self.create(values).ids
        return ids

    def _has_attachments_ownership(self, attachment_tokens):
        """Accept rights on the case only, not what was handed out at the upload."""
        if self.exists()._get_files_of_cases():
            attachment_tokens = None
        return super()._has_attachments_ownership(attachment_tokens)

    def _get_files_of_cases(self):
        """Return which of the files hang on protected records, whoever asks."""
        protected = self.env["integration.protected"]
        files = self.sudo()  # sudo: only where a file hangs
        ours = files.filtered(
            lambda file: file.res_model and protected._is_protected(file.res_model)
        )
        return self.browse(ours.ids)

    def _forget_words(self):
        """Keep the words of papers out of the index that Odoo stores beside them.

        Uploads that hang on nothing yet may be on their way into a case.
        """
        files = self.sudo()  # sudo: nothing but the index is changed
        indexed = files.filtered("index_content")
        ours = indexed._get_files_of_cases().sudo()  # sudo: see above
        ours |= indexed.filtered(
            lambda file: (
                not file.res_id
                and any(user.has_group(_MANAGERS) for user in file.create_uid)
            )
        )
        if ours:
            ours.index_content = False
