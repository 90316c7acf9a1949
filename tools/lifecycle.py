"""What happens to the addon in a database that lives on: updates and its removal."""

from tools import access_log, config, databases, loggate, odoo_run, server
from tools.console import Problem, say, step
from tools.results import Result

NAME = "lifecycle"
OWN = "LIKE 'integration\\_%'"
# Whatever of ours Odoo knows in the database; translations and texts included.
STATE = f"""
    SELECT 'xml id', module || '.' || name, model, res_id::text, noupdate::text
      FROM ir_model_data WHERE module = '{config.ADDON}'
    UNION ALL
    SELECT 'column', table_name, column_name, data_type, is_nullable
      FROM information_schema.columns WHERE table_name {OWN}
    UNION ALL
    SELECT 'index', tablename, indexname, indexdef, ''
      FROM pg_indexes WHERE tablename {OWN}
    UNION ALL
    SELECT 'constraint', conrelid::regclass::text, conname,
           pg_get_constraintdef(oid), ''
      FROM pg_constraint WHERE conrelid::regclass::text {OWN}
    UNION ALL
    SELECT 'view', name, md5(arch_db::text), inherit_id::text, mode
      FROM ir_ui_view WHERE arch_fs LIKE '{config.ADDON}/%'
    ORDER BY 1, 2, 3, 4, 5
"""
LEFT_BEHIND = f"""
    SELECT 'module in state ' || state FROM ir_module_module
     WHERE name = '{config.ADDON}' AND state != 'uninstalled'
    UNION ALL
    SELECT 'table ' || tablename FROM pg_tables WHERE tablename {OWN}
    UNION ALL
    SELECT 'view ' || viewname FROM pg_views WHERE viewname {OWN}
    UNION ALL
    SELECT 'column ' || table_name || '.' || column_name
      FROM information_schema.columns
     WHERE column_name {OWN} AND table_name NOT {OWN}
    UNION ALL
    SELECT 'model ' || model FROM ir_model WHERE model LIKE 'integration.%'
    UNION ALL
    SELECT 'field ' || model || '.' || name
      FROM ir_model_fields WHERE name {OWN}
    UNION ALL
    SELECT 'xml id ' || name FROM ir_model_data WHERE module = '{config.ADDON}'
    UNION ALL
    SELECT 'menu ' || complete_name FROM (
        SELECT name::text AS complete_name FROM ir_ui_menu
         WHERE action LIKE 'ir.actions.%' AND web_icon LIKE '{config.ADDON},%'
    ) AS menus
    UNION ALL
    SELECT 'attachment of ' || res_model
      FROM ir_attachment WHERE res_model LIKE 'integration.%'
    UNION ALL
    SELECT 'message on ' || model FROM mail_message WHERE model LIKE 'integration.%'
    UNION ALL
    SELECT 'activity on ' || res_model
      FROM mail_activity WHERE res_model LIKE 'integration.%'
    UNION ALL
    SELECT 'follower of ' || res_model
      FROM mail_followers WHERE res_model LIKE 'integration.%'
"""


def check(setup, _args=None):
    """Update twice, remove the addon, start Odoo again; return the result."""
    step("Creating a database with demo data to update and to remove the addon")
    database = databases.name_for(NAME)
    databases.create_demo(setup, database)
    access_log.seal(setup, database)
    total = Result()
    for name, part in PARTS.items():
        faults = _faults(part, setup, database)
        step(f"{'FAILED' if faults else 'ok'}: {name}")
        for fault in faults[:20]:
            say(f"    {fault}")
        total += Result(0, 1) if faults else Result(1)
    databases.drop(setup, database)
    return total


def _faults(part, setup, database):
    try:
        return part(setup, database)
    except Problem as problem:
        return problem.what.splitlines()[-20:]


def _update(setup, database):
    """The first update may still change what the installation left."""
    odoo_run.install(setup, database, update=True)
    return _complaints("update")


def _update_again(setup, database):
    before = _lines(setup, STATE, database)
    odoo_run.install(setup, database, update=True)
    after = _lines(setup, STATE, database)
    changed = [f"lost: {line}" for line in sorted(before - after)]
    changed += [f"new: {line}" for line in sorted(after - before)]
    return _complaints("update") + changed


def _refuse(setup, database):
    """The log must not go by accident: who keeps it gives it back first."""
    try:
        odoo_run.uninstall(setup, database)
    except Problem as problem:
        return [] if "access_log_unseal.sql" in problem.what else [problem.what]
    return ["The addon was removed."]


def _uninstall(setup, database):
    access_log.unseal(setup, database)
    odoo_run.uninstall(setup, database)
    return _complaints("uninstall") + sorted(_lines(setup, LEFT_BEHIND, database))


def _start_without(setup, database):
    odoo = server.Server(setup, database, NAME)
    odoo.start()
    server.stop(NAME)
    return loggate.complaints(odoo.log.read_text(errors="replace"))


def _lines(setup, query, database):
    return set(databases.sql(setup, query, database).splitlines())


def _complaints(log_name):
    return loggate.complaints(odoo_run.log_file(log_name).read_text(errors="replace"))


PARTS = {
    "update": _update,
    "a second update changes nothing": _update_again,
    "removal is refused while the access log is sealed": _refuse,
    "removal leaves nothing behind": _uninstall,
    "Odoo starts without the addon": _start_without,
}
