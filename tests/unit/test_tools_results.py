"""Numbers and complaints are read from logs as they are."""

from tools import loggate, results

STAMP = "2026-01-02 03:04:05,678 99"


def test_odoo_result():
    log = (
        f"{STAMP} INFO db odoo.tests.suite: skipped test_x: no browser\n"
        f"{STAMP} ERROR db odoo.tests.result: "
        "2 failed, 1 error(s) of 10 tests when loading database 'db'\n"
    )
    assert str(results.of_odoo(log)) == "6 passed, 3 failed, 1 skipped"


def test_no_odoo_result():
    assert results.of_odoo("Killed") is None


def test_junit_result(tmp_path):
    path = tmp_path / "report.xml"
    path.write_text(
        "<testsuites><testsuite tests='5' failures='1' errors='1' skipped='1'/>"
        "</testsuites>"
    )
    assert str(results.of_junit(path)) == "2 passed, 2 failed, 1 skipped"


def test_results_add_up():
    total = results.Result(1, 2, 3) + results.Result(10, 20, 30)
    assert total == results.Result(11, 22, 33)


def test_complaints_keep_their_traceback():
    log = (
        f"{STAMP} INFO db odoo.modules: fine\n"
        f"{STAMP} ERROR db odoo.http: broken\n"
        "Traceback (most recent call last):\n"
        f"{STAMP} WARNING db odoo.models: careful\n"
    )
    found = loggate.complaints(log)
    assert [len(entry.splitlines()) for entry in found] == [2, 1]
    assert loggate.complaints(log, levels=("ERROR",)) == found[:1]


def test_a_repeated_complaint_is_shown_once():
    line = "WARNING db odoo.models: careful"
    log = f"2026-01-02 03:04:05,678 99 {line}\n2026-01-02 03:04:06,000 99 {line}\n"
    assert len(loggate.complaints(log)) == 1
