# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from psycopg2 import IntegrityError

from odoo.exceptions import AccessError, UserError
from odoo.fields import Command
from odoo.tests import tagged
from odoo.tools import mute_logger

from .feedback_common import OMBUDS, FeedbackCommon

QUIET = ("odoo.addons.base.models.ir_rule", "odoo.addons.base.models.ir_model")
STAFF = "integration_management.group_integration_"


@tagged("integration_access")
class TestFeedbackAccess(FeedbackCommon):
    """Read by an impartial complaint office of the carrier, and by nobody else."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.feedback._write_again("Canary again", [("png", "image/png", b"x")])
        cls.records = (cls.feedback, cls.feedback.message_ids, cls.feedback.file_ids)
        cls.everybody = cls.outsiders - cls.ombuds | cls.manager_a
        cls.everybody |= cls._new_user("functional", f"{STAFF}admin")
        cls.everybody |= cls._new_user("texts", f"{STAFF}texts")
        cls.everybody |= cls._new_user("rights", "base.group_erp_manager")
        cls.everybody |= cls.env.ref("base.user_admin")

    def _assert_closed(self, user):
        for record in self.records:
            mine = self.env[record._name].with_user(user)
            name = mine._rec_name
            for call in (
                lambda r=record: r.with_user(user).read(["display_name"]),
                lambda r=record: r.with_user(user).export_data(["display_name"]),
                lambda r=record: r.with_user(user).write({"note": "x"}),
                lambda r=record: r.with_user(user).unlink(),
                lambda r=record: r.with_user(user).copy(),
            ):
                self.env.invalidate_all()
                with self.assertRaises(UserError):
                    call()
            if not mine.has_access("read"):
                for call in (
                    lambda m=mine: m.search([]),
                    lambda m=mine: m._read_group([], [], ["__count"]),
                    lambda m=mine, n=name: m.search([(n, "!=", "x")]),
                ):
                    with self.assertRaises(AccessError):
                        call()
                continue
            self.assertFalse(mine.search([]) & record)
            self.assertFalse(mine.search([("id", "in", record.ids)], order="id desc"))
            [[count]] = mine._read_group([("id", "in", record.ids)], [], ["__count"])
            self.assertFalse(count)

    @mute_logger(*QUIET)
    def test_others_learn_nothing(self):
        for user in self.everybody:
            with self.subTest(user=user.login):
                self._assert_closed(user)

    @mute_logger(*QUIET)
    def test_whatever_the_rules_say(self):
        """Rules and rights that an administrator edits open nothing."""
        names = [record._name for record in self.records]
        self.env["ir.rule"].search([("model_id.model", "in", names)]).unlink()
        everybody = self.env.ref("base.group_user")
        for name in names:
            self.env["ir.model.access"].create(
                {
                    "name": name,
                    "model_id": self.env["ir.model"]._get_id(name),
                    "group_id": everybody.id,
                    "perm_read": True,
                    "perm_write": True,
                    "perm_create": True,
                    "perm_unlink": True,
                }
            )
        for user in self.everybody:
            with self.subTest(user=user.login):
                self._assert_closed(user)
        with self.assertRaises(AccessError):
            self.env["integration.feedback"].with_user(self.employee).create(
                {"text": "x"}
            )

    def _readers(self, feedback=None):
        return (feedback or self.feedback)._get_readers()

    @mute_logger(*QUIET)
    def test_another_carriers_office(self):
        company = self.env["res.company"].create({"name": "Elsewhere"})
        other = self._new_user("other_office", OMBUDS)
        other.write(
            {"company_ids": [Command.set(company.ids)], "company_id": company.id}
        )
        self.assertNotIn(other, self._readers())
        self._assert_closed(other)
        model = self.env["integration.feedback"].with_user(other)
        with self.assertRaises(AccessError):
            model.create({"text": "x", "company_id": self.company.id})
        widened = model.with_context(allowed_company_ids=[company.id, self.company.id])
        with self.assertRaises(AccessError):
            widened.search([])

    def test_two_hats(self):
        """Who counsels, leads, distributes or gives out rights is no judge."""
        self.assertEqual(self._readers(), self.ombuds | self.colleague)
        for group in (
            f"{STAFF}manager",
            f"{STAFF}supervisor",
            f"{STAFF}coordinator",
            "base.group_erp_manager",
            "base.group_system",
        ):
            both = self._new_user(f"two_{group}", f"{OMBUDS},{group}")
            with self.subTest(group=group), mute_logger(*QUIET):
                self.assertNotIn(both, self._readers())
                self._assert_closed(both)

    @mute_logger(*QUIET)
    def test_who_is_or_was_employed_by_the_carrier(self):
        self.env["integration.position"].create(
            {
                "name": "Counselling",
                "user_id": self.colleague.id,
                "company_id": self.company.id,
                "date_from": "2020-01-01",
                "date_to": "2021-12-31",
            }
        )
        self.env.flush_all()
        self.assertEqual(self._readers(), self.ombuds)
        self._assert_closed(self.colleague)

    @mute_logger(*QUIET)
    def test_who_is_concerned(self):
        self._as_ombuds().concerned_ids = self.colleague
        self.assertEqual(self._readers(), self.ombuds)
        self._assert_closed(self.colleague)

    @mute_logger(*QUIET)
    def test_who_is_named(self):
        feedback = self._receive(text="Frau RUF hat nie Zeit.")
        self.assertEqual(self._readers(feedback), self.ombuds)
        other = self._receive(about_name="die Olga")
        self.assertEqual(self._readers(other), self.colleague)
        self.feedback._write_again("It was Ms Jaeger", [])
        self._assert_closed(self.ombuds)

    @mute_logger(*QUIET)
    def test_who_says_to_be_partial(self):
        feedback = self._as_ombuds()
        feedback.action_clarify()
        self.assertEqual(self.feedback.handled_by_id, self.ombuds)
        feedback.action_declare_conflict()
        self.assertFalse(self.feedback.handled_by_id)
        self._assert_closed(self.ombuds)
        with self.assertRefused(UserError, "Nobody else"):
            self._as_ombuds(user=self.colleague).action_declare_conflict()

    @mute_logger(*QUIET)
    def test_buttons_ask_for_rights(self):
        names = "confirm clarify close answer issue_code declare_conflict".split()
        for name in names:
            for user in (self.employee, self.manager_a, self.settings_admin):
                with self.subTest(name=name), self.assertRaises(AccessError):
                    getattr(self.feedback.with_user(user), f"action_{name}")()
        wizards = self.env["integration.feedback.answer"]
        self.feedback.conflict_ids = self.colleague
        with self.assertRaises(AccessError):
            wizards.with_user(self.colleague).create(
                {"feedback_id": self.feedback.id, "text": "x"}
            ).action_send()
        with self.assertRaises(AccessError):
            wizards.with_user(self.manager_a).create({"text": "x"})
        self.assertFalse(self.feedback.message_ids.filtered("is_office"))

    @mute_logger(*QUIET)
    def test_digest_is_for_nobody(self):
        feedback = self._as_ombuds()
        digest = self.feedback.code_digest
        for call in (
            lambda: feedback.read(["code_digest"]),
            lambda: feedback.search([("code_digest", "=", digest)]),
            lambda: feedback.search([], order="code_digest"),
            lambda: feedback.message_ids.search(
                [("feedback_id.code_digest", "=like", "a%")]
            ),
        ):
            with self.assertRaises(AccessError):
                call()

    @mute_logger(*QUIET)
    def test_activities_only_where_one_may_read(self):
        """Nobody is made to see feedback by a task, a message or a follower."""
        model = self.env["ir.model"]._get_id("integration.feedback")
        for user in (self.manager_a, self.settings_admin):
            vals = {"res_model_id": model, "res_id": self.feedback.id}
            activities = self.env["mail.activity"].with_user(user)
            with self.assertRaises(UserError):
                activities.create({**vals, "user_id": user.id})

    @mute_logger(*QUIET)
    def test_pages_are_seen_by_all_and_kept_by_the_office(self):
        for user in self.everybody:
            page = self.page.with_user(user)
            self.assertTrue(page.read(["url"]))
            may = user.has_group(f"{STAFF}admin")
            self.assertEqual(page.has_access("write"), may, user.login)
        page = self.page.with_user(self.ombuds)
        old = page.code
        with self.assertRefused(UserError, "drawn"):
            page.code = "CHOSEN"
        page.action_renew_code()
        self.assertNotEqual(page.code, old)
        self.assertFalse(page._find(old))
        page.active = False
        self.assertFalse(page._find(page.code))
        with self.assertRaises(AccessError):
            self.page.with_user(self.employee).action_renew_code()
        with self.assertRaises(IntegrityError), mute_logger("odoo.sql_db"):
            self.env["integration.feedback.page"].create({})
