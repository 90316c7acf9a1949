"""What an administrator could enter into Odoo to have it read cases for them.

Each attack gets the client and a target, and must be refused.
"""

READ_ALL = "env['integration.case'].sudo().search([]).mapped('last_name')"
MODULES = "ir.module.module"


def _create(client, model_name, /, **vals):
    return client.call(model_name, "create", [vals])


def _partner_model(client):
    return client.call("ir.model", "search", [("model", "=", "res.partner")])[0]


def _first(client, model, *domain):
    return client.call(model, "search", list(domain), limit=1)


def _addon(client):
    return _first(client, MODULES, ("name", "=", "integration_management"))


def server_action(client, target):
    vals = {"name": "x", "model_id": target.model_id, "state": "code"}
    return _create(client, "ir.actions.server", **vals, code=READ_ALL)


def server_action_that_writes(client, target):
    vals = {"name": "x", "model_id": target.model_id, "state": "object_write"}
    vals |= {"update_path": target.column, "evaluation_type": "equation"}
    return _create(client, "ir.actions.server", **vals, value=READ_ALL)


def webhook(client, target):
    vals = {"name": "x", "model_id": target.model_id, "state": "webhook"}
    url = "http://127.0.0.1:9/"
    return _create(client, "ir.actions.server", **vals, webhook_url=url)


def existing_action(client, _target):
    ids = _first(client, "ir.actions.server", ("state", "=", "code"))
    return client.call("ir.actions.server", "write", ids, {"code": READ_ALL})


def scheduled_action(client, target):
    vals = {"name": "x", "model_id": target.model_id, "interval_type": "days"}
    return _create(client, "ir.cron", **vals, state="code", code=READ_ALL)


def existing_scheduled_action(client, _target):
    ids = _first(client, "ir.cron")
    return client.call("ir.cron", "write", ids, {"code": READ_ALL})


def computed_field(client, _target):
    vals = {"model_id": _partner_model(client), "name": "x_leak", "ttype": "char"}
    code = f"for r in self: r['x_leak'] = str({READ_ALL})"
    return _create(client, "ir.model.fields", **vals, compute=code, depends="name")


def field_to_case(client, target):
    vals = {"model_id": _partner_model(client), "name": "x_leak", "ttype": "many2one"}
    return _create(client, "ir.model.fields", **vals, relation=target.model)


def field_on_case(client, target):
    vals = {"model_id": target.model_id, "name": "x_leak", "ttype": "char"}
    return _create(client, "ir.model.fields", **vals)


def page(client, _target):
    arch = f"<t t-name='x.y'><t t-out='{READ_ALL.replace(chr(39), chr(34))}'/></t>"
    return _create(client, "ir.ui.view", name="x", type="qweb", key="x.y", arch=arch)


def existing_page(client, _target):
    ids = _first(client, "ir.ui.view", ("key", "=", "web.external_layout_standard"))
    return client.call("ir.ui.view", "write", ids, {"arch": "<div t-out='env'/>"})


def script_in_view(client, target):
    arch = "<kanban><templates><t t-name='card' t-out='env'/></templates></kanban>"
    vals = {"name": "x", "model": target.model, "type": "kanban", "arch": arch}
    return _create(client, "ir.ui.view", **vals)


def paper(client, target):
    vals = {"name": "x", "model": target.model, "report_name": "web.external_layout"}
    return _create(client, "ir.actions.report", **vals)


def mail_template(client, target):
    body = f'<t t-out="{READ_ALL}"/>'
    vals = {"name": "x", "model_id": target.model_id, "body_html": body}
    return _create(client, "mail.template", **vals)


def rule_with_code(client, target):
    domain = f"[('id', 'in', user.{READ_ALL})]"
    vals = {"name": "x", "model_id": target.model_id, "domain_force": domain}
    return _create(client, "ir.rule", **vals)


def action_with_code(client, target):
    domain = f"[('id', 'in', user.{READ_ALL})]"
    vals = {"name": "x", "res_model": target.model, "domain": domain}
    return _create(client, "ir.actions.act_window", **vals)


def script(client, _target):
    vals = {"name": "x", "bundle": "web.assets_backend", "path": "/x/y.js"}
    return _create(client, "ir.asset", **vals)


def script_in_place_of_another(client, _target):
    vals = {"name": "x.js", "url": "/web/assets/1/web.assets_web.min.js", "raw": "x"}
    return _create(client, "ir.attachment", **vals)


def moved_name(client, _target):
    ids = _first(client, "ir.model.data", ("module", "=", "integration_management"))
    return client.call("ir.model.data", "write", ids, {"res_id": 1})


def known_secret(client, _target):
    return client.call("ir.config_parameter", "set_param", "database.secret", "x")


def finding_by_hand(client, target):
    vals = {"res_model_id": target.model_id, "res_id": target.id}
    return _create(client, "privacy.lookup.wizard.line", **vals)


def key_for_the_owner(client, _target):
    """An API key of somebody else."""
    vals = {"name": "x", "user_id": 1, "scope": "rpc", "key": "x"}
    return _create(client, "res.users.apikeys", **vals)


def removal_of_the_addon(client, _target):
    return client.call(MODULES, "button_immediate_uninstall", _addon(client))


def removal_later(client, _target):
    return client.call(MODULES, "button_uninstall", _addon(client))


def removal_by_state(client, _target):
    return client.call(MODULES, "write", _addon(client), {"state": "to remove"})


def removal_by_tables(client, _target):
    return client.call(MODULES, "module_uninstall", _addon(client))


def removal_with_mail(client, _target):
    ids = _first(client, MODULES, ("name", "=", "mail"))
    return client.call(MODULES, "button_immediate_uninstall", ids)


def dropped_model(client, target):
    ids = [target.model_id]
    return client.call("ir.model", "unlink", ids, context={"_force_unlink": True})
