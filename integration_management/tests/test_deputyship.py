# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from datetime import timedelta

from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.tests import freeze_time, tagged
from odoo.tools import mute_logger

from . import cost
from .common import MANAGER
from .deputies import DeputyCommon

NOISE = "odoo.addons.base.models.ir_rule"


@tagged("integration_deputy")
class TestDeputyship(DeputyCommon):
    """Before, during and after; with consent, without, and no longer."""

    def test_with_consent_the_deputy_works_in_full_for_the_period(self):
        self._agree()
        self.assertFalse(self._can_open())
        self._appoint(first=0, last=2)
        self.assertTrue(self._can_open())
        case = self._as_deputy()
        case.write({"first_name": "Amina B."})
        case.env["integration.session"].create({"case_id": case.id, "note": "Called"})
        case.message_post(body="Called back")
        self.assertEqual(case.access_role, "deputy")
        self.assertIn(self.manager_a.name, case.access_notice)
        self.assertIn(self.deputy.name, self.case.access_notice)

    def test_days_bound_the_access(self):
        self._agree()
        self._appoint(first=1, last=2)
        for offset, expected in ((0, False), (1, True), (2, True), (3, False)):
            with freeze_time(self.today + timedelta(days=offset, hours=12)):
                self.assertEqual(self._can_open(), expected, offset)

    def test_access_ends_with_the_consents_last_day(self):
        self._agree(valid_until=self.today + timedelta(days=1))
        self._appoint(last=5)
        with freeze_time(self.today + timedelta(days=1, hours=12)):
            self.assertTrue(self._can_open())
        with freeze_time(self.today + timedelta(days=2, hours=12)):
            self.assertFalse(self._can_open())

    def test_consent_during_the_period_opens_and_withdrawal_closes(self):
        self._appoint()
        self.assertFalse(self._can_open())
        consent = self._agree()
        self.assertTrue(self._can_open())
        self.case.message_post(body="Between us")
        messages = self.case.message_ids
        self.assertTrue(self._can_open(messages))
        consent.action_withdraw()
        self.assertFalse(self._can_open())
        self.assertFalse(self._can_open(messages[:1]))
        self._agree()
        self.assertTrue(self._can_open())
        rows = self._get_rows()
        self.assertEqual(len(rows), 1, "on the same day nothing was used up")

    def test_what_was_in_force_stays_on_record(self):
        self._appoint(last=9)
        consent = self._agree()
        with freeze_time(self.today + timedelta(days=3, hours=12)):
            consent.action_withdraw()
            self._agree()
            self.assertTrue(self._can_open())
        periods = (
            self._get_rows().sorted("id").mapped(lambda r: (r.date_from, r.date_to))
        )
        day = self.today
        self.assertEqual(
            periods,
            [
                (day, day + timedelta(days=2)),
                (day + timedelta(days=3), day + timedelta(days=9)),
            ],
        )

    def test_revoked_at_once_by_either_side(self):
        self._agree()
        for user in (self.manager_a, self.deputy):
            deputyship = self._appoint()
            self.assertTrue(self._can_open())
            deputyship.with_user(user).action_revoke()
            self.assertFalse(self._can_open())
            self.assertEqual(deputyship.state, "over")

    def test_one_deputyship_does_not_end_another(self):
        self._agree()
        first, second = self._appoint(last=2), self._appoint(first=1, last=4)
        first.action_revoke()
        self.assertFalse(self._can_open())
        with freeze_time(self.today + timedelta(days=1, hours=12)):
            self.assertTrue(self._can_open())
        self.assertEqual(second.state, "planned")

    def test_shortened_and_moved(self):
        self._agree()
        deputyship = self._appoint(last=9)
        deputyship.date_to = self.today + timedelta(days=1)
        with freeze_time(self.today + timedelta(days=2, hours=12)):
            self.assertFalse(self._can_open())
        deputyship.write(
            {
                "date_from": self.today + timedelta(days=3),
                "date_to": self.today + timedelta(days=4),
            }
        )
        self.assertFalse(self._can_open())
        with freeze_time(self.today + timedelta(days=3, hours=12)):
            self.assertTrue(self._can_open())

    def test_chosen_cases_only(self):
        other = self._create_case(first_name="Other")
        self._agree()
        self._agree(other)
        deputyship = self._appoint(scope="chosen", case_ids=[(6, 0, other.ids)])
        self.assertFalse(self._can_open())
        self.assertTrue(self._can_open(other))
        deputyship.case_ids = self.case
        self.assertTrue(self._can_open())
        self.assertFalse(self._can_open(other))

    def test_new_cases_are_covered_too(self):
        self._appoint()
        case = self._create_case(first_name="New")
        self._agree(case)
        self.assertTrue(self._can_open(case))

    def test_another_purpose_or_a_refusal_opens_nothing(self):
        self._appoint()
        consents = self.env["integration.consent"].with_user(self.manager_a)
        plan = consents.create({"case_id": self.case.id, "purpose": "plan"})
        plan.action_give()
        no = consents.create({"case_id": self.case.id, "purpose": "deputy"})
        no.action_decline()
        self.assertFalse(self._can_open())

    @mute_logger(NOISE, "odoo.addons.base.models.ir_model")
    def test_a_deputy_does_not_grant_hand_over_or_delete(self):
        self._agree()
        self._appoint()
        sessions = self.env["integration.session"].with_user(self.manager_a)
        session = sessions.create({"case_id": self.case.id, "state": "planned"})
        case = self._as_deputy()
        with self.assertRaises(AccessError):
            case.unlink()
        with self.assertRaises(AccessError):
            session.with_user(self.deputy).unlink()
        with self.assertRaises(AccessError):
            case.action_appoint_deputy()
        with self.assertRaises(AccessError):
            case.access_ids.action_revoke()
        deputyships = self.env["integration.deputyship"].with_user(self.deputy)
        with self.assertRaises(AccessError):
            deputyships.create(
                {
                    "deputy_id": self.manager_b.id,
                    "date_to": self.today,
                    "scope": "chosen",
                    "case_ids": [(6, 0, case.ids)],
                }
            )
        own = session.env["integration.session"].with_user(self.deputy)
        own.create({"case_id": case.id, "state": "planned"}).unlink()
        session.with_user(self.deputy).start += timedelta(hours=1)
        self.assertTrue(self.case.exists())

    @mute_logger(NOISE)
    def test_nobody_extends_or_appoints_for_somebody_else(self):
        deputyship = self._appoint(last=1)
        foreign = deputyship.with_user(self.deputy)
        with self.assertRaises(AccessError):
            foreign.date_to = self.today + timedelta(days=300)
        with self.assertRaises(AccessError):
            foreign.copy({"owner_id": self.manager_a.id, "date_to": self.today})
        for vals in ({"revoked_on": False}, {"deputy_id": self.manager_b.id}):
            with self.assertRaises(UserError):
                deputyship.write(vals)
        for user in self.outsiders:
            self.assertFalse(deputyship.with_user(user).has_access("read"))
            self.assertFalse(deputyship.with_user(user).has_access("write"))

    def test_only_a_manager_of_the_same_carrier_stands_in(self):
        elsewhere = self.env["res.company"].create({"name": "Elsewhere"})
        stranger = self._new_user("stranger", MANAGER)
        stranger.write(
            {"company_ids": [(6, 0, elsewhere.ids)], "company_id": elsewhere.id}
        )
        for user in (self.supervisor, self.employee, self.manager_a, stranger):
            with self.assertRaises(ValidationError):
                self._appoint(deputy_id=user.id)
        with self.assertRaises(ValidationError):
            self._appoint(first=-3, last=-1)

    def test_everybody_concerned_is_told_neutrally(self):
        self._appoint(last=1).action_revoke()
        texts = self.env["mail.message"].search(
            [("partner_ids", "in", self.deputy.partner_id.ids)]
        )
        self.assertEqual(len(texts), 2)
        self.assertNotIn("Canary", "".join(texts.mapped("body")))

    def test_grants_and_their_end_are_logged(self):
        self._agree()
        self._appoint().action_revoke()
        self.env.cr.flush()
        entries = self.env["integration.access.log"].search(
            [("operation", "in", ("grant", "revoke"))]
        )
        mine = entries.filtered(lambda e: self.case.number in e.numbers)
        self.assertEqual(set(mine.mapped("operation")), {"grant", "revoke"})

    def test_my_day_says_whom_one_stands_in_for(self):
        self._agree()
        running, _planned = self._appoint(), self._appoint(first=3, last=4)
        days = self.env["integration.my.day"]
        [entry] = days.with_user(self.deputy).get_my_day()["deputyships"]
        self.assertEqual((entry["id"], entry["full_count"]), (running.id, 1))
        self.assertFalse(days.with_user(self.manager_a).get_my_day()["deputyships"])

    def test_cost_does_not_grow_with_cases_per_row(self):
        def make(last):
            return cost.queries(self.env, lambda: self._appoint(last=last))

        few = make(1)
        for _ in range(20):
            self._create_case(first_name="More")
        self.assertLessEqual(make(2), few + 12)

    def _get_rows(self):
        return self.case.sudo().access_ids.filtered("deputyship_id")
