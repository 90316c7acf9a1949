# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from collections import Counter

from odoo import fields
from odoo.exceptions import AccessError, UserError

from .figures_common import HALF, YEAR, FiguresCommon

BANDS = ((0, 5), (6, 15), (16, 17), (18, 24), (25, 34), (35, 49), (50, 64), (65, 200))


class TestFigures(FiguresCommon):
    """Numbers are right, small ones withheld, and frozen for good."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.cases = cls._make_cases(70) | cls.case.sudo()  # sudo: for recounting
        cls.year = cls._freeze()

    def test_a_plain_recount_comes_to_the_same(self):
        numbers = self._get_numbers(self.year)
        recounted = self._recount()
        compared = 0
        for key, value in recounted.items():
            stored, is_hidden = numbers[key]
            if not is_hidden:
                compared += 1
                self.assertEqual(stored, value, key)
        self.assertGreater(compared, 40)
        for key, (stored, is_hidden) in numbers.items():
            if key[2] in ("persons", "contacts", "minutes") and not is_hidden:
                self.assertEqual(stored, recounted.get(key, 0), key)

    def _recount(self):
        counts = Counter()
        for case in self.cases:
            for measure, cells, amount in self._facts(case):
                user = case.manager_id
                if measure in ("contacts", "minutes"):
                    user = self.manager_a if user == self.manager_a else self.manager_b
                for unit in self._units(case, user):
                    for cell in cells:
                        counts[(*unit, measure, *cell)] += amount
        return counts

    def _units(self, case, user):
        yield "total", ""
        yield "manager", str(user.id)
        yield "site", str(case.site_id.id or 0)
        yield "municipality", str(case.municipality_id.id or 0)
        yield "carrier", str(case.company_id.id)
        yield "applicant", "0"

    def _facts(self, case):
        first, last = YEAR
        start = case.counselling_start
        if start <= last and (not case.closed_on or case.closed_on >= first):
            yield "persons", list(self._person_cells(case)), 1
        for session in case.session_ids:
            day = fields.Datetime.context_timestamp(
                self.year.with_context(tz="Europe/Berlin"), session.start
            ).date()
            if session.state == "held" and first <= day <= last:
                kind = ("kind", session.kind_id.code or "unknown")
                cells = [
                    (None, None),
                    kind,
                    ("language", session.language_id.code or "unknown"),
                    ("interpretation", session.interpretation_id.code or "unknown"),
                ]
                cells += [("topic", topic.code) for topic in session.topic_ids]
                yield "contacts", cells, 1
                yield "minutes", [(None, None), kind], session.minutes

    def _person_cells(self, case):
        first, last = YEAR
        yield None, None
        yield "entry", "new" if case.counselling_start >= first else "continued"
        is_closed = case.closed_on and first <= case.closed_on <= last
        yield "exit", case.closing_reason_id.group_code if is_closed else "running"
        yield "gender", case.gender_id.code or "unknown"
        yield "age", self._age(case)
        codes = case.nationality_ids.mapped("code")
        own = self.env["integration.term"].search([("kind", "=", "origin")])
        if not codes:
            yield "origin", "unknown"
        elif len(codes) > 1:
            yield "origin", "several"
        else:
            yield "origin", codes[0] if codes[0] in own.mapped("code") else "other"
        for kind, name in (("residence", "residence"), ("accommodation", "housing")):
            fact = case.circumstance_ids.filtered(lambda f, kind=kind: f.kind == kind)
            yield name, fact.term_id.group_code or "unknown"
        last = min(last, case.closed_on or last)
        is_over = case.limit_date and case.limit_date < last
        within = "within" if case.limit_date else "none"
        yield "limit", "over" if is_over else within

    def _age(self, case):
        if not case.birth_year:
            return "unknown"
        last = min(YEAR[1], case.closed_on or YEAR[1])
        age = last.year - int(case.birth_year)
        for low, high in BANDS:
            if low <= age <= high:
                return f"{low}-{high}" if high < 200 else "65+"

    def test_small_numbers_are_not_even_stored(self):
        protected = self.year.cell_ids.filtered(
            lambda c: c.measure in ("persons", "contacts", "goals", "plans")
        )
        for cell in protected:
            self.assertFalse(0 < cell.value < 5, cell.category)
        hidden = protected.filtered("is_hidden")
        self.assertTrue(hidden)
        self.assertEqual(set(hidden.mapped("value")), {0})
        self.assertEqual(set(hidden.mapped("shown")), {"•"})

    def test_erasing_cases_changes_nothing(self):
        before = self._get_numbers(self.year)
        self.cases.unlink()
        self.env.invalidate_all()
        self.assertEqual(self._get_numbers(self.year), before)

    def test_a_later_run_gives_no_small_difference(self):
        half = self._get_numbers(self._freeze(HALF))
        whole = self._get_numbers(self.year)
        compared = 0
        for key, (value, is_hidden) in half.items():
            if key[2] != "contacts" or is_hidden or whole[key][1]:
                continue
            compared += 1
            self.assertNotIn(whole[key][0] - value, range(1, 5), key)
        self.assertGreater(compared, 3)

    def test_a_late_entry_is_not_told_by_a_second_run(self):
        first = self._get_numbers(self.year)
        case = self.cases[:1]
        case.with_user(case.manager_id).session_ids.create(
            {
                "case_id": case.id,
                "start": "2025-05-05 09:00:00",
                "minutes": 30,
                "state": "held",
            }
        )
        self.env.flush_all()
        second = self._get_numbers(self._freeze())
        for key, (value, is_hidden) in second.items():
            if key in first and not is_hidden and not first[key][1]:
                if key[2] in ("contacts", "persons"):
                    self.assertEqual(value, first[key][0], key)

    def test_frozen_runs_stay(self):
        for vals in ({"date_to": "2025-11-30"}, {"name": "x"}, {"company_ids": []}):
            with self.assertRefused(UserError, "stay as they were published"):
                self.year.write(vals)
        with self.assertRefused(UserError, "are kept"):
            self.year.unlink()
        with self.assertRefused(UserError, "are frozen"):
            self.year.action_freeze()
        self.year.note = "Replaced."

    def test_numbers_cannot_be_entered(self):
        runs = self.env["integration.figures"].with_user(self.reporting)
        period = {"date_from": "2024-01-01", "date_to": "2024-12-31"}
        with self.assertRefused(AccessError, "computed"):
            runs.create({**period, "state": "frozen"})
        draft = runs.create(period)
        with self.assertRefused(AccessError, "computed"):
            draft.write({"state": "frozen"})
        with self.assertRaises(AccessError):
            self.year.cell_ids[:1].write({"value": 3})
        with self.assertRaises(AccessError):
            self.year.cell_ids[:1].unlink()

    def test_a_period_must_be_over(self):
        today = fields.Date.context_today(self.year)
        with self.assertRefused(UserError, "not over"):
            self._freeze((YEAR[0], today))

    def test_only_grant_officers_of_these_carriers_see_anything(self):
        other = self.env["res.company"].create({"name": "Other carrier"})
        stranger = self._new_user("stranger", self._group("reporting"))
        stranger.write({"company_ids": [other.id], "company_id": other.id})
        users = (self.outsiders | self.manager_a | stranger) - self.reporting
        for user in users:
            for model in ("integration.figures", "integration.figures.cell"):
                records = self.env[model].with_user(user)
                with self.subTest(user=user.login, model=model):
                    if user == stranger:
                        self.assertFalse(records.search([]))
                    else:
                        with self.assertRaises(AccessError):
                            records.search([])
            with self.assertRaises(AccessError):
                self.year.with_user(user).action_freeze()
        with self.assertRaises(AccessError):
            self._freeze(user=stranger, company_ids=self.env.company.ids)

    def _group(self, name):
        return f"integration_management.group_integration_{name}"

    def test_what_an_officer_can_read_names_no_client(self):
        runs = self.env["integration.figures"].with_user(self.reporting)
        cells = self.env["integration.figures.cell"].with_user(self.reporting)
        told = str([runs.search_read([]), cells.search_read([])])
        self.assertNotIn("Canary", told)
        for case in self.cases:
            self.assertNotIn(case.number, told)

    def test_names_are_frozen_in_all_languages(self):
        cell = self.year.cell_ids.filtered(lambda c: c.dimension == "gender")[:1]
        self.assertTrue(cell.category_name)
        term = self.env["integration.term"].search(
            [("kind", "=", "gender"), ("code", "=", cell.category)]
        )
        before = cell.category_name
        term.name = "Renamed"
        self.env.invalidate_all()
        self.assertEqual(cell.category_name, before)
