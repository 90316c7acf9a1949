# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo.tests import tagged

from .tour_common import TourCommon


@tagged("tours")
class TestTourExchange(TourCommon):
    """Two people each: who asks and who answers."""

    def _tour_as(self, user, name, url):
        self.start_tour(url, f"integration_{name}", login=user.login)
        self.env.invalidate_all()

    def test_an_enquiry_becomes_a_case(self):
        url = "/odoo/integration-enquiries"
        enquiries = self.env["integration.enquiry"]
        enquiries.create({"language_id": self._term("language", "ar").id})
        before = self.env["integration.case"].search([])
        self._tour_as(self.coordinator, "enquiry_offer", url)
        enquiry = enquiries.search([("channel", "=", "0711 200300")])
        self.assertEqual(enquiry.offer_ids.user_id, self.manager_a)
        self._tour_as(self.manager_a, "enquiry_take", url)
        case = self.env["integration.case"].search([]) - before
        self.assertEqual(case.manager_id, self.manager_a)
        self.assertEqual(case.phone, "0711 200300")
        self.assertFalse(enquiry.exists())

    def test_ask_and_answer(self):
        url = "/odoo/integration-peer-questions"
        self._tour_as(self.manager_a, "peer_ask", url)
        question = self.env["integration.peer.question"].search([])[0]
        self.assertNotIn("Amina", question.text)
        self._tour_as(self.manager_b, "peer_reply", url)
        self.assertEqual(question.reply_ids.state, "published")
        self._tour_as(self.manager_a, "peer_thank", url)
        self.assertEqual(question.reply_ids.helpful_count, 1)
        self.assertEqual(question.state, "solved")
