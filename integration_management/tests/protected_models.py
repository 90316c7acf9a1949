# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""What the registry itself says about models that lead to a case.

Nothing here is a list of names: a new model is found, made and attacked untold.
"""

from odoo import fields

CANARY = "CANARY-7f3a"


def protected_model_names(env):
    """Return the names of all stored models with a path of links to a case."""
    found = {"integration.case"}
    while new := {
        name
        for name, model in env.registry.items()
        if name not in found
        and not model._abstract
        and any(
            field.store
            and field.type in ("many2one", "many2many")
            and field.comodel_name in found
            for field in model._fields.values()
        )
    }:
        found |= new
    return sorted(found)


def make_record(case, model_name):
    """Return a record of `model_name` in `case` with a canary in every text column."""
    if model_name == "integration.case":
        return case
    model = case.env[model_name]
    if existing := model.search([("case_id", "=", case.id)], limit=1):
        return existing
    return model.create(minimal_vals(case, model_name))


def minimal_vals(case, model_name):
    """Return values that suffice to create a record of `model_name` in `case`."""
    model = case.env[model_name]
    vals = {"case_id": case.id}
    defaults = model.with_context(default_case_id=case.id).default_get(
        list(model._fields)
    )
    for name, field in model._fields.items():
        if name in vals or not field.store or field.compute:
            continue
        if field.type in ("char", "text", "html") and not field.readonly:
            if not getattr(field, "size", None):
                vals[name] = CANARY
        elif field.required and name not in defaults:
            vals[name] = _value(case, field)
    return vals


def _value(case, field):
    if field.type == "many2one":
        comodel = case.env[field.comodel_name]
        if "case_id" in comodel._fields:
            return make_record(case, field.comodel_name).id
        return comodel.search([], limit=1).id
    if field.type == "selection":
        return field.get_values(case.env)[0]
    if field.type == "date":
        return fields.Date.today()
    if field.type == "datetime":
        return fields.Datetime.now()
    return 1
