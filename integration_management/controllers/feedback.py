# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import time

from odoo import http
from odoo.http import request

from ..logic import feedback_codes, feedback_files
from ..models.integration_feedback_public import MAX_TEXT
from .client_page import ClientPage, plain

_DAY = 24 * 60
_MAX_PER_ADDRESS = 30
_MAX_PER_CARRIER = 100
_MAX_CODES_PER_HOUR = 20
_OPTIONS = {
    "type": "http",
    # Who is logged in may write like everybody else, unknown.
    "auth": "none",
    "readonly": False,
    "methods": ["GET", "POST"],
    "sitemap": False,
    "save_session": False,
    # Nothing here goes by a session: a signed stamp, good once, is what counts.
    "csrf": False,
    "max_content_length": 17 * 1024 * 1024,
}


class FeedbackPage(ClientPage):
    """Where anybody writes to the complaint office, and reads its answer.

    No cookie, no script, no login. Codes travel in the body of a request only, so that
    no server's log and no history of a browser knows them.
    """

    @http.route("/feedback/<string:code>", **_OPTIONS)
    def integration_feedback(self, code, **values):
        """Show the form of a carrier's office, or take what somebody sends."""
        values = plain(values)
        words = self._begin(values)
        page = request.env["integration.feedback.page"]._find(code)
        if not page:
            return self._render_message(
                words, "layout.not_found", 404, help_key="layout.not_found_help"
            )
        if request.httprequest.method != "POST":
            return self._show_form(page, words, values)
        error = self._get_obstacle(values)
        if error:
            return self._show_form(page, words, values, error)
        if self._is_flooded(page):
            title = "feedback.title"
            return self._render("feedback_full", words, title, 429, page=page)
        files, error = self._take_files()
        if error:
            return self._show_form(page, words, values, error)
        if not self._use_stamp(values):
            return self._render_message(words, "feedback.used")
        values["language"] = words.code
        feedback = self._get_feedback()
        return self._render(
            "feedback_sent",
            words,
            "feedback.sent",
            page=page,
            secret=feedback._receive(page, values, files),
        )

    @http.route("/feedback/answer", **_OPTIONS)
    def integration_feedback_answer(self, **values):
        """Ask for the secret code; with it, show the talk and take more of it."""
        values = plain(values)
        words = self._begin(values)
        if request.httprequest.method != "POST":
            return self._render_code(words)
        limits = request.env["integration.public.limit"]
        address = request.httprequest.remote_addr
        if limits._count("feedback-code", address, 60) > _MAX_CODES_PER_HOUR:
            return self._render_message(words, "layout.too_often", 429)
        feedback = self._get_feedback()._find(values.get("code"))
        if not feedback:
            return self._render_code(words, "feedback.answer.wrong")
        if "text" not in values:
            return self._show_talk(words, feedback, values)
        error = self._get_obstacle(values)
        files, bad = ([], error) if error else self._take_files()
        if bad:
            return self._show_talk(words, feedback, values, bad)
        if not self._use_stamp(values):
            return self._show_talk(words, feedback, {"code": values["code"]})
        if not feedback._write_again(values["text"], files):
            return self._show_talk(words, feedback, values, "feedback.full")
        return self._show_talk(
            words, feedback, {"code": values["code"]}, done="feedback.sent"
        )

    def _begin(self, values):
        """Forget who is logged in, and return the words of the page's language."""
        request.env["ir.http"]._auth_method_public()
        return self._get_words(values.get("language") or self._guess_language())

    def _guess_language(self):
        """Return the first language of the browser that there are texts in."""
        offered = {row[0] for row in request.env["integration.language"]._get_offered()}
        aliases = {"fa-af": "prs", "ku": "kmr", "ku-iq": "ckb"}
        for tag in request.httprequest.accept_languages.values():
            tag = tag.lower()
            for code in (aliases.get(tag), tag, tag.partition("-")[0]):
                code = aliases.get(code, code)
                if code in offered:
                    return code
        return "de"

    def _get_obstacle(self, values):
        """Return the key of what keeps a form from being taken, or None."""
        values["text"] = (values.get("text") or "").strip()
        is_foreign = request.httprequest.headers.get("Sec-Fetch-Site") == "cross-site"
        if is_foreign or values.get("website") or not self._read_stamp(values):
            return "feedback.again"
        if not values["text"]:
            return "feedback.missing"
        return "feedback.too_long" if len(values["text"]) > MAX_TEXT else None

    def _is_flooded(self, page):
        """Count this message; tell whether there were too many of them today."""
        limits = request.env["integration.public.limit"]
        address = request.httprequest.remote_addr
        return (
            limits._count("feedback", address, _DAY) > _MAX_PER_ADDRESS
            or limits._count("feedback-page", page.code, _DAY) > _MAX_PER_CARRIER
        )

    def _take_files(self):
        """Return harmless copies of the files sent, and what is wrong with them."""
        sent = [f for f in request.httprequest.files.getlist("files") if f.filename]
        if len(sent) > feedback_files.MAX_FILES:
            return [], "feedback.too_many_files"
        try:
            read = (file.read(feedback_files.MAX_BYTES + 1) for file in sent)
            return [feedback_files.clean(data) for data in read], None
        except feedback_files.BadFile:
            return [], "feedback.bad_file"

    def _read_stamp(self, values):
        return feedback_codes.read_stamp(
            self._get_key(), values.get("stamp"), time.time()
        )

    def _use_stamp(self, values):
        limits = request.env["integration.public.limit"]
        return limits._use_once("feedback-form", self._read_stamp(values))

    def _new_stamp(self):
        return feedback_codes.new_stamp(self._get_key(), time.time())

    def _get_key(self):
        parameters = request.env["ir.config_parameter"].sudo()  # sudo: server's key
        return parameters.get_param("database.secret", "").encode()

    def _get_feedback(self):
        return request.env["integration.feedback"].sudo()  # sudo: anybody may write

    def _show_form(self, page, words, values, error=None):
        url = f"/feedback/{page.code}"
        return self._render(
            "feedback_form",
            words,
            "feedback.title",
            page=page,
            url=url,
            languages=self._get_languages(url),
            stamp=self._new_stamp(),
            values=values,
            error=error,
        )

    def _render_code(self, words, error=None):
        url = "/feedback/answer"
        return self._render(
            "feedback_code",
            words,
            "feedback.answer.title",
            url=url,
            languages=self._get_languages(url),
            error=error,
        )

    def _show_talk(self, words, feedback, values, error=None, done=None):
        return self._render(
            "feedback_talk",
            words,
            "feedback.answer.title",
            feedback=feedback,
            tags={row[0]: row[2:4] for row in self._get_languages("")},
            stamp=self._new_stamp(),
            values=values,
            error=error,
            done=done,
        )
