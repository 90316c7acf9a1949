# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from datetime import date

from freezegun import freeze_time

from odoo.exceptions import UserError, ValidationError
from odoo.fields import Command

from .referral_common import ReferralCommon


class TestReferral(ReferralCommon):
    """Two clicks by default; data only when they are released."""

    def test_the_client_goes_there_alone(self):
        """Needs no release and passes nothing on, up to the end."""
        referral = self._refer()
        self.assertEqual((referral.way, referral.state), ("self", "recommended"))
        self.assertEqual(referral.user_id, self.manager_a)
        referral.action_appoint()
        referral.action_accept()
        referral.action_end()
        self.assertEqual((referral.state, referral.end_reason), ("ended", "done"))
        self.assertEqual(referral.ended_on, date(2026, 5, 4))
        self.assertFalse(self.case.disclosure_ids)

    def test_an_offer_names_its_provider(self):
        offer = self.env["integration.offer"].create(
            {"name": "Course", "provider_id": self.office.id}
        )
        referral = self._model("integration.referral").create(
            {"case_id": self.case.id, "offer_id": offer.id}
        )
        self.assertEqual(referral.provider_id, self.office)
        self.assertEqual(referral.label, "Course, Job centre")

    def test_states(self):
        referral = self._refer()
        referral.action_refuse()
        with self.assertRefused(UserError, "cannot become"):
            referral.action_accept()
        referral.action_retry()
        referral.action_end()
        with self.assertRefused(UserError, "cannot become"):
            referral.action_appoint()
        with self.assertRefused(UserError, "cannot start"):
            self._refer(state="ended")

    def test_nothing_leaves_without_a_release(self):
        referral = self._refer_with_data()
        for move in ("action_appoint", "action_accept"):
            with self.assertRefused(ValidationError, "does not cover this"):
                getattr(referral, move)()
        with self.assertRefused(ValidationError, "does not cover this"):
            self._refer_with_data(state="accepted")
        self.assertEqual(referral.state, "recommended")
        self.assertFalse(self.case.disclosure_ids)
        referral.action_refuse()

    def test_data_without_kinds_are_no_data(self):
        referral = self._refer(way="data")
        with self.assertRefused(UserError, "choose what is passed on"):
            referral.action_appoint()

    def test_passing_on_is_entered_by_itself(self):
        referral = self._refer_with_data(purpose="Course")
        action = referral.action_prepare_release()
        release = self._model("integration.consent").browse(action["res_id"])
        self.assertEqual(release.data_kind_ids, self.contact)
        self.assertEqual(release.recipient_id, self.school)
        self.assertEqual(referral.action_prepare_release()["res_id"], release.id)
        with self.assertRefused(ValidationError, "not given it yet"):
            referral.action_appoint()
        release.action_give()
        referral.action_appoint()
        entry = self.case.disclosure_ids
        self.assertEqual(entry.release_id, release)
        self.assertEqual(entry.recipient_id, self.school)
        self.assertEqual(entry.kind_ids, self.contact)
        self.assertEqual(entry.reason, "Course")
        referral.action_accept()
        self.assertEqual(len(self.case.disclosure_ids), 1)

    def test_what_was_passed_on_stays(self):
        self._release()
        referral = self._refer_with_data(state="appointment")
        for vals in (
            {"provider_id": self.office.id},
            {"way": "self"},
            {"data_kind_ids": [Command.link(self.health_kind.id)]},
        ):
            with self.assertRefused(UserError, "passed on already"):
                referral.write(vals)
        with self.assertRefused(UserError, "end the referral"):
            referral.unlink()
        self._refer().unlink()

    def test_choosing_data_later_needs_the_release_then(self):
        referral = self._refer(state="appointment")
        with self.assertRefused(ValidationError, "does not cover this"):
            referral.write(
                {"way": "data", "data_kind_ids": [Command.set(self.contact.ids)]}
            )
        self._release()
        referral.write(
            {"way": "data", "data_kind_ids": [Command.set(self.contact.ids)]}
        )
        self.assertTrue(referral.is_passed_on)

    def test_feedback_has_a_day(self):
        referral = self._refer()
        self.assertFalse(referral.feedback_on)
        referral.feedback = "Got a place"
        self.assertEqual(referral.feedback_on, date(2026, 5, 4))

    def test_two_clicks_from_the_case_and_the_goal(self):
        action = self.case.action_refer()
        self.assertEqual(action["context"]["default_case_id"], self.case.id)
        plan = self._model("integration.plan").create({"case_id": self.case.id})
        goal = self._model("integration.goal").create(
            {
                "plan_id": plan.id,
                "area_id": self.env.ref("integration_management.area_work").id,
            }
        )
        context = goal.action_refer()["context"]
        referral = self._model("integration.referral").with_context(**context)
        referral = referral.create({"provider_id": self.school.id})
        self.assertEqual(goal.referral_ids, referral)
        self.assertEqual(referral.case_id, self.case)

    def test_goals_of_another_client_are_refused(self):
        other = self._create_case()
        plan = self._model("integration.plan").create({"case_id": other.id})
        area = self.env.ref("integration_management.area_work")
        goal = self._model("integration.goal").create(
            {"plan_id": plan.id, "area_id": area.id}
        )
        with self.assertRefused(UserError, "two different cases"):
            self._refer(goal_ids=[Command.set(goal.ids)])

    def test_my_day_asks_after_a_month(self):
        day = self.env["integration.my.day"].with_user(self.manager_a)
        referral = self._refer()
        self._refer(state="accepted", feedback="Fine")
        self.assertEqual(day.get_my_day()["referrals"], [])
        with freeze_time("2026-06-03 10:00:00"):
            found = day.get_my_day()["referrals"]
        self.assertEqual([row["id"] for row in found], referral.ids)
        self.env.company.integration_feedback_days = 60
        with freeze_time("2026-06-03 10:00:00"):
            self.assertEqual(day.get_my_day()["referrals"], [])

    def test_the_case_goes_with_all_of_it(self):
        release = self._release()
        referral = self._refer_with_data(state="appointment")
        entry = referral.disclosure_ids
        entry.with_context(**entry.action_correct()["context"]).create(
            {"is_retracted": True}
        )
        self.case.unlink()
        self.assertFalse(release.exists())
        self.assertFalse(referral.exists() or entry.exists())
