"""Everything a command needs before it can run Odoo."""

import dataclasses

from tools import cluster, odoo_source, python_env, system


@dataclasses.dataclass(frozen=True)
class Setup:
    """A machine made ready: Odoo, the Python to run it, the database server."""

    odoo: odoo_source.Odoo
    python: object
    venv_recipe: str
    env: dict


def prepare():
    """Make the machine ready, doing only what is still missing."""
    system.ensure_packages()
    odoo = odoo_source.find_odoo()
    python = python_env.python()
    env = cluster.environment()
    env["PYTHONPATH"] = str(odoo.root)
    return Setup(odoo, python, python_env.recipe(), env)
