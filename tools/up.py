"""./dev up, ./dev down, ./dev shell: the demo of this checkout."""

import subprocess
import time

from tools import access_log, cluster, config, databases, logins, odoo_run, server
from tools.console import Problem, say, step
from tools.locks import locked
from tools.setup import prepare
from tools.tidy import tidy

NAME = "demo"


def up(args):
    """Serve the German demo, made on the first start, updated on later ones."""
    setup = prepare()
    tidy(setup)
    database = args.db or databases.name_for(NAME)
    server.stop(NAME)
    with locked(database):
        _bring_up_to_date(setup, database, args.fresh)
    step("Starting the server")
    odoo = server.Server(setup, database, NAME)
    odoo.start(args.port)
    _greet(odoo)
    if args.detach:
        say("It runs in the background. Stop it with: ./dev down")
    else:
        say("Stop it with Ctrl-C.")
        _stay(odoo)
    return 0


def down(args):
    """Stop what runs; with --all also PostgreSQL, which checkouts share."""
    say("Server stopped." if server.stop(NAME) else "No server was running.")
    if args.all:
        cluster.stop()
    return 0


def shell(args):
    """Open Odoo's shell on the demo database."""
    setup = prepare()
    database = args.db or databases.name_for(NAME)
    if not databases.exists(setup, database):
        raise Problem("There is no demo database yet.", "Run `./dev up` first.")
    command = [setup.python, "-m", "odoo", "shell", *odoo_run.base_options(setup)]
    command += ["-d", database, "--no-http", "--log-level=warn"]
    return subprocess.call([str(part) for part in command], env=setup.env)


def _bring_up_to_date(setup, database, fresh):
    stamp = config.checkout_dir() / f"{database}.hash"
    state = config.files_hash(config.ADDON_DIR)
    known = stamp.read_text() if stamp.is_file() else None
    if fresh or known is None or not databases.exists(setup, database):
        stamp.unlink(missing_ok=True)
        step("Creating the demo database")
        databases.create_demo(setup, database)
        access_log.seal(setup, database)
    elif known != state:
        step("Updating the addon, whose files have changed")
        _update(setup, database)
        access_log.seal(setup, database)
    stamp.write_text(state)


def _update(setup, database):
    try:
        odoo_run.install(setup, database, update=True)
    except Problem as problem:
        raise Problem(
            problem.what,
            f"{problem.remedy}. When the addon is right but the demo data are "
            "from an older state of it: ./dev up --fresh",
        ) from None


def _greet(odoo):
    say()
    say(f"  {odoo.url}")
    say("  Log in as:")
    for line in logins.table() or ["admin / admin"]:
        say(f"    {line}")
    say(f"  Log: {odoo.log}")
    say()


def _stay(odoo):
    try:
        while odoo.process.poll() is None and server.running(NAME):
            time.sleep(0.5)
    except KeyboardInterrupt:
        say()
    server.stop(NAME)
