# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from datetime import date

from freezegun import freeze_time
from psycopg2 import IntegrityError

from odoo.exceptions import UserError, ValidationError
from odoo.fields import Command
from odoo.tools import mute_logger

from .grant_common import GrantCommon


class TestPosition(GrantCommon):
    def _interrupt(self, first, last):
        self.position.interruption_ids = [
            Command.create({"date_from": first, "date_to": last})
        ]

    def _place(self, position, *shares):
        sites = self.env["integration.site"].create([{"name": "Site"} for _ in shares])
        position.place_ids = [
            Command.create({"site_id": site.id, "share": share})
            for site, share in zip(sites, shares, strict=True)
        ]

    def test_funding_ends_with_the_months_of_the_programme(self):
        self.assertEqual(self.position.funding_end, date(2026, 12, 31))
        self.assertEqual(self.position.fte_months, 12)
        self.assertEqual(self.position.amount_due, 60_000)

    def test_funding_ends_with_the_grant_or_the_person(self):
        self.grant.date_to = date(2026, 6, 30)
        self.assertEqual(self.position.funding_end, date(2026, 6, 30))
        self.position.date_to = date(2025, 12, 31)
        self.assertEqual(self.position.funding_end, date(2025, 12, 31))
        self.assertEqual(self.position.amount_due, 30_000)

    def test_funding_of_a_refilled_position_began_earlier(self):
        self.position.funded_from = date(2024, 7, 1)
        self.assertEqual(self.position.funding_end, date(2026, 6, 30))

    def test_interruption_moves_the_end_and_counts_nothing(self):
        self._interrupt("2025-03-01", "2025-03-31")
        self.assertEqual(self.position.funding_end, date(2027, 1, 31))
        # 25 months of employment, one of them interrupted
        self.assertEqual(self.position.fte_months, 12)
        self.assertEqual(self.position.amount_due, 60_000)

    def test_open_interruption_prolongs_as_long_as_the_programme_allows(self):
        self._interrupt("2025-03-01", False)
        self.assertEqual(self.position.funding_end, date(2027, 12, 31))
        self.assertEqual(self.position.fte_months, 1)

    def test_changed_rules_reach_positions(self):
        self.program.funded_months = 36
        self.assertEqual(self.position.funding_end, date(2027, 12, 31))
        self.program.rate_ids.amount = 72_000
        self.assertEqual(self.position.amount_due, 108_000)

    def test_months_without_a_rate_are_told(self):
        self.position.qualification_class_id = self.vocational
        self.assertEqual(self.position.amount_due, 0)
        self.assertEqual(self.position.unrated_months, 12)

    def test_vacant_positions_cost_nothing(self):
        self.position.user_id = False
        self.assertFalse(self.position.fte_months)
        self.assertFalse(self.position.amount_due)
        months = self.position._get_fte_months(date(2025, 1, 1), date(2025, 12, 31))
        self.assertEqual(months, {self.position.id: 0})

    def test_fte_months_of_a_period(self):
        """Worked, whoever pays: the figures ask for it."""
        self._interrupt("2025-04-16", "2025-04-30")
        self.position.write({"grant_id": False, "date_to": "2025-05-31"})
        months = self.position._get_fte_months(date(2025, 4, 1), date(2025, 12, 31))
        self.assertEqual(months, {self.position.id: 0.75})

    def test_places_fit_into_the_position(self):
        self._place(self.position, 0.25, 0.25)
        with self.assertRefused(ValidationError, "more than its share"):
            self.position.place_ids[0].share = 0.3
        with self.assertRefused(ValidationError, "more than its share"):
            self.position.share = 0.4

    def test_thirds_fit(self):
        position = self._create_position(share=0.9)
        self._place(position, 0.3, 0.3, 0.3)
        self.assertEqual(len(position.place_ids), 3)

    def test_no_part_is_below_the_minimum_of_the_programme(self):
        with self.assertRefused(ValidationError, "below 0.25 FTE"):
            self._place(self.position, 0.3, 0.2)
        with self.assertRefused(ValidationError, "below 0.25 FTE"):
            self._create_position(share=0.2)
        self.assertTrue(self._create_position(share=0.2, grant_id=False))

    def test_person_works_for_the_employer(self):
        with self.assertRefused(ValidationError, "does not work for"):
            self._create_position(user_id=self.other_officer.id)

    def test_grant_pays_its_carriers_only(self):
        self.reporting.company_ids |= self.other_carrier
        with self.assertRefused(ValidationError, "does not pay positions"):
            self._create_position(company_id=self.other_carrier.id)

    def test_more_than_full_time_is_warned_of(self):
        self.assertFalse(self.position.warning)
        second = self._create_position(
            user_id=self.manager_a.id, share=0.75, date_from="2026-12-31"
        )
        self.assertIn("1.25 FTE", second.warning)
        self.env.invalidate_all()
        self.assertIn("1.25 FTE", self.position.warning)
        self.position.date_to = "2026-12-30"
        self.env.invalidate_all()
        self.assertFalse(second.warning)

    def test_occupancy(self):
        today = date.today()
        self.position.write({"date_from": date(2020, 1, 1)})
        self.assertEqual(self.position.occupancy, "filled")
        self._interrupt(today.replace(year=today.year - 1, day=1), False)
        self.assertEqual(self.position.occupancy, "interrupted")
        self.position.user_id = False
        self.assertEqual(self.position.occupancy, "vacant")
        self.position.date_to = date(2020, 12, 31)
        self.assertEqual(self.position.occupancy, "ended")

    def test_nobody_is_told_of_their_position(self):
        self.assertFalse(self.position.message_partner_ids & self.manager_a.partner_id)
        mails = self.env["mail.mail"].search_count([])
        self.position.user_id = self.manager_b
        self.assertFalse(self.position.message_partner_ids & self.manager_b.partner_id)
        self.assertEqual(self.env["mail.mail"].search_count([]), mails)

    def test_bad_values(self):
        self.position.grant_id = False
        for vals in (
            {"share": 0},
            {"share": 1.01},
            {"date_to": "2024-12-31"},
        ):
            with (
                self.subTest(vals),
                mute_logger("odoo.sql_db"),
                self.assertRaises(IntegrityError),
                self.cr.savepoint(),
            ):
                self.position.write(vals)
                self.env.flush_all()

    def test_grant_adds_up(self):
        self._create_position(user_id=self.manager_b.id, date_to="2025-12-31")
        self.assertEqual(self.grant.position_count, 2)
        self.assertEqual(self.grant.amount_due, 90_000)
        self.assertEqual(self.grant.proof_due, date(2027, 3, 31))

    def test_who_may_apply_is_a_warning(self):
        self.program.applicant_rule = "district"
        self.assertFalse(self.grant.applicant_is_unusual)
        self.grant.applicant_kind = "municipality"
        self.assertTrue(self.grant.applicant_is_unusual)

    def test_refill(self):
        with self.assertRefused(UserError, "last day of IM-01"):
            self.position.action_refill()
        self._place(self.position, 0.5)
        self.position.date_to = "2025-06-30"
        action = self.position.action_refill()
        successor = self.position.browse(action["res_id"])
        self.assertEqual(successor.date_from, date(2025, 7, 1))
        self.assertEqual(successor.funding_end, date(2026, 12, 31))
        self.assertEqual(successor.place_ids.share, 0.5)
        self.assertFalse(successor.user_id)
        self.assertFalse(successor.qualification_class_id)

    @freeze_time("2026-03-16 12:00:00")
    def test_vacant_months_are_lost(self):
        vacant = self._create_position(date_from="2026-02-01")
        self.assertEqual(vacant.vacant_months, round(0.5 * (1 + 16 / 31), 1))
        self.assertEqual(self.position.vacant_months, 0)

    @freeze_time("2026-03-16 12:00:00")
    def test_timeline(self):
        self._interrupt("2026-02-01", "2026-02-28")
        bars = self.position.timeline["bars"]
        self.assertEqual(
            [(bar["kind"], bar["label"]) for bar in bars],
            [
                ("funded", "Funded: 01/01/2025 – 01/31/2026"),
                ("interrupted", "Interrupted: 02/01/2026 – 02/28/2026"),
                ("funded", "Funded: 03/01/2026 – 01/28/2027"),
                ("unfunded", "Without funding: 01/29/2027 – …"),
            ],
        )
        self.assertEqual(sum(bar["width"] for bar in bars), 100)
