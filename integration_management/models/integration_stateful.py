# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, models
from odoo.exceptions import UserError


class IntegrationStateful(models.AbstractModel):
    """A record whose state moves by a table of `logic/states.py` only."""

    _name = "integration.stateful"
    _description = "Record with a State Table"

    _state_field = "state"
    _state_table = None

    @api.model_create_multi
    def create(self, vals_list):
        records = super().create(vals_list)
        for record in records:
            if not self._state_table.may_start(record._get_state_code()):
                raise UserError(
                    self.env._(
                        "A new record cannot start as “%(state)s”.",
                        state=record._get_state_label(),
                    )
                )
        return records

    def write(self, vals):
        if self._state_field not in vals:
            return super().write(vals)
        before = {r: (r._get_state_code(), r._get_state_label()) for r in self}
        result = super().write(vals)
        for record, (code, label) in before.items():
            if not self._state_table.may_move(code, record._get_state_code()):
                raise UserError(
                    self.env._(
                        "“%(old)s” cannot become “%(new)s” (%(number)s).",
                        old=label,
                        new=record._get_state_label(),
                        number=record.display_name,
                    )
                )
        return result

    def _get_state_code(self):
        """Return the key of the record's state in its table."""
        self.ensure_one()
        return self[self._state_field]

    def _get_state_label(self):
        """Return the record's state as the user reads it."""
        self.ensure_one()
        field = self._fields[self._state_field]
        return field.convert_to_export(self[self._state_field], self)
