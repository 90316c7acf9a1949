# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from datetime import timedelta

from odoo import fields
from odoo.exceptions import AccessError

from .cost import queries
from .figures_common import HALF, YEAR, FiguresCommon


class TestFiguresDashboard(FiguresCommon):
    """Grant officers see the last run in charts, and nobody else anything."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls._make_cases(45)
        cls.half, cls.year = cls._freeze(HALF), cls._freeze(YEAR)

    def _get(self, user=None, **kwargs):
        board = self.env["integration.figures.dashboard"]
        return board.with_user(user or self.reporting).get_dashboard(**kwargs)

    def test_the_latest_period_is_shown_and_others_can_be_chosen(self):
        self.assertEqual(self._get()["run"], self.year.id)
        self.assertEqual(self._get(figures_id=self.half.id)["run"], self.half.id)
        self.assertEqual(self._get(figures_id=-1)["run"], self.year.id)

    def test_tiles_and_charts_show_the_numbers_of_the_run(self):
        board = self._get()
        tiles = {tile["measure"]: tile["shown"] for tile in board["tiles"]}
        cell = self.year.cell_ids.filtered(
            lambda c: (
                c.unit_kind == "total" and c.measure == "contacts" and not c.dimension
            )
        )
        self.assertEqual(tiles["contacts"], cell.shown)
        for chart in board["charts"]:
            self.assertEqual(len(chart["labels"]), len(chart["values"]))
            self.assertFalse([value for value in chart["values"] if 0 < value < 5])
        self.assertTrue([chart for chart in board["charts"] if chart["values"]])

    def test_deadlines_are_ahead(self):
        today = fields.Date.context_today(self.year)
        self.env["integration.funding.program"]._get_current().figures_days = 31
        days = [item["day"] for item in self._get()["deadlines"]]
        self.assertEqual(days, sorted(days))
        self.assertTrue(days)
        self.assertGreaterEqual(days[0], today)
        self.assertLess(days[0], today + timedelta(days=400))

    def test_others_get_an_empty_board(self):
        stranger = self._new_user(
            "stranger", "integration_management.group_integration_reporting"
        )
        other = self.env["res.company"].create({"name": "Other carrier"})
        stranger.write({"company_ids": [other.id], "company_id": other.id})
        self.assertFalse(self._get(stranger)["runs"])
        for user in (self.supervisor, self.employee, self.manager_a):
            with self.assertRaises(AccessError):
                self._get(user)

    def test_more_runs_cost_no_more(self):
        one = queries(self.env, lambda: self._get(figures_id=self.year.id))
        for month in range(3):
            self._freeze((YEAR[0], YEAR[1] - timedelta(days=30 * (month + 1))))
        many = queries(self.env, lambda: self._get(figures_id=self.year.id))
        self.assertLessEqual(many, one + 1)
