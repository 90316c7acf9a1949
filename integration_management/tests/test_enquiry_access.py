# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged
from odoo.tools import mute_logger

from .cost import queries, specification
from .enquiry_common import EnquiryCommon

QUIET = ("odoo.addons.base.models.ir_rule", "odoo.addons.base.models.ir_model")


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
