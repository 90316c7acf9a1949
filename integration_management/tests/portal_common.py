# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from datetime import timedelta

from odoo import fields
from odoo.fields import Command

from .common import IntegrationCommon


class PortalCommon(IntegrationCommon):
    """A client with a card, a plan, an appointment and consents; and another client."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.key, cls.code, cls.pin = cls._invite(cls.case)
        cls.plan, cls.step = cls._make_plan(cls.case)
        cls.session = cls._make_session(cls.case)
        cls.consent = cls._make_consent(cls.case, "evaluation", data_kinds="x")
        cls.other = cls._create_case(last_name="Other Canary", text_language="ti")
        cls.other_key, cls.other_code, cls.other_pin = cls._invite(cls.other)
        cls.other_plan, cls.other_step = cls._make_plan(cls.other)
        cls.other_session = cls._make_session(cls.other)
        cls.other_consent = cls._make_consent(cls.other, "plan")
        cls.portal = cls.env["integration.portal"]

    @classmethod
    def _invite(cls, case, **vals):
        """Return (key, code, PIN) of a new card for a case."""
        keys = case.env["integration.portal.access"]
        key = keys.create({"case_id": case.id, **vals})
        return key, *key._make_card()

    @classmethod
    def _make_plan(cls, case):
        """Return (agreed plan, its step that the client is to do)."""
        plan = case.env["integration.plan"].create(
            {
                "case_id": case.id,
                "goal_ids": [
                    Command.create(
                        {
                            "case_id": case.id,
                            "name": "Deutsch lernen",
                            "client_words": "Ich will sprechen",
                            "measure_ids": [
                                Command.create(
                                    {
                                        "case_id": case.id,
                                        "name": "Zum Kurs anmelden",
                                        "responsible": "client",
                                    }
                                )
                            ],
                        }
                    )
                ],
            }
        )
        plan.action_discuss()
        return plan, plan.goal_ids.measure_ids

    @classmethod
    def _make_session(cls, case, days=7):
        start = fields.Datetime.now().replace(microsecond=0) + timedelta(days=days)
        return case.env["integration.session"].create(
            {"case_id": case.id, "start": start, "minutes": 45}
        )

    @classmethod
    def _make_consent(cls, case, purpose, **vals):
        consent = case.env["integration.consent"].create(
            {"case_id": case.id, "purpose": purpose, **vals}
        )
        consent.action_give()
        return consent
