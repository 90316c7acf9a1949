# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Keeps code out of a running Odoo: whoever enters code reads whatever they like."""

import os

from odoo import SUPERUSER_ID, api, models
from odoo.exceptions import AccessError
from odoo.fields import Command

from odoo.addons.base.models.ir_model import MODULE_UNINSTALL_FLAG

from ..logic.expressions import calls_with_user

VARIABLE = "INTEGRATION_MANAGEMENT_ALLOW_CODE"

# Made by modules only; what users may change of them.
_FROZEN = {
    "base.automation": {"active", "description", "name"},
    "base.import.module": set(),
    "base.language.import": set(),
    "ir.actions.report": {
        "binding_model_id",
        "group_ids",
        "multi",
        "name",
        "paperformat_id",
    },
    "ir.actions.server": {
        "binding_model_id",
        "binding_type",
        "group_ids",
        "help",
        "name",
        "sequence",
    },
    "ir.asset": {"active", "name", "sequence"},
    # The contents of a view, forms and kanbans included, run in other people's
    # browsers: templates in them are JavaScript.
    "ir.ui.view": {"active", "group_ids", "name", "priority"},
}
# Code beside other things.
_CODE_FIELDS = {
    "gamification.goal.definition": {
        "batch_user_expression",
        "compute_code",
        "res_id_field",
    },
    "ir.model.fields": {"compute", "depends", "related"},
    "website": {"custom_code_footer", "custom_code_head"},
}
# Evaluated on the server with the user at hand.
_EXPRESSIONS = {
    "gamification.goal.definition": {"domain"},
    "ir.actions.act_window": {"context", "domain"},
    "ir.rule": {"domain_force"},
}
_OTHERS = {
    "ir.attachment": "_is_code_attachment",
    "ir.config_parameter": "_is_secret_parameter",
    "ir.model.data": "_is_moved_id",
    "ir.model.fields": "_is_reaching_field",
    "mail.push.device": "_is_foreign_device",
}
_LOOKUPS = {"privacy.lookup.wizard", "privacy.lookup.wizard.line"}
CHECKS = {*_FROZEN, *_CODE_FIELDS, *_EXPRESSIONS, *_OTHERS, *_LOOKUPS}


