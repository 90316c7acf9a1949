# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from datetime import timedelta

from freezegun import freeze_time

from odoo import fields
from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.tools import mute_logger

from .handover_common import HandoverCommon
from .test_handover import LOGGERS


class TestLeaving(HandoverCommon):
    """All cases of a manager who leaves: with consent handed over, others locked."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.today = fields.Date.context_today(cls.case)
        cls.second = cls._create_case(first_name="Sara")
        cls.reason = cls._term("closing_reason", "manager_left")

    def _leaving(self, **vals):
        model = self.env["integration.leaving"].with_user(self.manager_a)
        return model.create({"to_user_id": self.manager_b.id, **vals})

    def _lock(self, case=None, last_day=None, reason=None):
        day = fields.Date.to_string(last_day or self.today)
        (case or self.case).action_close_and_lock(day, (reason or self.reason).id)

    def test_steps(self):
        leaving = self._leaving(
            lock=True, last_day=self.today, closing_reason_id=self.reason.id
        )
        self.assertEqual(leaving.unprepared, 2)
        leaving.action_prepare()
        leaving = self._leaving(
            lock=True, last_day=self.today, closing_reason_id=self.reason.id
        )
        self.assertEqual((leaving.unprepared, leaving.waiting), (0, 2))
        handover = self.case.handover_ids
        self.assertEqual(handover.to_user_id, self.manager_b)
        self._agree(handover)
        todo = leaving.action_run()["params"]
        self.assertEqual(todo["offer"], handover.ids)
        self.assertEqual(todo["lock"], self.second.ids)
        handover.browse(todo["offer"]).action_offer()
        self.second.action_close_and_lock(todo["last_day"], todo["closing_reason_id"])
        result = leaving.get_result()
        self.assertEqual((result["offered"], result["locked"]), (1, 1))
        handover.offer_id.with_user(self.manager_b).action_accept()
        self.assertEqual(leaving.get_result()["handed_over"], 1)
        self.assertFalse(leaving.action_run()["params"]["lock"])

    def test_nothing_is_locked_unasked(self):
        self.assertFalse(self._leaving().action_run()["params"]["lock"])
        with self.assertRefused(UserError, "last working day"):
            self._leaving(lock=True).action_run()

    def test_print_many_questions(self):
        self._leaving().action_prepare()
        handovers = (self.case | self.second).handover_ids
        action = handovers.action_print_consents()
        consents = handovers.consent_id
        self.assertEqual(action["context"]["active_ids"], consents.ids)
        self.assertEqual(consents.mapped("state"), ["asked", "asked"])

    @mute_logger(*LOGGERS)
    def test_locked(self):
        session = self.case.env["integration.session"].create(
            {
                "case_id": self.case.id,
                "start": fields.Datetime.now() + timedelta(days=30),
            }
        )
        self._lock(last_day=self.today + timedelta(days=2))
        self.assertEqual(self.case.stage_code, "closed")
        self.assertEqual(self.case.closing_reason_id, self.reason)
        self.assertFalse(self.case.manager_id)
        self.assertEqual(session.state, "cancelled")
        self.assertFalse(self.case.activity_ids)
        with self.assertRefused(UserError, "locked"):
            self.case.action_reopen()
        with self.assertRaises(AccessError):
            self.case.action_hand_over()
        with freeze_time(fields.Datetime.now() + timedelta(days=4)):
            self.env.invalidate_all()
            for user in self.outsiders | self.manager_a:
                case = self.case.with_user(user)
                self.assertFalse(case.has_access("read"))
                with self.assertRaises(AccessError):
                    case.action_unlock()
            self.assertEqual(self._count(self.supervisor), 1)
            self.assertEqual(self._count(self.privacy), 1)
            with self.assertRaises(AccessError):
                self._count(self.manager_b)

    def _count(self, user):
        model = self.env["integration.locked.count"].with_user(user)
        return model.create({}).count

    def test_unlocked_in_time(self):
        self._lock()
        self.case.action_unlock()
        self.assertEqual(self.case.manager_id, self.manager_a)
        self.assertFalse(self.case.locked_after or self.case.closed_on)
        self._prepare()

    def test_bad_input(self):
        for day, reason in (
            (self.today - timedelta(days=1), self.reason),
            (self.today, self._term("gender", "female")),
        ):
            with self.assertRaises(ValidationError):
                self._lock(last_day=day, reason=reason)
        self.assertFalse(self.case.locked_after)
        with self.assertRaises(AccessError):
            self.case.locked_after = self.today
        with self.assertRaises(AccessError):
            self._lock(self.case.with_user(self.manager_b))

    def test_locking_takes_the_offer_back(self):
        _handover, offer = self._offer()
        self._lock()
        self.assertEqual(offer.state, "withdrawn")
