# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import base64
import os
import re

from odoo import http
from odoo.http import request

from odoo.addons.auth_totp.models.totp import TOTP_SECRET_SIZE
from odoo.addons.web.controllers.home import Home

from ..models.ir_http_second_factor import SETUP

_SECRET = "integration_second_factor"


class SecondFactorHome(Home):
    """Leads people who owe a second factor to its set-up, right after the login.

    It needs no mail and nobody's help: an app shows the codes.
    """

    @http.route()
    def web_client(self, s_action=None, **kw):
        uid = request.db and request.session.uid
        users = request.env["res.users"] if uid else None
        if uid and users.browse(uid)._lacks_integration_second_factor():
            return request.redirect(SETUP)
        return super().web_client(s_action=s_action, **kw)

    @http.route(
        SETUP,
        type="http",
        auth="user",
        methods=["GET", "POST"],
        sitemap=False,
        second_factor=False,
    )
    def integration_second_factor(self, code=None):
        """Show the secret of this session until somebody proves that an app has it."""
        user = request.env.user
        if not user._lacks_integration_second_factor():
            return request.redirect("/odoo")
        # Kept with the session: who knew the password before must not know it.
        secret = request.session.get(_SECRET) or self._new_secret()
        request.session[_SECRET] = secret
        digits = re.sub(r"\s", "", code or "")
        is_code = re.fullmatch("[0-9]{6}", digits)
        if is_code and user._totp_try_setting(secret, int(digits)):
            request.session.pop(_SECRET)
            return request.redirect("/odoo")
        wizard = request.env["auth_totp.wizard"].new(
            {"user_id": user.id, "secret": secret}
        )
        return request.render(
            "integration_management.second_factor_setup",
            {
                "qrcode": wizard.qrcode.decode(),
                "secret": secret,
                "is_wrong": code is not None,
            },
            headers={"Cache-Control": "no-store", "X-Frame-Options": "DENY"},
        )

    def _new_secret(self):
        """Return a random secret in groups of four, as people type it."""
        secret = base64.b32encode(os.urandom(TOTP_SECRET_SIZE // 8)).decode()
        return " ".join(re.findall(".{4}", secret))
