# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from datetime import date, timedelta

from odoo import fields
from odoo.exceptions import UserError, ValidationError

from .common import IntegrationCommon


class TestRightsRequest(IntegrationCommon):
    def _ask(self, **vals):
        requests = self.case.env["integration.rights.request"]
        return requests.create({"case_id": self.case.id, **vals})

    def test_one_month_to_answer_three_if_extended(self):
        request = self._ask(received_on="2026-01-31")
        self.assertEqual(request.deadline, date(2026, 2, 28))
        request.is_extended = True
        self.assertEqual(request.deadline, date(2026, 4, 30))

    def test_answer_keeps_the_day_and_the_question(self):
        request = self._ask(text="Bitte löschen")
        request.action_answer()
        self.assertEqual(request.answered_on, fields.Date.context_today(request))
        with self.assertRaises(UserError):
            request.text = "Nichts"
        with self.assertRaises(UserError):
            request.state = "received"

    def test_impossible_days(self):
        tomorrow = fields.Date.context_today(self.case) + timedelta(days=1)
        with self.assertRaises(ValidationError):
            self._ask(received_on=tomorrow)
        request = self._ask()
        with self.assertRaises(ValidationError):
            request.answered_on = request.received_on - timedelta(days=1)

    def test_what_clients_asked_on_their_page_is_not_deleted(self):
        self._ask().unlink()
        request = self._ask(channel="portal")
        with self.assertRaises(UserError):
            request.unlink()
