"""./dev bench: our screens beside Odoo's own, in one database and one server."""

import json
import re
import statistics
import subprocess

from tools import config, databases, odoo_run, server
from tools.bench_report import show, show_guard
from tools.console import Problem, say, step
from tools.locks import locked
from tools.setup import prepare
from tools.tidy import tidy

SEED = config.TOOLS_DIR / "scripts" / "bench_seed.py"
GUARD = config.TOOLS_DIR / "scripts" / "bench_guard.py"
CLIENT = config.TOOLS_DIR / "scripts" / "bench_client.py"
BASE, NAME = "bench_base", "bench"
PER_MANAGER = 125
# Odoo writes behind each request: status, size, queries, SQL time, own time.
REQUEST = re.compile(r"[?&]op=([\w.]+).* 200 - (\d+) ")


def bench(args):
    """Measure at each size; return 1 when a request failed."""
    setup = prepare()
    tidy(setup)
    results = {}
    with locked(databases.name_for(NAME)):
        _base(setup, args.fresh)
        for size in args.sizes:
            results[size], guard = _measure(setup, size, args.n)
            show(size, results[size])
            show_guard(guard)
    if args.json:
        args.json.write_text(json.dumps(results, indent=2))
    return 0


def sizes(text):
    """Return the numbers meant by a text such as `1k,10k`."""
    return [int(part.replace("k", "000")) for part in text.split(",")]


def _base(setup, fresh):
    """Make a database with the addon and Odoo's crm, which all sizes start from."""
    name = databases.name_for(BASE)
    stamp = config.checkout_dir() / f"{BASE}.hash"
    state = config.short_hash(
        config.files_hash(config.ADDON_DIR), databases.template_name(setup)
    )
    known = stamp.is_file() and stamp.read_text() == state
    if known and not fresh and databases.exists(setup, name):
        return
    step("Installing the addon beside Odoo's crm, for comparison (about 1 minute)")
    stamp.unlink(missing_ok=True)
    databases.clone(setup, name)
    options = ["-i", f"crm,{config.ADDON}", "--stop-after-init", "--no-http"]
    odoo_run.odoo(setup, name, options, "bench-install")
    stamp.write_text(state)


def _measure(setup, size, n):
    database = databases.name_for(NAME)
    databases.copy(setup, databases.name_for(BASE), database)
    step(f"{size} cases: writing them")
    env = {
        "BENCH_CASES": str(size),
        "BENCH_PER_MANAGER": str(PER_MANAGER),
        # Odoo's paper to compare with is a view, i.e. code.
        "INTEGRATION_MANAGEMENT_ALLOW_CODE": "1",
    }
    odoo_run.shell_script(setup, database, SEED, env)
    databases.sql(setup, "VACUUM ANALYZE", database)
    odoo = server.Server(setup, database, NAME)
    odoo.start()
    try:
        step(f"{size} cases: measuring")
        times = _run_client(setup, odoo, n)
        guard = _guard(setup, database, n)
    finally:
        server.stop(NAME)
        databases.drop(setup, database)
    queries = _queries(odoo.log.read_text(errors="replace"))
    measured = {
        op: {
            "median": statistics.median(values),
            "p95": sorted(values)[int(len(values) * 0.95)],
            "queries": statistics.median_low(queries.get(op, [0])[-len(values) :]),
            "n": len(values),
        }
        for op, values in times.items()
    }
    return measured, guard


def _guard(setup, database, n):
    """Return what code guard and access log cost together, per operation."""
    out = config.checkout_dir() / "bench-guard.json"
    env = {"BENCH_N": str(n), "BENCH_OUT": str(out)}
    odoo_run.shell_script(setup, database, GUARD, env)
    return json.loads(out.read_text())


def _run_client(setup, odoo, n):
    command = [setup.python, CLIENT, odoo.url, odoo.database, str(n)]
    done = subprocess.run(
        [str(part) for part in command], env=setup.env, capture_output=True, text=True
    )
    if done.returncode:
        raise Problem(f"A request failed:\n{done.stderr}", f"Log: {odoo.log}")
    say(done.stderr.rstrip())
    return json.loads(done.stdout)


def _queries(log):
    """Return operation -> numbers of queries, as the server counted them."""
    counts = {}
    for line in log.splitlines():
        if found := REQUEST.search(line):
            counts.setdefault(found[1], []).append(int(found[2]))
    return counts
