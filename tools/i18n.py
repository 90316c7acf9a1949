"""./dev i18n: the texts of the addon and their German translation."""

import subprocess

from tools import config, databases, odoo_run
from tools.console import Problem, run, say, step
from tools.locks import locked
from tools.setup import prepare

FOLDER = config.ADDON_DIR / "i18n"
MERGE = config.TOOLS_DIR / "scripts" / "merge_po.py"


def i18n(args):
    """Renew the files of the folder i18n, or check that they are up to date."""
    setup = prepare()
    name = databases.name_for("i18n")
    with locked(name):
        step("Installing the addon without demo data")
        databases.clone(setup, name)
        odoo_run.install(setup, name)
        faults = check(setup, name) if args.check else _renew(setup, name, args.fill)
        databases.drop(setup, name)
    for fault in faults:
        say(fault)
    say("" if faults else "Every text is translated.")
    return 1 if faults else 0


def check(setup, database):
    """Return what is not as a renewal would leave it."""
    if not database_has_addon(setup, database):
        return ["the addon could not be installed"]
    return _merge(setup, _export(setup, database), "--check")


def database_has_addon(setup, database):
    """Tell whether the addon is installed there."""
    query = f"SELECT state FROM ir_module_module WHERE name = '{config.ADDON}'"
    return databases.sql(setup, query, database) == "installed"


def _renew(setup, database, fill):
    FOLDER.mkdir(exist_ok=True)
    options = ["--fill", fill] if fill else []
    return _merge(setup, _export(setup, database), *options)


def _export(setup, database):
    """Return the file with all texts as Odoo exports them."""
    raw = config.checkout_dir() / "export.pot"
    settings = config.checkout_dir() / "i18n.conf"
    settings.write_text(f"[options]\naddons_path = {odoo_run.addons_path(setup)}\n")
    command = [setup.python, "-m", "odoo", "i18n", "export", "-c", settings]
    command += ["-d", database, "-l", "pot", "-o", raw, config.ADDON]
    run(command, "See the message above.", env=setup.env, cwd=config.checkout_dir())
    return raw


def _merge(setup, raw, *options):
    command = [setup.python, MERGE, raw, FOLDER, *options]
    done = subprocess.run([str(p) for p in command], capture_output=True, text=True)
    if done.returncode > 1:
        raise Problem(done.stderr.strip(), "See the message above.")
    return done.stdout.strip().splitlines()
