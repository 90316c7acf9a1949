# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import http
from odoo.http import content_disposition, request

_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_MOST = 20


class FiguresWorkbook(http.Controller):
    @http.route(
        "/integration/figures/<string:numbers>/workbook",
        type="http",
        auth="user",
        methods=["GET"],
        readonly=True,
    )
    def get_workbook(self, numbers):
        """Send frozen runs that the user may read; of all others there is nothing."""
        wanted = numbers.split(",")
        runs = request.env["integration.figures"]
        is_valid = len(wanted) <= _MOST and all(
            n.isascii() and n.isdecimal() and len(n) < 10 for n in wanted
        )
        if not is_valid or not runs.has_access("read"):
            raise request.not_found()
        wanted = set(map(int, wanted))
        runs = runs.search([("id", "in", list(wanted)), ("state", "=", "frozen")])
        if set(runs.ids) != wanted:
            raise request.not_found()
        headers = [
            ("Content-Type", _XLSX),
            ("Content-Disposition", content_disposition(runs._get_workbook_name())),
            ("Cache-Control", "no-store"),
        ]
        return request.make_response(runs._make_workbook(), headers)
