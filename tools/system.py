"""The Debian packages that must be on the machine itself."""

import os
import shutil
import subprocess
from pathlib import Path

from tools import config
from tools.console import Problem, step, warn
from tools.locks import locked

BROWSERS = ("chromium", "chromium-browser", "google-chrome")
NOTO = Path("/usr/share/fonts/truetype/noto")


def _has(*programs):
    return any(shutil.which(name) for name in programs)


def _has_postgresql():
    if os.environ.get("PGHOST"):
        return _has("psql")
    return _has("psql") and any(Path("/usr/lib/postgresql").glob("*/bin/postgres"))


def _has_venv():
    # Some Python other than Debian's will do; python_env says so if it does not.
    if shutil.which("python3") != "/usr/bin/python3":
        return True
    return any(Path("/usr/lib").glob("python3.*/ensurepip"))


PACKAGES = {
    "postgresql": _has_postgresql,
    "python3-venv": _has_venv,
    "wkhtmltopdf": lambda: _has("wkhtmltopdf"),
    "chromium": lambda: _has(*BROWSERS),
    "poppler-utils": lambda: _has("pdftotext"),
    "fonts-noto-core": (NOTO / "NotoSansArabic-Regular.ttf").is_file,
    "fonts-noto-extra": (NOTO / "NotoSansEthiopic-Light.ttf").is_file,
}


def ensure_packages():
    """Install what is missing when we are root, else say how to."""
    if not _missing():
        return
    with locked("system-packages"):
        missing = _missing()
        if missing and not config.is_root():
            raise Problem(
                f"Missing on this machine: {', '.join(missing)}.",
                "As root: apt-get update && apt-get install "
                f"--no-install-recommends {' '.join(missing)}",
            )
        if missing:
            _install(missing)


def _missing():
    return [name for name, is_there in PACKAGES.items() if not is_there()]


def _install(packages):
    if not _has("apt-get"):
        raise Problem(
            f"Missing on this machine: {', '.join(packages)}.",
            "Install them with the package manager of this system.",
        )
    step(f"Installing Debian packages: {' '.join(packages)}")
    if _apt("update"):
        warn("apt-get update had errors; trying with what is known.")
    if _apt("install", "--no-install-recommends", *packages):
        raise Problem(
            "The packages could not be installed (see above).",
            f"As root: apt-get install --no-install-recommends {' '.join(packages)}",
        )


def _apt(*words):
    """Run apt-get, showing only errors; return its exit status."""
    command = ["apt-get", "-qq", "-y", "-o", "DPkg::Lock::Timeout=300", *words]
    env = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    log = config.cache_dir() / "apt-get.log"
    with log.open("ab") as output:
        done = subprocess.run(command, env=env, stdout=output, stderr=output)
    if done.returncode:
        warn("\n".join(log.read_text(errors="replace").splitlines()[-15:]))
    return done.returncode
