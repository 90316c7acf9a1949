"""Measure the requests of the web client; print milliseconds per operation as JSON.

Arguments: address, database, number of measurements.
"""

import datetime
import itertools
import json
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
import requests
from bench_views import Screen  # noqa: E402

WARM_UP = 3
URL, DATABASE, N = sys.argv[1], sys.argv[2], int(sys.argv[3])
CASE, SESSION = "integration.case", "integration.session"
http = requests.Session()


def post(path, params, op="setup"):
    body = {"jsonrpc": "2.0", "method": "call", "params": params}
    answer = http.post(f"{URL}{path}?op={op}", json=body, timeout=300)
    content = answer.json()
    if "error" in content:
        sys.exit(f"{op} {path}: {content['error']['data']['debug']}")
    return content["result"]


login = {"db": DATABASE, "login": "bench", "password": "bench"}
info = post("/web/session/authenticate", login)
CONTEXT = {**info["user_context"], "bin_size": True}


def call(model, method, *args, op="setup", **kwargs):
    kwargs["context"] = CONTEXT | kwargs.get("context", {})
    params = {"model": model, "method": method, "args": args, "kwargs": kwargs}
    return post(f"/web/dataset/call_kw/{model}/{method}", params, op)


def screen(model, xml_id):
    action = post("/web/action/load", {"action_id": xml_id})
    return Screen(call, model, action["views"])


def paper(report, record, op):
    answer = http.get(f"{URL}/report/pdf/{report}/{record}?op={op}", timeout=300)
    if not answer.content.startswith(b"%PDF"):
        sys.exit(f"{op}: {answer.status_code} {answer.text[:2000]}")
    return answer.content


def kanban(model, spec, domain, op):
    return call(
        model,
        "web_read_group",
        domain,
        ["stage_id"],
        ["__count"],
        op=op,
        auto_unfold=True,
        unfold_read_specification=spec,
        unfold_read_default_limit=80,
    )


def rows(model, spec, domain, op):
    found = call(
        model, "web_search_read", domain, spec, op=op, limit=80, count_limit=10001
    )
    if len(found["records"]) != 80:
        sys.exit(f"{op}: {len(found['records'])} rows instead of 80")


def week(model, fields, domain, op):
    monday = datetime.date.today()
    monday -= datetime.timedelta(days=monday.weekday())
    begin, end = monday, monday + datetime.timedelta(days=7)
    time_range = [
        ("start", "<=", f"{end} 00:00:00"),
        ("stop", ">=", f"{begin} 00:00:00"),
    ]
    if not call(model, "search_read", time_range + domain, fields, op=op):
        sys.exit(f"{op}: an empty week")


def operations():
    """Return name -> function without arguments; ours and Odoo's take turns."""
    cases = screen(CASE, "integration_management.integration_case_action")
    sessions = screen(SESSION, "integration_management.integration_session_action")
    leads = screen("crm.lead", "crm.crm_lead_action_pipeline")
    events = screen("calendar.event", "calendar.action_calendar_event")
    kanbans, lists = (
        (cases.spec("kanban"), leads.spec("kanban")),
        (
            cases.spec("list"),
            leads.spec("list"),
        ),
    )
    forms = (cases.spec("form"), leads.spec("form"))
    mine = [("type", "=", "opportunity")]
    me = [("partner_ids", "in", [info["partner_id"]])]
    my_sessions = [("user_id", "=", info["uid"])]
    # What one operation writes must not make another one slower.
    case, moved, visited = call(CASE, "search", [], limit=3)
    lead, moved_lead = call("crm.lead", "search", mine, limit=2)
    plan = call("integration.plan", "search", [("state", "=", "agreed")], limit=1)[0]
    open_stage = [("code", "!=", "closed")]
    stages = itertools.cycle(call("integration.case.stage", "search", open_stage))
    lead_stages = itertools.cycle(
        call("crm.stage", "search", [("is_won", "=", False)], limit=3)
    )
    days = itertools.count(1)

    def create(model, op, **vals):
        call(model, "web_save", [], vals, op=op, specification={"display_name": {}})

    def at(hour, past=False):
        step = datetime.timedelta(days=next(days) * (-1 if past else 1))
        return f"{datetime.date.today() + step} {hour:02}:00:00"

    def event(op):
        day = at(9)
        create(
            "calendar.event", op, name="x", start=day, stop=day.replace("09:", "10:")
        )

    def save(model, record, stage, spec, op):
        vals = {"stage_id": stage}
        call(model, "web_save", [record], vals, op=op, specification=spec)

    words = {"specification": {"display_name": {}}, "limit": 8}
    return {
        "floor": lambda op: call(
            "res.users", "has_group", [info["uid"]], "base.group_user", op=op
        ),
        "ours.kanban": lambda op: kanban(CASE, kanbans[0], [], op),
        "odoo.kanban": lambda op: kanban("crm.lead", kanbans[1], mine, op),
        "ours.list": lambda op: rows(CASE, lists[0], [], op),
        "odoo.list": lambda op: rows("crm.lead", lists[1], mine, op),
        "ours.form": lambda op: call(CASE, "web_read", [case], forms[0], op=op),
        "odoo.form": lambda op: call("crm.lead", "web_read", [lead], forms[1], op=op),
        "ours.week": lambda op: week(
            SESSION, list(sessions.spec("calendar")), my_sessions, op
        ),
        "odoo.week": lambda op: week(
            "calendar.event", list(events.spec("calendar")), me, op
        ),
        "ours.stage": lambda op: save(CASE, moved, next(stages), kanbans[0], op),
        "odoo.stage": lambda op: save(
            "crm.lead", moved_lead, next(lead_stages), kanbans[1], op
        ),
        "ours.log": lambda op: create(
            SESSION,
            op,
            case_id=visited,
            start=at(9, past=True),
            minutes=30,
            state="held",
        ),
        "odoo.event": event,
        "ours.session": lambda op: create(
            SESSION, op, case_id=visited, start=at(11), minutes=30
        ),
        "ours.name": lambda op: call(
            CASE, "web_name_search", "Muster1", op=op, **words
        ),
        "odoo.name": lambda op: call(
            "crm.lead", "web_name_search", "Muster1", op=op, **words
        ),
        "ours.pdf": lambda op: paper("integration_management.report_plan", plan, op),
        "odoo.pdf": lambda op: paper("crm.bench_lead", lead, op),
    }


def measure():
    todo = operations()
    times = {op: [] for op in todo}
    for turn in range(WARM_UP + N):
        for op, function in todo.items():
            # Odoo's papers take seconds; a quarter of the measurements will do.
            if op.endswith("pdf") and turn >= WARM_UP + max(N // 4, 3):
                continue
            begin = time.perf_counter()
            function(op)
            if turn >= WARM_UP:
                times[op].append((time.perf_counter() - begin) * 1000)
    return times


print(json.dumps(measure()))
