"""Somebody with a telephone, and perhaps with a client's card."""

import os
import re
import subprocess
import time
from concurrent.futures import ThreadPoolExecutor

import psycopg2
import requests
from client import TIMEOUT

TOKEN = re.compile(r'name="csrf_token" value="(\w+)"')
STAMP = re.compile(r'name="stamp" value="([^"]+)"')
CODE = re.compile(r"[2-9A-HJ-NP-Z]{4}(?:-[2-9A-HJ-NP-Z]{4}){4}")
PIN = re.compile(r"(?<![\d-])(?:\d\s?){6}(?![\d-])")
KEY = "integration.portal.access"


class Visitor:
    """A browser on the pages for clients; nobody in particular before `sign_in`."""

    def __init__(self, url, cookies=None):
        self.url = url
        self.http = requests.Session()
        self.http.cookies.update(cookies or {})

    @property
    def session(self):
        """Return the cookie that stands for the visit."""
        return self.http.cookies.get("session_id")

    def again(self):
        """Return somebody who has got hold of this one's cookies."""
        return Visitor(self.url, self.http.cookies.get_dict())

    def get(self, path, **options):
        return self.http.get(self.url + path, timeout=TIMEOUT, **options)

    def token(self):
        """Return what the forms of this visit carry against other sites."""
        return TOKEN.search(self.get("/client").text)[1]

    def send(self, path, headers=None, **form):
        """Return the answer to a form of the page."""
        form.setdefault("csrf_token", self.token())
        address = self.url + path
        return self.http.post(address, data=form, headers=headers, timeout=TIMEOUT)

    def sign_in(self, card, pin=None, headers=None):
        """Return the answer to code and PIN of a card, or to another PIN."""
        return self.send("/client", headers, code=card.code, pin=pin or card.pin)

    def is_in(self):
        """Tell whether a page of a client's own is shown."""
        answer = self.get("/client/home", allow_redirects=False)
        return answer.status_code == 200


class Card:
    """A card that a manager has made for a case, as a client reads it."""

    def __init__(self, manager, case_id, folder):
        self.id = manager.call(KEY, "create", [{"case_id": case_id}])[0]
        self.answer = manager.get(f"/integration/portal/card/{self.id}")
        path = folder / f"{self.id}.pdf"
        path.write_bytes(self.answer.content)
        command = ["pdftotext", "-layout", str(path), "-"]
        done = subprocess.run(command, check=True, capture_output=True, text=True)
        self.code = CODE.search(done.stdout)[0]
        self.pin = "".join(PIN.search(done.stdout.replace(self.code, ""))[0].split())
        self.wrong_pin = f"{(int(self.pin) + 1) % 10**6:06}"


def quickest(function, times=4):
    """Return how long a call takes when nothing else happens, in seconds."""
    spent = []
    for _each in range(times):
        start = time.perf_counter()
        function()
        spent.append(time.perf_counter() - start)
    return min(spent)


def at_once(function, times):
    """Return what a function answers to as many people at the same time."""
    with ThreadPoolExecutor(times) as pool:
        return list(pool.map(lambda _each: function(), range(times)))


def rows(query, values=()):
    """Return what the database itself answers."""
    with psycopg2.connect(dbname=os.environ["ODOO_DB"]) as connection:
        with connection.cursor() as cursor:
            cursor.execute(query, values)
            return cursor.fetchall()
