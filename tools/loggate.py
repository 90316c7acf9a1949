"""Find the lines of an Odoo log that nobody may overlook."""

import re

from tools import config

LINE = re.compile(
    r"^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d,\d+ \d+ (?P<level>[A-Z]+) \S+ (?P<rest>.*)"
)
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
    texts = ("\n".join(entry) for entry in entries)
    return [t for t in texts if not any(a.search(t) for a in allowed)]


def _allowed():
    """Return the patterns of the reviewed list; `#` starts a reason."""
    lines = (line.strip() for line in ALLOWED.read_text().splitlines())
    return [re.compile(line) for line in lines if line and not line.startswith("#")]
