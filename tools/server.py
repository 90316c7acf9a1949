"""Start and stop a server of Odoo on a database of this checkout."""

import contextlib
import os
import secrets
import signal
import subprocess
import time
import urllib.error
import urllib.request

from tools import config, databases, odoo_run
from tools.ports import free_port

CONFIG = """\
[options]
addons_path = {addons}
data_dir = {data}
db_name = {database}
dbfilter = ^{database}$
list_db = False
admin_passwd = {secret}
proxy_mode = False
http_interface = 127.0.0.1
http_port = {port}
max_cron_threads = 1
without_demo = False
"""


class Server:
    """A server process of this checkout, known by a name."""

    def __init__(self, setup, database, name):
        self.setup = setup
        self.database = database
        self.name = name
        self.log = odoo_run.log_file(name)
        self.process = None
        self.port = None

    @property
    def url(self):
        """Return the address of the running server."""
        return f"http://127.0.0.1:{self.port}"

    def start(self, port=0):
        """Start and wait until a page is served."""
        self.port = free_port(port)
        self._set_address()
        command = [self.setup.python, "-m", "odoo", "server", "-c", self._config()]
        with self.log.open("wb") as output:
            self.process = subprocess.Popen(
                [str(part) for part in command],
                env=self.setup.env,
                cwd=config.checkout_dir(),
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        _state(self.name).write_text(f"{self.process.pid} {self.port}")
        self._wait()

    def _config(self):
        path = config.checkout_dir() / f"{self.name}.conf"
        path.touch(mode=0o600)
        path.write_text(
            CONFIG.format(
                addons=odoo_run.addons_path(self.setup),
                data=config.checkout_dir() / "data",
                database=self.database,
                secret=secrets.token_urlsafe(32),
                port=self.port,
            )
        )
        return path

    def _set_address(self):
        """Tell Odoo its address, which its PDF reports load their style from."""
        values = ", ".join(
            f"('{key}', '{value}')"
            for key, value in (
                ("report.url", self.url),
                ("web.base.url", self.url),
                ("web.base.url.freeze", "True"),
            )
        )
        databases.sql(
            self.setup,
            f"INSERT INTO ir_config_parameter (key, value) VALUES {values} "
            "ON CONFLICT (key) DO UPDATE SET value = excluded.value",
            self.database,
        )

    def _wait(self):
        for _attempt in range(600):
            if self.process.poll() is not None:
                raise odoo_run.failure(self.log)
            if answers(self.url):
                return
            time.sleep(0.1)
        stop(self.name)
        raise odoo_run.failure(self.log)


def answers(url):
    """Tell whether an Odoo with a working database serves this address."""
    try:
        with urllib.request.urlopen(f"{url}/web/login", timeout=10) as page:
            return page.status == 200
    except (urllib.error.URLError, OSError):
        return False


def running(name):
    """Return (process id, port) of a server of this checkout, or None."""
    try:
        pid, port = map(int, _state(name).read_text().split())
        command = open(f"/proc/{pid}/cmdline").read()
    except (OSError, ValueError):
        return None
    # The process id may have passed on to some other program.
    own = str(config.checkout_dir() / f"{name}.conf")
    return (pid, port) if own in command.split("\0") else None


def stop(name):
    """Stop a server of this checkout; return whether there was one."""
    found = running(name)
    if not found:
        return False
    for number, patience in ((signal.SIGTERM, 50), (signal.SIGKILL, 20)):
        with contextlib.suppress(ProcessLookupError):
            os.kill(found[0], number)
        for _attempt in range(patience):
            if not running(name):
                break
            time.sleep(0.1)
    _state(name).unlink(missing_ok=True)
    return True


def _state(name):
    return config.checkout_dir() / f"{name}.pid"
