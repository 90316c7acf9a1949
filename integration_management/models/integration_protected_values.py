# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, models
from odoo.exceptions import ValidationError

# Nothing entered is zero or no: the database never finds them empty.
_NEVER_EMPTY = ("boolean", "integer", "float", "monetary")


class IntegrationProtected(models.AbstractModel):
    """Refuses wrong values in plain words, before the database does.

    Its complaint would repeat all values of the record in the server's log.
    """

    _name = "integration.protected"
    _inherit = ["integration.protected", "integration.term.mixin"]

    def write(self, vals):
        self._check_filled_in(vals, vals)
        return super().write(vals)

    @api.model
    def _check_filled_in(self, vals, names):
        """Refuse required fields left empty.

        :param names: the fields to look at
        :raise ValidationError: with the labels of all that is missing
        """
        missing = [
            self._fields[name]._description_string(self.env)
            for name in names
            if self._is_mandatory(name) and vals.get(name) in (None, False)
        ]
        if missing:
            raise ValidationError(
                self.env._("Please fill in: %(fields)s.", fields=", ".join(missing))
            )

    @api.model
    def _is_mandatory(self, name):
        """Tell whether somebody has to enter the field `name`."""
        field = self._fields.get(name)
        return bool(
            field
            and field.required
            and field.column_type
            and field.store
            and not field.compute
            and field.type not in _NEVER_EMPTY
        )
