"""Count what passed and what failed, whoever ran it."""

import dataclasses
import re
import xml.etree.ElementTree as ET

ODOO = re.compile(r"(\d+) failed, (\d+) error\(s\) of (\d+) tests when loading")
ODOO_SKIPPED = re.compile(r"^\S+ \S+ \d+ INFO \S+ \S+: skipped ", re.MULTILINE)


@dataclasses.dataclass
class Result:
    """Numbers of checks; results of several parts can be added up."""

    passed: int = 0
    failed: int = 0
    skipped: int = 0

    def __add__(self, other):
        return Result(
            self.passed + other.passed,
            self.failed + other.failed,
            self.skipped + other.skipped,
        )

    def __str__(self):
        text = f"{self.passed} passed, {self.failed} failed"
        return f"{text}, {self.skipped} skipped" if self.skipped else text


def of_odoo(log):
    """Read the result that Odoo's test runner logged, or None if there is none."""
    found = ODOO.search(log)
    if not found:
        return None
    failed = int(found[1]) + int(found[2])
    skipped = len(ODOO_SKIPPED.findall(log))
    return Result(max(int(found[3]) - failed - skipped, 0), failed, skipped)


def of_junit(path):
    """Read the result that pytest wrote as XML."""
    total = Result()
    for suite in ET.parse(path).getroot().iter("testsuite"):
        failed = int(suite.get("failures")) + int(suite.get("errors"))
        skipped = int(suite.get("skipped"))
        passed = int(suite.get("tests")) - failed - skipped
        total += Result(passed, failed, skipped)
    return total
