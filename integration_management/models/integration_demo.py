# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, models
from odoo.exceptions import AccessError


class IntegrationDemo(models.AbstractModel):
    """Entry point of the demo files; without demo data its code is never imported."""

    _name = "integration.demo"
    _description = "Demo Data"

    @api.model
    def _speak_german(self):
        """Make sure that the demo's people find their language."""
        self.env["res.lang"]._activate_lang("de_DE")

    @api.model
    def _load(self):
        """Make the demo's cases, each as its manager and through the normal ORM.

        :raise AccessError: unless called by the demo files, on a database without cases
        """
        cases = self.env["integration.case"]
        if not self.env.su or cases.search_count([], limit=1):
            raise AccessError(
                self.env._("Demo data are loaded into an empty database only.")
            )
        from ..demo import load

        load(self.env)
