# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged
from odoo.tools import mute_logger

from .cost import queries, specification
from .peer_common import PeerCommon

QUIET = ("odoo.addons.base.models.ir_rule", "odoo.addons.base.models.ir_model")


@tagged("integration_access")
class TestPeerAccess(PeerCommon):
    """Open to managers, changed by authors, and nobody can tell who they are."""

    @mute_logger(*QUIET)
    def test_who_may_do_what(self):
        reply = self._reply()
        for entry, author in ((self.question, self.manager_a), (reply, self.manager_b)):
            expected = {self.manager_a: "r", self.manager_b: "r", self.admin: "r"}
            expected |= {self.settings_admin: "r", author: "rwu"}
            for user in self.outsiders | self.manager_a | self.admin:
                with self.subTest(user=user.login, model=entry._name):
                    self.assertEqual(self._modes(entry, user), expected.get(user, ""))

    def _modes(self, entry, user):
        entry = entry.with_user(user)
        entry.invalidate_recordset()
        modes = ("read", "write", "unlink")
        return "".join(mode[0] for mode in modes if entry.has_access(mode))

    @mute_logger(*QUIET)
    def test_drafts_are_the_authors_own(self):
        """Whatever the rules say."""
        draft = self._ask(publish=False)
        reply = self._reply(publish=False)
        names = ["integration.peer.question", "integration.peer.reply"]
        rules = self.env["ir.rule"].search([("model_id.model", "in", names)])
        for _ in range(2):
            self.assertEqual(self._modes(draft, self.manager_b), "")
            self.assertEqual(self._modes(reply, self.manager_a), "")
            self.assertFalse(draft.with_user(self.manager_b).search([]) & draft)
            rules.unlink()
        with self.assertRaises(AccessError):
            self.question.with_user(self.manager_b).text = "Changed"
        with self.assertRaises(AccessError):
            self.question.with_user(self.manager_b).unlink()

    @mute_logger(*QUIET)
    def test_links_do_not_tell_drafts(self):
        """Neither a reply to a foreign draft nor one written before tells its title."""
        draft = self._ask(publish=False, title="Amina?")
        with self.assertRaises(AccessError):
            self._reply(question=draft, publish=False)
        reply = self._reply()
        self.question.action_revise()
        self.question.title = "Amina?"
        self.env.flush_all()
        self.env.invalidate_all()
        [values] = reply.read(["question_id"])
        self.assertEqual(values["question_id"][1], f"Question {self.question.id}")
        self.assertEqual(self.question.display_name, "Amina?")
        for name in ("title", "text"):
            domain = [(f"question_id.{name}", "ilike", "Amina")]
            self.assertFalse(reply.search(domain))

    @mute_logger(*QUIET)
    def test_the_server_sets_what_it_sets(self):
        for vals in (
            {"state": "published"},
            {"author_id": self.manager_b.id},
            {"author_key": "x"},
            {"active": False},
        ):
            with self.subTest(vals=vals), self.assertRaises(AccessError):
                self.question.write(vals)
            with self.subTest(vals=vals), self.assertRaises(AccessError):
                self._ask(publish=False, **vals)
        by_context = self.questions.with_context(
            default_state="published", default_author_id=self.manager_b.id
        ).create({"title": "T", "text": "T"})
        self.assertEqual(by_context.state, "draft")
        self.assertFalse(by_context.author_id)
        for name in ("action_publish_anyway", "action_revise", "action_solve"):
            with self.assertRaises(AccessError):
                getattr(self.question.with_user(self.manager_b), name)()

    @mute_logger(*QUIET)
    def test_nobody_can_tell_who_asked(self):
        """No column, search, export, group, message or file leads to the author."""
        question = self.question
        question.action_solve()
        self._reply(self.manager_a, question)
        self.env.flush_all()
        traces = {str(self.manager_a.id), self.manager_a.name, self.manager_a.login}
        entries = {
            "integration_peer_question": question.id,
            "integration_peer_reply": question.sudo().reply_ids.id,
        }
        for table, id_ in entries.items():
            self.env.cr.execute(
                f"SELECT to_jsonb(t) - 'id' - 'question_id' FROM {table} t"
                " WHERE id = %s",
                [id_],
            )
            [[row]] = self.env.cr.fetchall()
            self.assertFalse(traces & {str(value) for value in row.values()})
        for user in self.manager_b | self.admin | self.settings_admin:
            self._assert_unknown(question.with_user(user))

    def _assert_unknown(self, question):
        question.invalidate_recordset()
        values = question.read()[0]
        self.assertFalse(values["author_id"])
        self.assertNotIn("author_key", values)
        self.assertFalse({"create_uid", "write_uid", "create_date"} & values.keys())
        self.assertNotIn(self.manager_a.name, str(values))
        self.assertFalse(values["is_mine"])
        key = question.sudo().author_key
        for call in (
            lambda: question.read(["author_key"]),
            lambda: question.search([("author_key", "=", key)]),
            lambda: question.search([], order="author_key"),
            lambda: question.export_data(["author_key"]),
            lambda: question.formatted_read_group([], ["author_key"], ["__count"]),
            lambda: question.search([("reply_ids.author_key", "=", key)]),
        ):
            with self.assertRaises(AccessError):
                call()
        found = question.search([("author_id", "=", self.manager_a.id)])
        self.assertNotIn(question, found)

    def test_fingerprints_link_nothing(self):
        """Two entries of one person look like those of two."""
        other = self._ask(is_anonymous=False)
        keys = [q.sudo().author_key for q in self.question | other]
        self.assertEqual(len({part for key in keys for part in key.split(":")}), 4)
        reply = self._reply()
        second = self._reply()
        for entry in reply | second:
            entry.with_user(self.manager_a).action_helpful()
        votes = self.env["integration.peer.vote"].search([])
        self.assertEqual(len(set(votes.mapped("voter_key"))), 2)
        self.assertEqual(votes._fields.keys() & {"create_uid", "user_id"}, set())

    def test_a_name_can_be_given_and_taken_back(self):
        self.assertEqual(self.question.author_name, "anonymous colleague")
        self.question.is_anonymous = False
        self.assertEqual(self.question.author_name, self.manager_a.name)
        self.question.is_anonymous = True
        self.env.flush_all()
        self.question.invalidate_recordset()
        self.assertFalse(self.question.author_id)
        self.assertTrue(self.question.is_mine)

    def test_imports_would_tell(self):
        with self.assertRefused(UserError, "no imports"):
            self.questions.load(["id", "title", "text"], [["x", "T", "T"]])

    @mute_logger(*QUIET)
    def test_votes_are_for_nobody(self):
        self._reply().with_user(self.manager_a).action_helpful()
        votes = self.env["integration.peer.vote"]
        for user in self.outsiders | self.manager_a | self.admin:
            for mode in ("read", "write", "create", "unlink"):
                self.assertFalse(votes.with_user(user).has_access(mode))


