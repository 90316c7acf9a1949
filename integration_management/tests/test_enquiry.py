# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from datetime import timedelta

from psycopg2 import IntegrityError

from odoo import fields
from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.tests import tagged
from odoo.tools import mute_logger

from .common import IntegrationCommon
from .cost import queries, specification

CANARY = "0711 7357731"
QUIET = ("odoo.addons.base.models.ir_rule", "odoo.addons.base.models.ir_model")


class EnquiryCommon(IntegrationCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.site = cls.env["integration.site"].create({"name": "Town hall"})
        cls.language = cls._term("language", "ti")
        cls.enquiries = cls.env["integration.enquiry"].with_user(cls.coordinator)
        cls.capacities = cls.env["integration.capacity"]
        cls.capacities._make_rows(cls.env.company)
        cls.enquiry = cls._create_enquiry()

    @classmethod
    def _create_enquiry(cls, **vals):
        return cls.enquiries.create(
            {
                "channel": CANARY,
                "language_id": cls.language.id,
                "site_id": cls.site.id,
                "access_route_id": cls._term("access_route", "volunteer").id,
                **vals,
            }
        )

    @classmethod
    def _capacity(cls, user):
        return cls.capacities.search([("user_id", "=", user.id)])

    def _offer(self, *users, enquiry=None):
        enquiry = enquiry or self.enquiry
        rows = self.capacities.union(*(self._capacity(user) for user in users))
        enquiry.write({"offered_to_ids": [fields.Command.set(rows.ids)]})
        self.env.flush_all()

    def _as(self, user, enquiry=None):
        enquiry = (enquiry or self.enquiry).with_user(user)
        enquiry.invalidate_recordset()
        return enquiry

    def _counts(self):
        return self.env["integration.enquiry.count"].search([]).mapped("result")


class TestEnquiry(EnquiryCommon):
    """From the call to the case, with nothing left in between."""

    def test_taking_opens_a_case_with_what_is_known(self):
        self._offer(self.manager_a, self.manager_b)
        self.assertEqual(self.enquiry.state, "offered")
        action = self._as(self.manager_a).action_take()
        case = self.env["integration.case"].browse(action["res_id"])
        self.assertEqual(case.manager_id, self.manager_a)
        self.assertEqual(case.phone, CANARY)
        self.assertEqual(case.language_ids, self.language)
        self.assertEqual(case.site_id, self.site)
        self.assertEqual(case.access_route_id.code, "volunteer")
        self.assertFalse(self.enquiry.exists())
        self.assertEqual(self._counts(), ["taken"])

    def test_each_channel_goes_where_it_belongs(self):
        for kind, channel in (
            ("mail_address", "a@b.example"),
            ("messenger", "Signal 0171 3920012"),
        ):
            enquiry = self._create_enquiry(channel_kind=kind, channel=channel)
            self._offer(self.manager_a, enquiry=enquiry)
            action = self._as(self.manager_a, enquiry).action_take()
            case = self.env["integration.case"].browse(action["res_id"])
            self.assertEqual(case[kind], channel)

    def test_who_comes_second_is_told_neutrally(self):
        self._offer(self.manager_a, self.manager_b)
        self._as(self.manager_a).action_take()
        with self.assertRefused(UserError, "no longer offered to you"):
            self._as(self.manager_b).action_take()

    def test_nobody_takes_what_is_not_offered_to_them(self):
        self._offer(self.manager_a)
        for user in self.manager_b | self.coordinator | self.settings_admin:
            with self.assertRefused(UserError, "no longer offered to you"):
                self._as(user).action_take()

    def test_declining_leaves_no_trace(self):
        self._offer(self.manager_a, self.manager_b)
        self._as(self.manager_a).action_decline()
        self.assertFalse(self._as(self.manager_a).has_access("read"))
        self.assertEqual(self.enquiry.offer_ids.user_id, self.manager_b)
        self._as(self.manager_b).action_decline()
        self.assertEqual(self.enquiry.state, "new")

    def test_an_offer_lapses_with_its_last_day(self):
        self._offer(self.manager_a)
        today = fields.Date.context_today(self.enquiry)
        offer = self.enquiry.offer_ids.sudo()
        self.assertEqual(offer.valid_until, today + timedelta(days=5))
        offer.valid_until = today - timedelta(days=2)
        self.env.flush_all()
        self.assertFalse(self._as(self.manager_a).has_access("read"))
        with self.assertRefused(UserError, "no longer offered to you"):
            self._as(self.manager_a).action_take()
        self._run_cron("ir_cron_forget_enquiries")
        self.assertEqual(self.enquiry.state, "new")
        self.assertFalse(offer.exists())

    def test_time_is_over(self):
        today = fields.Date.context_today(self.enquiry)
        old = self._create_enquiry(received_on=today - timedelta(days=32))
        young = self._create_enquiry(received_on=today - timedelta(days=28))
        self._offer(self.manager_a, enquiry=old)
        self._run_cron("ir_cron_forget_enquiries")
        self.assertEqual((old | young).exists(), young)
        self.assertEqual(self._counts(), ["expired"])
        self.env.company.integration_enquiry_days = 20
        self._run_cron("ir_cron_forget_enquiries")
        self.assertFalse(young.exists())

    def test_deleted_means_gone(self):
        """Taken, settled or expired: no table of the database has the number."""
        self._offer(self.manager_a)
        other, third = self._create_enquiry(), self._create_enquiry()
        self._offer(self.manager_b, enquiry=other)
        ids = (self.enquiry | other | third).ids
        self._as(self.manager_b, other).action_decline()
        other.action_settle()
        third.unlink()
        self._as(self.manager_a).action_take().get("res_id")
        self.env["integration.case"].search([]).unlink()
        self.env.flush_all()
        self.assertEqual(self._tables_with(CANARY), [])
        for model, field in (
            ("mail.message", "model"),
            ("mail.activity", "res_model"),
            ("ir.attachment", "res_model"),
            ("mail.followers", "res_model"),
        ):
            domain = [(field, "=", "integration.enquiry"), ("res_id", "in", ids)]
            found = self.env[model].with_context(active_test=False).search(domain)
            self.assertFalse(found, model)
        self.assertFalse(self._reminders(self.manager_a | self.manager_b))
        self.assertEqual(sorted(self._counts()), ["settled", "settled", "taken"])

    def _tables_with(self, text):
        self.env.cr.execute(
            "SELECT table_name, column_name FROM information_schema.columns"
            " WHERE table_schema = 'public' AND data_type IN"
            " ('character varying', 'text', 'jsonb', 'json')"
            " AND (table_name LIKE 'integration%' OR table_name LIKE 'mail%')"
        )
        found = []
        for table, column in self.env.cr.fetchall():
            self.env.cr.execute(
                f'SELECT 1 FROM "{table}" WHERE "{column}"::text LIKE %s LIMIT 1',
                [f"%{text}%"],
            )
            found += [(table, column)] if self.env.cr.fetchone() else []
        return found

    def _reminders(self, users):
        reminder = self.env.ref("integration_management.mail_activity_type_enquiry")
        domain = [("activity_type_id", "=", reminder.id), ("user_id", "in", users.ids)]
        return self.env["mail.activity"].search(domain)

    def test_the_count_tells_nobody_who_took_it(self):
        self._offer(self.manager_a)
        self._as(self.manager_a).action_take()
        self.assertFalse(
            self.env["integration.enquiry.count"]._fields.keys()
            & {"create_uid", "create_date", "write_uid", "write_date"}
        )
        count = self.env["integration.enquiry.count"].search([])
        self.assertEqual(count.month.day, 1)

    def test_reminders_are_neutral_and_nothing_is_mailed(self):
        mails = self.env["mail.mail"].search_count([])
        messages = self.env["mail.message"].search_count([])
        self.manager_a.notification_type = "email"
        self._offer(self.manager_a)
        [reminder] = self._reminders(self.manager_a)
        for told in (reminder.summary, str(reminder.note), str(reminder.res_name)):
            self.assertNotIn("0711", told)
            self.assertNotIn(self.language.name, told)
        self.assertEqual(self.env["mail.mail"].search_count([]), mails)
        self.assertEqual(self.env["mail.message"].search_count([]), messages)
        self.assertEqual(self.enquiry.display_name, f"Enquiry {self.enquiry.id}")
        self._offer()
        self.assertFalse(reminder.exists())

    def test_the_day_cannot_be_put_off(self):
        today = fields.Date.context_today(self.enquiry)
        with self.assertRefused(ValidationError, "future"):
            self._create_enquiry(received_on=today + timedelta(days=2))
        old = self._create_enquiry(received_on=today - timedelta(days=20))
        with self.assertRefused(ValidationError, "put off"):
            old.received_on = today
        with self.assertRaises(IntegrityError), mute_logger("odoo.sql_db"):
            self.env.company.integration_enquiry_days = 365
            self.env.flush_all()

    def test_a_channel_is_no_place_for_a_story(self):
        for channel in ("0711 123, Ahmed", "please ask for the mother", "x" * 80):
            with self.assertRaises(ValidationError):
                self._create_enquiry(channel=channel)
        with self.assertRaises(ValidationError):
            self._create_enquiry(channel_kind="mail_address", channel="0711 123")
        with self.assertRaises(ValidationError):
            self._create_enquiry(hint_id=self.language.id)

    def test_nothing_links_an_enquiry_and_a_case(self):
        for model in ("integration.enquiry", "integration.enquiry.count"):
            for field in self.env[model]._fields.values():
                self.assertNotEqual(field.comodel_name, "integration.case")
        self.assertNotIn(
            "integration.enquiry",
            {f.comodel_name for f in self.env["integration.case"]._fields.values()},
        )


@tagged("integration_access")
class TestEnquiryAccess(EnquiryCommon):
    """Coordinators of the carrier, and managers while it is offered to them."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        other = cls.env["res.company"].create({"name": "Other carrier"})
        groups = "integration_management.group_integration_"
        cls.stranger = cls._new_user("stranger", f"{groups}coordinator")
        cls.stranger.write({"company_ids": other.ids, "company_id": other.id})

    def _modes(self, record):
        record.env.flush_all()
        record.invalidate_recordset()
        return "".join(
            mode[0]
            for mode in ("read", "write", "create", "unlink")
            if record.has_access(mode)
        )

    @mute_logger(*QUIET)
    def test_who_may_do_what(self):
        everybody = self.outsiders | self.manager_a | self.stranger
        for user in everybody - self.coordinator:
            with self.subTest(user=user.login):
                self._assert_nothing(self._as(user))
        self.assertEqual(self._modes(self._as(self.coordinator)), "rwcu")
        self._offer(self.manager_a)
        for user in everybody - self.coordinator - self.manager_a:
            with self.subTest(user=user.login):
                self._assert_nothing(self._as(user))
        self.assertEqual(self._modes(self._as(self.manager_a)), "r")
        self._offer(self.manager_b)
        self._assert_nothing(self._as(self.manager_a))

    def _assert_nothing(self, enquiry):
        self.assertEqual(self._modes(enquiry), "")
        found = enquiry.browse()
        if enquiry.browse().has_access("read"):
            found = enquiry.search([("channel", "ilike", "0711")])
        self.assertFalse(found)
        with self.assertRaises(AccessError):
            enquiry.read(["channel"])

    @mute_logger(*QUIET)
    def test_edited_rules_and_rights_open_nothing(self):
        """An administrator deletes the rules and gives all rights to everybody."""
        self._offer(self.manager_a)
        names = ["integration.enquiry", "integration.enquiry.offer"]
        names.append("integration.capacity")
        models = self.env["ir.model"].search([("model", "in", names)])
        self.env["ir.rule"].search([("model_id", "in", models.ids)]).unlink()
        self.env["ir.model.access"].search([("model_id", "in", models.ids)]).write(
            {f"perm_{mode}": True for mode in ("read", "write", "create", "unlink")}
            | {"group_id": self.env.ref("base.group_user").id}
        )
        for user in (self.outsiders | self.stranger) - self.coordinator:
            for record in (
                self.enquiry,
                self.enquiry.offer_ids,
                self._capacity(self.manager_a),
            ):
                with self.subTest(user=user.login, model=record._name):
                    self.assertEqual(self._modes(record.with_user(user)), "")
                    found = record.with_user(user).search([("id", "in", record.ids)])
                    self.assertFalse(found)

    def test_managers_do_not_see_to_whom_else_it_is_offered(self):
        self._offer(self.manager_a, self.manager_b)
        enquiry = self._as(self.manager_a)
        for name in ("offer_ids", "offered_to_ids"):
            with self.assertRaises(AccessError):
                enquiry.read([name])
        offers = self.env["integration.enquiry.offer"].with_user(self.manager_a)
        self.assertEqual(offers.search([]).user_id, self.manager_a)

    def test_offers_are_made_to_willing_managers_of_the_carrier_only(self):
        self._capacity(self.manager_a).accepts_cases = False
        for user in (self.manager_a, self.employee):
            row = self._capacity(user) or self.capacities.sudo().create(
                {"user_id": user.id}
            )
            with self.assertRefused(UserError, "who accept new cases"):
                self.enquiry.offered_to_ids = row

    def test_capacity_is_a_count(self):
        """Coordinators see how many, managers their own row, others nothing."""
        self._create_case()
        closed = self._create_case(stage_id=self._stage("intake").id)
        closed.sudo().write(
            {
                "stage_id": self._stage("closed").id,
                "closing_reason_id": self._term("closing_reason", "own_wish").id,
            }
        )
        row = self._capacity(self.manager_a)
        self.assertEqual(row.with_user(self.coordinator).open_cases, 2)
        row.with_user(self.manager_a).write({"max_cases": 5, "accepts_cases": False})
        self.assertEqual(row.with_user(self.coordinator).free_places, "3")
        for user in self.outsiders - self.coordinator | self.stranger:
            self.assertFalse(row.with_user(user).has_access("read"))
        with self.assertRaises(AccessError):
            row.with_user(self.coordinator).user_id = self.manager_b

    @mute_logger(*QUIET)
    def test_no_count_for_rows_that_are_not_there(self):
        """A form that only names somebody must not count their cases."""
        spec = {"user_id": {"fields": {}}, "open_cases": {}}
        for user in (self.coordinator, self.manager_b):
            rows = self.capacities.with_user(user)
            values = {"user_id": self.manager_a.id, "open_cases": 0}
            with self.assertRaises(AccessError):
                rows.onchange(values, ["user_id"], spec)
            self.assertEqual(rows.new(values).open_cases, 0)

    def test_the_menu_makes_missing_rows(self):
        self.capacities.search([]).unlink()
        self.capacities.with_user(self.manager_a).action_open()
        self.assertEqual(self.capacities.search([]).user_id, self.manager_a)
        self.capacities.with_user(self.coordinator).action_open()
        self.assertGreaterEqual(
            self.capacities.search([]).user_id, self.manager_a | self.manager_b
        )


@tagged("integration_cost")
class TestEnquiryCost(EnquiryCommon):
    """80 enquiries cost the queries of one."""

    def _assert_constant(self, call, add, at_most):
        add(4)
        few = queries(self.enquiries.env, call)
        add(40)
        many = queries(self.enquiries.env, call)
        self.assertEqual(few, many)
        self.assertLessEqual(many, at_most)

    def _add(self, count):
        for _ in range(count):
            self._offer(self.manager_a, enquiry=self._create_enquiry())

    def test_list(self):
        spec = specification(self.enquiries, "list")
        call = lambda: self.enquiries.web_search_read([], spec, limit=80)  # noqa: E731
        self._assert_constant(call, self._add, 12)

    def test_kanban(self):
        spec = specification(self.enquiries, "kanban")
        call = lambda: self.enquiries.web_read_group(  # noqa: E731
            [],
            ["state"],
            ["__count"],
            auto_unfold=True,
            unfold_read_specification=spec,
            unfold_read_default_limit=80,
        )
        self._assert_constant(call, self._add, 22)

    def test_form(self):
        spec = specification(self.enquiries, "form")
        call = lambda: self.enquiry.web_read(spec)  # noqa: E731
        self._assert_constant(call, self._add, 25)

    def test_capacities(self):
        rows = self.capacities.with_user(self.coordinator)
        spec = specification(rows, "list")
        call = lambda: rows.web_search_read([], spec, limit=80)  # noqa: E731
        add = lambda count: self._add_managers(count)  # noqa: E731
        self._assert_constant(call, add, 10)

    def _add_managers(self, count):
        group = self.env.ref("integration_management.group_integration_manager")
        users = self.env["res.users"].create(
            [
                {
                    "name": f"Manager {count} {number}",
                    "login": f"manager_{count}_{number}",
                    "group_ids": group.ids,
                }
                for number in range(count)
            ]
        )
        self.capacities._make_rows(self.env.company, users)
