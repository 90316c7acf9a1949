# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""A grant of the district, and the positions of two carriers that it pays."""

from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from odoo.fields import Command

from ..logic.periods import access_day

# Invented: the sums of the programme in force are not publicly known.
_RATES = {"degree_social": 64_000, "degree_other": 64_000, "vocational": 51_000}
# number, person, employer, class, recognised, share, {site: share}
_POSITIONS = (
    ("IM-01", "anna", 0, "degree_social", True, 1.0, {"town_hall": 1.0}),
    ("IM-02", "ben", 0, "degree_other", False, 0.75, {"town_hall": 0.75}),
    (
        "IM-03",
        "cem",
        0,
        "vocational",
        False,
        1.0,
        {"town_hall": 0.5, "weidenbach": 0.5},
    ),
    ("IM-04", "dilara", 1, "degree_social", True, 0.8, {"altenrieth": 0.8}),
    ("IM-05", "eva", 1, "degree_social", True, 0.5, {"steinach": 0.5}),
)


def create(env):
    """Enter everything as the grant officer; only the rates are the rule's."""
    today = access_day()
    user = _ref(env, "demo_user_greta")
    env["integration.funding.rate"].create(
        [
            {
                "program_id": _ref(env, "funding_program_2025").id,
                "qualification_class_id": _ref(env, f"term_position_class_{code}").id,
                "amount": amount,
                "is_unchecked": True,
                "note": "Demo value",
            }
            for code, amount in _RATES.items()
        ]
    )
    env = env(user=user, context={"lang": user.lang, "tz": user.tz}, su=False)
    grant = _create_grant(env, today)
    by_number = {row[0]: _create_position(env, grant, *row) for row in _POSITIONS}
    # One ends in five months, one was interrupted, one is vacant.
    by_number["IM-05"].date_to = today + relativedelta(months=5)
    by_number["IM-02"].interruption_ids = [
        Command.create(
            {
                "date_from": date(today.year, 2, 10),
                "date_to": date(today.year, 5, 31),
            }
        )
    ]
    vacant_from = today - timedelta(days=75)
    env["integration.position"].create(
        {
            "name": "IM-06",
            "company_id": user.company_id.id,
            "grant_id": grant.id,
            "share": 0.5,
            "funded_from": grant.date_from,
            "date_from": vacant_from,
            "place_ids": [_place(env, "weidenbach", 0.5)],
        }
    )


def _create_grant(env, today):
    district = _ref(env, "demo_partner_district")
    return env["integration.funding.grant"].create(
        {
            "name": f"Zuwendung {today.year - 1}–{today.year + 1}",
            "reference": "RPS15.2-08999-IM",
            "program_id": _ref(env, "funding_program_2025").id,
            "applicant_id": district.id,
            "company_ids": [Command.set(env.user.company_ids.ids)],
            "decided_on": date(today.year - 1, 2, 18),
            "date_from": date(today.year - 1, 1, 1),
            "date_to": date(today.year + 1, 12, 31),
            "amount": 850_000,
        }
    )


def _create_position(
    env, grant, number, login, employer, code, is_recognised, share, sites
):
    carriers = ("base.main_company", "integration_management.demo_company_carrier")
    return env["integration.position"].create(
        {
            "name": number,
            "user_id": _ref(env, f"demo_user_{login}").id,
            "company_id": env.ref(carriers[employer]).id,
            "grant_id": grant.id,
            "qualification_class_id": _ref(env, f"term_position_class_{code}").id,
            "is_recognised": is_recognised,
            "share": share,
            "date_from": grant.date_from,
            "place_ids": [_place(env, site, part) for site, part in sites.items()],
        }
    )


def _place(env, site, share):
    return Command.create(
        {"site_id": _ref(env, f"demo_site_{site}").id, "share": share}
    )


def _ref(env, name):
    return env.ref(f"integration_management.{name}")
