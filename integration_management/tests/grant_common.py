# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from datetime import date

from odoo.fields import Command

from .common import IntegrationCommon


class GrantCommon(IntegrationCommon):
    """A programme with rates, a grant of two carriers, and officers of each."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.carrier = cls.env.company
        cls.other_carrier = cls.env["res.company"].create({"name": "Other carrier"})
        cls.other_officer = cls._new_user(
            "other_officer", "integration_management.group_integration_reporting"
        )
        cls.other_officer.write(
            {
                "company_id": cls.other_carrier.id,
                "company_ids": [Command.set(cls.other_carrier.ids)],
            }
        )
        cls.degree = cls._term("position_class", "degree_social")
        cls.vocational = cls._term("position_class", "vocational")
        cls.program = cls.env["integration.funding.program"].create(
            {
                "name": "Test programme",
                "valid_from": "2010-01-01",
                "valid_to": "2010-12-31",
                "funded_months": 24,
                "interruption_months": 12,
                "proof_months": 3,
                "rate_ids": [
                    Command.create(
                        {"qualification_class_id": cls.degree.id, "amount": 60_000}
                    )
                ],
            }
        )
        cls.applicant = cls.env["res.partner"].create(
            {"name": "District", "is_company": True}
        )
        cls.grant = cls._create_grant()
        cls.position = cls._create_position(user_id=cls.manager_a.id)

    @classmethod
    def _create_grant(cls, **vals):
        return (
            cls.env["integration.funding.grant"]
            .with_user(cls.reporting)
            .create(
                {
                    "name": "Test grant",
                    "program_id": cls.program.id,
                    "applicant_id": cls.applicant.id,
                    "date_from": "2025-01-01",
                    "date_to": "2029-12-31",
                    **vals,
                }
            )
        )

    @classmethod
    def _create_position(cls, **vals):
        return (
            cls.env["integration.position"]
            .with_user(cls.reporting)
            .create(
                {
                    "name": "IM-01",
                    "grant_id": cls.grant.id,
                    "date_from": date(2025, 1, 1),
                    "share": 0.5,
                    "qualification_class_id": cls.degree.id,
                    **vals,
                }
            )
        )
