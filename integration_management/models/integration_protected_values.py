# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import re

from odoo import api, models
from odoo.exceptions import ValidationError

# The value list in the domain of a field.
_KIND = re.compile(r"\('kind', '=', '(\w+)'\)")
# Nothing entered is zero or no: the database never finds them empty.
_NEVER_EMPTY = ("boolean", "integer", "float", "monetary")


class IntegrationProtected(models.AbstractModel):
    """Refuses wrong values in plain words, before the database does.

    Its complaint would repeat all values of the record in the server's log.
    """

    _inherit = "integration.protected"

    @api.model_create_multi
    def create(self, vals_list):
        records = super().create(vals_list)
        records._check_terms(self._fields)
        return records

    def write(self, vals):
        self._check_filled_in(vals, vals)
        result = super().write(vals)
        self._check_terms(vals)
        return result

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

    def _check_terms(self, names):
        """Refuse terms of another value list than the field offers.

        :raise ValidationError: e.g. for a kind of contact as a gender, by import
        """
        for name in names:
            field = self._fields.get(name)
            if not field or field.comodel_name != "integration.term":
                continue
            found = _KIND.search(str(field.domain))
            if found and set(self.mapped(f"{name}.kind")) - {found[1]}:
                raise ValidationError(
                    self.env._(
                        "“%(field)s” does not offer this term. Please choose one from"
                        " its list.",
                        field=field._description_string(self.env),
                    )
                )
