"""A private PostgreSQL for all checkouts, reached through a socket only.

PostgreSQL refuses to run as root, so root lends it to the user `postgres` and
keeps it outside of root's home. Nothing listens on the network, and the socket
lies in a folder that only its owner can enter.
"""

import os
import pwd
import shutil
import subprocess
import time
from pathlib import Path

from tools import config
from tools.console import Problem, quiet, run, step
from tools.locks import locked

ROLE = "odoo"
SETTINGS = {
    "listen_addresses": "",
    # The data can be made again at any time, so speed goes before durability.
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "wal_level": "minimal",
    "max_wal_senders": "0",
    "max_wal_size": "2GB",
    "jit": "off",
    "shared_buffers": "256MB",
    "max_connections": "200",
    "autovacuum_naptime": "10min",
}


def environment():
    """Return the environment that leads every client to a running server."""
    if os.environ.get("PGHOST"):
        _check_given()
        return dict(os.environ)
    env = {k: v for k, v in os.environ.items() if not k.startswith("PG")}
    env.update(PGHOST=str(_socket_dir()), PGUSER=ROLE)
    if not _answers(env):
        with locked("postgresql"):
            if not _answers(env):
                _start(env)
    return env


def superuser(env):
    """Return the environment of a superuser, or None if we do not know one."""
    if env["PGHOST"] == str(_socket_dir()):
        return {**env, "PGUSER": "postgres"}
    sql = "SELECT rolsuper FROM pg_roles WHERE rolname = current_user"
    is_super = run(["psql", "-XAtc", sql, "postgres"], "Try again.", env=env)
    return env if is_super.strip() == "t" else None


def stop():
    """Stop the private server, if it runs."""
    pid_file = _data_dir() / "postmaster.pid"
    command = [*_as_owner(), _program("pg_ctl"), "stop", "-D", _data_dir()]
    if pid_file.is_file() and quiet([*command, "-m", "fast"], cwd="/"):
        step("PostgreSQL stopped")


def _check_given():
    if not quiet(["psql", "-XAtc", "SELECT 1", "postgres"]):
        raise Problem(
            "The PostgreSQL of PGHOST does not let us in.",
            "Set PGPORT, PGUSER and PGPASSWORD of a role that may create "
            "databases, or unset PGHOST to use a private server.",
        )


def _home():
    if not config.is_root():
        return config.cache_dir() / "postgresql"
    return Path("/var/lib", config.ADDON, config.short_hash(str(config.cache_dir())))


def _data_dir():
    return _home() / "data"


def _socket_dir():
    folder = _home() / "run"
    if len(str(folder)) < 80:
        return folder
    # The system allows little more than 100 characters for a socket's path.
    key = config.short_hash(str(folder))
    return Path("/tmp", f"{config.ADDON}-{os.geteuid()}-{key}")


def _as_owner():
    return ["runuser", "-u", "postgres", "--"] if config.is_root() else []


def _program(name):
    """Return a program of the version that the data belongs to."""
    version_file = _data_dir() / "PG_VERSION"
    version = version_file.read_text().strip() if version_file.is_file() else "*"
    found = sorted(Path("/usr/lib/postgresql").glob(f"{version}/bin/{name}"))
    if not found:
        raise Problem(
            f"PostgreSQL {version} is not installed, but {_data_dir()} needs it.",
            f"As root: apt-get install postgresql, or delete {_home()}",
        )
    return found[-1]


def _answers(env):
    return quiet(["psql", "-XAtc", "SELECT 1", "postgres"], env=env)


def _start(env):
    if not (_data_dir() / "PG_VERSION").is_file():
        _create()
    step("Starting PostgreSQL")
    _private_folder(_socket_dir())
    log = config.cache_dir() / "postgresql.log"
    command = [*_as_owner(), _program("postgres"), "-D", _data_dir()]
    command += ["-k", _socket_dir()]
    for name, value in SETTINGS.items():
        command += ["-c", f"{name}={value}"]
    with log.open("ab") as output:
        server = subprocess.Popen(
            [str(part) for part in command],
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=output,
            start_new_session=True,
            cwd="/",
        )
    _wait(server, {**env, "PGUSER": "postgres"}, log)
    _ensure_role({**env, "PGUSER": "postgres"})


def _create():
    step("Creating a private PostgreSQL")
    home = _home()
    home.mkdir(parents=True, exist_ok=True)
    if config.is_root():
        # The data folder is made by initdb, which runs as `postgres`.
        home.parent.chmod(0o755)
        shutil.chown(home, "postgres", "postgres")
    draft = home / "draft"
    shutil.rmtree(draft, ignore_errors=True)
    command = [*_as_owner(), _program("initdb"), "-D", draft, "-U", "postgres"]
    command += ["-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync"]
    run(command, f"Delete {home} and try again.", cwd="/")
    draft.rename(_data_dir())


def _private_folder(folder):
    folder.mkdir(parents=True, exist_ok=True)
    folder.chmod(0o700)
    if config.is_root():
        shutil.chown(folder, "postgres", "postgres")
    if folder.is_symlink() or folder.owner() != _owner_name():
        raise Problem(f"{folder} belongs to somebody else.", "Delete it.")


def _owner_name():
    return "postgres" if config.is_root() else pwd.getpwuid(os.geteuid()).pw_name


def _wait(server, env, log):
    for _attempt in range(300):
        if _answers(env):
            return
        if server.poll() is not None:
            break
        time.sleep(0.1)
    said = "\n".join(log.read_text(errors="replace").splitlines()[-8:])
    raise Problem(
        f"PostgreSQL does not start:\n{said}",
        f"Delete {_home()} (it holds nothing but development databases).",
    )


def _ensure_role(env):
    """Odoo gets a role of its own that is not a superuser."""
    known = run(
        ["psql", "-XAtc", f"SELECT 1 FROM pg_roles WHERE rolname='{ROLE}'", "postgres"],
        "Try again.",
        env=env,
    )
    if not known.strip():
        sql = f"CREATE ROLE {ROLE} LOGIN CREATEDB"
        run(["psql", "-XAtc", sql, "postgres"], "Try again.", env=env)
