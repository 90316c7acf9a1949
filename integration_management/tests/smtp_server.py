# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""A mail server as small as tests need: it takes messages and keeps them."""

import socketserver
import threading
from contextlib import contextmanager


class _Handler(socketserver.StreamRequestHandler):
    def handle(self):
        self._say("220 test")
        recipients = []
        while line := self.rfile.readline().decode().strip():
            command = line.upper()
            if command.startswith("RCPT"):
                recipients.append(line.partition("<")[2].partition(">")[0])
            if command == "DATA":
                self._say("354 go on")
                self.server.messages.append((recipients, self._read_message()))
            if command == "QUIT":
                self._say("221 bye")
                break
            self._say("250 ok")

    def _read_message(self):
        lines = []
        while (line := self.rfile.readline().rstrip(b"\r\n")) != b".":
            lines.append(line)
        return b"\n".join(lines)

    def _say(self, line):
        self.wfile.write(f"{line}\r\n".encode())


@contextmanager
def running():
    """Run a server; gives (port, messages), each message as (recipients, bytes)."""
    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), _Handler) as server:
        server.daemon_threads = True
        server.messages = []
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield server.server_address[1], server.messages
        finally:
            server.shutdown()
