# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Tell what went wrong without repeating what was to be written or sought."""

import re
import traceback

# A literal as PostgreSQL's driver writes it: quotes inside are doubled.
_LITERAL = re.compile(r"E?'(?:[^']|'')*('|$)")


def scrub_sql(query):
    """Return the text of `query` with a question mark for each literal."""
    if isinstance(query, bytes):
        query = query.decode(errors="replace")
    return _LITERAL.sub("?", str(query))


def describe(error):
    """Return kind and place of a database error; its message repeats values."""
    diag = getattr(error, "diag", None)
    names = ("table_name", "column_name", "constraint_name")
    places = [getattr(diag, name, None) for name in names]
    code = getattr(error, "pgcode", None)
    return " ".join(filter(None, [type(error).__name__, code, *places]))


def chain(error):
    """Return `error` and what led to it, the first cause at the end."""
    errors = []
    while error and error not in errors:
        errors.append(error)
        error = error.__cause__ or error.__context__
    return errors


def traceback_without_messages(error):
    """Return the traceback of `error` and its causes: places and kinds only."""
    parts = []
    for link in reversed(chain(error)):
        parts.append("Traceback (most recent call last, messages left out):\n")
        parts += traceback.format_tb(link.__traceback__)
        parts.append(f"{describe(link)}\n")
    return "".join(parts)
