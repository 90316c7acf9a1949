# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import models
from odoo.fields import Domain


class IntegrationCase(models.Model):
    """A deleted file is gone, with all that hangs on its parts."""

    _inherit = "integration.case"

    def unlink(self):
        """Take files and import names of the parts along.

        The database's cascade drops the parts' rows only.
        """
        self.check_access("unlink")
        leftovers = self._get_leftovers()
        result = super().unlink()
        for records in leftovers:
            records.exists().unlink()
        return result

    def _get_leftovers(self):
        """Return what refers to parts of the cases by model and id."""
        files = names = Domain.FALSE
        for model_name, model in self.env.registry.items():
            if model._abstract or not self._is_protected(model_name):
                continue
            parts = self.env[model_name].sudo()  # sudo: whoever may delete the case
            ids = parts.search([(self._path_to_case(model), "in", self.ids)]).ids
            files |= Domain([("res_model", "=", model_name), ("res_id", "in", ids)])
            names |= Domain([("model", "=", model_name), ("res_id", "in", ids)])
        # Named, so that Odoo does not leave the contents of binary fields out.
        files &= Domain("res_field", "=", False) | Domain("res_field", "!=", False)
        env = self.sudo().env  # sudo: see above; the papers of decisions go, too
        return env["ir.attachment"].search(files), env["ir.model.data"].search(names)

    def _path_to_case(self, model):
        return model._case_field or "id"
