"""Seal the access log of a database, as docs/admin/zugriffsprotokoll.md says."""

from tools import cluster, config, databases
from tools.console import run, say

SCRIPTS = config.ADDON_DIR / "security"
REMEDY = "Run `./dev up --fresh`."


def seal(setup, database):
    """Leave Odoo nothing but reading the log and adding to it."""
    _run(setup, database, "access_log_seal.sql")


def unseal(setup, database):
    """Give the log back to Odoo, as it must be to remove the addon."""
    _run(setup, database, "access_log_unseal.sql")


def _run(setup, database, script):
    env = cluster.superuser(setup.env)
    if env is None:
        say("The access log is not sealed: PGUSER is no superuser of PostgreSQL.")
        return
    role = databases.sql(setup, "SELECT current_user")
    command = ["psql", "-Xq", "-v", f"odoo_role={role}", "-f", SCRIPTS / script]
    run([*command, database], REMEDY, env=env)
