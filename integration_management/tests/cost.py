# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""What a screen costs, asked as the web client asks."""

from lxml import etree


def specification(model, view_type, xml_id=None):
    """Return the fields that the web client reads for a view, nested lists included.

    :param model: recordset of the model, as the user sees it
    :param xml_id: a view other than the default one
    """
    view_id = model.env.ref(xml_id).id if xml_id else None
    return _of_arch(etree.fromstring(model.get_view(view_id, view_type)["arch"]), model)


def _of_arch(arch, model):
    wanted = {}
    for node in arch.xpath(".//field[not(ancestor::field)]"):
        field = model._fields.get(node.get("name"))
        if field is None:
            continue
        spec = wanted.setdefault(field.name, {})
        if field.type == "many2one":
            spec["fields"] = {"display_name": {}}
        elif field.type in ("one2many", "many2many"):
            comodel = model.env[field.comodel_name]
            inline = node.find("list")
            if node.get("widget") == "many2many_tags":
                spec["fields"] = {"display_name": {}}
            elif inline is not None:
                spec["fields"] = _of_arch(inline, comodel)
            else:
                spec["fields"] = specification(comodel, "list")
    return wanted


def queries(env, call):
    """Return how many queries `call` takes with an empty cache.

    A first call fills what outlives a request, e.g. the domains of record rules.
    """
    for _ in range(2):
        env.flush_all()
        env.invalidate_all()
        # Who is asking is cached in environments, which come and go with the garbage.
        env.user.partner_id.fetch(["tz", "name"])
        before = env.cr.sql_log_count
        call()
        env.flush_all()
    return env.cr.sql_log_count - before
