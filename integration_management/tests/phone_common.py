# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import json
import time
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from unittest import SkipTest

from odoo.tests import HttpCase, tagged
from odoo.tests.common import ChromeBrowser

WIDTH, HEIGHT = 390, 844
NARROWEST = 320  # WCAG 1.4.10: nothing is cut off at this width
HEAVIEST = 300_000
PATIENCE = 20
STANDARD = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
# The size of what the page consists of, and where each part came from.
PARTS = """
[...performance.getEntriesByType('navigation'),
 ...performance.getEntriesByType('resource')]
    .map(e => [e.name, Math.max(e.transferSize, e.encodedBodySize)])
"""
BARRIERS = """
axe.run(document, {runOnly: %s, resultTypes: ['violations']}).then(r =>
    r.violations.map(v => v.id + ': ' + v.nodes.map(n =>
        n.target.join(' ') + ' <' + n.html.slice(0, 120) + '>').join(' | ')))
"""
# Whatever reaches beyond the page to the side; what is said to screen readers only
# stands far outside on purpose.
CUT_OFF = """
document.documentElement.scrollWidth <= window.innerWidth ? [] :
    [...document.querySelectorAll('body *')]
        .filter(e => e.getBoundingClientRect().right > window.innerWidth + 1
            || e.getBoundingClientRect().left < -1)
        .map(e => e.outerHTML.slice(0, 120)).slice(-3).concat('too wide')
"""


class Phone:
    """A browser of the size of a telephone, which looks for barriers on every page."""

    def __init__(self, test, browser):
        self.test = test
        self.browser = browser
        self.complaints = []
        browser._handlers["Log.entryAdded"] = self._note
        browser._websocket_request("Log.enable")
        browser._websocket_request(
            "Emulation.setTouchEmulationEnabled", params={"enabled": True}
        )
        self._set_width(WIDTH)

    def open(self, path):
        """Open an address of ours and check the page."""
        with self._another_page():
            self.browser.navigate_to(self.test.base_url() + path)

    def tap(self, selector):
        """Tap what leads to another page, and check that one."""
        element = f"document.querySelector({json.dumps(selector)})"
        self.test.assertTrue(self.get(f"Boolean({element})"), selector)
        with self._another_page():
            self.get(f"void {element}.click()")

    def unfold(self, selector):
        """Open everything that is folded in a part of the page, and check it again."""
        self.get(
            f"document.querySelectorAll({json.dumps(selector)})"
            ".forEach(part => {part.open = true})"
        )
        self.check()

    def type(self, selector, text):
        """Fill in a field of a form."""
        where, what = json.dumps(selector), json.dumps(text)
        self.get(f"document.querySelector({where}).value = {what}")

    @property
    def path(self):
        return self.get("location.pathname")

    def text(self, selector="main"):
        """Return the text in a part of the page."""
        return self.get(f"document.querySelector({json.dumps(selector)}).innerText")

    def get(self, expression):
        """Return the value of an expression in the page."""
        answer = self.browser._websocket_request(
            "Runtime.evaluate",
            params={
                "expression": expression,
                "awaitPromise": True,
                "returnByValue": True,
            },
            timeout=PATIENCE,
        )
        self.test.assertNotIn("exceptionDetails", answer, expression[:200])
        return answer["result"].get("value")

    def check(self):
        """Expect no barrier, nothing cut off, nothing foreign and no complaint."""
        where = self.path
        self.get(_get_axe())
        tags = json.dumps(STANDARD)
        self.test.assertFalse(self.get(BARRIERS % tags), f"Barriers on {where}")
        self._set_width(NARROWEST)
        self.test.assertFalse(self.get(CUT_OFF), f"{where} is too wide")
        self._set_width(WIDTH)
        base = self.test.base_url()
        foreign = [
            name
            for name, _size in self.get(PARTS)
            if not name.startswith((base + "/", "data:"))
        ]
        self.test.assertFalse(foreign, f"{where} asks others")
        self.test.assertFalse(self.complaints, where)

    def weigh(self):
        """Return how many bytes the page and its parts are; as nothing is kept, all."""
        return sum(size for _name, size in self.get(PARTS))

    @contextmanager
    def _another_page(self):
        """Wait until a page has replaced the one that there was, and check it."""
        self.get("void (window.isOld = true)")
        yield
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            if self._is_loaded():
                break
            time.sleep(0.05)
        else:
            self.test.fail("No other page came.")
        self.check()

    def _is_loaded(self):
        expression = "!window.isOld && document.readyState === 'complete'"
        answer = self.browser._websocket_request(
            "Runtime.evaluate", params={"expression": expression}, timeout=PATIENCE
        )
        return answer["result"].get("value") is True

    def _set_width(self, width):
        self.browser._websocket_request(
            "Emulation.setDeviceMetricsOverride",
            params={
                "width": width,
                "height": HEIGHT,
                "deviceScaleFactor": 2,
                "mobile": True,
            },
        )

    def _note(self, entry):
        """Note what the browser refuses, e.g. by the page's own security policy.

        That an answer was "wrong PIN" (403) is no complaint.
        """
        if entry["level"] == "error" and entry["source"] != "network":
            self.complaints.append(entry["text"])


@tagged("tours")
class PhoneCase(HttpCase):
    """Walks through pages for clients on a telephone."""

    browser_size = f"{WIDTH}x{HEIGHT}"
    touch_enabled = True

    @contextmanager
    def _phone(self):
        """Give a phone that nobody is logged in on; a picture is kept if it fails."""
        browser = ChromeBrowser(self)
        try:
            with self.allow_requests(browser=browser):
                self.authenticate(None, None, browser=browser)
                self.cr.flush()
                self.cr.clear()
                try:
                    yield Phone(self, browser)
                except Exception:
                    browser.take_screenshot("phone_").result(10)
                    raise
                finally:
                    self._wait_remaining_requests()
        finally:
            browser.stop()
        self.env.invalidate_all()


def _get_axe():
    """Return the program of axe-core, which only the tests' environment has."""
    package = find_spec("axe_playwright_python")
    if not package:
        raise SkipTest("axe-core is missing; see tools/requirements_bare.txt")
    [folder] = package.submodule_search_locations
    return f"window.axe || {{}}; {Path(folder, 'axe.min.js').read_text()}; void 0"
