"""The command line of ./dev."""

import argparse
import os
import sys
from pathlib import Path

from tools import bench, bite, i18n, lint, shots, testing, up
from tools.console import Problem, warn


def main(argv=None):
    """Run one command; return its exit status."""
    args = _parser().parse_args(argv)
    # Debian's package tools need these, and a bare environment lacks them.
    path = os.environ.get("PATH", os.defpath)
    os.environ["PATH"] = f"{path}:/usr/local/sbin:/usr/sbin:/sbin"
    try:
        return args.command(args)
    except Problem as problem:
        warn(f"\n{problem.what}\n\nWhat to do: {problem.remedy}")
        return 1
    except BrokenPipeError:
        # The reader has seen enough, as in `./dev lint | head`.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except KeyboardInterrupt:
        return 130


def _parser():
    parser = argparse.ArgumentParser(
        prog="./dev",
        description="Develop and try the Odoo addon integration_management. Every "
        "command first fetches what is missing; see CONTRIBUTING.md.",
    )
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    for add in (_up, _down, _test, _bite, _lint, _bench, _i18n, _shots, _shell):
        add(commands)
    return parser


def _add(commands, name, function, text):
    parser = commands.add_parser(name, help=text, description=text)
    parser.set_defaults(command=function)
    return parser


def _up(commands):
    parser = _add(commands, "up", up.up, "Serve a German demo on a loopback port.")
    parser.add_argument(
        "--port", type=int, default=8069, help="first port to try (default: 8069)"
    )
    parser.add_argument(
        "--detach", action="store_true", help="return when the server is ready"
    )
    parser.add_argument(
        "--fresh", action="store_true", help="throw the demo database away first"
    )
    parser.add_argument("--db", help="use a database of this name instead")


def _down(commands):
    parser = _add(commands, "down", up.down, "Stop the server of ./dev up.")
    parser.add_argument(
        "--all", action="store_true", help="also stop PostgreSQL, for all checkouts"
    )


def _test(commands):
    parser = _add(
        commands,
        "test",
        testing.test,
        "Run all checks and tests, or some. Ends with `N passed, N failed`.",
    )
    parser.add_argument(
        "--only",
        choices=testing.PARTS,
        action="append",
        help="run this part only; may be given several times",
    )
    parser.add_argument(
        "--tags",
        help="Odoo test tags for the parts addon and tours, for instance "
        "/integration_management:TestCase.test_number",
    )
    parser.add_argument(
        "-k", metavar="EXPRESSION", help="pytest -k for the parts unit and http"
    )
    parser.add_argument(
        "--fresh", action="store_true", help="build the template database anew"
    )
    parser.add_argument(
        "--odoo",
        nargs="?",
        const="with",
        choices=("with", "without"),
        metavar="without",
        help="run Odoo's own tests of mail, calendar and others instead, beside the "
        "addon; `--odoo without` tells what fails without it. Takes long",
    )


def _bite(commands):
    parser = _add(
        commands,
        "bite",
        bite.bite,
        "Run the attacks of tests/http with one guard of the addon switched off at a "
        "time and show which succeed. Takes minutes for each.",
    )
    parser.add_argument(
        "guards", nargs="*", help="names in tools/bite.toml (default: all)"
    )


def _lint(commands):
    parser = _add(commands, "lint", lint.lint, "Check style, views and translations.")
    parser.add_argument(
        "--fast", action="store_true", help="skip what needs a database"
    )
    parser.add_argument(
        "--fix", action="store_true", help="let ruff repair and format first"
    )


def _bench(commands):
    parser = _add(
        commands,
        "bench",
        bench.bench,
        "Measure screens of ours beside Odoo's crm and calendar, over HTTP.",
    )
    parser.add_argument(
        "--sizes",
        type=bench.sizes,
        default="1k",
        help="numbers of cases, for instance 1k,10k,150k (default: 1k)",
    )
    parser.add_argument(
        "--n", type=int, default=40, help="measurements of each (default: 40)"
    )
    parser.add_argument("--json", type=Path, help="file to write the numbers to")
    parser.add_argument(
        "--fresh", action="store_true", help="install the modules anew first"
    )


def _i18n(commands):
    parser = _add(
        commands,
        "i18n",
        i18n.i18n,
        "Export the texts to i18n/*.pot and merge them into de.po, keeping "
        "translations; tell what is not translated.",
    )
    parser.add_argument(
        "--check",
        action="store_true",
        help="write nothing; fail if a file would change or a text is missing",
    )
    parser.add_argument(
        "--fill", metavar="FILE.json", help='translations to enter: {"Yes": "Ja"}'
    )


def _shots(commands):
    parser = _add(
        commands,
        "shots",
        shots.shots,
        "Take pictures of the running ./dev up: without --url all of "
        "tools/shots.json. Fails when the browser reports an error.",
    )
    parser.add_argument("--login", default="admin", help="who looks (default: admin)")
    parser.add_argument("--password", help="default: the same as the login")
    parser.add_argument("--url", help="path to open, for instance /odoo/contacts")
    parser.add_argument("--out", help="PNG file to write")
    parser.add_argument("--width", type=int, default=1280)
    parser.add_argument("--height", type=int, default=800)
    parser.add_argument(
        "--click", action="append", default=[], help="CSS selector; repeatable"
    )
    parser.add_argument("--wait", help="CSS selector to wait for at the end")
    parser.add_argument("--full", action="store_true", help="the whole page")
    parser.add_argument("--db", help="the database given to ./dev up --db")


def _shell(commands):
    parser = _add(commands, "shell", up.shell, "Open Odoo's shell on the demo.")
    parser.add_argument("--db", help="use a database of this name instead")
