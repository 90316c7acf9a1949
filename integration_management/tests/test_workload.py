# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from datetime import timedelta

from psycopg2.errors import UniqueViolation

from odoo import fields
from odoo.exceptions import AccessError, UserError
from odoo.tools import mute_logger

from .common import IntegrationCommon
from .cost import queries, specification

MODELS = ("integration.workload", "integration.workload.case")


class TestWorkload(IntegrationCommon):
    """Supervisors see how much there is to do, and nothing about whom."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.today = fields.Date.context_today(cls.case)
        cls.cases = cls.case
        for place in range(5):
            cls.cases |= cls._create_case(
                first_name="Canary",
                mode="light" if place < 2 else "case_management",
                counselling_start=cls.today - timedelta(weeks=60),
            )
        cls._create_case(cls.manager_b, first_name="Canary")
        cls.cases[1].next_review = cls.today - timedelta(days=1)
        for days, state in ((3, "held"), (4, "held"), (60, "held"), (-3, "planned")):
            start = fields.Datetime.now() - timedelta(days=days)
            cls.case.session_ids.create(
                {"case_id": cls.case.id, "start": start, "state": state}
            )
        cls.board = cls.env["integration.workload"].with_user(cls.supervisor)
        cls.cards = cls.env["integration.workload.case"].with_user(cls.supervisor)
        cls.env.flush_all()

    def _row(self, user):
        self.env.flush_all()
        self.env.invalidate_all()
        return self.board.search([("user_id", "=", user.id)])

    def test_the_numbers_of_a_manager(self):
        row = self._row(self.manager_a)
        self.assertEqual(row.active_cases, 6)
        # The first case is light counselling, too.
        self.assertEqual(row.weighted_load, 3 * 0.5 + 3)
        self.assertEqual((row.share, row.has_position), (1, False))
        self.assertEqual((row.target, row.load_percent), (80, 6))
        self.assertEqual((row.sessions_past, row.sessions_next), (2, 1))
        self.assertEqual((row.overdue_reviews, row.near_limit), (1, 0))
        self.assertEqual(len(row.weeks), 12)
        self.assertEqual(sum(row.weeks), 3)
        self.assertEqual(row.weeks[-1], 2)

    def test_position_and_ratio_make_the_target(self):
        self.env.company.integration_target_ratio = 6
        self.env["integration.position"].create(
            {
                "name": "P1",
                "user_id": self.manager_a.id,
                "share": 0.5,
                "date_from": self.today - timedelta(days=1),
            }
        )
        row = self._row(self.manager_a)
        self.assertEqual((row.share, row.has_position, row.target), (0.5, True, 3))
        self.assertEqual((row.load_percent, row.load_state), (150, "over"))

    def test_closed_cases_are_no_load(self):
        case = self.cases[3]
        case.closing_reason_id = self._term("closing_reason", "own_wish")
        case.stage_id = self._stage("closed")
        self.assertEqual(self._row(self.manager_a).active_cases, 5)

    def test_of_few_cases_nothing_is_said(self):
        row = self._row(self.manager_b)
        self.assertTrue(row.is_few)
        told = row.read()[0]
        for name in (
            "active_cases weighted_load load_percent sessions_past sessions_next"
            " overdue_reviews near_limit weeks"
        ).split():
            self.assertFalse(told[name], name)
        self.assertFalse(self.cards.search([("user_id", "=", self.manager_b.id)]))

    def test_absence_has_no_reason(self):
        self.assertFalse(self._row(self.manager_a).is_absent)
        self.env["integration.deputyship"].with_user(self.manager_a).create(
            {
                "deputy_id": self.manager_b.id,
                "date_from": self.today,
                "date_to": self.today + timedelta(days=7),
            }
        )
        self.assertTrue(self._row(self.manager_a).is_absent)

    def test_a_card_shows_number_stage_light_and_classes(self):
        card = self.cards.search([("number", "=", self.case.number)])
        self.assertEqual(card.user_id, self.manager_a)
        self.assertEqual(card.stage_id, self.case.stage_id)
        self.assertEqual((card.weeks, card.contacts), ("00", "1"))
        overdue = self.cards.search([("number", "=", self.cases[1].number)])
        self.assertEqual((overdue.traffic_light, overdue.weeks), ("red", "53"))

    def test_nothing_read_tells_of_a_person_or_leads_to_a_case(self):
        for model in (self.board, self.cards):
            told = str(model.search_read([]))
            self.assertNotIn("Canary", told)
            kinds = {model._fields[name].type for name in model._fields}
            self.assertFalse(kinds & {"text", "html", "binary"})
            dates = [n for n, f in model._fields.items() if f.type.startswith("date")]
            self.assertLessEqual(set(dates), {"create_date", "write_date"})
        comodels = {
            field.comodel_name
            for model in (self.board, self.cards)
            for field in model._fields.values()
        }
        guard = self.env["integration.protected"]
        self.assertFalse(
            [name for name in comodels if name and guard._is_protected(name)]
        )

    def test_keys_say_nothing_about_the_ids_of_cases(self):
        cards = {card.number: card.id for card in self.cards.search([])}
        ids = {case.id for case in self.cases}
        self.assertFalse(ids & set(cards.values()))
        by_id = [cards[case.number] for case in self.cases.sorted("id")]
        self.assertNotEqual(by_id, sorted(by_id))

    @mute_logger("odoo.addons.base.models.ir_model")
    def test_nobody_else_sees_the_boards(self):
        others = self.outsiders - self.supervisor | self.manager_a
        for user in others:
            for name in MODELS:
                with self.subTest(user=user.login, model=name):
                    with self.assertRaises(AccessError):
                        self.env[name].with_user(user).search_read([])

    def test_supervisors_of_other_carriers_see_nothing(self):
        other = self.env["res.company"].create({"name": "Other carrier"})
        self.supervisor.write({"company_ids": [other.id], "company_id": other.id})
        for name in MODELS:
            model = self.env[name].with_user(self.supervisor)
            self.assertFalse(model.search([]))

    @mute_logger("odoo.addons.base.models.ir_model")
    def test_the_boards_cannot_be_written(self):
        card = self.cards.search([], limit=1)
        for call in (
            lambda: card.write({"user_id": self.manager_b.id}),
            lambda: card.unlink(),
            lambda: self.board.search([], limit=1).write({"share": 2}),
        ):
            with self.assertRaises(AccessError):
                call()

    def test_boards_cost_the_same_for_many(self):
        for model, view in ((self.board, "kanban"), (self.cards, "kanban")):
            wanted = specification(model, view)
            one = queries(
                model.env, lambda m=model, w=wanted: m.web_search_read([], w, limit=1)
            )
            many = queries(
                model.env, lambda m=model, w=wanted: m.web_search_read([], w, limit=80)
            )
            self.assertLessEqual(many, one + 1)
            self.assertLessEqual(many, 12)


class TestTransferRequest(IntegrationCommon):
    """A supervisor may ask; the manager and the client decide."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        for _place in range(5):
            cls._create_case()
        cls.env.flush_all()
        cls.requests = cls.env["integration.transfer.request"].with_user(cls.supervisor)

    def _ask(self, **vals):
        return self.requests.create(
            {"number": self.case.number, "to_user_id": self.manager_b.id, **vals}
        )

    def test_the_request_goes_to_the_owner(self):
        request = self._ask()
        self.assertEqual(request.from_user_id, self.manager_a)
        notice = self.env["mail.message"].search(
            [("partner_ids", "in", self.manager_a.partner_id.ids)], limit=1
        )
        self.assertNotIn(self.case.number, f"{notice.subject} {notice.body}")
        self.assertEqual(self.case.manager_id, self.manager_a)

    def test_nothing_of_it_can_be_forged(self):
        request = self._ask(
            from_user_id=self.manager_b.id,
            requested_by_id=self.manager_a.id,
            state="accepted",
        )
        self.assertEqual(request.state, "open")
        self.assertEqual(request.from_user_id, self.manager_a)
        self.assertEqual(request.requested_by_id, self.supervisor)
        for user in (self.supervisor, self.manager_a):
            with self.assertRaises(AccessError):
                request.with_user(user).write({"state": "accepted"})

    def test_only_numbers_on_the_board_can_be_asked_for(self):
        foreign = self._create_case(self.manager_b)
        for number in ("F-000000-0", foreign.number, ""):
            with self.assertRefused(UserError, "on your board"):
                self._ask(number=number)
        for user in (self.manager_a, self.employee):
            with self.assertRefused(UserError, "another manager"):
                self._ask(to_user_id=user.id)

    @mute_logger("odoo.sql_db")
    def test_one_request_at_a_time(self):
        self._ask()
        with self.assertRaises(UniqueViolation), self.cr.savepoint():
            self._ask()

    def test_the_owner_starts_the_hand_over(self):
        request = self._ask().with_user(self.manager_a)
        action = request.action_start()
        self.assertEqual(action["res_model"], "integration.handover")
        self.assertEqual(action["context"]["default_case_id"], self.case.id)
        self.assertEqual(action["context"]["default_to_user_id"], self.manager_b.id)
        self.assertEqual(request.state, "accepted")

    def test_the_owner_may_say_no_without_a_reason(self):
        request = self._ask()
        request.with_user(self.manager_a).action_decline()
        self.assertEqual(request.state, "declined")
        self._ask()

    def test_what_is_not_yours_any_more_lapses(self):
        request = self._ask().with_user(self.manager_a)
        self.case.closing_reason_id = self._term("closing_reason", "own_wish")
        self.case.stage_id = self._stage("closed")
        self.assertEqual(request.action_start()["tag"], "display_notification")
        self.assertEqual(request.state, "declined")

    @mute_logger("odoo.addons.base.models.ir_rule", "odoo.addons.base.models.ir_model")
    def test_nobody_else_sees_or_answers(self):
        request = self._ask()
        for user in self.outsiders - self.supervisor:
            for call in ("read", "action_start", "action_decline", "action_withdraw"):
                with self.subTest(user=user.login, call=call):
                    with self.assertRaises(AccessError):
                        getattr(request.with_user(user), call)()
        with self.assertRaises(AccessError):
            request.action_start()
        with self.assertRaises(AccessError):
            self.requests.with_user(self.manager_a).create(
                {"number": self.case.number, "to_user_id": self.manager_b.id}
            )

    def test_old_requests_are_deleted(self):
        request = self._ask()
        self.env.flush_all()
        self.env.cr.execute(
            "UPDATE integration_transfer_request SET create_date = %s WHERE id = %s",
            [fields.Datetime.now() - timedelta(days=200), request.id],
        )
        self.env.invalidate_all()
        self.env["integration.transfer.request"]._gc_old()
        self.assertFalse(request.exists())
