# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from datetime import date

from freezegun import freeze_time

from odoo.exceptions import AccessError, UserError
from odoo.tests import Form, tagged

from .cost import queries, specification
from .feedback_common import FeedbackCommon


class TestFeedback(FeedbackCommon):
    """From what somebody wrote to an answer, and to its end."""

    def test_code_opens_it_and_is_not_stored(self):
        feedback = self._receive(text="Canary")
        model = self.env["integration.feedback"]
        self.assertEqual(model._find(self.code.lower().replace("-", " ")), feedback)
        self.assertFalse(model._find(self.code[:-1]))
        self.assertFalse(model._find(""))
        self.assertFalse(model._find(None))
        self.env.flush_all()
        self.env.cr.execute(
            "SELECT to_jsonb(t) FROM integration_feedback t WHERE id = %s", feedback.ids
        )
        [[row]] = self.env.cr.fetchall()
        self.assertNotIn(self.code.replace("-", ""), str(row).replace("-", ""))
        traces = {"create_uid", "create_date", "write_uid", "write_date"}
        self.assertFalse(traces & row.keys())

    def test_nothing_tells_who_or_when(self):
        """No model here has a column for a person, a time of day or an address."""
        for name in ("", ".message", ".file", ".count"):
            model = self.env[f"integration.feedback{name}"]
            stored = {f.name: f for f in model._fields.values() if f.store}
            self.assertFalse({"create_uid", "create_date"} & stored.keys())
            kinds = {field.type for field in stored.values()}
            self.assertNotIn("datetime", kinds)

    def test_no_way_to_a_case_or_from_there(self):
        seen, waiting = set(), ["integration.feedback"]
        while waiting:
            name = waiting.pop()
            for field in self.env[name]._fields.values():
                link = field.comodel_name
                if link and link.startswith("integration.") and link not in seen:
                    if field.store and field.type in ("many2one", "many2many"):
                        seen.add(link)
                        waiting.append(link)
        protected = self.env["integration.protected"]
        self.assertFalse({name for name in seen if protected._is_protected(name)})
        for name, model in self.env.registry.items():
            if protected._is_protected(name):
                links = {field.comodel_name for field in model._fields.values()}
                self.assertFalse(
                    {name for name in links if name and "feedback" in name}, name
                )

    @freeze_time("2026-05-04 09:00:00")
    def test_deadlines(self):
        feedback = self._receive()
        self.assertEqual(feedback.confirm_by, date(2026, 5, 18))
        self.assertEqual(feedback.next_on, date(2026, 5, 18))
        self._as_ombuds(feedback).action_confirm()
        self.assertEqual(feedback.state, "read")
        self.assertEqual(feedback.next_on, date(2026, 6, 15))
        self.assertEqual(feedback.handled_by_id, self.ombuds)
        self._answer(feedback, "We called them.")
        self.assertEqual(feedback.state, "answered")
        self.assertFalse(feedback.next_on)

    def _answer(self, feedback, text, **values):
        wizards = self.env["integration.feedback.answer"].with_user(self.ombuds)
        wizard = wizards.create({"feedback_id": feedback.id, "text": text, **values})
        wizard.action_send()
        return feedback.message_ids[-1]

    def test_receipt_is_confirmed_once_and_in_the_language(self):
        texts = self.env["integration.client.text"]
        key = "feedback.reply.receipt"
        if key not in texts._get_catalogue("ti"):
            texts.create({"key": key, "language": "ti", "text": "የቐንየልና"})
        own = texts._get_words("ti")
        for _ in range(2):
            self._as_ombuds().action_confirm()
        [message] = self.feedback.message_ids
        self.assertIn(own.own("feedback.reply.receipt"), message.text)
        self.assertIn(own.german("feedback.reply.receipt"), message.text)

    def test_sentences_are_added_in_the_language(self):
        wizards = self.env["integration.feedback.answer"].with_user(self.ombuds)
        form = Form(wizards.with_context(default_feedback_id=self.feedback.id))
        form.text = "Dear writer"
        form.sentence = "feedback.reply.sorry"
        words = self.env["integration.client.text"]._get_words("ti")
        self.assertTrue(form.text.startswith("Dear writer\n\n"))
        self.assertIn(words.german("feedback.reply.sorry"), form.text)
        with self.assertRefused(UserError, "write an answer"):
            self._answer(self.feedback, "  ")

    def test_who_writes_again_is_heard(self):
        self._as_ombuds().action_close()
        self.assertTrue(self.feedback.delete_on)
        self.assertTrue(self.feedback._write_again("Still nobody.", []))
        self.assertEqual(self.feedback.state, "clarifying")
        self.assertTrue(self.feedback.has_news)
        self.assertFalse(self.feedback.delete_on)
        self._answer(self.feedback, "We ask again.", is_final=False)
        self.assertFalse(self.feedback.has_news)
        self.assertEqual(self.feedback.state, "clarifying")

    def test_enough_is_enough(self):
        for _ in range(100):
            self.feedback._say("Hello")
        self.assertFalse(self.feedback._write_again("More", []))

    def test_words_of_people_stay(self):
        feedback = self._as_ombuds()
        for vals in (
            {"text": "Fine"},
            {"state": "closed"},
            {"received_on": "2020-01-01"},
            {"conflict_ids": [(5, 0, 0)]},
            {"code_digest": "x"},
            {"message_ids": [(0, 0, {"text": "x"})]},
        ):
            with self.subTest(vals=vals), self.assertRaises(AccessError):
                feedback.write(vals)
        feedback.write({"kind": "suggestion", "note": "Ask the site"})
        feedback.action_confirm()
        for record in (feedback, feedback.message_ids):
            with self.assertRaises(AccessError):
                record.unlink()
        with self.assertRaises(AccessError):
            feedback.message_ids.write({"text": "x"})

    def test_entered_by_the_office(self):
        model = self.env["integration.feedback"].with_user(self.ombuds)
        forged = {
            f"default_{name}": value
            for name, value in {
                "state": "closed",
                "number": "R-1",
                "conflict_ids": [(4, self.colleague.id)],
                "has_news": True,
            }.items()
        }
        vals = {"text": "Call", "channel": "web", "state": "closed", "number": "R-2"}
        feedback = model.with_context(**forged).create(vals).sudo()
        self.assertEqual(feedback.channel, "phone")
        self.assertEqual(feedback.state, "new")
        self.assertFalse(feedback.code_digest or feedback.conflict_ids)
        self.assertFalse(feedback.has_news)
        self.assertNotIn(feedback.number, ("R-1", "R-2"))
        with self.assertRaises(AccessError):
            model.with_context(default_code_digest="x").create(vals)
        code = feedback.with_user(self.ombuds).action_issue_code()["params"]["message"]
        self.assertEqual(model.sudo()._find(code), feedback)
        digest = self.feedback.code_digest
        self._as_ombuds().action_issue_code()
        self.assertEqual(self.feedback.code_digest, digest)

    def test_deleted_in_time_and_counted(self):
        with freeze_time("2025-05-04 09:00:00"):
            self._as_ombuds().action_close()
            self.feedback._write_again("Thanks", [("png", "image/png", b"x")])
            self._as_ombuds().action_close()
        with freeze_time("2026-05-03 09:00:00"):
            self._run_cron("ir_cron_feedback")
            self.assertTrue(self.feedback.exists())
        parts = self.feedback.message_ids, self.feedback.file_ids
        with freeze_time("2026-05-04 09:00:00"):
            self._run_cron("ir_cron_feedback")
        self.assertFalse(self.feedback.exists())
        for part in parts:
            self.assertFalse(part.exists())
        count = self.env["integration.feedback.count"].search([])
        self.assertEqual((count.kind, count.company_id), ("suggestion", self.company))

    def test_reminders_say_nothing(self):
        with freeze_time("2026-05-04 09:00:00"):
            self._receive(text="Canary")
        messages = self.env["mail.message"]
        for day, expected in (("05", 2), ("06", 0), ("15", 2), ("18", 2), ("19", 0)):
            before = messages.search([], order="id desc", limit=1)
            with freeze_time(f"2026-05-{day} 09:00:00"):
                self.env["integration.feedback"]._cron_daily()
            told = messages.search([("id", ">", before.id)])
            told = told.filtered(lambda m: m.partner_ids)
            partners = (self.ombuds | self.colleague).partner_id
            self.assertEqual(len(told.partner_ids & partners), expected, day)
            self.assertFalse(told.partner_ids & self.manager_a.partner_id)
            for message in told:
                said = f"{message.subject} {message.body} {message.record_name}"
                self.assertNotIn("Canary", said)
                self.assertNotIn("R-", said)
                self.assertFalse(message.model)

    def test_officers_learn_that_nobody_may_read(self):
        self._receive(text="About Olga and Wanda")
        with freeze_time(self.feedback.confirm_by):
            before = self.env["mail.message"].search([], order="id desc", limit=1)
            self.env["integration.feedback"]._cron_daily()
        told = self.env["mail.message"].search([("id", ">", before.id)])
        self.assertIn(self.privacy.partner_id, told.partner_ids)


@tagged("integration_cost")
class TestFeedbackCost(FeedbackCommon):
    """A board with many messages costs the queries of one with few."""

    def test_lists_and_form(self):
        model = self.env["integration.feedback"].with_user(self.ombuds)
        for view in ("kanban", "list"):
            spec = specification(model, view)
            call = lambda spec=spec: model.web_search_read([], spec)  # noqa: E731
            few = queries(model.env, call)
            for _ in range(20):
                self._receive()
            self.assertEqual(queries(model.env, call), few, view)
            self.assertLessEqual(few, 12)
        spec = specification(model, "form")
        call = lambda: self._as_ombuds().web_read(spec)  # noqa: E731
        few = queries(model.env, call)
        for _ in range(20):
            self.feedback._write_again("More", [("png", "image/png", b"x")])
        self.assertEqual(queries(model.env, call), few)
