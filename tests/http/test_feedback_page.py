"""Anybody may write to the complaint office, nobody may flood it or learn who did."""

import base64
import io
import os
import struct
import time
import zlib

import pytest
from case_file import CANARY
from conftest import OUTSIDERS
from visitor import STAMP, Visitor, at_once, rows

FEEDBACK = "integration.feedback"
PER_ADDRESS = 30
CODES = 20
MEGABYTE = 2**20


@pytest.fixture(scope="module")
def page(people):
    """Return the address of a page of the complaint office."""
    pages = "integration.feedback.page"
    ombuds = people["ombuds"]
    found = ombuds.call(pages, "search", []) or ombuds.call(pages, "create", [{}])
    return f"/feedback/{ombuds.call(pages, 'read', found[:1], ['code'])[0]['code']}"


@pytest.fixture(scope="module")
def stamps(page):
    """Return stamps of forms that have been open for long enough."""
    visitor = Visitor(os.environ["ODOO_URL"])
    found = [STAMP.search(visitor.get(page).text)[1] for _each in range(50)]
    time.sleep(4)
    return iter(found)


@pytest.fixture(autouse=True)
def _forget_counts():
    rows("DELETE FROM integration_public_limit RETURNING id")


@pytest.fixture
def send(page, stamps):
    """Return a function that sends a message, as a form of the page does."""

    def send(text=CANARY, stamp=None, file=None, headers=None):
        form = {"text": text, "stamp": stamp or next(stamps), "language": "de"}
        files = [("files", ("a.png", file, "image/png"))] if file else None
        visitor = Visitor(os.environ["ODOO_URL"])
        return visitor.http.post(
            visitor.url + page, data=form, files=files, headers=headers, timeout=60
        )

    return send


def _count():
    return rows("SELECT count(*) FROM integration_feedback")[0][0]


def _png(width, height):
    """Return a small file that is a huge picture."""

    def part(kind, data):
        checked = kind + data
        return (
            struct.pack(">I", len(data))
            + checked
            + struct.pack(">I", zlib.crc32(checked))
        )

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    body = zlib.compress(bytes(10 * MEGABYTE))
    return (
        b"\x89PNG\r\n\x1a\n"
        + part(b"IHDR", head)
        + part(b"IDAT", body)
        + part(b"IEND", b"")
    )


def test_a_form_sent_many_times_at_once_arrives_once(send, stamps):
    before, stamp = _count(), next(stamps)
    answers = at_once(lambda: send(stamp=stamp), 8)
    assert {answer.status_code for answer in answers} == {200}
    assert _count() == before + 1


def test_a_flood_from_one_address_ends(send):
    """Neither a forged address nor a hurry lets more of it through."""
    before, tries = _count(), iter(range(100))

    def flood():
        forged = f"192.0.2.{next(tries)}"
        headers = {"X-Forwarded-For": forged, "X-Real-IP": forged}
        return [send(headers=headers).status_code for _each in "12345"]

    answers = sum(at_once(flood, 7), [])
    assert sorted(set(answers)) == [200, 429]
    # A use may count twice when others come at the same moment; none is for nothing.
    assert PER_ADDRESS / 2 < answers.count(200) <= PER_ADDRESS
    assert _count() == before + answers.count(200)


def test_secret_codes_cannot_be_tried_out():
    visitor = Visitor(os.environ["ODOO_URL"])

    def guess():
        form = {"code": os.urandom(8).hex()}
        address = f"{visitor.url}/feedback/answer"
        return [visitor.http.post(address, data=form).status_code for _each in "12345"]

    answers = sum(at_once(guess, 6), [])
    assert answers.count(200) == CODES
    assert answers.count(429) == len(answers) - CODES


@pytest.mark.parametrize(
    "file",
    [
        _png(50_000, 50_000),
        b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
        b"GIF89a/*<script>alert(1)</script>",
        b"PK\x03\x04" + bytes(1000),
        b"\xff\xd8\xff\xe0<script>alert(1)</script>",
        b"%PDF-1.4 1 0 obj <</OpenAction <</S /JavaScript /JS (x)>>>> endobj",
        b"\x89PNG\r\n\x1a\n" + bytes(6 * MEGABYTE),
    ],
    ids=["bomb", "svg", "gif", "zip", "jpeg", "pdf", "large"],
)
def test_hostile_files_are_refused_and_the_words_kept(send, file):
    before = _count()
    answer = send(file=file)
    assert answer.status_code == 200
    assert f"{CANARY}</textarea>" in answer.text
    assert _count() == before


def test_a_picture_that_is_a_program_too_is_only_a_picture(send):
    """What hangs behind a picture is gone from the copy that is kept."""
    image = pytest.importorskip("PIL.Image")
    target = io.BytesIO()
    image.new("RGB", (8, 8)).save(target, "PNG")
    hidden = b"<script>hidden</script>PK\x03\x04"
    answer = send(file=target.getvalue() + hidden)
    assert "</textarea>" not in answer.text
    query = "SELECT data FROM integration_feedback_file ORDER BY id DESC LIMIT 1"
    [(data,)] = rows(query)
    kept = base64.b64decode(bytes(data))
    assert kept.startswith(b"\x89PNG")
    assert b"hidden" not in kept


def test_nothing_too_large_is_swallowed(send):
    before = _count()
    assert send(file=bytes(20 * MEGABYTE)).status_code == 413
    assert send(text="x" * MEGABYTE).status_code in (200, 413)
    assert _count() == before


def test_who_is_logged_in_stays_unknown(people, page, stamps):
    """Neither the message nor any log tells which colleague it came from."""
    client, login = people["manager_a"], people["manager_a"].uid
    before = rows("SELECT max(id) FROM integration_access_log")
    form = {"text": CANARY, "stamp": next(stamps)}
    answer = client.http.post(client.url + page, data=form, timeout=60)
    assert answer.status_code == 200
    assert "session_id" not in answer.headers.get("Set-Cookie", "")
    query = "SELECT to_jsonb(f) FROM integration_feedback f ORDER BY id DESC LIMIT 1"
    [(message,)] = rows(query)
    assert login not in (message.get("create_uid"), message.get("write_uid"))
    assert rows("SELECT max(id) FROM integration_access_log") == before


@pytest.mark.parametrize("name", [name for name in OUTSIDERS if name != "ombuds"])
def test_nobody_else_reads_it(name, people, refused, send):
    if name == "manager_b":
        send()
    for model in (FEEDBACK, f"{FEEDBACK}.message", f"{FEEDBACK}.file"):
        for method in ("search_read", "search_count", "web_search_read"):
            more = [{}] if method.startswith("web") else []
            assert refused(people[name].call, model, method, [], *more)
