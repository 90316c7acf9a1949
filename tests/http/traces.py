"""Find where the content of a case was left behind on the server."""

import base64
import os
import re
from pathlib import Path

import psycopg2
from psycopg2 import sql

TABLES = """
    SELECT relname FROM pg_class
    WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p', 'm')
    ORDER BY relname
"""
# Columns of Odoo's own tables where the owner writes about a case, and the column
# that says to which record a row belongs: whoever may not open it cannot read it.
ENTERED = {
    "ir_attachment": ("res_model", {"name", "db_datas"}),
    "mail_activity": ("res_model", {"summary", "note"}),
    "mail_message": ("model", {"subject", "body"}),
}


class Traces:
    """All places where a text can be found, however it is written there."""

    def __init__(self, text, protected):
        self.protected = protected
        encoded = base64.b64encode(text.encode()).decode().rstrip("=")
        # The last characters of a code depend on what comes next.
        spellings = [text, encoded[: len(encoded) // 4 * 4]]
        # PostgreSQL shows bytes in hexadecimal.
        spellings += [spelling.encode().hex() for spelling in spellings]
        self.pattern = "|".join(spellings)
        self._bytes = re.compile(self.pattern.encode(), re.IGNORECASE)

    def in_tables(self):
        """Return "table.column" of each place outside the case files."""
        ours = {model.replace(".", "_") for model in self.protected}
        with psycopg2.connect(dbname=os.environ["ODOO_DB"]) as connection:
            with connection.cursor() as cursor:
                cursor.execute(TABLES)
                names = [name for (name,) in cursor.fetchall()]
                return sorted(
                    f"{name}.{column}"
                    for name in names
                    if name not in ours
                    for row in self._rows(cursor, name)
                    for column in self._columns(name, row)
                )

    def _rows(self, cursor, table):
        query = sql.SQL("SELECT to_jsonb(t) FROM {} AS t WHERE t::text ~* %s")
        cursor.execute(query.format(sql.Identifier(table)), [self.pattern])
        return [row for (row,) in cursor.fetchall()]

    def _columns(self, table, row):
        found = {c for c, v in row.items() if self._bytes.search(str(v).encode())}
        owner, entered = ENTERED.get(table, (None, set()))
        return found - entered if row.get(owner) in self.protected else found

    def in_files(self):
        """Return the sessions and other files; attachments are in a table here."""
        folder = Path(os.environ["ODOO_DATA"])
        return [
            str(path.relative_to(folder))
            for path in folder.rglob("*")
            if path.is_file() and self._bytes.search(path.read_bytes())
        ]

    def in_log(self):
        """Return the lines of the server's log."""
        log = Path(os.environ["ODOO_LOG"]).read_bytes()
        return [line for line in log.splitlines() if self._bytes.search(line)]
