# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from functools import wraps

from odoo import http
from odoo.http import content_disposition, request

from .client_page import plain
from .client_portal import ClientPortal

_CALENDAR = "text/calendar; charset=utf-8"


def _page(path, methods=("GET",)):
    """Declare a page for people who are signed in; others are led to the sign-in."""

    def decorate(method):
        @http.route(
            path, type="http", auth="public", methods=list(methods), sitemap=False
        )
        @wraps(method)
        def check_first(self, **values):
            key = self._get_open_key()
            if not key:
                return request.redirect("/client")
            return method(self, key, **plain(values))

        return check_first

    return decorate


class ClientPortalPages(ClientPortal):
    """The client's pages: each shows or changes something of the one case."""

    @_page("/client/home")
    def show_home(self, key, language=None, **_ignored):
        home = _portal()._get_home(key)
        return self._render_page(
            "client_home", "portal.title", "/client/home", language, home=home
        )

    @_page("/client/plan")
    def show_plan(self, key, language=None, **_ignored):
        plan = _portal()._get_plan(key)
        return self._render_page(
            "client_plan", "portal.nav.plan", "/client/plan", language, plan=plan
        )

    @_page("/client/plan/done", ["POST"])
    def mark_done(self, key, step="", **_ignored):
        return self._after(_portal()._mark_done(key, _id(step)), "/client/plan")

    @_page("/client/sessions")
    def show_sessions(self, key, language=None, **_ignored):
        return self._render_page(
            "client_sessions",
            "portal.nav.sessions",
            "/client/sessions",
            language,
            sessions=_portal()._get_sessions(key),
        )

    @_page("/client/sessions/answer", ["POST"])
    def answer_session(self, key, session="", answer="", wish="", **_ignored):
        done = _portal()._answer_session(key, _id(session), answer, wish)
        return self._after(done, "/client/sessions")

    @_page("/client/sessions/<int:session>/calendar")
    def get_calendar_file(self, key, session, **_ignored):
        title = self._get_own_words().own("portal.calendar_title")
        content = _portal()._get_calendar_file(key, session, title)
        if content is None:
            return self._after(False)
        headers = [
            ("Content-Type", _CALENDAR),
            ("Content-Disposition", content_disposition("termin.ics")),
            ("Cache-Control", "no-store"),
        ]
        return request.make_response(content, headers)

    @_page("/client/consents")
    def show_consents(self, key, language=None, **_ignored):
        return self._render_page(
            "client_consents",
            "portal.nav.consents",
            "/client/consents",
            language,
            consents=_portal()._get_consents(key),
        )

    @_page("/client/consents/withdraw", ["POST"])
    def withdraw(self, key, consent="", **_ignored):
        words = self._get_own_words()
        purpose = _portal()._withdraw(key, _id(consent))
        if not purpose:
            return self._after(False)
        return self._render_message(
            words,
            "portal.withdrawn",
            help_key=f"portal.effect.{purpose}",
            next_url="/client/consents",
            next_key="layout.back",
        )

    @_page("/client/consents/decide", ["POST"])
    def decide(self, key, consent="", answer="", **_ignored):
        done = answer in ("yes", "no") and _portal()._decide(
            key, _id(consent), answer == "yes"
        )
        return self._after(done, "/client/consents")

    @_page("/client/people")
    def show_people(self, key, language=None, **_ignored):
        return self._render_page(
            "client_people",
            "portal.nav.people",
            "/client/people",
            language,
            people=_portal()._get_people(key),
        )

    @_page("/client/data")
    def show_data(self, key, language=None, **_ignored):
        return self._render_page(
            "client_data",
            "portal.nav.data",
            "/client/data",
            language,
            stored=_portal()._get_stored(key),
            requests=_portal()._get_requests(key),
            kinds=_portal()._get_request_kinds(),
        )

    @_page("/client/data/ask", ["POST"])
    def ask(self, key, kind="", text="", **_ignored):
        return self._after(_portal()._ask(key, kind, text), "/client/data")

    @_page("/client/offers")
    def show_offers(self, key, language=None, **_ignored):
        return self._render_page(
            "client_offers",
            "portal.nav.offers",
            "/client/offers",
            language,
            offers=_portal()._get_offers(key),
        )

    @_page("/client/end", ["POST"])
    def end(self, key, **_ignored):
        """End the page for good, because the client wants so."""
        words = self._get_own_words()
        key._end("client")
        return self._render_message(words, "portal.ended")

    def _after(self, is_done, path=""):
        """Go on to a page, or say that there is nothing of the kind."""
        if is_done:
            return request.redirect(path)
        return self._render_message(
            self._get_own_words(),
            "layout.not_found",
            status=404,
            help_key="layout.not_found_help",
            next_url="/client/home",
        )


def _portal():
    return request.env["integration.portal"]


def _id(value):
    """Return the id in a form's field; 0, which nothing has, if it is none."""
    is_id = value.isascii() and value.isdecimal() and len(value) < 10
    return int(value) if is_id else 0
