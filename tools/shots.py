"""./dev shots: pictures of the running demo, one or all of tools/shots.json."""

import json
import shutil
import subprocess
from pathlib import Path

from tools import config, databases, server, up
from tools.console import Problem, step
from tools.logins import logins
from tools.setup import prepare
from tools.system import BROWSERS

LIST = config.TOOLS_DIR / "shots.json"
SCRIPT = config.TOOLS_DIR / "scripts" / "take_shots.py"


def shots(args):
    """Take the pictures; fail when a page reports an error."""
    setup = prepare()
    found = server.running(up.NAME)
    if not found:
        raise Problem("The demo is not running.", "./dev up --detach")
    wanted = [_one(args)] if args.url else _all()
    passwords = json.loads(logins())
    for shot in wanted:
        name = shot.get("login", "admin")
        shot.setdefault("password", passwords.get(name, name))
    job = {
        "browser": next(filter(None, map(shutil.which, BROWSERS))),
        "base": f"http://127.0.0.1:{found[1]}",
        "database": args.db or databases.name_for(up.NAME),
        "shots": wanted,
    }
    step(f"Taking {len(wanted)} picture(s)")
    command = [str(setup.python), str(SCRIPT)]
    return subprocess.run(command, input=json.dumps(job), text=True).returncode


def _one(args):
    if not args.out:
        raise Problem("Where should the picture go?", "Add --out FILE.png")
    names = ("login", "password", "url", "width", "height", "click", "wait", "full")
    shot = {name: getattr(args, name) for name in names}
    shot["out"] = str(Path(args.out).absolute())
    return {key: value for key, value in shot.items() if value is not None}


def _all():
    if not LIST.is_file():
        raise Problem("There is no tools/shots.json yet.", "Use --url and --out.")
    wanted = json.loads(LIST.read_text())
    for shot in wanted:
        shot["out"] = str(config.CHECKOUT / shot["out"])
    return wanted
