# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import models
from odoo.exceptions import AccessError

_STAYS = {"installed", "to install", "to upgrade"}


class IrModuleModule(models.Model):
    """Refuses to remove the addon, and all cases with it, from the browser."""

    _inherit = "ir.module.module"

    def write(self, vals):
        if "name" in vals or vals.get("state", "installed") not in _STAYS:
            self._check_addon_stays()
        return super().write(vals)

    def module_uninstall(self):
        # It marks the modules, too, but only after everything was dropped.
        self._check_addon_stays()
        return super().module_uninstall()

    def _check_addon_stays(self):
        """Refuse what would take the addon along, or keep it from being loaded.

        :raise AccessError: unless the operator of the server allows it
        """
        if self.env["integration.lockdown"]._is_open():
            return
        dragged = self | self.downstream_dependencies()
        addon = dragged.filtered(lambda module: module.name == "integration_management")
        if addon.state not in (False, "uninstalled"):
            log = self.env["integration.access.log"]
            log._log_refusal("module", self._name, addon.ids)
            raise AccessError(
                self.env._(
                    "This would remove the case management with all cases, so it is"
                    " locked. The operator of the server can open it for maintenance;"
                    " see the administrator's handbook."
                )
            )
