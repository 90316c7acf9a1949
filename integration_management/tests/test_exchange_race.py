# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from psycopg2.errors import SerializationFailure

from odoo import SUPERUSER_ID, api
from odoo.exceptions import UserError
from odoo.fields import Command
from odoo.modules.registry import Registry
from odoo.tests import BaseCase, get_db_name, new_test_user, tagged
from odoo.tools import mute_logger

from .common import MANAGER


@tagged("post_install", "-at_install")
class TestExchangeRace(BaseCase):
    """Two people click at the same moment: in two transactions of the database."""

    def setUp(self):
        super().setUp()
        self.registry = Registry(get_db_name())
        with self.registry.cursor() as cr:
            env = api.Environment(cr, SUPERUSER_ID, {})
            users = env["res.users"].concat(
                *(new_test_user(env, f"race_{x}", MANAGER) for x in "ab")
            )
            self.user_ids = users.ids
            env["integration.capacity"]._make_rows(env.company, users)
            rows = env["integration.capacity"].search([("user_id", "in", users.ids)])
            enquiry = env["integration.enquiry"].create(
                {"offered_to_ids": [Command.set(rows.ids)]}
            )
            self.enquiry_id = enquiry.id
            question = env["integration.peer.question"].with_user(users[0])
            question = question.create({"title": "T", "text": "T"})
            question.action_publish_anyway()
            reply = question.reply_ids.create({"question_id": question.id, "text": "T"})
            reply.action_publish_anyway()
            self.question_id, self.reply_id = question.id, reply.id
        self.addCleanup(self._clean)

    def _clean(self):
        """Leave the database as it was."""
        with self.registry.cursor() as cr:
            env = api.Environment(cr, SUPERUSER_ID, {})
            users = env["res.users"].browse(self.user_ids)
            env["integration.case"].search([("manager_id", "in", users.ids)]).unlink()
            env["integration.enquiry"].browse(self.enquiry_id).exists().unlink()
            env["integration.peer.question"].browse(self.question_id).unlink()
            env["integration.enquiry.count"].search([]).unlink()
            partners = users.partner_id
            users.unlink()
            partners.unlink()

    def _env(self, cr, number):
        cr.execute("SET LOCAL lock_timeout = '5s'")  # without our lock: fail, not hang
        return api.Environment(cr, self.user_ids[number], {})

    def _take(self, cr, number):
        enquiries = self._env(cr, number)["integration.enquiry"]
        return enquiries.browse(self.enquiry_id).action_take()

    def test_who_comes_second_while_the_first_is_taking(self):
        with self.registry.cursor() as first, self.registry.cursor() as second:
            self._take(first, 0)
            with self.assertRaisesRegex(UserError, "no longer offered to you"):
                self._take(second, 1)
            second.rollback()
            first.commit()
            with self.assertRaisesRegex(UserError, "no longer offered to you"):
                self._take(second, 1)
            second.rollback()
            self._assert_one_case()

    def test_who_comes_second_with_an_old_view(self):
        """The database stops the second; Odoo repeats, and it sees what happened."""
        with self.registry.cursor() as first, self.registry.cursor() as second:
            second.execute("SELECT 1 FROM integration_enquiry")
            self._take(first, 0)
            first.commit()
            with mute_logger("odoo.sql_db"), self.assertRaises(SerializationFailure):
                self._take(second, 1)
            second.rollback()
            with self.assertRaisesRegex(UserError, "no longer offered to you"):
                self._take(second, 1)
            second.rollback()
            self._assert_one_case()

    def _assert_one_case(self):
        with self.registry.cursor() as cr:
            env = api.Environment(cr, SUPERUSER_ID, {})
            cases = env["integration.case"].search(
                [("manager_id", "in", self.user_ids)]
            )
            self.assertEqual(cases.manager_id.ids, self.user_ids[:1])
            self.assertEqual(len(cases), 1)

    def test_one_person_thanks_from_two_windows(self):
        with self.registry.cursor() as first, self.registry.cursor() as second:
            second.execute("SELECT 1 FROM integration_peer_vote")
            self._thank(first)
            first.commit()
            with mute_logger("odoo.sql_db"), self.assertRaises(SerializationFailure):
                self._thank(second)
            second.rollback()
            self._thank(second)
            second.execute(
                "SELECT count(*) FROM integration_peer_vote WHERE reply_id = %s",
                [self.reply_id],
            )
            self.assertEqual(second.fetchone(), (1,))

    def _thank(self, cr):
        replies = self._env(cr, 1)["integration.peer.reply"]
        replies.browse(self.reply_id).action_helpful()
