"""Set-up steps that are safe to repeat, to interrupt and to run side by side."""

import contextlib
import fcntl

from tools import config
from tools.console import step


@contextlib.contextmanager
def locked(name):
    """Hold a lock shared by all checkouts; the kernel frees it if we die."""
    folder = config.cache_dir() / "locks"
    folder.mkdir(exist_ok=True)
    with open(folder / name, "w") as handle:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            step(f"Waiting for another ./dev that is busy with: {name}")
            fcntl.flock(handle, fcntl.LOCK_EX)
        yield


def is_done(folder, key):
    """Tell whether the folder was completed for exactly this recipe."""
    stamp = folder / ".complete"
    return stamp.is_file() and stamp.read_text() == key


def mark_done(folder, key):
    """Record that the folder is complete; written last, so a kill shows."""
    (folder / ".complete").write_text(key)
