"""Throw away what checkouts that are gone, and templates of the past, left behind.

Only what this cache folder itself remembers is touched: the PostgreSQL server may be
shared with other people.
"""

import contextlib
import os
import shutil
import signal
import time
from pathlib import Path

from tools import config, databases
from tools.console import step
from tools.locks import locked

KEEP_DAYS = 14


def tidy(setup):
    """Drop databases and files that nobody will use again."""
    (config.checkout_dir() / "path").write_text(str(config.CHECKOUT))
    with locked("tidy"):
        for folder in _vanished_checkouts():
            step(f"Cleaning up after a checkout that is gone: {_home(folder)}")
            _stop_servers(folder)
            _drop_all(setup, folder.name)
            shutil.rmtree(folder)
        for mark in _old_templates():
            step(f"Dropping a template that was not used for {KEEP_DAYS} days")
            for name in (mark.name, f"{mark.name}_draft"):
                databases.drop(setup, name)
            mark.unlink()


def _home(folder):
    """Return where the checkout of a cache folder lay, or None if it is not known."""
    with contextlib.suppress(OSError):
        return Path((folder / "path").read_text())
    return None


def _vanished_checkouts():
    folders = (config.cache_dir() / "checkouts").iterdir()
    return [f for f in folders if _home(f) and not _home(f).exists()]


def _old_templates():
    limit = time.time() - KEEP_DAYS * 86400
    marks = databases.template_marks().iterdir()
    return [mark for mark in marks if mark.stat().st_mtime < limit]


def _drop_all(setup, key):
    query = f"SELECT datname FROM pg_database WHERE datname LIKE 'im\\_{key}\\_%'"
    for name in databases.sql(setup, query).splitlines():
        databases.drop(setup, name)


def _stop_servers(folder):
    """Stop servers that still run on what is about to go."""
    for state in folder.glob("*.pid"):
        with contextlib.suppress(OSError, ValueError):
            pid = int(state.read_text().split()[0])
            command = Path(f"/proc/{pid}/cmdline").read_text().split("\0")
            if str(state.with_suffix(".conf")) in command:
                os.kill(pid, signal.SIGTERM)
