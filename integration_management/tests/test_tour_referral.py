# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo.fields import Command
from odoo.tests import tagged

from .tour_common import TourCommon


@tagged("tours")
class TestTourReferral(TourCommon):
    """Refer, with nothing or with a release; note what was said on the phone."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.school = cls.env["res.partner"].create(
            {"name": "Language school", "is_company": True}
        )
        cls.env["integration.offer"].create(
            {"name": "German course", "provider_id": cls.school.id}
        )

    def _tour_of_case(self, name):
        self._tour(f"referral_{name}", f"/odoo/integration-cases/{self.case.id}")

    def test_the_client_goes_there_alone(self):
        self._tour_of_case("alone")
        referral = self.case.referral_ids
        self.assertEqual((referral.way, referral.state), ("self", "recommended"))
        self.assertEqual(referral.provider_id, self.school)

    def test_with_a_release(self):
        self._tour_of_case("data")
        referral = self.case.referral_ids
        self.assertEqual((referral.state, referral.is_passed_on), ("appointment", True))
        self.assertEqual(self.case.disclosure_ids.release_id, self.case.consent_ids)

    def test_note_a_phone_call(self):
        kinds = self._term("data_kind", "phone")
        consent = self.env["integration.consent"].with_user(self.manager_a)
        release = consent.create(
            {
                "case_id": self.case.id,
                "purpose": "recipient",
                "state": "given",
                "recipient_id": self.school.id,
                "data_kind_ids": [Command.set(kinds.ids)],
            }
        )
        self._tour_of_case("note")
        entry = self.case.disclosure_ids
        self.assertEqual((entry.release_id, entry.channel), (release, "phone"))
