# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from datetime import datetime, time, timedelta

from odoo.tests import tagged

from . import cost
from .deputies import DeputyCommon


@tagged("integration_deputy")
class TestCover(DeputyCommon):
    """Without consent: number, allowed contact, open appointments, no more."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.case.write({"phone": "+49 711 123", "messenger": "canary-messenger"})
        cls.deputyship = cls._appoint()

    def _covers(self, user=None):
        self.env.flush_all()
        self.env.invalidate_all()
        covers = self.env["integration.cover"].with_user(user or self.deputy)
        return covers.search([("number", "=", self.case.number)])

    def _plan(self, days):
        start = datetime.combine(self.today + timedelta(days=days), time(9))
        self.env["integration.session"].with_user(self.manager_a).create(
            {
                "case_id": self.case.id,
                "start": start,
                "stop": start + timedelta(hours=1),
                "state": "planned",
                "note": "canary note",
            }
        )

    def test_only_the_allowed_contact_is_told(self):
        self.assertFalse(self._covers().contact)
        self.case.deputy_contact = "phone"
        self.assertEqual(self._covers().contact, "+49 711 123")

    def test_open_appointments_are_told_without_content(self):
        self._plan(1)
        self._plan(2)
        cover = self._covers()
        self.assertEqual(len(cover.appointments.split(" · ")), 2)
        self.assertEqual(cover.next_start.date(), self.today + timedelta(days=1))
        names = list(cover._fields.keys() - {"id"})
        told = str(cover.read()) + str(cover.export_data(names))
        self.assertNotIn("canary", told.lower())
        self.assertNotIn("Amina", told)

    def test_nothing_else_of_the_case_can_be_reached(self):
        links = {f.comodel_name for f in self.env["integration.cover"]._fields.values()}
        self.assertEqual(
            links - {None, "res.users", "integration.deputyship"},
            set(),
        )
        self.assertFalse(self._can_open())

    def test_who_may_open_the_file_does_not_get_it_twice(self):
        consent = self._agree()
        self.assertFalse(self._covers())
        consent.action_withdraw()
        self.assertTrue(self._covers())

    def test_nobody_else_and_nothing_before_or_after(self):
        for user in self.outsiders | self.manager_a:
            if user.has_group("integration_management.group_integration_manager"):
                self.assertFalse(self._covers(user))
            else:
                covers = self.env["integration.cover"].with_user(user)
                self.assertFalse(covers.has_access("read"))
        self.deputyship.action_revoke()
        self.assertFalse(self._covers())
        self._appoint(first=1, last=2)
        self.assertFalse(self._covers())

    def test_edited_rules_open_nothing(self):
        rule = self.env.ref("integration_management.integration_cover_rule_deputy")
        rule.domain_force = "[]"
        self.assertFalse(self._covers(self.manager_b))

    def test_handed_over_and_closed_cases_are_not_covered(self):
        reason = self.env["integration.term"].search(
            [("kind", "=", "closing_reason")], limit=1
        )
        self.case.closing_reason_id = reason
        self.case.action_confirm_close()
        self.assertFalse(self._covers())

    def test_opening_is_logged(self):
        self._covers().read(["contact"])
        self.env.cr.flush()
        logged = self.env["integration.access.log"].search([], limit=5)
        entry = logged.filtered(lambda e: e.user_id == self.deputy)[:1]
        self.assertIn("integration.cover", entry.records)
        self.assertIn(self.case.number, entry.numbers)

    def test_cost_is_constant(self):
        def read():
            covers = self.env["integration.cover"].with_user(self.deputy)
            spec = dict.fromkeys(covers._fields, {})
            return covers.web_search_read([], spec, limit=80)

        few = cost.queries(self.env, read)
        for _ in range(30):
            self._create_case()
        self.assertEqual(cost.queries(self.env, read), few)
