"""The Python environment that Odoo, the tests and the checks run in."""

import shutil
import sys
from pathlib import Path

from tools import config
from tools.console import Problem, quiet, run, step
from tools.locks import is_done, locked, mark_done

REQUIREMENTS = config.TOOLS_DIR / "requirements.txt"
BARE = config.TOOLS_DIR / "requirements_bare.txt"
NEEDED = "import ensurepip, sys, venv; sys.exit(sys.version_info < (3, 11))"
REMEDY = "Check the network and the free disk space, then try again."


def python():
    """Return the path of the environment's Python, building it if needed."""
    folder = _folder()
    key = recipe()
    if not is_done(folder, key):
        with locked(folder.name):
            if not is_done(folder, key):
                _build(folder, key)
    return folder / "bin" / "python"


def recipe():
    """Return what the environment is made of, as a short hash."""
    wanted = (file.read_text() for file in (REQUIREMENTS, BARE))
    return config.short_hash(*wanted, str(_base_python()))


def _folder():
    # One folder per recipe: a checkout on another branch keeps its own.
    return config.cache_dir() / f"venv-{recipe()}"


def _base_python():
    """Prefer Python 3.11, which the pinned versions have ready-made files for."""
    for name in ("python3.11", sys.executable):
        found = shutil.which(name)
        if found and quiet([found, "-c", NEEDED]):
            return Path(found)
    raise Problem(
        "No usable Python 3.11 with the module venv was found.",
        "As root: apt-get install python3-venv",
    )


def _build(folder, key):
    step("Building the Python environment (once)")
    shutil.rmtree(folder, ignore_errors=True)
    run([_base_python(), "-m", "venv", folder], REMEDY)
    python = folder / "bin" / "python"
    pip = [python, "-m", "pip", "install", "--quiet", "--prefer-binary"]
    run([*pip, "-r", REQUIREMENTS], REMEDY)
    run([*pip, "--no-deps", "-r", BARE], REMEDY)
    mark_done(folder, key)
