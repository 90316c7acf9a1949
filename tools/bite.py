"""./dev bite: switch off one guard at a time; show which attacks then succeed."""

import collections
import dataclasses
import os
import re
import shutil
import subprocess
import xml.etree.ElementTree as ET

from tools import access_log, config, databases, guards, odoo_run, server, testing
from tools.console import Problem, say, step
from tools.locks import locked
from tools.setup import prepare
from tools.tidy import tidy

# Whose attacks differ in kind; the tests themselves try everybody.
ACTORS = "manager_b or plain_user or settings_admin or portal_user"
ATTACK = re.compile(r"test_\w+\[(\w+)-(\w+)\]")


def bite(args):
    """Try the wanted guards, all unless some are named; print a table."""
    known = guards.read()
    if unknown := set(args.guards) - known.keys():
        raise Problem(f"No such guard: {', '.join(unknown)}", f"See {guards.FILE}")
    if faults := guards.faults():
        raise Problem("\n".join(faults), "Write there what the code says now.")
    chosen = [known[name] for name in args.guards or known]
    setup = prepare()
    tidy(setup)
    rows = []
    with locked(databases.name_for("bite")):
        base = databases.name_for("bite_base")
        step("Creating a database with demo data")
        databases.create_demo(setup, base)
        access_log.seal(setup, base)
        for guard in chosen:
            parts = [guard, *(known[name] for name in guard.with_also)]
            rows.append((guard, _attack(setup, base, parts)))
            _show(*rows[-1])
        databases.drop(setup, base)
    say("\nWithout | these attacks succeed\n---|---")
    for row in rows:
        _show(*row)
    return 1 if any(_is_toothless(*row) for row in rows) else 0


def _attack(setup, base, guards_off):
    """Return the names of the tests that fail without some guards."""
    step(f"Without: {guards_off[0].name}")
    addons = [_copy_addon(guards_off), *setup.odoo.addons]
    setup = dataclasses.replace(
        setup, odoo=dataclasses.replace(setup.odoo, addons=addons)
    )
    database = databases.name_for("bite")
    server.stop("bite")
    databases.copy(setup, base, database)
    for guard in guards_off:
        if not guard.sealed:
            access_log.unseal(setup, database)
        if guard.sql:
            databases.sql(setup, guard.sql, database)
    process = server.Server(setup, database, "bite")
    process.start()
    try:
        return _failed(setup, process, guards_off[0].tests)
    finally:
        server.stop("bite")
        databases.drop(setup, database)


def _copy_addon(guards_off):
    """Make a copy of the addon without the guards; return the folder it is in."""
    folder = config.checkout_dir() / "bite"
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(config.ADDON_DIR, folder / config.ADDON)
    for guard in guards_off:
        guard.switch_off(folder / config.ADDON)
    return folder


def _failed(setup, process, tests):
    report = odoo_run.log_file("pytest-bite").with_suffix(".xml")
    report.unlink(missing_ok=True)
    command = [setup.python, "-m", "pytest", "-q", "-p", "no:cacheprovider"]
    command += [f"--junitxml={report}", config.CHECKOUT / "tests" / "http"]
    command += ["-k", f"({tests}) and (not outsiders or {ACTORS})"]
    env = {k: v for k, v in os.environ.items() if k != "PYTHONPATH"}
    env |= testing.http_environment(setup, process)
    log = odoo_run.log_file("pytest-bite")
    with log.open("wb") as output:
        subprocess.run(
            [str(p) for p in command],
            env=env,
            cwd=config.CHECKOUT,
            stdout=output,
            stderr=subprocess.STDOUT,
        )
    if not report.is_file():
        raise Problem("pytest did not run.", f"Its message is in {log}")
    cases = list(ET.parse(report).getroot().iter("testcase"))
    broken = [case.find("error") for case in cases if case.find("error") is not None]
    if broken:
        reason = broken[0].get("message", "")[:200]
        say(f"{len(broken)} tests could not run ({reason}): see {log}")
    return [case.get("name") for case in cases if case.find("failure") is not None]


def _show(guard, failed):
    """Print a line: who succeeded by which attacks."""
    attacks = collections.defaultdict(list)
    for name in failed:
        found = ATTACK.fullmatch(name)
        attacks[found[2] if found else "tests"].append(found[1] if found else name)
    told = [f"{actor}: {', '.join(names)}" for actor, names in attacks.items()]
    if not told:
        told = [f"none, {guard.backed_by} holds" if guard.backed_by else "NONE"]
    say(f"{guard.name} | {'; '.join(told)}")


def _is_toothless(guard, failed):
    """Tell whether the guard seems to be of no use, or the tests are."""
    return not failed and not guard.backed_by
