# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import re

from odoo import api, models
from odoo.exceptions import ValidationError

# The value list in the domain of a field.
_KIND = re.compile(r"\('kind', '=', '(\w+)'\)")


class IntegrationTermMixin(models.AbstractModel):
    """A record whose fields take terms of their own value list only.

    The list is the one in the domain of the field, so there is nothing to declare.
    """

    _name = "integration.term.mixin"
    _description = "Record with Terms"

    @api.model_create_multi
    def create(self, vals_list):
        records = super().create(vals_list)
        records._check_terms(self._fields)
        return records

    def write(self, vals):
        result = super().write(vals)
        self._check_terms(vals)
        return result

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
