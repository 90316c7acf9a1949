# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from datetime import timedelta

from odoo import fields
from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.fields import Command
from odoo.tools import mute_logger

from .handover_common import HandoverCommon

LOGGERS = ("odoo.addons.base.models.ir_model", "odoo.addons.base.models.ir_rule")


class TestHandover(HandoverCommon):
    """Who may start, what must be there, and how it may end."""

    def test_consent_then_offer(self):
        handover = self._prepare()
        self.assertEqual(handover.state, "draft")
        self.assertFalse(handover.is_ready)
        handover.action_ask_consent()
        consent = handover.consent_id
        self.assertEqual((handover.state, consent.state), ("asked", "asked"))
        self.assertIn(self.manager_b.name, consent.recipient_label)
        self.assertIn("without entrusted notes", consent.data_kinds)
        with self.assertRefused(UserError, "not decided"):
            handover.action_offer()
        consent.action_give()
        self.assertTrue(handover.is_ready)
        handover.action_offer()
        self.assertEqual(handover.state, "offered")
        self.assertEqual(handover.offer_id.state, "open")
        self.assertIn(self.manager_b.name, self.case.handover_note)

    def test_no_consent_no_offer(self):
        today = fields.Date.context_today(self.case)
        handover = self._prepare()
        with self.assertRefused(UserError, "consent to this hand-over"):
            handover.action_offer()
        for end in ("action_decline", "action_give action_withdraw"):
            handover.action_ask_consent()
            for action in end.split():
                getattr(handover.consent_id, action)()
            with self.assertRaises(UserError):
                handover.action_offer()
        self._agree(handover, valid_until=today)
        handover.consent_id.sudo().flush_recordset()
        self.env.cr.execute(
            "UPDATE integration_consent SET valid_until = %s, asked_on = %s,"
            " decided_on = %s WHERE id = %s",
            [today - timedelta(days=1)] * 3 + [handover.consent_id.id],
        )
        self.env.invalidate_all()
        with self.assertRaises(UserError):
            handover.action_offer()
        self.assertFalse(handover.offer_id)

    def test_consent_of_another_purpose_or_case_is_refused(self):
        handover = self._prepare()
        consents = self.case.env["integration.consent"]
        plan = consents.create(
            {"case_id": self.case.id, "purpose": "plan", "state": "given"}
        )
        with self.assertRefused(ValidationError, "hand-over of the file"):
            handover.consent_id = plan
        other = consents.create(
            {"case_id": self._create_case().id, "purpose": "handover"}
        )
        with self.assertRefused(UserError, "two different cases"):
            handover.consent_id = other

    def test_a_consent_without_notes_lets_no_notes_go(self):
        """Not even when both are written at once, as only programs do."""
        handover = self._agree(self._prepare())
        handover.write({"notes_go": True, "consent_id": handover.consent_id.id})
        with self.assertRefused(UserError, "entrusted notes"):
            handover.action_offer()

    def test_another_carrier_must_be_named(self):
        carrier = self.env["res.company"].create({"name": "Bridge"})
        self.manager_b.write(
            {"company_ids": [Command.link(carrier.id)], "company_id": carrier.id}
        )
        handover = self._prepare()
        self.assertTrue(handover.is_new_carrier)
        handover.action_ask_consent()
        handover.consent_id.recipient_name = self.manager_b.name
        handover.consent_id.action_give()
        with self.assertRefused(UserError, "Bridge"):
            handover.action_offer()

    def test_another_successor_needs_another_consent(self):
        handover = self._agree(self._prepare())
        old = handover.consent_id
        handover.to_user_id = self.manager_c
        self.assertFalse(handover.consent_id)
        self.assertEqual(handover.state, "draft")
        self.assertEqual(old.state, "given")
        handover.action_ask_consent()
        asked = handover.consent_id
        handover.notes_go = True
        self.assertFalse(asked.exists())
        handover.write({"to_user_id": self.manager_b.id, "notes_go": False})
        handover.action_ask_consent()
        self.assertEqual(handover.consent_id, old)

    def test_successor_is_another_manager(self):
        for user in (self.employee, self.manager_a, self.supervisor):
            handover = self._prepare(self._create_case(), to=user)
            with self.assertRefused(UserError, "choose a successor"):
                handover.action_ask_consent()

    def test_remark_names_nobody(self):
        for remark in ("Amina is nice", f"see {self.case.number}"):
            handover = self._agree(self._prepare(remark=remark))
            with self.assertRefused(UserError, "take names") as caught:
                handover.action_offer()
            handover.action_cancel()
        del caught

    def test_one_at_a_time(self):
        self._prepare()
        with mute_logger("odoo.sql_db"), self.assertRaises(Exception):  # noqa: B017
            self._prepare()

    def test_state_and_protocol_are_not_written(self):
        handover = self._prepare()
        for vals in (
            {"state": "accepted"},
            {"protocol": {}},
            {"from_user_id": self.manager_b.id},
            {"offered_on": "2026-01-01"},
        ):
            with self.subTest(vals=vals), self.assertRaises(AccessError):
                handover.write(vals)
        with self.assertRaises(AccessError):
            self._prepare(self._create_case(), state="accepted")
        context = {f"default_{name}": value for name, value in vals.items()}
        context["default_state"] = "offered"
        model = handover.with_context(**context)
        made = model.create({"case_id": self._create_case().id})
        self.assertEqual((made.state, made.from_user_id), ("draft", self.manager_a))

    def test_what_was_offered_does_not_change(self):
        handover, offer = self._offer(remark="Best in the morning")
        for vals in ({"to_user_id": self.manager_c.id}, {"remark": "x"}):
            with self.assertRefused(UserError, "does not change"):
                handover.write(vals)
        with self.assertRefused(UserError, "stays in the file"):
            handover.unlink()
        self.assertEqual(offer.remark, "Best in the morning")

    def test_cancelled(self):
        handover, offer = self._offer()
        handover.action_cancel()
        self.assertEqual((handover.state, offer.state), ("cancelled", "withdrawn"))
        with self.assertRefused(UserError, "no longer offered"):
            offer.action_accept()
        self.assertFalse(self.case.handover_note)
        self._prepare()

    def test_declined(self):
        handover, offer = self._offer(remark="Best in the morning")
        offer.action_decline()
        self.assertEqual((handover.state, offer.state), ("refused", "declined"))
        self.assertFalse(offer.remark)
        self.assertEqual(self.case.manager_id, self.manager_a)
        with self.assertRefused(UserError, "no longer offered"):
            offer.action_accept()

    def test_withdrawn_consent_ends_the_offer(self):
        handover, offer = self._offer(remark="Best in the morning")
        handover.consent_id.action_withdraw()
        self.assertEqual((handover.state, offer.state), ("cancelled", "withdrawn"))
        self.assertFalse(offer.remark)
        with self.assertRefused(UserError, "no longer offered"):
            offer.action_accept()
        notices = self.env["mail.message"].search(
            [("partner_ids", "in", self.manager_b.partner_id.ids)],
            limit=1,
            order="id desc",
        )
        self.assertIn(offer.number, notices.body)
        for word in (self.case.number, "Amina", "consent"):
            self.assertNotIn(word, notices.body)

    def test_expired_consent_ends_the_offer(self):
        today = fields.Date.context_today(self.case)
        handover = self._agree(self._prepare(), valid_until=today)
        handover.action_offer()
        self.env.cr.execute(
            "UPDATE integration_consent SET valid_until = %s WHERE id = %s",
            [today - timedelta(days=1), handover.consent_id.id],
        )
        self.env.invalidate_all()
        offer = handover.offer_id.with_user(self.manager_b)
        with self.assertRefused(UserError, "no longer offered"):
            offer.action_accept()
        self.assertEqual(self.case.manager_id, self.manager_a)
        self._run_cron("ir_cron_expire_consents")
        self.assertEqual((handover.state, offer.state), ("cancelled", "withdrawn"))

    @mute_logger(*LOGGERS)
    def test_deputies_and_emergency_users_start_nothing(self):
        handover = self._agree(self._prepare())
        for role in ("deputy", "emergency"):
            self.env["integration.case.access"].create(
                {"case_id": self.case.id, "user_id": self.manager_c.id, "role": role}
            )
        deputy = self.manager_c
        self.assertTrue(handover.with_user(deputy).has_access("read"))
        mine = handover.with_user(deputy)
        other = self._create_case()
        for call in (
            mine.action_offer,
            mine.action_cancel,
            lambda: mine.write({"to_user_id": deputy.id}),
            lambda: self.case.with_user(deputy).action_hand_over(),
            lambda: self.case.with_user(deputy).action_close_and_lock("2999-01-01", 1),
            lambda: mine.create({"case_id": other.id}),
            lambda: mine.unlink(),
        ):
            with self.assertRaises(AccessError):
                call()
        self.assertEqual(handover.state, "asked")

    @mute_logger(*LOGGERS)
    def test_nobody_else_answers(self):
        handover, offer = self._offer()
        for user in self.outsiders - self.manager_b | self.manager_a | self.manager_c:
            for action in ("action_accept", "action_decline"):
                with self.subTest(user=user.login), self.assertRaises(AccessError):
                    getattr(offer.with_user(user), action)()
        self.assertEqual((handover.state, offer.state), ("offered", "open"))

    def test_who_is_no_manager_any_more_cannot_accept(self):
        _handover, offer = self._offer()
        group = self.env.ref("integration_management.group_integration_manager")
        self.manager_b.group_ids -= group
        with self.assertRaises(AccessError):
            offer.action_accept()

    def test_deleting_the_case_takes_the_offer_back(self):
        _handover, offer = self._offer()
        self.case.unlink()
        self.assertFalse(offer.exists())
