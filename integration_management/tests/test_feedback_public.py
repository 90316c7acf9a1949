# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import base64
import io
import re
import time
from unittest.mock import patch

from PIL import Image

from odoo.tests import HttpCase, tagged

from ..controllers import feedback as controller
from ..logic import feedback_codes
from .feedback_common import FeedbackCommon

STAMP = re.compile(r'name="stamp" value="([^"]+)"')
CODE = re.compile(r'class="o_code">([A-Z0-9-]{19})<')


@tagged("integration_http")
class TestFeedbackPublic(HttpCase, FeedbackCommon):
    """The page as strangers use it, some of them with bad intent."""

    def setUp(self):
        super().setUp()
        self.url = f"/feedback/{self.page.code}"
        self.feedbacks = self.env["integration.feedback"]
        self.before = self.feedbacks.search([])
        self.opener.cookies.clear()

    def _stamp(self, age=10):
        key = self.env["ir.config_parameter"].get_param("database.secret").encode()
        return feedback_codes.new_stamp(key, time.time() - age)

    def _send(self, url=None, files=None, headers=None, **values):
        values = {
            "text": "Canary",
            "kind": "complaint",
            "about": "manager",
            "stamp": self._stamp(),
            "language": "ti",
            **values,
        }
        answer = self.url_open(
            url or self.url, data=values, files=files, headers=headers
        )
        self.env.invalidate_all()
        return answer

    def _new(self):
        return self.feedbacks.search([]) - self.before

    def test_write_read_answer_write_again(self):
        answer = self._send(about_name="The front desk")
        [code] = CODE.findall(answer.text)
        feedback = self._new()
        self.assertEqual(feedback.text, "Canary")
        self.assertEqual((feedback.kind, feedback.about), ("complaint", "manager"))
        self.assertEqual((feedback.language, feedback.channel), ("ti", "web"))
        feedback._say("We call <b>you</b>")
        talk = self._send("/feedback/answer", code=code.lower(), text="More")
        self.assertIn("We call &lt;b&gt;you&lt;/b&gt;", talk.text)
        self.assertEqual(feedback.message_ids.mapped("text")[-1], "More")
        again = self.url_open("/feedback/answer", data={"code": code})
        self.assertIn("More", again.text)
        self.assertNotIn(code, again.url)

    def test_page_is_bare(self):
        """No cookie, no script, nothing kept, nothing sent elsewhere."""
        for url in (self.url, "/feedback/answer", f"{self.url}?language=ar"):
            answer = self.url_open(url)
            self.assertEqual(answer.status_code, 200)
            self.assertNotIn("Set-Cookie", answer.headers)
            self.assertEqual(answer.headers["Cache-Control"], "no-store")
            self.assertEqual(answer.headers["Referrer-Policy"], "no-referrer")
            self.assertNotIn("<script", answer.text)
            self.assertEqual("</textarea>" in answer.text, url != "/feedback/answer")
            self.assertNotIn("session", answer.text)
        self.assertIn('dir="rtl"', answer.text)
        sent = self._send()
        self.assertNotIn("Set-Cookie", sent.headers)

    def test_language_of_the_browser(self):
        for header, expected in (
            ("ti,de;q=0.5", "ti"),
            ("fa-AF", "prs"),
            ("uk-UA,uk", "uk"),
            ("zz", "de"),
            ("x" * 500, "de"),
        ):
            page = self.url_open(self.url, headers={"Accept-Language": header})
            self.assertIn(f"o_script_{expected}", page.text)
        self.assertEqual(self.url_open(f"{self.url}?language=../etc").status_code, 200)

    def test_staff_stay_unknown(self):
        self.authenticate(self.manager_a.login, self.manager_a.login)
        self._send(text="From a colleague")
        self.env.flush_all()
        [row] = self._new().ids
        self.env.cr.execute(
            "SELECT to_jsonb(t) - 'id' FROM integration_feedback t WHERE id = %s", [row]
        )
        [[stored]] = self.env.cr.fetchall()
        traces = {self.manager_a.id, self.manager_a.name, self.manager_a.login}
        self.assertFalse(traces & set(map(str, stored.values())))
        self.assertNotIn(self.manager_a.id, [v for v in stored.values() if v != 1])

    def test_bad_forms_lose_nothing(self):
        good = self._stamp()
        for values in (
            {"stamp": ""},
            {"stamp": "1.2.3"},
            {"stamp": self._stamp(1)},
            {"stamp": self._stamp(90_000)},
            {"stamp": f"{good}x"},
            {"website": "http://spam"},
        ):
            answer = self._send(**values)
            self.assertFalse(self._new(), values)
            self.assertIn(">Canary</textarea>", answer.text)
            self.assertTrue(STAMP.findall(answer.text))
        for values in ({"text": " "}, {"text": "x" * 10_001}):
            self._send(**values)
            self.assertFalse(self._new(), values)
        self._send(headers={"Sec-Fetch-Site": "cross-site"})
        self.assertFalse(self._new())

    def test_forged_values(self):
        self._send(
            kind="<script>",
            about="1;",
            state="closed",
            company_id="99",
            code_digest="x",
            about_name="y" * 5000,
            language="xx",
        )
        feedback = self._new()
        self.assertEqual((feedback.kind, feedback.about), ("suggestion", "other"))
        self.assertEqual((feedback.state, feedback.language), ("new", "de"))
        self.assertEqual(feedback.company_id, self.company)
        self.assertEqual(len(feedback.about_name), 200)

    def test_sent_twice_arrives_once(self):
        stamp = self._stamp()
        for _ in range(3):
            self._send(stamp=stamp)
        self.assertEqual(len(self._new()), 1)

    def test_floods_end_gently(self):
        with patch.object(controller, "_MAX_PER_ADDRESS", 2):
            for _ in range(4):
                answer = self._send()
            self.assertEqual(len(self._new()), 2)
            self.assertEqual(answer.status_code, 429)
            self.assertIn("0711 1", answer.text)
        with patch.object(controller, "_MAX_PER_CARRIER", 2):
            self._send()
        self.assertEqual(len(self._new()), 2)

    def test_codes_cannot_be_tried(self):
        wrong = "2222-2222-2222-2222"
        with patch.object(controller, "_MAX_CODES_PER_HOUR", 3):
            for _ in range(3):
                answer = self.url_open("/feedback/answer", data={"code": wrong})
                self.assertEqual(answer.status_code, 200)
            for code in (wrong, self.code):
                answer = self.url_open("/feedback/answer", data={"code": code})
                self.assertEqual(answer.status_code, 429)
                self.assertNotIn("Nobody calls back", answer.text)

    def test_closed_and_unknown_pages(self):
        self.page.active = False
        for code in (self.page.code, "x", "%25", "answer/../x", "0" * 3000):
            answer = self.url_open(f"/feedback/{code}", data={"text": "x"})
            self.assertEqual(answer.status_code, 404)
        self.assertFalse(self._new())

    def test_files(self):
        exif = Image.Exif()
        exif[0x010E] = "Canary place"
        photo = io.BytesIO()
        Image.new("RGB", (20, 20)).save(photo, "JPEG", exif=exif)
        good = ("files", ("Amina Canary.jpg", photo.getvalue(), "text/html"))
        self._send(files=[good])
        file = self._new().file_ids
        self.assertEqual((file.name, file.mimetype), ("1.jpg", "image/jpeg"))
        data = base64.b64decode(file.data)
        self.assertTrue(data.startswith(b"\xff\xd8"))
        self.assertNotIn(b"Canary", data)
        self.before |= self._new()
        svg = ("files", ("a.png", b"<svg onload='x'/>", "image/png"))
        for files in ([svg], [good, svg], [good] * 4):
            answer = self._send(files=files)
            self.assertFalse(self._new())
            self.assertIn("Canary</textarea>", answer.text)

    def test_files_open_for_the_office_only(self):
        self.feedback._keep([("png", "image/png", b"picture")])
        url = f"/web/content/integration.feedback.file/{self.feedback.file_ids.id}/data"
        for user, expected in (
            (self.ombuds, 200),
            (self.manager_a, 404),
            (self.supervisor, 404),
            (None, 404),
        ):
            self.authenticate(user and user.login, user and user.login)
            status = self.url_open(url).status_code
            self.assertEqual(status, expected, user and user.login)
