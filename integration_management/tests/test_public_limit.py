# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from datetime import datetime, timedelta

from freezegun import freeze_time

from odoo.exceptions import AccessError

from .common import IntegrationCommon


class TestPublicLimit(IntegrationCommon):
    def setUp(self):
        super().setUp()
        self.registry_enter_test_mode()
        self.limits = self.env["integration.public.limit"]

    def test_counts_per_purpose_and_address(self):
        count = self.limits._count
        self.assertEqual(count("a", "192.0.2.1", 10), 1)
        self.assertEqual(count("a", "192.0.2.1", 10), 2)
        self.assertEqual(count("a", "192.0.2.2", 10), 1)
        self.assertEqual(count("b", "192.0.2.1", 10), 1)

    def test_starts_anew_after_its_time(self):
        start = datetime(2026, 5, 4, 9)
        for minutes, expected in ((0, 1), (9, 2), (11, 1), (12, 2)):
            with freeze_time(start + timedelta(minutes=minutes)):
                self.assertEqual(self.limits._count("a", "192.0.2.1", 10), expected)

    def test_the_address_is_not_kept_and_the_rest_a_day_only(self):
        with freeze_time("2026-05-04 09:00:00"):
            self.limits._count("a", "192.0.2.1", 10)
        row = self.limits.search([])
        self.assertNotIn("192.0.2", str(row.read()))
        with freeze_time("2026-05-05 08:00:00"):
            self.limits._gc_counts()
            self.assertTrue(row.exists())
        with freeze_time("2026-05-05 10:00:00"):
            self.limits._gc_counts()
        self.assertFalse(row.exists())

    def test_nobody_reads_it(self):
        for user in self.outsiders | self.manager_a:
            with self.subTest(user=user.login), self.assertRaises(AccessError):
                self.limits.with_user(user).search_read([])
