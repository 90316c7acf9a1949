"""Measure what code guard and access log cost: with and without, in turns.

Runs in Odoo's shell. Each call is what a request is: a new transaction of the bench
user that ends with a commit. Writes JSON to the file named by BENCH_OUT.
"""

# ruff: noqa: F821
import gc
import json
import os
import statistics
import time
from contextlib import contextmanager, nullcontext
from pathlib import Path
from unittest.mock import patch

from odoo import api

from odoo.addons.integration_management.models.integration_access_log import (
    IntegrationAccessLog,
)
from odoo.addons.integration_management.models.integration_protected import (
    IntegrationProtected,
)
from odoo.addons.integration_management.tests.cost import specification

WARM_UP = 6
N = int(os.environ["BENCH_N"])
registry = env.registry
uid = env["res.users"].search([("login", "=", "bench")]).id
CASE = "integration.case"
case_model = env[CASE].with_user(uid)
case_id = case_model.search([], limit=1).id
LIST = specification(case_model, "list")
FORM = specification(case_model, "form")
KANBAN = specification(case_model, "kanban")
CALLS = {
    "list": lambda cases: cases.web_search_read([], LIST, limit=80),
    "form": lambda cases: cases.browse(case_id).web_read(FORM),
    "kanban": lambda cases: cases.web_read_group(
        [], ["stage_id"], auto_unfold=True, unfold_read_specification=KANBAN
    ),
}


@contextmanager
def without():
    """Take both out, as if the addon relied on record rules alone."""
    guard = IntegrationProtected._access_domain
    del IntegrationProtected._access_domain
    try:
        with patch.object(IntegrationAccessLog, "_log", lambda *_args: None):
            yield
    finally:
        IntegrationProtected._access_domain = guard


def milliseconds(call):
    gc.collect()
    start = time.perf_counter()
    with registry.cursor() as cursor:
        call(api.Environment(cursor, uid, {"bin_size": True})[CASE])
    return (time.perf_counter() - start) * 1000


def ratio(call):
    """Return the median with both, and how much more that is than without."""
    taken = {True: [], False: []}
    for turn in range(WARM_UP + N):
        for on in (turn % 2 == 0, turn % 2 == 1):
            with nullcontext() if on else without():
                value = milliseconds(call)
            if turn >= WARM_UP:
                taken[on].append(value)
    on, off = (statistics.median(taken[key]) for key in (True, False))
    return {"median": on, "without": off, "ratio": on / off}


result = {name: ratio(call) for name, call in CALLS.items()}
Path(os.environ["BENCH_OUT"]).write_text(json.dumps(result))
