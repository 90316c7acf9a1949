"""The guards of the addon that ./dev bite can switch off."""

import dataclasses
import tomllib

from tools import config

FILE = config.TOOLS_DIR / "bite.toml"


@dataclasses.dataclass
class Guard:
    """What is changed in a copy of the addon, or its database, to be without it."""

    name: str
    tests: str = "outsiders"
    patch: list = dataclasses.field(default_factory=list)
    sql: str = ""
    sealed: bool = True
    with_also: list = dataclasses.field(default_factory=list)
    backed_by: str = ""

    def faults(self):
        """Return what is no longer in the code as it is written here."""
        return [
            f"bite.toml: “{self.name}” is not as it was in {patch['file']}"
            for patch in self.patch
            if _text(config.ADDON_DIR / patch["file"]).count(patch["old"]) != 1
        ]

    def switch_off(self, addon):
        """Change a copy of the addon."""
        for patch in self.patch:
            path = addon / patch["file"]
            path.write_text(_text(path).replace(patch["old"], patch["new"]))


def read():
    """Return {name: guard}."""
    entries = tomllib.loads(FILE.read_text())["guard"]
    return {entry["name"]: Guard(**entry) for entry in entries}


def faults():
    """Return which guards cannot be switched off, because the code has changed."""
    return [fault for guard in read().values() for fault in guard.faults()]


def _text(path):
    return path.read_text() if path.is_file() else ""
