# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from functools import partial

from odoo import api, models, tools
from odoo.fields import Domain
from odoo.tools import SQL

# Odoo's models that name a record by two columns: its model and its id.
ABOUT = {
    "mail.activity": ("res_model", "res_id"),
    "mail.followers": ("res_model", "res_id"),
    "mail.message": ("model", "res_id"),
    "mail.scheduled.message": ("model", "res_id"),
    "rating.rating": ("res_model", "res_id"),
}
# Odoo's models that belong to a message.
OF_MESSAGE = {
    "mail.mail": "mail_message_id",
    "mail.message.link.preview": "message_id",
    "mail.message.reaction": "message_id",
    "mail.message.schedule": "mail_message_id",
    "mail.message.translation": "message_id",
    "mail.notification": "mail_message_id",
    "mail.tracking.value": "mail_message_id",
}


class IntegrationProtected(models.AbstractModel):
    """Guards what Odoo keeps beside a protected record: mail and activities.

    Odoo lets authors, recipients and assigned people read such things for ever; here,
    that ends with access to the record.
    """

    _inherit = "integration.protected"

    @api.model
    def _about_domain(self, model_name):
        """Return the domain of the records of `model_name` that the user may open.

        :return: True domain for models that cannot be about a case
        """
        if message_field := OF_MESSAGE.get(model_name):
            return Domain(message_field, "any!", self._about_domain("mail.message"))
        if model_name not in ABOUT:
            return Domain.TRUE
        model_field, id_field = ABOUT[model_name]
        elsewhere = Domain(model_field, "not in", self._get_protected_names())
        # Late and by SQL: Odoo caches this domain for its user across requests.
        own = Domain.custom(to_sql=partial(_own_to_sql, model_field, id_field))
        return elsewhere | own

    @api.model
    @tools.ormcache()
    def _get_protected_names(self):
        """Return the names of all protected models that have a table."""
        names = (name for name in self.env.registry if self._is_protected(name))
        return [name for name in names if not self.env[name]._abstract]


def _own_to_sql(model_field, id_field, model, alias, query):
    """Return the condition for what is about records that the user may read."""
    model.flush_model([model_field, id_field])
    env = model.sudo(False).env  # sudo: off, rules are evaluated as superuser
    terms = [SQL("FALSE")]
    for name in env["integration.protected"]._get_protected_names():
        records = env[name].with_context(active_test=False)
        if "message_ids" in records._fields and records.has_access("read"):
            column = SQL.identifier(alias, model_field)
            ids = records._search(Domain.TRUE).subselect()
            link = SQL.identifier(alias, id_field)
            terms.append(SQL("(%s = %s AND %s IN %s)", column, name, link, ids))
    return SQL("(%s)", SQL(" OR ").join(terms))
