# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""The one place that says who may open what hangs on a case."""

from odoo import SUPERUSER_ID, api, models, tools
from odoo.exceptions import UserError
from odoo.fields import Command, Domain


class IntegrationProtected(models.AbstractModel):
    """A record that only the case's owner, and whom the owner granted, may touch.

    The access domain is applied twice: by the record rules shipped with the addon, and
    by :meth:`ir.rule._compute_domain`, so that editing rules opens nothing.
    """

    _name = "integration.protected"
    _description = "Protected by the Case's Access List"

    # Field that leads to the case; empty on the case itself.
    _case_field = "case_id"

    @api.model
    @tools.ormcache("self.env.uid")
    def _access_domain(self):
        """Return the domain of the records that the current user may open.

        One access table and no OR: the shape that stays index-friendly at any size.
        'today' is resolved at each query, so a grant ends with its day.
        """
        path = f"{self._case_field}.access_ids" if self._case_field else "access_ids"
        return Domain(
            path,
            "any",
            [
                ("user_id", "=", self.env.uid),
                ("date_from", "<=", "today"),
                ("date_to", ">=", "today"),
            ],
        ).optimize(self)

    @api.model_create_multi
    def create(self, vals_list):
        """Check links before inserting, those that come from defaults included.

        Callers choose defaults too (context, own `ir.default`), and a database
        constraint that fails first would tell what a foreign case contains.
        """
        vals_list = [self._add_missing_default_values(vals) for vals in vals_list]
        for vals in vals_list:
            self._check_linked_records(vals)
            self._check_filled_in(vals, self._fields)
        return super().create(vals_list)

    def write(self, vals):
        self._check_linked_records(vals)
        return super().write(vals)

    def onchange(self, values, field_names, fields_spec):
        self._check_linked_records(values)
        return super().onchange(values, field_names, fields_spec)

    @api.model
    def _check_linked_records(self, vals):
        """Refuse values that point to protected records the user may not open.

        :raise AccessError: e.g. for a foreign case's id sent over RPC
        """
        if self.env.su:
            return
        for name, value in vals.items():
            field = self._fields.get(name)
            if field and field.relational and self._is_protected(field.comodel_name):
                linked = self.env[field.comodel_name].browse(_linked_ids(value))
                linked.check_access("read")

    @api.model
    def _is_protected(self, model_name):
        """Tell whether `model_name` is a model that inherits this guard."""
        guard = self.env.registry["integration.protected"]
        return model_name in self.env and isinstance(self.env[model_name], guard)

    @api.model
    def _check_entitled(self, model_name, record_id, partners):
        """Keep mail about a case among those who may open it.

        Whoever follows, is mentioned or gets an activity can read what is written
        there, now and later, whether they may open the case or not.

        :param model_name: any model; nothing is checked unless it is protected
        :raise UserError: when one of `partners`, or the user who adds them, may not
            read the record
        """
        if not model_name or not self._is_protected(model_name):
            return
        # Constraints run as superuser: it is the user behind who must be entitled.
        record = self.env[model_name].sudo(False)  # sudo: off, see above
        record = record.browse(record_id)
        if self.env.uid != SUPERUSER_ID:
            record.check_access("read")
        for partner in partners:
            users = partner.user_ids
            if not any(record.with_user(user).has_access("read") for user in users):
                raise UserError(
                    self.env._(
                        "%(name)s has no access to this case and must not get"
                        " messages or activities about it.",
                        name=partner.name,
                    )
                )


def _linked_ids(value):
    """Return the ids that a relational value links, whatever its form."""
    if not isinstance(value, list | tuple):
        value = [value]
    ids = []
    for item in value:
        if isinstance(item, list | tuple):
            command = item[0]
            if command == Command.SET:
                ids += item[2]
            elif command in (Command.UPDATE, Command.DELETE, Command.LINK):
                ids.append(item[1])
        elif isinstance(item, dict):
            ids.append(item.get("id"))
        else:
            ids.append(item)
    return [id_ for id_ in ids if isinstance(id_, int) and not isinstance(id_, bool)]
