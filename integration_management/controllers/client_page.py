# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import http
from odoo.http import request

_LONGEST = 20_000
_POLICY = "; ".join(
    (
        "default-src 'none'",
        "style-src 'self'",
        "script-src 'self'",
        "img-src 'self' data:",
        "form-action 'self'",
        "frame-ancestors 'none'",
        "base-uri 'none'",
    )
)
HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": _POLICY,
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "X-Robots-Tag": "noindex, nofollow",
}


def plain(values):
    """Return the texts of a form: no files in their place, nothing endless.

    The database takes no zero bytes, and no field of a client's is that long.
    """
    return {
        name: value[:_LONGEST].replace("\0", "") if isinstance(value, str) else value
        for name, value in values.items()
        if isinstance(value, (str, int))
    }


class ClientPage(http.Controller):
    """What all pages for clients and the public have in common."""

    def _get_words(self, code=None):
        """Return the texts in a language; whatever is not a known code is German."""
        return request.env["integration.client.text"]._get_words(code or "de")

    def _get_languages(self, url):
        """Return the languages to switch to, with the address of `url` in each."""
        offered = request.env["integration.language"]._get_offered()
        mark = "&" if "?" in url else "?"
        return [(*row, f"{url}{mark}language={row[0]}") for row in offered]

    def _render(self, template, words, title_key, status=200, **values):
        """Return a page with headers under which nothing of it is kept or leaks.

        :param template: name of a template of ours without the module
        :param title_key: key of the text that the browser shows as title
        """
        values.update(words=words, page_title=words.own(title_key))
        response = request.render(
            f"integration_management.{template}", values, status=status
        )
        response.flatten()
        response.headers.update(HEADERS)
        return response

    def _render_message(self, words, message_key, status=200, **values):
        """Return a page that says one thing; see the template `client_message`."""
        values.setdefault("help_key", None)
        values.setdefault("next_url", None)
        values.setdefault("next_key", None)
        values["message_key"] = message_key
        return self._render("client_message", words, message_key, status, **values)
