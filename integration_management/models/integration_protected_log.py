# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, models


class IntegrationProtected(models.AbstractModel):
    """Notes every access in the access log, at the points that none gets around."""

    _inherit = "integration.protected"

    def _fetch_query(self, query, fields):
        fetched = super()._fetch_query(query, fields)
        fetched._log_access_of("read")
        return fetched

    @api.model
    def _read_group(self, *args, **kwargs):
        self._log_aggregate()
        return super()._read_group(*args, **kwargs)

    @api.model
    def _read_grouping_sets(self, *args, **kwargs):
        self._log_aggregate()
        return super()._read_grouping_sets(*args, **kwargs)

    def export_data(self, fields_to_export):
        result = super().export_data(fields_to_export)
        self._log_access_of("export")
        return result

    @api.model_create_multi
    def create(self, vals_list):
        records = super().create(vals_list)
        records._log_access_of("create")
        return records

    def write(self, vals):
        result = super().write(vals)
        self._log_access_of("write")
        return result

    def unlink(self):
        cases = self[self._case_field] if self._case_field else self
        self._log_access_of("unlink", cases.ids)
        return super().unlink()

    def _log_access_of(self, operation, case_ids=()):
        """Note what the user does with these records; the server itself is exempt."""
        if self and not self.env.su:
            log = self.env["integration.access.log"]
            log._log(operation, self._name, self.ids, case_ids)

    @api.model
    def _log_aggregate(self):
        if not self.env.su:
            self.env["integration.access.log"]._log("aggregate", self._name)
