"""Run Odoo's own command line on one of our databases."""

import subprocess

from tools import config
from tools.console import Problem
from tools.ports import free_port

UNINSTALL = config.TOOLS_DIR / "scripts" / "uninstall.py"


def addons_path(setup):
    """Return where Odoo finds its addons and ours."""
    return ",".join([*map(str, setup.odoo.addons), str(config.CHECKOUT)])


def base_options(setup):
    """Return the options that every call of Odoo needs."""
    return [
        f"--addons-path={addons_path(setup)}",
        f"--data-dir={config.checkout_dir() / 'data'}",
        "--http-interface=127.0.0.1",
        # Tests start the web server even if told not to.
        f"--http-port={free_port()}",
        "--max-cron-threads=0",
    ]


def log_file(name):
    """Return where the log of a step goes."""
    folder = config.checkout_dir() / "logs"
    folder.mkdir(exist_ok=True)
    return folder / f"{name}.log"


def odoo(setup, database, options, log_name, stdin=None, check=True, env=None):
    """Run Odoo to its end with its output in a log; return its exit status."""
    log = log_file(log_name)
    subcommand, *rest = options if options[0] == "shell" else ("server", *options)
    command = [setup.python, "-m", "odoo", subcommand, *base_options(setup)]
    command += ["-d", database, *rest]
    with log.open("wb") as output:
        done = subprocess.run(
            [str(part) for part in command],
            env=setup.env | (env or {}),
            cwd=config.checkout_dir(),
            stdin=stdin or subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
        )
    if check and done.returncode:
        raise failure(log)
    return done.returncode


def failure(log):
    """Return the problem that a log of Odoo tells about."""
    lines = log.read_text(errors="replace").splitlines()
    return Problem(
        "Odoo failed:\n" + "\n".join(lines[-25:]), f"The whole log is in {log}"
    )


def shell_script(setup, database, script, env=None):
    """Run a Python file in Odoo's shell, where Odoo's `env` is given."""
    with script.open() as stdin:
        odoo(setup, database, ["shell", "--no-http"], script.stem, stdin, env=env)


def uninstall(setup, database):
    """Remove the addon from a database, as the operator of a server would."""
    allowed = {"INTEGRATION_MANAGEMENT_ALLOW_CODE": "1"}
    shell_script(setup, database, UNINSTALL, env=allowed)


def install(setup, database, update=False):
    """Install or update the addon."""
    option = "-u" if update else "-i"
    options = [option, config.ADDON, "--stop-after-init", "--no-http"]
    odoo(setup, database, options, "update" if update else "install")
