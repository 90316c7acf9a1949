# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from datetime import timedelta

from freezegun import freeze_time

from odoo import fields
from odoo.exceptions import AccessError, UserError
from odoo.fields import Command
from odoo.tools import mute_logger

from .handover_common import HandoverCommon
from .test_handover import LOGGERS


class TestHandoverAcceptance(HandoverCommon):
    """All of it changes hands at once; the former owner keeps nothing."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.now = fields.Datetime.now()
        cls.sessions = cls.case.env["integration.session"].create(
            [
                {"case_id": cls.case.id, "start": cls.now + timedelta(days=2)},
                {
                    "case_id": cls.case.id,
                    "start": cls.now - timedelta(days=2),
                    "state": "held",
                },
            ]
        )
        cls.case.message_post(body="CANARY in the history")
        cls.activity = cls.case.activity_schedule(
            summary="Call back", user_id=cls.manager_a.id
        )
        cls.file = cls.env["ir.attachment"].with_user(cls.manager_a)
        cls.file = cls.file.create(
            {
                "name": "x",
                "raw": b"x",
                "res_model": cls.case._name,
                "res_id": cls.case.id,
            }
        )

    @mute_logger(*LOGGERS)
    def test_nothing_before_acceptance(self):
        handover, offer = self._offer()
        own = self.env(user=self.manager_b)
        self.assertEqual(offer.read(["goal_count"])[0]["goal_count"], 0)
        self.assertEqual(offer.session_count, 1)
        for record in (self.case, handover, self.sessions, self.file, self.activity):
            foreign = record.with_user(self.manager_b)
            self.assertFalse(foreign.search([("id", "in", record.ids)]))
            with self.assertRaises(AccessError):
                foreign.read(["display_name"])
        relations = [f for f in offer._fields.values() if f.relational]
        guarded = own["integration.protected"]
        for field in relations:
            self.assertFalse(guarded._is_protected(field.comodel_name))
        self.assertFalse(own["integration.handover"].search([]))

    @mute_logger(*LOGGERS)
    def test_everything_after_acceptance_nothing_for_the_former_owner(self):
        event = self.sessions[0].event_id
        before = self.case.env["calendar.event"].browse(event.id).display_name
        self.assertIn(self.case.number, before)
        case = self._hand_over()
        self.assertEqual(case.manager_id, self.manager_b)
        self.assertEqual(case.access_role, "owner")
        self.assertIn(self.manager_a.name, case.origin_note)
        self.assertTrue(case.read(["first_name"]))
        a = self.env(user=self.manager_a)
        for record in (
            case,
            case.handover_ids,
            self.sessions,
            self.file,
            self.activity,
        ):
            former = a[record._name].browse(record.ids)
            self.assertFalse(former.search([("id", "in", record.ids)]))
            with self.assertRaises(AccessError):
                former.read(["display_name"])
        messages = a["mail.message"].search(
            [("model", "=", case._name), ("res_id", "=", case.id)]
        )
        self.assertFalse(messages)
        former = a["calendar.event"].browse(event.id)
        self.assertFalse(former.integration_case_id)
        self.assertNotIn(case.number, former.display_name)
        self.assertEqual(a["integration.handover.offer"].search([]).state, "accepted")
        self.assertFalse(
            a["integration.access.log"].search([("numbers", "=", case.number)])
        )

    def test_owner_rows(self):
        today = fields.Date.context_today(self.case)
        case = self._hand_over()
        rows = case.sudo().access_ids.sorted("id")
        self.assertEqual(rows.mapped("role"), ["owner", "owner"])
        self.assertEqual(rows[0].date_to, today - timedelta(days=1))
        self.assertEqual(rows[1].date_from, today)
        self.assertEqual(rows[1].granted_by_id, self.manager_a)
        self.assertTrue(rows[1].consent_id)

    def test_chains_over_days(self):
        """On every day there is one owner, however often the case goes around."""
        case = self.case
        days = (0, 0, 0, 1, 1, 5, 5, 40)
        users = [self.manager_b, self.manager_c, self.manager_a] * 3
        start = fields.Datetime.now().replace(hour=10)
        with freeze_time(start) as clock:
            for day, user in zip(days, users, strict=False):
                clock.move_to(start + timedelta(days=day))
                case = self._hand_over(case, to=user)
            self.assertEqual(case.manager_id, user)
        first = start.date()
        rows = case.sudo().access_ids
        for offset in range(60):
            day = first + timedelta(days=offset)
            owners = rows.filtered(lambda r, d=day: r.date_from <= d <= r.date_to)
            self.assertEqual(len(owners), 1)
        self.assertEqual(owners.user_id, user)

    def test_work_goes_to_the_successor(self):
        planned, held = self.sessions
        colleague = self._new_user("colleague", "base.group_user").partner_id
        planned.sudo().event_id.partner_ids = [Command.link(colleague.id)]
        case = self._hand_over()
        self.assertEqual(
            (planned | held).sudo().mapped("user_id.login"), ["manager_b", "manager_a"]
        )
        event = planned.sudo().event_id
        self.assertEqual(event.user_id, self.manager_b)
        self.assertEqual(event.partner_ids, self.manager_b.partner_id | colleague)
        self.assertEqual(event.sudo().name, "Appointment")
        own = event.with_user(self.manager_b)
        self.assertIn(case.number, own.display_name)
        self.assertEqual(self.activity.sudo().user_id, self.manager_b)
        self.assertEqual(case.sudo().message_partner_ids, self.manager_b.partner_id)

    def test_deputies_end(self):
        for role in ("deputy", "emergency"):
            self.env["integration.case.access"].create(
                {"case_id": self.case.id, "user_id": self.manager_c.id, "role": role}
            )
        case = self._hand_over()
        self.assertFalse(case.with_user(self.manager_c).has_access("read"))

    def test_log(self):
        case = self._hand_over()
        self.env.cr.flush()
        self.env.cr.execute(
            "SELECT user_id, case_ids FROM integration_access_log"
            " WHERE operation = 'handover' ORDER BY id DESC LIMIT 1"
        )
        self.assertEqual(self.env.cr.fetchone(), (self.manager_b.id, [case.id]))

    def test_consents_that_were_for_the_former_manager(self):
        consents = self.case.env["integration.consent"]
        vals = {"case_id": self.case.id, "state": "given"}
        bound, file, no = consents.create(
            [
                {**vals, "purpose": "channel"},
                {**vals, "purpose": "case_file"},
                {**vals, "purpose": "deputy", "state": "declined"},
            ]
        )
        handover, offer = self._offer()
        protocol = handover._get_protocol()
        self.assertEqual(
            [c["purpose"] for c in protocol["consents"]], ["Messenger and email"]
        )
        offer.action_accept()
        b = bound.with_user(self.manager_b)
        self.assertEqual((b.state, bool(b.ask_again_since)), ("given", True))
        self.assertFalse(file.sudo().ask_again_since or no.sudo().ask_again_since)
        case = self.case.with_user(self.manager_b)
        self.assertFalse(b._get_valid(case, "channel"))
        self.assertTrue(b._get_valid(case, "case_file"))
        rows = {row["purpose"]: row for row in case.consent_overview}
        self.assertTrue(rows["channel"]["can_ask"])
        kinds = case.activity_ids.activity_type_id.mapped("name")
        self.assertIn("Ask for consents again", kinds)

    def test_another_carrier(self):
        carrier = self.env["res.company"].create({"name": "Bridge"})
        site = self.env["integration.site"].create(
            {"name": "Bridge house", "company_id": carrier.id}
        )
        self.manager_b.write(
            {"company_ids": [Command.link(carrier.id)], "company_id": carrier.id}
        )
        file = self.case.env["integration.consent"].create(
            {"case_id": self.case.id, "purpose": "case_file", "state": "given"}
        )
        case = self._hand_over()
        self.assertEqual((case.company_id, case.site_id), (carrier, site))
        self.assertTrue(file.sudo().ask_again_since)

    def test_links_to_relatives_of_the_former_owner_are_cut(self):
        sister = self._create_case(first_name="Sara")
        members = self.case.env["integration.household.member"]
        there, here = members.create(
            [
                {"case_id": sister.id, "linked_case_id": self.case.id},
                {"case_id": self.case.id, "linked_case_id": sister.id},
            ]
        )
        self._hand_over()
        self.assertFalse(there.sudo().linked_case_id or here.sudo().linked_case_id)

    def test_earlier_attempts_are_forgotten(self):
        _handover, offer = self._offer(to=self.manager_c)
        offer.action_decline()
        case = self._hand_over()
        self.assertEqual(case.handover_ids.mapped("state"), ["accepted"])

    def test_owner_changed_in_the_meantime(self):
        _handover, offer = self._offer()
        row = self.case.sudo().access_ids
        row.user_id = self.manager_c
        with self.assertRefused(UserError, "no longer offered"):
            offer.action_accept()
