# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from datetime import date, timedelta

from freezegun import freeze_time
from psycopg2.errors import UniqueViolation

from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.fields import Command
from odoo.tests import Form
from odoo.tools import mute_logger

from .common import IntegrationCommon
from .cost import queries, specification


@freeze_time("2026-03-10 10:00:00")
class TestAssessment(IntegrationCommon):
    """Eight areas, one answer each; a later assessment tells the change."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.model = cls.env["integration.assessment"].with_user(cls.manager_a)
        cls.areas = cls.env["integration.area"].search([])

    def _assess(self, *answers, day="2026-03-01", case=None):
        assessment = self.model.create({"case_id": (case or self.case).id, "date": day})
        for line, answer in zip(assessment.line_ids, answers, strict=False):
            line.answer = answer
        return assessment

    def test_each_area_is_there_and_undiscussed(self):
        assessment = self.model.create({"case_id": self.case.id})
        self.assertEqual(assessment.date, date(2026, 3, 10))
        self.assertEqual(assessment.line_ids.area_id, self.areas)
        self.assertEqual(len(self.areas), 8)
        self.assertEqual(set(assessment.line_ids.mapped("answer")), {"not_discussed"})
        self.assertEqual(assessment.line_ids.case_id, self.case)
        self.assertEqual(assessment.answered_count, 0)

    def test_retired_areas_are_not_asked(self):
        self.areas[0].active = False
        assessment = self.model.create({"case_id": self.case.id})
        self.assertEqual(assessment.line_ids.area_id, self.areas[1:])

    def test_language_comes_from_the_case(self):
        self.case.language_ids = self._term("language", "ti")
        assessment = self.model.create({"case_id": self.case.id})
        self.assertEqual(assessment.language_id.code, "ti")

    def test_change_against_the_last_earlier_one(self):
        first = self._assess("2", "4", "3", "not_wanted", "3")
        self._assess("5", "5", "5", "5", "5", case=self._create_case())
        second = self._assess("4", "3", "3", "3", "not_discussed", day="2026-03-05")
        self.assertFalse(any(first.line_ids.mapped("change")))
        self.assertEqual(second.previous_id, first)
        self.assertEqual(
            second.line_ids.mapped("change"),
            ["+2", "−1", "=", False, False, False, False, False],
        )
        between = self._assess("1", day="2026-03-03")
        self.env.invalidate_all()
        self.assertEqual(between.line_ids[0].change, "−1")
        self.assertEqual(second.previous_id, between)
        self.assertEqual(second.line_ids[0].change, "+3")

    def test_two_on_one_day_follow_each_other(self):
        first = self._assess("2")
        second = self._assess("3")
        self.assertFalse(first.previous_id)
        self.assertEqual(second.previous_id, first)

    def test_change_shows_while_answering(self):
        self._assess("2", "4")
        form = Form(self.model.with_context(default_case_id=self.case.id))
        with form.line_ids.edit(0) as line:
            self.assertEqual(line.previous_answer, "2")
            line.answer = "5"
            self.assertEqual(line.change, "+3")
        assessment = form.save()
        self.assertEqual(assessment.line_ids[0].change, "+3")
        self.assertEqual(len(assessment.line_ids), 8)

    def test_the_first_one_ends_the_intake(self):
        self.assertEqual(self.case.stage_code, "intake")
        self._assess()
        self.assertEqual(self.case.stage_code, "assessment")
        self.case.stage_id = self._stage("monitoring")
        self._assess()
        self.assertEqual(self.case.stage_code, "monitoring")

    def test_a_closed_case_stays_closed(self):
        self.case.write(
            {
                "closing_reason_id": self.env["integration.term"]
                .search([("kind", "=", "closing_reason")], limit=1)
                .id,
                "stage_id": self._stage("closed").id,
            }
        )
        self._assess()
        self.assertEqual(self.case.stage_code, "closed")

    def test_actions_lead_to_the_assessments_of_the_case(self):
        action = self.case.action_open_assessments()
        self.assertEqual(action["views"], [(False, "form")])
        self.assertEqual(action["context"]["default_case_id"], self.case.id)
        assessment = self._assess()
        self.env.invalidate_all()
        action = self.case.action_open_assessments()
        self.assertEqual(self.model.search(action["domain"]), assessment)
        self.assertEqual(self.case.assessment_count, 1)

    def test_the_future_cannot_be_assessed(self):
        tomorrow = date(2026, 3, 10) + timedelta(days=1)
        with self.assertRaises(ValidationError):
            self._assess(day=tomorrow)
        assessment = self._assess()
        with self.assertRaises(ValidationError):
            assessment.date = tomorrow

    def test_answers_are_those_of_the_list(self):
        assessment = self._assess()
        with self.assertRaises(ValueError):
            assessment.line_ids[0].answer = "6"

    @mute_logger("odoo.sql_db")
    def test_an_area_is_asked_once(self):
        assessment = self._assess()
        with self.assertRaises(UniqueViolation), self.cr.savepoint():
            assessment.line_ids[0].area_id = assessment.line_ids[1].area_id

    @mute_logger("odoo.addons.base.models.ir_rule")
    def test_foreign_files_are_refused(self):
        foreign = self._create_case(self.manager_b)
        theirs = self.model.with_user(self.manager_b).create({"case_id": foreign.id})
        area = self.areas[0].id
        with self.assertRaises(AccessError):
            self.model.create({"case_id": foreign.id})
        lines = self.env["integration.assessment.line"].with_user(self.manager_a)
        with self.assertRaises(AccessError):
            lines.create({"assessment_id": theirs.id, "area_id": area})
        mine = self._assess()
        for value in (
            Command.link(theirs.line_ids[0].id),
            Command.set(theirs.line_ids.ids),
        ):
            with self.assertRaises(AccessError):
                mine.line_ids = [value]
        with self.assertRaises(AccessError):
            foreign.with_user(self.manager_a).action_open_assessments()
        with self.assertRaises(AccessError):
            foreign.with_user(self.manager_a).action_new_assessment()

    def test_lines_stay_in_their_case(self):
        other = self._assess(case=self._create_case())
        with self.assertRaises(UserError):
            self._assess().line_ids[0].assessment_id = other
        with self.assertRaises(UserError):
            self._assess().line_ids[0].case_id = other.case_id

    def test_cost_does_not_grow(self):
        def add(count):
            for _number in range(count):
                self._assess("2", "3", case=self._create_case())
                self._assess("3", "3", case=self.case)

        form = self._assess("2")
        calls = {
            "list": lambda: self.model.web_search_read(
                [], specification(self.model, "list"), limit=80
            ),
            "form": lambda: form.web_read(specification(self.model, "form")),
        }
        for name, at_most in (("list", 10), ("form", 14)):
            with self.subTest(view=name):
                call = calls[name]
                add(1)
                queries(self.model.env, call)
                few = queries(self.model.env, call)
                add(20)
                queries(self.model.env, call)
                many = queries(self.model.env, call)
                self.assertEqual(few, many)
                self.assertLessEqual(many, at_most)
