# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import logging

from odoo import models
from odoo.http import SessionExpiredException, request

SETUP = "/integration/second-factor"


class SecondFactorMissing(SessionExpiredException):
    """Leads from a page to the set-up of a second factor."""

    loglevel = logging.DEBUG


class IrHttp(models.AbstractModel):
    """Lets nobody in who owes a second factor, except to set it up."""

    _inherit = "ir.http"

    @classmethod
    def _authenticate(cls, endpoint):
        super()._authenticate(endpoint)
        user = request.env.user if request.env.uid else None
        if not user or not user._lacks_integration_second_factor():
            return
        if endpoint.routing["auth"] == "public":
            # Style sheets and logos are for everybody, this user's files are not yet.
            request.update_env(user=request.env.ref("base.public_user").id)
        elif endpoint.routing.get("second_factor", True):
            is_page = request.dispatcher.routing_type == "http"
            # The web client knows what to do with the latter: load the page again.
            kind = SecondFactorMissing if is_page else SessionExpiredException
            raise kind("A second factor must be set up first.")

    @classmethod
    def _handle_error(cls, exception):
        if isinstance(exception, SecondFactorMissing):
            return request.redirect(SETUP)
        return super()._handle_error(exception)