@tagged("integration_cost")
class TestPeerCost(PeerCommon):
    """A screen with many questions costs the queries of one with few."""

    def _assert_constant(self, call, add, at_most):
        add(4)
        few = queries(self.questions.env, call)
        add(40)
        many = queries(self.questions.env, call)
        self.assertEqual(few, many)
        self.assertLessEqual(many, at_most)

    def _add(self, count):
        areas = self.env["integration.area"].search([], limit=2)
        for _ in range(count):
            question = self._ask(area_ids=areas.ids, is_anonymous=False)
            self._reply(question=question)

    def test_list(self):
        spec = specification(self.questions, "list")
        call = lambda: self.questions.web_search_read([], spec)  # noqa: E731
        self._assert_constant(call, self._add, 14)

    def test_kanban(self):
        spec = specification(self.questions, "kanban")
        call = lambda: self.questions.web_search_read([], spec)  # noqa: E731
        self._assert_constant(call, self._add, 14)

    def test_form_with_many_replies(self):
        spec = specification(self.questions, "form")
        names = ["text", "author_name", "helpful_count", "is_helpful", "is_mine"]
        spec["reply_ids"] = {"fields": {name: {} for name in names}}
        call = lambda: self.question.web_read(spec)  # noqa: E731
        add = lambda count: [self._reply() for _ in range(count)]  # noqa: E731
        self._assert_constant(call, add, 26)