class IntegrationLockdown(models.AbstractModel):
    """Answers whether code may be entered now, and refuses it if not.

    Modules bring code while the registry is being built. Afterwards it comes from
    users, and is refused unless the operator of the host has set a variable of the
    process. Contexts do not count: they come from the browser.
    """

    _name = "integration.lockdown"
    _description = "Lock on Code"

    @api.model
    def _is_open(self):
        """Tell whether code may be entered now."""
        return not self.env.registry.ready or os.environ.get(VARIABLE) == "1"

    @api.model
    def _check(self, records, vals):
        """Return the values that may be stored.

        :param records: what is written to; empty when something is created
        :raise AccessError: when they hold code
        """
        name = records._name
        if name in _LOOKUPS:
            return self._without_protected(records, vals)
        if not self.env.registry.ready or not self._holds_code(records, vals):
            return vals
        if not self._is_open():
            self._refuse(records)
        self.env["integration.access.log"]._log("code", name, records.ids)
        return vals

    @api.model
    def _check_unlink(self, records):
        """Refuse to take away the name that a part of a module is known by.

        Odoo does it as superuser, together with the record.
        """
        if records._name != "ir.model.data" or self.env.su or self._is_open():
            return
        modules = self.env["ir.module.module"].sudo()  # sudo: names only
        if modules._installed().keys() & set(records.mapped("module")):
            self._refuse(records)

    @api.model
    def _without_force(self, records):
        """Return the records without the word that switches off checks of deletion.

        Uninstalling a module puts it into the context; so could a browser.
        """
        if self.env.context.get(MODULE_UNINSTALL_FLAG) and not self._is_open():
            return records.with_context(**{MODULE_UNINSTALL_FLAG: False})
        return records

    @api.model
    def _refuse(self, records):
        """Note the attempt and raise.

        :raise AccessError: always
        """
        log = self.env["integration.access.log"]
        log._log_refusal("code", records._name, records.ids)
        raise AccessError(
            self.env._(
                "This could open a way into every client's file, by code or otherwise,"
                " so it is locked: %(what)s. The operator of the server can open it for"
                " maintenance; see the administrator's handbook.",
                what=records._description,
            )
        )

    @api.model
    def _holds_code(self, records, vals):
        name, given = records._name, vals.keys()
        if name in _FROZEN and (not records or given - _FROZEN[name]):
            return True
        if any(vals.get(field) for field in _CODE_FIELDS.get(name, ())):
            return True
        texts = [vals[field] for field in _EXPRESSIONS.get(name, ()) if vals.get(field)]
        if any(map(calls_with_user, texts)):
            return True
        return name in _OTHERS and getattr(self, _OTHERS[name])(records, vals)

    @api.model
    def _is_code_attachment(self, records, vals):
        """Tell whether a file would take the place of a script that browsers load.

        Odoo makes those as superuser; nobody else has a reason.
        """
        if self.env.uid == SUPERUSER_ID:
            return False
        urls = [vals.get("url")]
        if vals.keys() & {"datas", "db_datas", "mimetype", "raw", "url"}:
            urls += records.sudo().mapped("url")  # sudo: only compared
        return any(map(_is_script, filter(None, urls)))

    @api.model
    def _is_secret_parameter(self, records, vals):
        """Tell whether the key that Odoo signs with would be set to a known one."""
        keys = records.sudo().mapped("key")  # sudo: only compared
        return "database.secret" in [vals.get("key"), *keys]

    @api.model
    def _is_moved_id(self, records, vals):
        """Tell whether the name of a part of a module would lead elsewhere."""
        return bool(records and vals.keys() & {"model", "module", "name", "res_id"})

    @api.model
    def _is_reaching_field(self, _records, vals):
        """Tell whether an added field would lead into a case or another table."""
        models_ = self.env["ir.model"].sudo()  # sudo: only technical names are read
        names = {vals.get("model"), vals.get("relation")}
        names.add(models_.browse(vals.get("model_id") or []).model)
        if any(map(self.env["integration.protected"]._is_protected, names)):
            return True
        table = vals.get("relation_table")
        return bool(table) and not table.startswith("x_")

    @api.model
    def _is_foreign_device(self, records, vals):
        """Tell whether somebody else's messages would be pushed to a device.

        Push messages hold what was written, under a key that the device chose.
        """
        own = self.env.user.partner_id
        partners = records.sudo().partner_id  # sudo: only compared
        if "partner_id" in vals:
            # Odoo gives the record itself when a browser changes hands.
            partners = own.browse(getattr(vals["partner_id"], "id", vals["partner_id"]))
        return bool(partners - own)

    @api.model
    def _without_protected(self, records, vals):
        """Keep cases out of Odoo's search for a person through all tables.

        It reads, archives and deletes as superuser what its findings name.

        :raise AccessError: for a finding made by hand
        """
        if records._name == "privacy.lookup.wizard.line":
            if self._is_protected_line(vals):
                log = self.env["integration.access.log"]
                log._log_refusal("denied", records._name)
                raise AccessError(self.env._("Cases cannot be searched this way."))
        elif vals.get("line_ids"):
            lines = [
                command
                for command in vals["line_ids"]
                if command[0] != Command.CREATE
                or not self._is_protected_line(command[2])
            ]
            vals = {**vals, "line_ids": lines}
        return vals

    @api.model
    def _is_protected_line(self, vals):
        models_ = self.env["ir.model"].sudo()  # sudo: only technical names are read
        names = [
            models_.browse(vals.get("res_model_id") or []).model,
            vals.get("res_model"),
            str(vals.get("resource_ref") or "").partition(",")[0],
        ]
        return any(map(self.env["integration.protected"]._is_protected, names))


def _is_script(url):
    """Tell whether a file with this address is served as part of the web client."""
    if url.startswith(("/web/assets/", "/_custom/")):
        return True
    path = url.partition("?")[0]
    scripts = (".css", ".js", ".mjs", ".scss", ".xml")
    return url.startswith("/") and "/static/" in url and path.endswith(scripts)
