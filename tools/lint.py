"""./dev lint: everything that can be found without running the addon's tests."""

import re
import subprocess
import xml.etree.ElementTree as ET

from tools import config, guards, i18n, odoo_lint
from tools.console import say, step
from tools.results import Result
from tools.setup import prepare

# `sudo(False)` gives rights back instead of taking them.
SUDO = re.compile(r"\.sudo\((?!False\))")
ADDRESS = re.compile(r"https?://(?!127\.0\.0\.1|localhost)[\w.-]+")
# Split, so that this file does not find itself.
MACHINE_PATH = re.compile(r"(?<![\w.~}])/(?:ro" + r"ot|ho" + r"me|wo" + r"rk)/\w")
TEXT_FILES = {".py", ".xml", ".csv", ".md", ".js", ".json", ".toml", ".yaml", ".scss"}


def lint(args):
    """Run the checks and tell how many passed."""
    setup = prepare()
    if args.fix:
        _program(setup, "ruff", "check", "--fix", "--quiet", ".")
        _program(setup, "ruff", "format", "--quiet", ".")
    total = run_checks(setup, args.fast)
    say()
    say(str(total))
    return 1 if total.failed else 0


def run_checks(setup, fast):
    """Run all checks, or only those that need no database."""
    total = Result()
    for name, check in CHECKS.items():
        total += _report(name, check(setup))
    if not fast and (config.ADDON_DIR / "__manifest__.py").is_file():
        with odoo_lint.database(setup) as (database, faults):
            total += _report("Odoo's own checks (test_lint)", faults)
            total += _report("translations", i18n.check(setup, database))
    return total


def _report(name, faults):
    """Print the faults of one check, which passes when there are none."""
    step(f"{'FAILED' if faults else 'ok'}: {name}")
    for fault in faults:
        say(f"    {fault}")
    return Result(0, 1) if faults else Result(1)


def _program(setup, *words):
    """Run a program of the Python environment; return its output if it fails."""
    command = [str(setup.python), "-m", *map(str, words)]
    done = subprocess.run(
        command, cwd=config.CHECKOUT, env=setup.env, capture_output=True, text=True
    )
    return (done.stdout + done.stderr).strip().splitlines() if done.returncode else []


def _ruff(setup):
    return _program(setup, "ruff", "check", "--output-format=concise", ".")


def _format(setup):
    lines = _program(setup, "ruff", "format", "--check", ".")
    return [line for line in lines if "-->" in line or line.startswith("error")]


def _pylint(setup):
    if not (config.ADDON_DIR / "__init__.py").is_file():
        return []
    rules = config.CHECKOUT / ".pylintrc-mandatory"
    return _program(setup, "pylint", f"--rcfile={rules}", config.ADDON)


def _xml(_setup):
    faults = []
    for path in sorted(config.ADDON_DIR.rglob("*.xml")):
        try:
            ET.parse(path)
        except ET.ParseError as error:
            faults.append(f"{_shown(path)}: {error}")
    return faults


def _sudo(_setup):
    """Whoever steps over the access rules says why on the same line."""
    paths = (p for p in config.ADDON_DIR.rglob("*.py") if "tests" not in p.parts)
    return [
        f"{place}: sudo() without `# sudo: reason`"
        for place, line in _lines(paths)
        if SUDO.search(line) and "# sudo: " not in line
    ]


def _addresses(_setup):
    """Tools name no hosts, and nothing names a path of one machine."""
    tools = [config.CHECKOUT / "dev", *config.TOOLS_DIR.rglob("*")]
    tools += (config.CHECKOUT / ".ci").rglob("*")
    faults = [f"{p}: names a host" for p, line in _lines(tools) if ADDRESS.search(line)]
    texts = (p for p in _tracked() if p.suffix in TEXT_FILES)
    return faults + [
        f"{place}: names a path of one machine"
        for place, line in _lines(texts)
        if MACHINE_PATH.search(line)
    ]


def _tracked():
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    done = subprocess.run(command, cwd=config.CHECKOUT, capture_output=True, text=True)
    if done.returncode:
        # An archive without history: look at everything.
        return [p for p in config.CHECKOUT.rglob("*") if ".git" not in p.parts]
    return [config.CHECKOUT / name for name in done.stdout.split("\0") if name]


def _lines(paths):
    for path in sorted(paths):
        if path.is_file() and "__pycache__" not in path.parts:
            text = path.read_text(errors="replace")
            for number, line in enumerate(text.splitlines(), 1):
                yield f"{_shown(path)}:{number}", line


def _shown(path):
    return path.relative_to(config.CHECKOUT)


def _guards(_setup):
    """Whoever changes a guard says how `./dev bite` switches it off now."""
    return guards.faults()


CHECKS = {
    "ruff": _ruff,
    "format": _format,
    "pylint-odoo": _pylint,
    "XML": _xml,
    "sudo": _sudo,
    "addresses and paths": _addresses,
    "guards": _guards,
}
