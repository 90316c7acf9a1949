"""Where everything lives, and what a developer may override."""

import functools
import hashlib
import os
from pathlib import Path

ADDON = "integration_management"
CHECKOUT = Path(__file__).resolve().parent.parent
ADDON_DIR = CHECKOUT / ADDON
TOOLS_DIR = CHECKOUT / "tools"


def cache_dir():
    """Return the folder shared by all checkouts of this user."""
    base = os.environ.get("XDG_CACHE_HOME") or "~/.cache"
    folder = Path(base).expanduser().absolute() / ADDON
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def checkout_dir():
    """Return the folder for logs, configuration and state of this checkout."""
    folder = cache_dir() / "checkouts" / checkout_key()
    folder.mkdir(parents=True, exist_ok=True)
    return folder


@functools.cache
def checkout_key():
    """Return a short name that differs between checkouts on one machine."""
    return short_hash(str(CHECKOUT))


def short_hash(*texts):
    """Return eight hexadecimal digits standing for the given texts."""
    return hashlib.sha256("\0".join(texts).encode()).hexdigest()[:8]


def files_hash(folder, ignore=("__pycache__",)):
    """Return a hash of names and contents of all files below a folder."""
    digest = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not set(ignore) & set(path.parts):
            digest.update(str(path.relative_to(folder)).encode() + b"\0")
            digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()[:16]


def is_root():
    """Tell whether we may install packages and must not run PostgreSQL."""
    return os.geteuid() == 0
