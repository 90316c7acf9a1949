"""Find the lines of an Odoo log that nobody may overlook."""

import re

from tools import config

LINE = re.compile(
    r"^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d,\d+ \d+ (?P<level>[A-Z]+) \S+ (?P<rest>.*)"
)
NO_TESTS = "0 failed, 0 error(s) of 0 tests"
ALLOWED = config.TOOLS_DIR / "log_allowed.txt"


def complaints(text, levels=("WARNING", "ERROR", "CRITICAL")):
    """Return the entries of these levels, tracebacks included, minus allowed ones."""
    entries, current = [], None
    for line in text.splitlines():
        found = LINE.match(line)
        if found:
            current = [line] if found["level"] in levels else None
            if current:
                entries.append(current)
        elif current:
            current.append(line)
    allowed = _allowed()
    # The same complaint is shown once; entries start with the time.
    texts = {"\n".join(e)[30:]: "\n".join(e) for e in reversed(entries)}
    return [
        text
        for text in reversed(texts.values())
        if not any(pattern.search(text) for pattern in allowed)
    ]


def _allowed():
    """Return the patterns of the reviewed list; `#` starts a reason."""
    lines = (line.strip() for line in ALLOWED.read_text().splitlines())
    return [re.compile(line) for line in lines if line and not line.startswith("#")]
