"""Find ports to serve on."""

import contextlib
import socket

from tools.console import Problem


def free_port(wanted=0):
    """Return the wanted loopback port, or the next free one after it.

    Without a wish the system chooses.
    """
    last = wanted + 50 if wanted else 0
    for port in range(wanted, last + 1):
        with contextlib.closing(socket.socket()) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind(("127.0.0.1", port))
            except OSError:
                continue
            return probe.getsockname()[1]
    raise Problem(
        f"The ports {wanted} to {last} are all taken.", "Choose another: --port N"
    )
