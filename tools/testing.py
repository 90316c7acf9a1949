"""./dev test: checks, unit tests, Odoo's test runner, black-box tests."""

import os
import subprocess
from concurrent.futures import ThreadPoolExecutor
from itertools import chain

from tools import (
    access_log,
    config,
    databases,
    lifecycle,
    lint,
    loggate,
    odoo_run,
    odoo_suites,
    results,
    server,
)
from tools.console import Problem, say, step
from tools.locks import locked
from tools.logins import logins
from tools.results import Result
from tools.setup import prepare
from tools.tidy import tidy

PARTS = ("lint", "unit", "addon", "tours", "lifecycle", "http")
# Stands between Odoo and whatever it does with protected records.
PASSING = "integration_protected_log.py"
REQUEST = "Exception during request handling"
ALL_TAGS = f"/{config.ADDON}"
# A browser tour carries @tagged("tours"); both parts together are one run.
TAGS = {"addon": f"{ALL_TAGS},-tours", "tours": f"tours{ALL_TAGS}"}


def test(args):
    """Run the wanted parts; print the sum as the last line."""
    wanted = args.only or list(PARTS)
    setup = prepare()
    tidy(setup)
    if args.fresh:
        databases.drop(setup, databases.template_name(setup))
    if args.odoo:
        with locked(databases.name_for("odoo")):
            total = odoo_suites.check(setup, args.odoo == "with")
        return _sum(total)
    with locked(databases.name_for("test")):
        total = _run_lanes(_plan(wanted, args), setup, args)
    return _sum(total, args.tags and not total.passed)


def _run_lanes(lanes, setup, args):
    """Run the lanes side by side if there are processors for it; sum up."""

    def run(parts):
        return sum((part(setup, args) for part in parts), Result())

    if len(os.sched_getaffinity(0)) < len(lanes):
        return run(chain(*lanes))
    with ThreadPoolExecutor() as pool:
        return sum(pool.map(run, lanes), Result())


def _sum(total, nothing=False):
    """Print the last line of the run; return the exit status."""
    say()
    say(str(total))
    return 1 if total.failed or nothing else 0


def _plan(wanted, args):
    """Return two lanes of parts, each in the order of how soon they tell something.

    They share no database, no server and no log.
    """
    inside, outside = [], []
    if "lint" in wanted:
        inside.append(lambda setup, _args: lint.run_checks(setup, fast=False))
    if "unit" in wanted:
        inside.append(_unit)
    tags = [TAGS[part] for part in ("addon", "tours") if part in wanted]
    if tags:
        chosen = args.tags or (tags[0] if len(tags) == 1 else ALL_TAGS)
        inside.append(lambda setup, _args: _addon(setup, chosen))
    if "lifecycle" in wanted:
        outside.append(lifecycle.check)
    if "http" in wanted:
        outside.append(_http)
    return [lane for lane in (inside, outside) if lane]


def _unit(setup, args):
    return _pytest(setup, "unit", args.k, {})


def _addon(setup, tags):
    step(f"Tests of the addon in Odoo: {tags}")
    database = databases.name_for("test")
    databases.clone(setup, database)
    options = ["-i", config.ADDON, "--stop-after-init", "--test-tags", tags]
    options += ["--screenshots", str(odoo_run.log_file("browser").with_suffix(""))]
    status = odoo_run.odoo(setup, database, options, "test", check=False)
    log = odoo_run.log_file("test")
    text = log.read_text(errors="replace")
    found = loggate.complaints(text)
    result = results.of_odoo(text) or Result()
    if loggate.NO_TESTS in text:
        found = [entry for entry in found if loggate.NO_TESTS not in entry]
        say(f"No test has these tags: {tags}")
    if not result.failed and (found or status):
        # What is wrong is not a test: count the log itself as the one failure.
        result += Result(0, 1)
    _show(found, text, result, log)
    databases.drop(setup, database)
    return result


def _show(found, text, result, log):
    for entry in found[:40]:
        say(entry if len(entry) < 6000 else entry[:3000] + "\n…\n" + entry[-3000:])
    if result.failed and not found:
        say("\n".join(text.splitlines()[-25:]))
    if result.failed:
        say(f"The whole log is in {log}")
    say(f"Tests of the addon: {result}")


def _http(setup, args):
    if not _has_tests("http"):
        return Result()
    step("Creating a database with demo data for the tests over HTTP")
    database = databases.name_for("http")
    databases.create_demo(setup, database)
    access_log.seal(setup, database)
    odoo = server.Server(setup, database, "http")
    server.stop("http")
    odoo.start()
    try:
        result = _pytest(setup, "http", args.k, http_environment(setup, odoo))
    finally:
        server.stop("http")
    # Attacks leave warnings behind, as they should; errors are never right, unless
    # Odoo itself stumbles over an attack before it comes to us.
    log = odoo.log.read_text(errors="replace")
    found = loggate.complaints(log, levels=("ERROR", "CRITICAL"))
    found = [e for e in found if REQUEST not in e or _is_ours(e)]
    for entry in found[:20]:
        say(entry)
    databases.drop(setup, database)
    return result + Result(0, len(found))


def http_environment(setup, odoo):
    """Return what tests/http need to know about a running server."""
    return {
        "ODOO_URL": odoo.url,
        "ODOO_DB": odoo.database,
        "ODOO_LOGINS": logins(),
        "ODOO_LOG": str(odoo.log),
        "ODOO_DATA": str(config.checkout_dir() / "data"),
        # The database as Odoo itself reaches it.
        **{name: value for name, value in setup.env.items() if name.startswith("PG")},
    }


def _is_ours(entry):
    """Tell whether code of ours took part, other than by handing a call through."""
    frames = [line for line in entry.splitlines() if str(config.ADDON_DIR) in line]
    return any(PASSING not in line for line in frames)


def _has_tests(name):
    return any((config.CHECKOUT / "tests" / name).rglob("test_*.py"))


def _pytest(setup, name, expression, extra):
    if not _has_tests(name):
        return Result()
    step(f"Tests in tests/{name}")
    report = odoo_run.log_file(f"pytest-{name}").with_suffix(".xml")
    report.unlink(missing_ok=True)
    command = [setup.python, "-m", "pytest", "-q", "-p", "no:cacheprovider"]
    command += [f"--junitxml={report}", config.CHECKOUT / "tests" / name]
    command += ["-k", expression] if expression else []
    env = {k: v for k, v in os.environ.items() if k != "PYTHONPATH"} | extra
    command = [str(part) for part in command]
    # In one piece: another lane may have something to say meanwhile.
    done = subprocess.run(
        command, env=env, cwd=config.CHECKOUT, capture_output=True, text=True
    )
    say((done.stdout + done.stderr).strip())
    if not report.is_file():
        raise Problem("pytest did not run.", "See its message above.")
    return results.of_junit(report)
