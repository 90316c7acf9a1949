"""Create, copy and drop databases; build the template all others start from."""

import ast

from tools import config, odoo_run
from tools.console import Problem, run, step
from tools.locks import locked

# Installed beside what the addon's manifest asks for.
MODULES = ("calendar", "contacts", "mail", "portal", "base_import", "auth_totp")
SETTLE = config.TOOLS_DIR / "scripts" / "settle_template.py"
GERMAN = config.TOOLS_DIR / "scripts" / "make_german_demo.py"
REMEDY = "Run `./dev down --all` and try again."


def name_for(purpose):
    """Return the database name of this checkout for a purpose."""
    return f"im_{config.checkout_key()}_{purpose}"


def exists(setup, name):
    """Tell whether a database of this name is there."""
    return bool(sql(setup, f"SELECT 1 FROM pg_database WHERE datname = '{name}'"))


def sql(setup, text, database="postgres"):
    """Run SQL and return its output as text."""
    command = ["psql", "-XAtq", "-v", "ON_ERROR_STOP=1", "-c", text, database]
    return run(command, REMEDY, env=setup.env).strip()


def drop(setup, name):
    """Drop a database, whoever is connected to it."""
    # Not --force: it refuses while an autovacuum worker, which no role owns, is at
    # work, whereas a plain drop stops such workers and waits for the rest to go.
    sql(
        setup,
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
        f" WHERE datname = '{name}' AND usesysid IS NOT NULL",
    )
    run(["dropdb", "--if-exists", name], REMEDY, env=setup.env)


def clone(setup, name):
    """Make a fresh database with all dependencies, replacing an old one."""
    copy(setup, template(setup), name)


def copy(setup, source, name):
    """Copy a database that nobody is connected to, replacing an old copy."""
    drop(setup, name)
    run(["createdb", "-T", source, name], REMEDY, env=setup.env)


def template(setup):
    """Return the name of the template, building it when there is none."""
    name = template_name(setup)
    # Remembered before it is built, so that a draft left by a kill is known, too.
    (template_marks() / name).touch()
    if not exists(setup, name):
        with locked(name):
            if not exists(setup, name):
                _build_template(setup, name)
    return name


def template_marks():
    """Return the folder with a file per template, touched at each use."""
    folder = config.cache_dir() / "templates"
    folder.mkdir(exist_ok=True)
    return folder


def template_name(setup):
    """Return the name that the template of this Odoo and these modules has."""
    return f"im_template_{_recipe(setup)}"


def _dependencies():
    manifest = config.ADDON_DIR / "__manifest__.py"
    wanted = set(MODULES)
    if manifest.is_file():
        wanted |= set(ast.literal_eval(manifest.read_text()).get("depends", ()))
    return ",".join(sorted(wanted))


def _recipe(setup):
    return config.short_hash(
        str(setup.odoo.root),
        setup.odoo.version,
        setup.venv_recipe,
        _dependencies(),
        SETTLE.read_text(),
        "3",
    )


def _build_template(setup, name):
    step("Building the template database (about 1 minute, once)")
    draft = f"{name}_draft"
    drop(setup, draft)
    run(["createdb", "-T", "template0", "-E", "UTF8", draft], REMEDY, env=setup.env)
    # As Odoo does in databases that it makes itself: for searches within texts.
    sql(setup, "CREATE EXTENSION pg_trgm", draft)
    options = ["-i", _dependencies(), "--load-language=en_US,de_DE"]
    options += ["--stop-after-init", "--no-http"]
    odoo_run.odoo(setup, draft, options, "template")
    odoo_run.shell_script(setup, draft, SETTLE)
    sql(setup, f"ALTER DATABASE {draft} RENAME TO {name}")
    # Nobody may connect to it, so that it can be copied at any time.
    sql(setup, f"ALTER DATABASE {name} ALLOW_CONNECTIONS false")


def create_demo(setup, name):
    """Make a German database with the addon and its demo data."""
    clone(setup, name)
    odoo_run.shell_script(setup, name, GERMAN)
    odoo_run.install(setup, name)
    log = odoo_run.log_file("install")
    # Odoo takes this for a success.
    if "installed without demo data" in log.read_text(errors="replace"):
        raise Problem("The demo data cannot be loaded.", f"The reason is in {log}")
