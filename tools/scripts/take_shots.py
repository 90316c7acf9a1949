"""Take the pictures that the job on standard input asks for."""

import base64
import json
import subprocess
import sys
import time
from pathlib import Path

from browser import Browser

# The tallest scrolling part of Odoo's page, for pictures of the whole of it.
HIDDEN = """
Math.max(0, ...[...document.querySelectorAll('body, body *')]
    .filter(e => /auto|scroll/.test(getComputedStyle(e).overflowY))
    .map(e => e.scrollHeight - e.clientHeight))
"""
# Nothing asked of the server is unanswered and no dialog is half open.
QUIET = """
document.readyState === 'complete'
    && !document.querySelector('.o_loading_indicator, .o_blockUI')
    && [...document.images].every(i => i.complete || i.loading === 'lazy')
"""
LOGIN = """
fetch('/web/session/authenticate', {
    method: 'POST',
    headers: {'Content-Type': 'application/json'},
    body: JSON.stringify({jsonrpc: '2.0', params: {db: %s, login: %s, password: %s}}),
}).then(a => a.json()).then(a => Boolean(a.result && a.result.uid))
"""


FETCH = """
fetch(%s).then(a => a.ok ? a.blob() : Promise.reject(new Error(a.status))).then(
    blob => new Promise(done => {
        const reader = new FileReader();
        reader.onload = () => done(reader.result.split(',')[1]);
        reader.readAsDataURL(blob);
    })
)
"""


def main():
    """Take all pictures; the exit status tells whether all was well."""
    job = json.load(sys.stdin)
    failed = 0
    for shot in job["shots"]:
        with Browser(job["browser"]) as browser:
            try:
                take(browser, job, shot)
            except RuntimeError as error:
                failed += 1
                print(f"FAILED {shot['url']}: {error}")
                save(browser, shot)
            for text in browser.errors:
                failed += 1
                print(f"BROWSER ERROR {shot['url']}: {text}")
    return 1 if failed else 0


def take(browser, job, shot):
    """Log in, open the page, do the clicks, save the picture."""
    width, height = shot.get("width", 1280), shot.get("height", 800)
    browser.size(width, height)
    browser.go(job["base"] + "/web/login")
    if shot.get("login"):
        log_in(browser, job, shot)
    if shot.get("pdf"):
        save_pdf_page(browser, shot)
        return
    browser.go(job["base"] + shot["url"])
    if shot.get("login"):
        # A server that has just started makes its style sheets first.
        browser.wait_for(".o_action_manager > *, .o_portal_wrap", 60)
    settle(browser)
    for selector in shot.get("click", []):
        browser.click(selector)
        settle(browser)
    if shot.get("wait"):
        browser.wait_for(shot["wait"])
        settle(browser)
    if shot.get("full"):
        browser.size(width, height + browser.evaluate(HIDDEN))
        settle(browser)
    save(browser, shot)


def log_in(browser, job, shot):
    """Start a session as the login of the shot."""
    values = (job["database"], shot["login"], shot["password"])
    if not browser.evaluate(LOGIN % tuple(map(json.dumps, values))):
        raise RuntimeError(f"cannot log in as {shot['login']}")


def settle(browser):
    """Wait until the page has come to rest."""
    time.sleep(0.4)
    browser.wait(QUIET, "the page to come to rest")
    browser.evaluate("document.fonts.ready.then(() => true)")
    time.sleep(0.3)


def save_pdf_page(browser, shot):
    """Write a page of the PDF at the address as a picture."""
    pdf = base64.b64decode(browser.evaluate(FETCH % json.dumps(shot["url"])))
    path = Path(shot["out"])
    path.parent.mkdir(parents=True, exist_ok=True)
    page = str(shot["pdf"])
    command = ["pdftoppm", "-png", "-r", "75", "-f", page, "-l", page, "-singlefile"]
    subprocess.run([*command, "-", path.with_suffix("")], input=pdf, check=True)
    print(f"{path} ({shot['url']})")


def save(browser, shot):
    """Write the picture to its file."""
    path = Path(shot["out"])
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(browser.picture())
    print(f"{path} ({shot['url']})")


if __name__ == "__main__":
    sys.exit(main())
