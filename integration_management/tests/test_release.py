# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from datetime import date
from unittest.mock import patch

from freezegun import freeze_time
from psycopg2.errors import SerializationFailure

from odoo import SUPERUSER_ID, api
from odoo.exceptions import UserError, ValidationError
from odoo.fields import Command
from odoo.tools import mute_logger

from .referral_common import ReferralCommon


class TestRelease(ReferralCommon):
    """What relies on a release ends with it, wholly."""

    def _rows(self, referrals):
        self.env.flush_all()
        self.env.cr.execute(
            "SELECT DISTINCT state, end_reason FROM integration_referral"
            " WHERE id IN %s",
            [tuple(referrals.ids)],
        )
        return self.env.cr.fetchall()

    def test_kinds_from_the_list_are_definite_enough(self):
        release = self._release()
        self.assertEqual(release.state, "given")
        with self.assertRefused(ValidationError, "which data"):
            self._release(self.env["integration.term"])

    def test_special_kinds_are_named(self):
        release = self._release(self.contact | self.health_kind)
        self.assertEqual(release.special_kinds, self.health_kind.name)

    def test_frozen_once_decided(self):
        release = self._release()
        for vals in (
            {"data_kind_ids": [Command.link(self.health_kind.id)]},
            {"occasion": "Other"},
            {"direction": "mutual"},
        ):
            with self.assertRefused(UserError, "not rewritten"):
                release.write(vals)

    def test_withdrawal_stops_what_runs(self):
        release = self._release()
        running = self._refer_with_data(state="appointment")
        running |= self._refer_with_data(state="accepted")
        over = self._refer_with_data(state="appointment")
        over.action_end()
        other = self._refer(state="accepted")
        release.action_withdraw()
        self.assertEqual(self._rows(running), [("ended", "release_ended")])
        self.assertEqual(self._rows(over), [("ended", "done")])
        self.assertEqual(other.state, "accepted")
        self.assertEqual(self.case.call_back_count, 3)
        with self.assertRefused(ValidationError, "was withdrawn"):
            self._refer_with_data(state="appointment")

    def test_the_manager_is_told_neutrally(self):
        release = self._release()
        self._refer_with_data(state="appointment")
        release.action_withdraw()
        activity = self.case.activity_ids
        self.assertEqual(activity.user_id, self.manager_a)
        told = f"{activity.summary} {activity.note} {activity.res_name}"
        self.assertNotIn("school", told)
        self.assertNotIn("Amina", told)
        entry = self.case.disclosure_ids
        entry.action_call_back()
        self.assertEqual(entry.called_back_on, date(2026, 5, 4))
        self.assertEqual(self.case.call_back_count, 0)

    def test_a_refusal_tells_nobody(self):
        self._release(give=False).action_decline()
        self.assertFalse(self.case.activity_ids)

    def test_expiry_stops_it_too(self):
        self._release(valid_until="2026-05-05")
        referral = self._refer_with_data(state="appointment")
        with freeze_time("2026-05-06 10:00:00"):
            self._run_cron("ir_cron_expire_consents")
        self.assertEqual(self._rows(referral), [("ended", "release_ended")])
        self.assertTrue(self.case.disclosure_ids.must_call_back)
        self.assertEqual(self.case.activity_ids.user_id, self.manager_a)

    def test_a_settled_matter_calls_nothing_back(self):
        release = self._release()
        referral = self._refer_with_data(state="accepted")
        release.action_settle()
        self.assertEqual(release.state, "expired")
        self.assertEqual(release.settled_on, date(2026, 5, 4))
        self.assertEqual(self._rows(referral), [("ended", "done")])
        self.assertEqual(self.case.call_back_count, 0)
        self.assertFalse(self.case.activity_ids)
        with self.assertRefused(ValidationError, "was settled"):
            self._disclose()

    def test_nobody_half_stops(self):
        """If one referral cannot be stopped, the release is not withdrawn either."""
        release = self._release()
        referrals = self._refer_with_data(state="appointment")
        referrals |= self._refer_with_data(state="accepted")
        entries = type(self.env["mail.activity"])
        with patch.object(entries, "create", side_effect=UserError("no")):
            with self.assertRaises(UserError):
                release.action_withdraw()
        self.env.invalidate_all()
        self.assertEqual(release.state, "given")
        self.assertEqual(
            sorted(self._rows(referrals)), [("accepted", None), ("appointment", None)]
        )
        self.assertFalse(self.case.activity_ids)


class TestReleaseRace(ReferralCommon):
    """Two at once: one withdraws while the other passes on. Real transactions."""

    def setUp(self):
        super().setUp()
        log = type(self.env["integration.access.log"])
        self.startPatcher(patch.object(log, "_log", lambda *args, **kwargs: None))
        cases = type(self.env["integration.case"])
        self.startPatcher(patch.object(cases, "_remind_of_ended_release"))
        with self.registry.cursor() as cr:
            env = api.Environment(cr, SUPERUSER_ID, {})
            case = env["integration.case"].create({})
            kinds = [Command.set(self.contact.ids)]
            self.ids = {"case_id": case.id, "kinds": kinds}
            self.ids["consent"] = (
                env["integration.consent"]
                .create(
                    {
                        "case_id": case.id,
                        "purpose": "recipient",
                        "state": "given",
                        "recipient_name": "School",
                        "data_kind_ids": kinds,
                    }
                )
                .id
            )
        self.addCleanup(self._forget)

    def _forget(self):
        with self.registry.cursor() as cr:
            env = api.Environment(cr, SUPERUSER_ID, {})
            env["integration.case"].browse(self.ids["case_id"]).unlink()

    def _begin(self):
        """Return an environment in a transaction that has seen the release."""
        cr = self.registry.cursor()
        self.addCleanup(cr.close)
        env = api.Environment(cr, SUPERUSER_ID, {})
        consent = env["integration.consent"].browse(self.ids["consent"])
        self.assertEqual(consent.state, "given")
        cr.execute("SET LOCAL lock_timeout = '5s'")
        return consent

    def _pass_on(self, consent):
        consent.env["integration.referral"].create(
            {
                "case_id": self.ids["case_id"],
                "provider_name": "School",
                "way": "data",
                "data_kind_ids": self.ids["kinds"],
                "state": "appointment",
            }
        )
        consent.env.flush_all()

    @mute_logger("odoo.sql_db")
    def test_withdrawn_meanwhile(self):
        passing, withdrawing = self._begin(), self._begin()
        withdrawing.action_withdraw()
        withdrawing.env.flush_all()
        withdrawing.env.cr.commit()
        with self.assertRaises(SerializationFailure):
            self._pass_on(passing)
        passing.env.cr.rollback()
        passing.env.invalidate_all()
        with self.assertRaises(ValidationError):
            self._pass_on(passing)
        passing.env.cr.rollback()

    @mute_logger("odoo.sql_db")
    def test_passed_on_meanwhile(self):
        withdrawing, passing = self._begin(), self._begin()
        self._pass_on(passing)
        passing.env.cr.commit()
        with self.assertRaises(SerializationFailure):
            withdrawing.action_withdraw()
            withdrawing.env.flush_all()
        withdrawing.env.cr.rollback()
        withdrawing.env.invalidate_all()
        withdrawing.action_withdraw()
        referral = withdrawing.case_id.referral_ids
        self.assertEqual((referral.state, referral.is_running), ("ended", False))
        self.assertTrue(withdrawing.case_id.disclosure_ids.must_call_back)
        withdrawing.env.cr.rollback()
