# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from datetime import timedelta

import vobject

from odoo import fields

from .portal_common import PortalCommon


class TestPortal(PortalCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        # As the pages get it: superuser, once somebody is signed in.
        cls.visit = cls.key.with_user(cls.env.ref("base.public_user")).sudo()

    def test_nothing_of_others_is_shown(self):
        pages = (
            self.portal._get_home(self.visit),
            self.portal._get_plan(self.visit),
            self.portal._get_sessions(self.visit),
            self.portal._get_consents(self.visit),
            self.portal._get_people(self.visit),
            self.portal._get_stored(self.visit),
            self.portal._get_requests(self.visit),
        )
        self.assertIn("Amina", str(pages))
        self.assertNotIn("Other", str(pages))

    def test_own_data_are_shown(self):
        self.case.env["integration.circumstance"].create(
            {"case_id": self.case.id, "kind": "work", "detail": "Bäckerei"}
        )
        self.case.phone = "0171 000"
        stored = self.portal._get_stored(self.visit)
        self.assertIn(("phone", "0171 000"), stored["person"])
        self.assertEqual([text for _kind, text in stored["facts"]], ["Bäckerei"])
        self.assertEqual(stored["session_count"], 1)

    def test_the_complaint_office_is_one_link_away_and_knows_nobody(self):
        pages = self.env["integration.feedback.page"]
        pages.search([("company_id", "=", self.case.company_id.id)]).unlink()
        self.assertFalse(self.portal._get_home(self.visit)["feedback"])
        page = pages.create({"company_id": self.case.company_id.id})
        address = self.portal._get_home(self.visit)["feedback"]
        self.assertEqual(address, f"/feedback/{page.code}")

    def test_notes_stay_with_the_manager(self):
        self.session.note = "Entrusted canary"
        self.session.summary = "Summary canary"
        self.case.message_post(body="Chatter canary")
        pages = (
            self.portal._get_stored(self.visit),
            self.portal._get_sessions(self.visit),
        )
        self.assertNotIn("canary", str(pages).replace("Canary", ""))
        self.assertEqual(pages[0]["note_count"], 1)

    def test_step_is_marked_and_confirmed_together(self):
        self.assertTrue(self.portal._mark_done(self.visit, self.step.id))
        self.assertFalse(self.step.done_on)
        [line] = (
            self.env["integration.my.day"]
            .with_user(self.manager_a)
            .get_my_day()["said_done"]
        )
        self.assertEqual(line["id"], self.step.id)
        self.assertFalse(self.portal._mark_done(self.visit, self.step.id))
        self.step.action_confirm_done()
        self.assertEqual(self.step.done_on, self.step.client_done_on)

    def test_step_not_done_after_all(self):
        self.portal._mark_done(self.visit, self.step.id)
        self.step.action_not_done()
        self.assertFalse(self.step.is_to_confirm)
        self.assertTrue(self.portal._mark_done(self.visit, self.step.id))

    def test_ids_of_others_lead_nowhere(self):
        self.assertFalse(self.portal._mark_done(self.visit, self.other_step.id))
        answer = self.portal._answer_session
        self.assertFalse(answer(self.visit, self.other_session.id, "accepted"))
        self.assertIsNone(self.portal._withdraw(self.visit, self.other_consent.id))
        self.assertFalse(self.portal._decide(self.visit, self.other_consent.id, True))
        calendar = self.portal._get_calendar_file
        self.assertIsNone(calendar(self.visit, self.other_session.id, "Termin"))
        self.assertFalse(self.other_step.client_done_on)
        self.assertFalse(self.other_session.client_answer)
        self.assertEqual(self.other_consent.state, "given")

    def test_draft_plan_is_not_shown(self):
        case = self._create_case()
        key, *_secrets = self._invite(case)
        case.env["integration.plan"].create({"case_id": case.id})
        self.assertFalse(self.portal._get_plan(key.sudo())["state"])

    def test_answers_to_appointments(self):
        self.portal._answer_session(self.visit, self.session.id, "move", " am\n Abend ")
        self.assertEqual(self.session.client_wish, "am Abend")
        day = self.env["integration.my.day"].with_user(self.manager_a).get_my_day()
        self.assertEqual([line["id"] for line in day["answers"]], self.session.ids)
        self.portal._answer_session(self.visit, self.session.id, "accepted", "x")
        self.assertEqual(self.session.client_answer, "accepted")
        self.assertFalse(self.session.client_wish)
        self.assertFalse(self.portal._answer_session(self.visit, self.session.id, "x"))

    def test_answer_is_forgotten_when_the_appointment_moves(self):
        self.portal._answer_session(self.visit, self.session.id, "accepted")
        self.session.topic_ids = False
        self.assertTrue(self.session.client_answer)
        self.session.start += timedelta(days=1)
        self.assertFalse(self.session.client_answer)

    def test_past_appointments_are_not_answered(self):
        past = self._make_session(self.case, days=-2)
        self.assertFalse(self.portal._answer_session(self.visit, past.id, "accepted"))

    def test_calendar_file_is_neutral(self):
        content = self.portal._get_calendar_file(self.visit, self.session.id, "Termin")
        event = vobject.readOne(content.decode()).vevent
        self.assertEqual(event.summary.value, "Termin")
        self.assertEqual(event.dtstart.value.replace(tzinfo=None), self.session.start)
        self.assertNotIn(self.case.number, content.decode())

    def test_withdrawal_takes_effect(self):
        purpose = self.portal._withdraw(self.visit, self.consent.id)
        self.assertEqual(purpose, "evaluation")
        self.assertEqual(self.consent.state, "withdrawn")
        self.assertEqual(self.consent.withdrawal_form, "digital")
        self.assertEqual(
            self.consent.withdrawn_on, fields.Date.context_today(self.case)
        )
        self.assertIsNone(self.portal._withdraw(self.visit, self.consent.id))

    def test_questions_are_answered_only_if_asked(self):
        asked = self.case.env["integration.consent"].create(
            {"case_id": self.case.id, "purpose": "plan"}
        )
        self.assertTrue(self.portal._decide(self.visit, asked.id, False))
        self.assertEqual((asked.state, asked.form), ("declined", "digital"))
        self.assertFalse(self.portal._decide(self.visit, asked.id, True))
        self.assertFalse(self.portal._decide(self.visit, self.consent.id, True))

    def test_what_is_given_is_sealed(self):
        asked = self.case.env["integration.consent"].create(
            {"case_id": self.case.id, "purpose": "plan"}
        )
        self.portal._decide(self.visit, asked.id, True)
        self.assertEqual(asked.state, "given")
        self.assertEqual(asked.text_hash, asked.text_id.content_hash)

    def test_release_without_recipient_is_decided_together(self):
        asked = self.case.env["integration.consent"].create(
            {"case_id": self.case.id, "purpose": "recipient"}
        )
        self.assertFalse(self.portal._decide(self.visit, asked.id, True))
        self.assertEqual(asked.state, "asked")

    def test_who_may_and_who_looked(self):
        self.env["integration.access.log"].with_user(self.manager_a)._log(
            "read", "integration.case", self.case.ids, self.case.ids
        )
        self.env.cr.flush()
        people = self.portal._get_people(self.visit)
        self.assertEqual(
            [(person["name"], person["role"]) for person in people["may"]],
            [(self.manager_a.name, "owner")],
        )
        [look] = people["looked"]
        self.assertEqual((look["name"], look["days"]), (self.manager_a.name, 1))

    def test_requests(self):
        self.assertTrue(self.portal._ask(self.visit, "access", " Alles "))
        self.assertTrue(self.portal._ask(self.visit, "access", "Alles"))
        self.assertFalse(self.portal._ask(self.visit, "gossip", ""))
        request = self.case.rights_request_ids
        self.assertEqual((request.text, request.state), ("Alles", "received"))
        [shown] = self.portal._get_requests(self.visit)
        self.assertEqual(shown["deadline"], request.deadline)
        request.answer = "Liegt bereit"
        request.action_answer()
        self.assertEqual(self.portal._get_home(self.visit)["answers"], 1)

    def test_officers_see_numbers_and_dates_only(self):
        self.portal._ask(self.visit, "erasure", "Canary text")
        rows = self.env["integration.rights.overview"].with_user(self.privacy)
        [row] = rows.search_read([("number", "=", self.case.number)])
        self.assertEqual(row["kind"], "erasure")
        self.assertNotIn("Canary", str(row))
        stranger = self._new_user(
            "dpo_x", "integration_management.group_integration_privacy"
        )
        company = self.env["res.company"].create({"name": "Other carrier"})
        stranger.write({"company_ids": [(6, 0, company.ids)], "company_id": company.id})
        self.assertFalse(rows.with_user(stranger).search([]))
