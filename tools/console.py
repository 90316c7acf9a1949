"""Talk to the person at the terminal and run other programs for them."""

import shlex
import subprocess
import sys
import time

_STARTED = time.monotonic()


class Problem(Exception):
    """Something the person can fix: what went wrong, and the remedy."""

    def __init__(self, what, remedy):
        super().__init__(what)
        self.what = what
        self.remedy = remedy


def say(text=""):
    """Print one line at once, whoever reads the output."""
    print(text, flush=True)


def step(text):
    """Announce a piece of work that may take some seconds."""
    say(f"[{time.monotonic() - _STARTED:5.1f} s] {text}")


def warn(text):
    """Print a line that must not get lost in redirected output."""
    sys.stdout.flush()
    print(text, file=sys.stderr, flush=True)


def run(command, remedy, **options):
    """Run a program quietly; show what it said only when it fails.

    Return its standard output as text.
    """
    command = [str(part) for part in command]
    done = subprocess.run(command, capture_output=True, text=True, **options)
    if done.returncode:
        said = "\n".join((done.stdout + done.stderr).strip().splitlines()[-25:])
        raise Problem(f"This failed: {shlex.join(command)}\n{said}", remedy)
    return done.stdout


def quiet(command, **options):
    """Run a program and return whether it succeeded, showing nothing."""
    command = [str(part) for part in command]
    return not subprocess.run(command, capture_output=True, **options).returncode
