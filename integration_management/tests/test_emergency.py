# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from datetime import timedelta

from odoo import fields
from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.tests import freeze_time, tagged
from odoo.tools import mute_logger

from .deputies import DeputyCommon


@tagged("integration_deputy")
class TestEmergency(DeputyCommon):
    """Two people open a case for 24 hours, and all who must know are told."""

    def _ask(self, second=None, **vals):
        ground = self._term("emergency_ground", "necessity")
        return (
            self.env["integration.emergency"]
            .with_user(self.deputy)
            .create(
                {
                    "number": self.case.number.lower(),
                    "second_id": (second or self.supervisor).id,
                    "ground_id": ground.id,
                    "reason": "Threatened",
                    **vals,
                }
            )
        )

    def test_opens_after_a_second_person_confirmed(self):
        request = self._ask()
        self.assertFalse(self._can_open())
        request.with_user(self.supervisor).action_confirm()
        self.assertTrue(self._can_open())
        self.assertEqual(self._as_deputy().access_role, "emergency")
        self.assertEqual(request.owner_id, self.manager_a)
        self.assertFalse(self.case.with_user(self.supervisor).has_access("read"))

    def test_ends_after_24_hours_to_the_minute(self):
        now = fields.Datetime.now()
        with freeze_time(now):
            request = self._ask()
            request.with_user(self.supervisor).action_confirm()
        self.assertEqual(request.ends_at, now + timedelta(hours=24))
        cron = self.env.ref("integration_management.cron_end_emergencies")
        triggers = self.env["ir.cron.trigger"].search([("cron_id", "=", cron.id)])
        self.assertIn(request.ends_at, triggers.mapped("call_at"))
        with freeze_time(now + timedelta(hours=23, minutes=59)):
            self.env["integration.emergency"]._cron_end()
            self.assertTrue(self._can_open())
        with freeze_time(now + timedelta(hours=24)):
            self.env["integration.emergency"]._cron_end()
            self.assertFalse(self._can_open())
            with self.assertRaises(UserError):
                request.action_open_case()

    def test_ends_without_the_scheduler_with_the_next_day(self):
        self._ask().with_user(self.supervisor).action_confirm()
        with freeze_time(self.today + timedelta(days=2, hours=12)):
            self.assertFalse(self._can_open())

    @mute_logger("odoo.addons.base.models.ir_rule", "odoo.addons.base.models.ir_model")
    def test_nobody_confirms_alone_or_uninvited(self):
        request = self._ask()
        uninvited = self.outsiders - self.supervisor
        for user in uninvited | self.deputy | self.manager_a:
            with self.assertRaises(AccessError):
                request.with_user(user).action_confirm()
        for user in (self.deputy, self.employee):
            with self.assertRaises(ValidationError):
                self._ask(second=user)
        self.assertFalse(self._can_open())

    @mute_logger("odoo.addons.base.models.ir_rule", "odoo.addons.base.models.ir_model")
    def test_nobody_writes_a_grant(self):
        request = self._ask()
        for vals in ({"state": "granted"}, {"owner_id": self.deputy.id}):
            with self.assertRaises(AccessError):
                self._ask(**vals)
            with self.assertRaises(AccessError):
                request.write(vals)

    def test_decided_once_and_in_time(self):
        request = self._ask().with_user(self.supervisor)
        request.action_refuse()
        with self.assertRaises(UserError):
            request.action_confirm()
        late = self._ask().with_user(self.supervisor)
        with freeze_time(fields.Datetime.now() + timedelta(hours=25)):
            with self.assertRaises(UserError):
                late.action_confirm()
        self.assertFalse(self._can_open())

    def test_unknown_and_own_numbers_are_refused_alike(self):
        own = self._create_case(self.deputy)
        messages = set()
        for number in ("F-AAAAAA-A", own.number):
            request = self._ask(number=number).with_user(self.supervisor)
            with self.assertRaises(UserError) as caught:
                request.action_confirm()
            messages.add(str(caught.exception))
        self.assertEqual(len(messages), 1)

    def test_owner_officer_and_asker_are_told(self):
        request = self._ask()
        request.with_user(self.supervisor).action_confirm()
        for user in (self.manager_a, self.privacy, self.deputy):
            told = self.env["mail.message"].search(
                [("partner_ids", "in", user.partner_id.ids)], limit=1
            )
            self.assertIn(self.case.number, told.body)
            self.assertNotIn("Canary", told.body)
            self.assertTrue(request.with_user(user).has_access("read"))
        self.env.cr.flush()
        logged = self.env["integration.access.log"].search(
            [("operation", "=", "emergency")], limit=1
        )
        self.assertEqual(logged.user_id, self.supervisor)

    def test_others_do_not_see_requests(self):
        request = self._ask()
        for user in (self.manager_a, self.manager_b):
            self.assertFalse(request.with_user(user).search([]))

    def test_client_told(self):
        request = self._ask()
        request.with_user(self.supervisor).action_confirm()
        request.action_client_told()
        self.assertEqual(request.client_told_on, self.today)
