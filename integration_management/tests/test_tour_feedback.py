# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo.tests import tagged

from .feedback_common import FeedbackCommon
from .tour_common import TourCommon


@tagged("tours")
class TestTourFeedback(TourCommon, FeedbackCommon):
    """The complaint office at work."""

    def test_answer_a_message(self):
        url = "/odoo/integration-feedback"
        self.start_tour(url, "integration_feedback", login=self.ombuds.login)
        self.env.invalidate_all()
        self.assertEqual(self.feedback.state, "closed")
        said = self.feedback.message_ids.mapped("text")
        self.assertEqual(said[-1], "We have talked to the front desk.")
