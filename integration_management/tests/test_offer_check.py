# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from freezegun import freeze_time

from odoo.exceptions import ValidationError
from odoo.fields import Command

from ..models.integration_offer_check import PERIOD
from .offer_common import OfferCommon

REMINDER = "integration_management.mail_activity_type_offer_check"


@freeze_time("2026-05-04 10:00:00")
class TestOfferCheck(OfferCommon):
    """Nobody is sent to an offer that closed years ago."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        # Only what the tests make is there to be checked, and only by our coordinator.
        cls.env.ref("integration_management.group_integration_coordinator").write(
            {"user_ids": [Command.set(cls.coordinator.ids)]}
        )
        cls.offers.search([]).active = False
        days = {"old": "2025-05-03", "soon": "2025-07-03", "new": "2025-07-04"}
        for name, day in days.items():
            setattr(cls, name, cls._create_offer(name=name, last_checked_on=day))
        cls.never = cls._create_offer(name="never", last_checked_on=False)
        cls.made = cls.old | cls.soon | cls.new | cls.never

    def _reminders(self):
        reminder = self.env.ref(REMINDER)
        return self.env["mail.activity"].search(
            [("activity_type_id", "=", reminder.id), ("res_id", "in", self.made.ids)]
        )

    def test_the_state_and_its_filter_agree(self):
        states = [offer.check_state for offer in self.made]
        self.assertEqual(states, ["due", "soon", "fresh", "due"])
        for state in ("due", "soon", "fresh"):
            found = self._find([("check_state", "=", state)])
            same = self.made.filtered(lambda offer, s=state: offer.check_state == s)
            self.assertEqual(found, same.sorted("name"))
        self.assertEqual(
            self._find([("check_state", "!=", "due")]),
            (self.soon | self.new).sorted("name"),
        )

    def test_the_period_is_a_setting(self):
        self.env["res.config.settings"].create(
            {"integration_offer_check_months": 6}
        ).execute()
        self.assertEqual(self._find([("check_state", "=", "due")]), self.made)
        self.made.invalidate_recordset(["check_state"])
        self.assertEqual(self.new.check_state, "due")
        for wrong in ("0", "-3", "many"):
            self.env["ir.config_parameter"].set_param(PERIOD, wrong)
            self.assertEqual(self.offers._get_check_months(), 12)

    def test_one_click_says_who_looked_and_when(self):
        self.old.with_user(self.manager_a).action_check()
        self.assertEqual(str(self.old.last_checked_on), "2026-05-04")
        self.assertEqual(self.old.last_checked_by_id, self.manager_a)
        self.assertEqual(self.old.check_state, "fresh")
        self.assertEqual(self.new.last_checked_by_id, self.coordinator)

    def test_nobody_looks_tomorrow(self):
        with self.assertRefused(ValidationError, "in the future"):
            self.old.last_checked_on = "2026-05-05"

    def test_coordinators_are_reminded_once_until_somebody_looks(self):
        mails = self.env["mail.mail"].search_count([])
        for _month in range(2):
            self._run_cron("ir_cron_remind_offers")
            reminders = self._reminders()
            self.assertEqual(
                set(reminders.mapped("res_id")), {self.old.id, self.never.id}
            )
            self.assertEqual(len(reminders), 2)
        self.assertEqual(reminders.user_id, self.coordinator)
        self.assertEqual({str(r.date_deadline) for r in reminders}, {"2026-05-18"})
        self.assertEqual(self.env["mail.mail"].search_count([]), mails)
        # A manager looked: the coordinator's reminder is done.
        self.old.with_user(self.manager_a).action_check()
        self.assertEqual(self._reminders().mapped("res_id"), self.never.ids)
        self.never.with_user(self.manager_a).action_archive()
        self.assertFalse(self._reminders())

    def test_reminders_are_shared(self):
        other = self._new_user(
            "coordinator_b", "integration_management.group_integration_coordinator"
        )
        self.old.with_user(other).last_checked_on = "2025-05-02"
        by_managers = [
            self._create_offer(self.manager_a, name=name, last_checked_on=False)
            for name in ("third", "fourth")
        ]
        self.made |= self.offers.union(*by_managers)
        self._run_cron("ir_cron_remind_offers")
        by_offer = {row.res_id: row.user_id for row in self._reminders()}
        self.assertEqual(by_offer[self.old.id], other)
        self.assertEqual(by_offer[self.never.id], self.coordinator)
        shared = {by_offer[offer.id] for offer in by_managers}
        self.assertEqual(shared, {self.coordinator, other})

    def test_without_coordinators_nothing_happens(self):
        self.coordinator.active = False
        self._run_cron("ir_cron_remind_offers")
        self.assertFalse(self._reminders())
