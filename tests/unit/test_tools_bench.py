"""The benchmark's own reading and judging, without a measurement."""

from tools import bench, bench_report

OURS = {"median": 6.0, "p95": 9.0, "queries": 13}
ODOO = {"median": 10.0, "p95": 12.0, "queries": 20}


def test_sizes():
    assert bench.sizes("1k,250,150k") == [1000, 250, 150000]


def test_queries_are_read_from_the_log_per_operation():
    start = '2026-01-02 03:04:05,678 99 INFO db werkzeug: 127.0.0.1 - - [x] "POST /web'
    log = (
        f'{start}/dataset/call_kw/a/b?op=ours.list#a.b HTTP/1.1" 200 - 12 0.005 0.020\n'
        f'{start}/dataset/call_kw/a/b?op=odoo.list#a.b HTTP/1.1" 200 - 7 0.005 0.020\n'
        f'{start}/session/authenticate HTTP/1.1" 200 - 30 0.005 0.020\n'
        f'{start}/dataset/call_kw/a/b?op=ours.list#a.b HTTP/1.1" 200 - 13 0.005 0.020\n'
    )
    assert bench._queries(log) == {"ours.list": [12, 13], "odoo.list": [7]}


def test_what_is_over_the_allowed_value_is_marked():
    cells = bench_report.row(OURS, ODOO, 0.5, 12)
    assert cells == ("6.0", "9.0", "10.0", "12.0", "0.60!", "0.50", "13! (at most 12)")


def test_what_is_allowed_is_not_marked():
    assert bench_report.row(OURS, ODOO, 0.6, 13)[4:] == (
        "0.60",
        "0.60",
        "13 (at most 13)",
    )
    assert bench_report.row(OURS, ODOO, None, None)[4:] == ("0.60", "-", "13")
