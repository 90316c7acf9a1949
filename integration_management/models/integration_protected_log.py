# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, models


class IntegrationProtected(models.AbstractModel):
    """Notes every access in the access log, at the points that none gets around."""

    _inherit = "integration.protected"

    def _fetch_query(self, query, fields):
        if case := self._fields.get(self._case_field):
            fields = [*fields, case]  # so that the log need not look for it
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
        self._log_access_of("unlink")
        return super().unlink()

    def _log_access_of(self, operation):
        """Note what the user does with these records; the server itself is exempt."""
        if self and not self.env.su:
            log = self.env["integration.access.log"]
            log._log(operation, self._name, self.ids, self._case_ids())

    def _log_refusal_of(self, operation):
        """Note that the user was refused these records."""
        records = self.sudo().exists()  # sudo: the log needs to know the cases
        log = self.env["integration.access.log"]
        log._log_refusal(operation, self._name, self.ids, records._case_ids())

    def _case_ids(self):
        """Return the ids of the cases that these records belong to."""
        return self[self._case_field].ids if self._case_field else self.ids

    @api.model
    def _log_aggregate(self):
        if not self.env.su:
            self.env["integration.access.log"]._log("aggregate", self._name)
