# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import time

from odoo import http
from odoo.http import content_disposition, request

from ..logic.portal import PIN_LENGTH, is_session_over
from .client_page import ClientPage, plain

_SESSION = "integration_portal"
_TRIES, _MINUTES = 30, 15
_PAGES = (
    ("portal.nav.home", "/client/home"),
    ("portal.nav.plan", "/client/plan"),
    ("portal.nav.sessions", "/client/sessions"),
    ("portal.nav.consents", "/client/consents"),
    ("portal.nav.people", "/client/people"),
    ("portal.nav.data", "/client/data"),
    ("portal.nav.offers", "/client/offers"),
)


class ClientPortal(ClientPage):
    """Signs clients in by the code on their card and the PIN; nobody is a user of Odoo.

    The code comes in the part of the address that browsers do not send, so that no
    server's log has it, or is typed.
    """

    @http.route("/client", type="http", auth="public", methods=["GET"], sitemap=False)
    def show_sign_in(self, language=None, **_ignored):
        if self._get_open_key():
            return request.redirect("/client/home")
        return self._show_sign_in(language)

    @http.route("/client", type="http", auth="public", methods=["POST"], sitemap=False)
    def sign_in(self, **values):
        values = plain(values)
        code, language = values.get("code", ""), values.get("language")
        words = self._get_words(language)
        limits = request.env["integration.public.limit"]
        address = request.httprequest.remote_addr
        if limits._count("portal", address, _MINUTES) > _TRIES:
            return self._render_message(words, "layout.too_often", status=429)
        keys = request.env["integration.portal.access"]
        key = keys._sign_in(code, values.get("pin", "")[: PIN_LENGTH + 1])
        if not key:
            return self._show_sign_in(language, is_wrong=True, code=code)
        self._start_session(key, language)
        return request.redirect("/client/home")

    @http.route(
        "/client/leave", type="http", auth="public", methods=["POST"], sitemap=False
    )
    def leave(self, **_ignored):
        words = self._get_words((request.session.get(_SESSION) or {}).get("language"))
        request.session.pop(_SESSION, None)
        request.session.should_rotate = True
        return self._render_message(words, "portal.left", next_url="/client")

    @http.route(
        "/integration/portal/card/<int:key_id>",
        type="http",
        auth="user",
        methods=["GET"],
    )
    def get_card(self, key_id):
        """Send the card of a key that has none yet; it is kept nowhere."""
        key = request.env["integration.portal.access"].search([("id", "=", key_id)])
        card = key and key._render_card()
        if not card:
            raise request.not_found()
        name = request.env._("Card %(number)s", number=key.display_name)
        headers = [
            ("Content-Type", "application/pdf"),
            ("Content-Disposition", content_disposition(f"{name}.pdf")),
            ("Cache-Control", "no-store"),
        ]
        return request.make_response(card, headers)

    def _show_sign_in(self, language, is_wrong=False, code=""):
        words = self._get_words(language)
        return self._render(
            "client_sign_in",
            words,
            "portal.title",
            status=403 if is_wrong else 200,
            languages=self._get_languages("/client"),
            has_script=True,
            is_wrong=is_wrong,
            code=code[:40],
        )

    def _start_session(self, key, language):
        now = time.time()
        request.session[_SESSION] = {
            "key": key.id,
            "stamp": key.stamp,
            "language": language or key.language,
            "since": now,
            "seen": now,
        }
        request.session.should_rotate = True

    def _get_open_key(self):
        """Return the key that this visit was opened with, or nothing."""
        visit = request.session.get(_SESSION)
        if not visit:
            return None
        now = time.time()
        keys = request.env["integration.portal.access"]
        key = keys._get_signed_in(visit["key"], visit["stamp"])
        if not key or is_session_over(visit["since"], visit["seen"], now):
            request.session.pop(_SESSION, None)
            return None
        request.session[_SESSION] = {**visit, "seen": now}
        return key

    def _get_own_words(self, language=None):
        """Return the texts in the language of the visit; `language` changes it."""
        visit = request.session[_SESSION]
        words = self._get_words(language or visit["language"])
        if words.code != visit["language"]:
            request.session[_SESSION] = {**visit, "language": words.code}
        return words

    def _render_page(self, template, title_key, path, language=None, **values):
        """Return one of the client's pages, with links to the others."""
        return self._render(
            template,
            self._get_own_words(language),
            title_key,
            languages=self._get_languages(path),
            nav=[(key, url, url == path) for key, url in _PAGES],
            **values,
        )
