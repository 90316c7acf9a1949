"""Get a real Odoo 19: the one of ODOO_PATH, or Debian's package unpacked.

Debian carries Odoo 19 in its unstable release only. That release is read
through a package state of our own, so the system never learns about it, and
the packages are unpacked into the cache, never installed.
"""

import dataclasses
import os
import re
import shutil
from pathlib import Path

from tools import config, missing_script
from tools.console import Problem, run, step
from tools.locks import is_done, locked, mark_done

# Odoo's fonts and scripts are links into these packages. The two of bookworm
# are there because newer ones lack the files that Odoo 19 points to.
PACKAGES = {
    "unstable": (
        "odoo-19",
        "fonts-roboto-unhinted",
        "fonts-montserrat",
        "fonts-ocr-b",
        "libjs-jquery",
        "libjs-jquery-form",
        "libjs-underscore",
    ),
    "bookworm": ("fonts-font-awesome", "fonts-inconsolata"),
}
RECIPE = config.short_hash(repr(PACKAGES), "2")
OWN_ODOO = (
    "Set ODOO_PATH to the folder that holds the package `odoo` of an Odoo 19.0 "
    "(for a source checkout: its top folder) and try again."
)


@dataclasses.dataclass(frozen=True)
class Odoo:
    """An Odoo tree: the folder for PYTHONPATH and the folders of addons."""

    root: Path
    addons: tuple
    version: str


def find_odoo():
    """Return the Odoo to use, fetching it when there is none."""
    given = os.environ.get("ODOO_PATH")
    if given:
        return _describe(_package_parent(Path(given).expanduser().resolve()))
    target = config.cache_dir() / "odoo"
    if not is_done(target, RECIPE):
        with locked("odoo"):
            if not is_done(target, RECIPE):
                _fetch(target)
    return _describe(target / "usr/lib/python3/dist-packages")


def _package_parent(path):
    if path.name == "odoo" and (path / "release.py").is_file():
        return path.parent
    if (path / "odoo" / "release.py").is_file():
        return path
    raise Problem(f"ODOO_PATH={path} holds no Odoo.", OWN_ODOO)


def _describe(root):
    release = (root / "odoo" / "release.py").read_text()
    found = re.search(r"version_info = \((\d+), *(\d+), *(\d+)", release)
    if not found or found[1] != "19":
        raise Problem(f"{root} is not an Odoo 19.", OWN_ODOO)
    addons = [root / "odoo" / "addons"]
    if not (addons[0] / "web").is_dir():
        addons.insert(0, root / "addons")
    return Odoo(root, tuple(addons), ".".join(found.groups()))


def _fetch(target):
    step("Fetching Odoo 19 from Debian (about 120 MB, once)")
    shutil.rmtree(target, ignore_errors=True)
    debs = config.cache_dir() / "debs"
    shutil.rmtree(debs, ignore_errors=True)
    debs.mkdir(parents=True)
    options = _private_apt(config.cache_dir() / "apt")
    run(["apt-get", *options, "update"], "Check the network, then try again.")
    names = [f"{n}/{suite}" for suite, group in PACKAGES.items() for n in group]
    run(["apt-get", *options, "download", *names], OWN_ODOO, cwd=debs)
    for deb in sorted(debs.glob("*.deb")):
        run(["dpkg", "-x", deb, target], "Free some disk space, then try again.")
    shutil.rmtree(debs)
    missing_script.add(target / "usr/lib/python3/dist-packages/odoo")
    _check_links(target)
    mark_done(target, RECIPE)


def _private_apt(folder):
    """Return apt-get options for a package state that is only ours."""
    shutil.rmtree(folder, ignore_errors=True)
    for part in ("state/lists/partial", "cache/archives/partial", "parts"):
        (folder / part).mkdir(parents=True)
    (folder / "status").touch()
    uri, keyring = _debian_mirror(), _debian_keyring()
    lines = [f"deb [signed-by={keyring}] {uri} {s} main\n" for s in PACKAGES]
    (folder / "sources.list").write_text("".join(lines))
    options = {
        "Dir::State": folder / "state",
        "Dir::State::status": folder / "status",
        "Dir::Cache": folder / "cache",
        "Dir::Etc::sourcelist": folder / "sources.list",
        "Dir::Etc::sourceparts": folder / "parts",
        "Dir::Etc::preferences": "/dev/null",
        "Dir::Etc::preferencesparts": folder / "parts",
        "APT::Default-Release": "",
        "APT::Sandbox::User": "",
        "Acquire::Languages": "none",
        "Acquire::Retries": "3",
    }
    return [part for k, v in options.items() for part in ("-o", f"{k}={v}")]


def _debian_mirror():
    """Return the address of the mirror this machine itself is set up with."""
    query = ["apt-get", "indextargets", "--format", "$(REPO_URI)"]
    query += ["Created-By: Packages", "Origin: Debian", "Label: Debian"]
    if not shutil.which("apt-get"):
        raise Problem("This is not a Debian machine.", OWN_ODOO)
    uris = run(query, OWN_ODOO).split()
    if not uris:
        raise Problem(
            "This machine has no Debian package source, so Odoo's package "
            "cannot be fetched.",
            "On Debian run `apt-get update` as root. Elsewhere: " + OWN_ODOO,
        )
    return uris[0]


def _debian_keyring():
    for name in ("debian-archive-keyring.gpg", "debian-archive-keyring.pgp"):
        path = Path("/usr/share/keyrings", name)
        if path.is_file():
            return path
    raise Problem(
        "The keys that sign Debian's packages are missing.",
        "As root: apt-get install debian-archive-keyring",
    )


def _check_links(target):
    broken = [p for p in target.rglob("*") if p.is_symlink() and not p.exists()]
    if broken:
        names = ", ".join(str(p.relative_to(target)) for p in broken[:5])
        raise Problem(
            f"{len(broken)} files of Odoo are missing: {names}",
            "Debian's packages have changed; extend PACKAGES in "
            "tools/odoo_source.py. Until then: " + OWN_ODOO,
        )
