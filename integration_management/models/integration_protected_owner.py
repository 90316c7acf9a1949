# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import models
from odoo.exceptions import AccessError


class IntegrationProtected(models.AbstractModel):
    """Keeps what others entered: a deputy works in full, but deletes nothing of it."""

    _inherit = "integration.protected"

    def unlink(self):
        self._check_may_delete()
        return super().unlink()

    def _check_may_delete(self):
        """Let only the case's owner, or who entered a part, delete it.

        :raise AccessError: for a deputy who deletes what somebody else entered
        """
        if self.env.su:
            return
        self.check_access("unlink")
        for record in self:
            case = record[self._case_field] if self._case_field else record
            is_own_entry = self._case_field and record.create_uid == self.env.user
            if case.manager_id != self.env.user and not is_own_entry:
                raise AccessError(
                    self.env._(
                        "Only the integration manager of the case deletes what"
                        " somebody else entered."
                    )
                )
