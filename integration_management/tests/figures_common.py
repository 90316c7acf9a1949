# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import random
from datetime import date, datetime, timedelta

from .common import IntegrationCommon

YEAR = (date(2025, 1, 1), date(2025, 12, 31))
HALF = (date(2025, 1, 1), date(2025, 6, 30))


class FiguresCommon(IntegrationCommon):
    """Files of last year, made up at random but the same each time."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.sites = cls.env["integration.site"].create(
            [{"name": "North"}, {"name": "South"}]
        )
        cls.towns = cls.env["integration.term"].create(
            [
                {"kind": "municipality", "code": f"0811800{n}", "name": f"Town {n}"}
                for n in range(2)
            ]
        )

    @classmethod
    def _make_cases(cls, count, seed=1):
        """Create cases with sessions, plans and facts; return them as superuser."""
        draw = random.Random(seed)
        terms = {
            kind: cls.env["integration.term"].search([("kind", "=", kind)])
            for kind in (
                "gender",
                "residence",
                "accommodation",
                "contact_kind",
                "topic",
            )
        }
        countries = cls.env["res.country"].search([("code", "in", ["UA", "SY", "FR"])])
        cases = cls.env["integration.case"]
        for place in range(count):
            owner = cls.manager_b if place % 3 == 0 else cls.manager_a
            cases |= cls._make_case(draw, owner, terms, countries)
        cls.env.flush_all()
        return cases.sudo()  # sudo: for recounting

    @classmethod
    def _make_case(cls, draw, owner, terms, countries):
        start = date(2024, 7, 1) + timedelta(days=draw.randrange(500))
        case = cls._create_case(
            owner,
            first_name="Canary",
            birth_year=str(draw.randrange(1950, 2025)),
            gender_id=draw.choice(terms["gender"]).id,
            nationality_ids=draw.sample(countries.ids, draw.choice((0, 1, 1, 1, 2))),
            site_id=draw.choice(cls.sites).id,
            municipality_id=draw.choice(cls.towns).id,
            counselling_start=start,
        )
        for kind in ("residence", "accommodation"):
            if draw.random() < 0.8:
                case.circumstance_ids.create(
                    {
                        "case_id": case.id,
                        "kind": kind,
                        "term_id": draw.choice(terms[kind]).id,
                        "date_from": start,
                    }
                )
        for _time in range(draw.randrange(4)):
            day = datetime(2025, 1, 1, 9) + timedelta(days=draw.randrange(365))
            topics = draw.sample(terms["topic"].ids[:5], draw.randrange(3))
            case.session_ids.create(
                {
                    "case_id": case.id,
                    "start": day,
                    "minutes": draw.choice((15, 30, 60)),
                    "state": "held",
                    "kind_id": draw.choice(terms["contact_kind"][:3]).id,
                    "topic_ids": topics,
                }
            )
        if draw.random() < 0.2:
            case.closing_reason_id = cls._term("closing_reason", "own_wish")
            case.stage_id = cls._stage("closed")
            closed_on = start + timedelta(days=draw.randrange(400))
            case.closed_on = min(closed_on, date(2026, 1, 31))
        return case

    @classmethod
    def _freeze(cls, period=YEAR, user=None, **vals):
        first, last = period
        runs = cls.env["integration.figures"].with_user(user or cls.reporting)
        run = runs.create({"date_from": first, "date_to": last, **vals})
        run.action_freeze()
        return run

    def _get_numbers(self, run):
        """Return {(kind, key, measure, dimension, category): (value, is hidden)}."""
        return {
            (
                cell.unit_kind,
                cell.unit_key or "",
                cell.measure,
                cell.dimension or None,
                cell.category or None,
            ): (cell.value, cell.is_hidden)
            for cell in run.cell_ids
        }
