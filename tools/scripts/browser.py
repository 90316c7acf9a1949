"""A headless Chromium that is told what to do through the DevTools protocol."""

import base64
import json
import re
import shutil
import subprocess
import tempfile
import time
import urllib.request

import websocket


class Browser:
    """One page in one browser without history; use as a context manager."""

    def __init__(self, program):
        self.program = program
        self.errors = []
        self._number = 0

    def __enter__(self):
        self.folder = tempfile.mkdtemp(prefix="shots-")
        self.process = subprocess.Popen(
            [
                self.program,
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--hide-scrollbars",
                "--force-prefers-reduced-motion",
                "--lang=de-DE",
                "--remote-debugging-port=0",
                "--remote-allow-origins=*",
                f"--user-data-dir={self.folder}",
                "about:blank",
            ],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
        )
        self.socket = websocket.create_connection(self._address(), timeout=60)
        for domain in ("Page", "Runtime", "Log", "Network"):
            self.call(f"{domain}.enable")
        self.call("Emulation.setTimezoneOverride", timezoneId="Europe/Berlin")
        return self

    def __exit__(self, *_error):
        self.process.terminate()
        self.process.wait(10)
        shutil.rmtree(self.folder, ignore_errors=True)

    def _address(self):
        """Return the address of the page's protocol end."""
        for line in self.process.stderr:
            found = re.search(r"ws://([\d.:]+)/", line)
            if found:
                break
        else:
            raise RuntimeError("the browser did not start")
        with urllib.request.urlopen(f"http://{found[1]}/json") as answer:
            pages = json.load(answer)
        return next(p["webSocketDebuggerUrl"] for p in pages if p["type"] == "page")

    def call(self, method, **params):
        """Send a command and return its result, noting errors on the way."""
        self._number += 1
        message = {"id": self._number, "method": method, "params": params}
        self.socket.send(json.dumps(message))
        while True:
            answer = json.loads(self.socket.recv())
            self._note(answer)
            if answer.get("id") == self._number:
                if "error" in answer:
                    raise RuntimeError(f"{method}: {answer['error']['message']}")
                return answer["result"]

    def _note(self, event):
        method, params = event.get("method"), event.get("params", {})
        if method == "Runtime.exceptionThrown":
            details = params["exceptionDetails"]
            thrown = details.get("exception", {}).get("description")
            self.errors.append(thrown or details["text"])
        elif method == "Log.entryAdded" and params["entry"]["level"] == "error":
            entry = params["entry"]
            self.errors.append(f"{entry['text']} {entry.get('url', '')}")
        elif method == "Runtime.consoleAPICalled" and params["type"] == "error":
            parts = (a.get("value") or a.get("description") for a in params["args"])
            self.errors.append(" ".join(str(part) for part in parts))

    def evaluate(self, expression):
        """Return the value of a JavaScript expression in the page."""
        result = self.call(
            "Runtime.evaluate",
            expression=expression,
            awaitPromise=True,
            returnByValue=True,
        )
        if "exceptionDetails" in result:
            details = result["exceptionDetails"]
            raise RuntimeError(
                details.get("exception", {}).get("description", details["text"])
            )
        return result["result"].get("value")

    def wait(self, expression, what, seconds=20):
        """Wait until a JavaScript expression is true."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            try:
                if self.evaluate(f"Boolean({expression})"):
                    return
            except RuntimeError:
                pass  # The page is just being replaced by another one.
            time.sleep(0.1)
        raise RuntimeError(f"waited in vain for {what}")

    def wait_for(self, selector, seconds=20):
        """Wait for an element."""
        found = f"document.querySelector({json.dumps(selector)})"
        self.wait(found, selector, seconds)

    def click(self, selector):
        """Click an element as soon as it is there."""
        self.wait_for(selector)
        self.evaluate(f"document.querySelector({json.dumps(selector)}).click()")

    def go(self, url):
        """Open an address and wait until it is loaded."""
        self.call("Page.navigate", url=url)
        self.wait("document.readyState === 'complete'", url)

    def size(self, width, height):
        """Set the size of the page; a narrow one counts as a telephone."""
        self.call(
            "Emulation.setDeviceMetricsOverride",
            width=width,
            height=height,
            deviceScaleFactor=1,
            mobile=width < 600,
        )
        self.call("Emulation.setTouchEmulationEnabled", enabled=width < 600)

    def picture(self):
        """Return what is seen as PNG."""
        return base64.b64decode(self.call("Page.captureScreenshot")["data"])
