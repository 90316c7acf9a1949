# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, models
from odoo.exceptions import AccessError
from odoo.fields import Domain

from ..logic.periods import access_day


class IrRule(models.Model):
    _inherit = "ir.rule"

    @api.model
    def _compute_domain(self, model_name, mode="read"):
        """AND the access domain of guarded models to whatever the rules say.

        Rules can be edited by an administrator; this cannot. Guarded is a model that
        has a method `_access_domain`, e.g. every protected one, and mail about these.
        """
        domain = super()._compute_domain(model_name, mode)
        if self.env.su:
            return domain
        model = self.env[model_name]
        guard = self._get_guard(model)
        domain = guard if domain == guard else domain & guard
        return _on(access_day(), domain) if hasattr(model, "_access_domain") else domain

    @api.model
    def _get_guard(self, model):
        """Return the domain that holds whatever the rules say."""
        guard = self.env["integration.protected"]._about_domain(model._name)
        if hasattr(model, "_access_domain"):
            guard &= model._access_domain()
        return guard.optimize(model)

    def _make_access_error(self, operation, records):
        """Say nothing about protected records, in developer mode neither."""
        if not isinstance(records, self.env.registry["integration.protected"]):
            if not self._get_guard(records).is_true():
                # Names of files and subjects of messages may be anything.
                records = records.browse()
            return super()._make_access_error(operation, records)
        records._log_refusal_of("denied")
        return AccessError(
            self.env._("This record belongs to a case that you have no access to.")
        )


def _on(day, domain):
    """Return `domain` with `day` for “today”, which callers could choose a zone for."""

    def fix(condition):
        value = condition.value
        if isinstance(value, Domain):
            value = _on(day, value)
        elif value == "today":
            value = day
        return Domain(condition.field_expr, condition.operator, value)

    return domain.map_conditions(fix)
