"""What a measurement means beside what is allowed."""

from tools.console import say

# operation: (ours, Odoo's, at most times Odoo's, queries at most)
ROWS = {
    "kanban, stages": ("ours.kanban", "odoo.kanban", 0.50, 16),
    "list of 80": ("ours.list", "odoo.list", 0.45, 13),
    "form with sessions and goals": ("ours.form", "odoo.form", 1.25, 26),
    "own week": ("ours.week", "odoo.week", 0.50, 7),
    "stage change": ("ours.stage", "odoo.stage", 0.55, 16),
    "create session (held)": ("ours.log", "odoo.event", 0.35, 12),
    "create session (planned)": ("ours.session", "odoo.event", None, None),
    "name search": ("ours.name", "odoo.name", 1.3, 3),
    "plan PDF": ("ours.pdf", "odoo.pdf", 0.20, None),
    "an RPC that does nothing": ("floor", "floor", None, None),
}
GUARD_AT_MOST = 1.10
HEAD = ("operation", "ours ms", "p95", "Odoo ms", "p95", "ratio", "allowed", "queries")
WIDTHS = (30, 9, 8, 9, 8, 7, 8, 14)


def show(size, result):
    """Print a table; mark what is over the allowed ratio or number of queries."""
    say(f"\n{size} cases, medians of n = {result['ours.list']['n']} (PDF: less)")
    _line(*HEAD)
    for name, (ours, odoo, ratio, queries) in ROWS.items():
        if ours in result:
            _line(name, *row(result[ours], result[odoo], ratio, queries))
    say("! = over the allowed value")


def show_guard(guard):
    """Print what guard and log cost; mark what is over ten per cent."""
    say("\nCode guard and access log, against record rules alone (at most 1.10)")
    for name, found in guard.items():
        mark = "!" if found["ratio"] > GUARD_AT_MOST else ""
        say(
            f"{name:<30}{found['median']:>8.1f} ms against {found['without']:.1f} ms:"
            f" {found['ratio']:.2f}{mark}"
        )


def row(ours, odoo, allowed, queries):
    """Return the cells for one operation."""
    ratio = ours["median"] / odoo["median"]
    return (
        f"{ours['median']:.1f}",
        f"{ours['p95']:.1f}",
        f"{odoo['median']:.1f}",
        f"{odoo['p95']:.1f}",
        f"{ratio:.2f}{'!' if allowed and ratio > allowed else ''}",
        f"{allowed:.2f}" if allowed else "-",
        f"{ours['queries']}{'!' if queries and ours['queries'] > queries else ''}"
        f" (at most {queries})"
        if queries
        else f"{ours['queries']}",
    )


def _line(*cells):
    first, *rest = (
        f"{c:<{w}}" if i == 0 else f"{c:>{w}}"
        for i, (c, w) in enumerate(zip(cells, WIDTHS, strict=True))
    )
    say(first + " ".join(rest))
