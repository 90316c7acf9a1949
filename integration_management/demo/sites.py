# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""What hangs on the wall of each site: who works here, who counsels on what."""

from odoo.fields import Command

_HOTLINES = (
    ("Hilfetelefon Gewalt gegen Frauen", "116 016", "Tag und Nacht, viele Sprachen"),
    ("Ärztlicher Bereitschaftsdienst", "116 117", "abends und am Wochenende"),
    ("Nummer gegen Kummer (Kinder und Jugend)", "116 111", "Mo–Sa 14–20 Uhr"),
    ("TelefonSeelsorge", "0800 111 0 111", "Tag und Nacht"),
)
_PAGES = {
    "town_hall": {
        "opening_hours": "Mo–Fr 8.30–12 Uhr, Do 14–18 Uhr\n"
        "Offene Sprechstunde: Dienstag 14–17 Uhr",
        "responsibility": "Neckarfelden mit Oberfeld und Talsiedlung",
    },
    "weidenbach": {
        "opening_hours": "Mo, Mi 9–12 Uhr und nach Vereinbarung",
        "responsibility": "Weidenbach und Unterkunft Schulstraße",
    },
    "altenrieth": {
        "opening_hours": "Mo–Do 9–16 Uhr\nOffene Sprechstunde: Mittwoch 10–12 Uhr",
        "responsibility": "Altenrieth",
    },
    "steinach": {"opening_hours": "Di und Do 10–15 Uhr"},
    "coordination": {"opening_hours": "Mo–Do 9–15 Uhr, nur nach Vereinbarung"},
}
# site: (user, responsible for, languages, telephone, when)
_PEOPLE = {
    "town_hall": (
        ("anna", "Familiennamen A–K", "de en ar", "07199 100-231", "Mo–Do"),
        ("ben", "Familiennamen L–Z", "de tr en", "07199 100-232", "Mo–Fr"),
        ("karin", "Angebote und Netzwerk", "de fr", "07199 100-233", "Mo–Mi"),
    ),
    "weidenbach": (("cem", "alle", "de tr kmr", "07199 100-251", "Mo, Mi"),),
    "altenrieth": (("dilara", "alle", "de tr fa", "07198 2041-1", "Mo–Do"),),
    "steinach": (("eva", "alle", "de uk ru", "07198 2042-1", "Di, Do"),),
    "coordination": (
        ("karin", "Verteilung und Angebote", "de fr", "07199 100-233", "Do"),
    ),
}
# site: topic -> (here, services nearby, partners of the demo, telephone, note)
_TOPICS = {
    "town_hall": {
        "housing": (True, "volunteers", "volunteers", "", "Wohnungssuche mittwochs"),
        "residence_law": (True, "asylum_procedure mbe", "", "07199 4410", ""),
        "family_reunification": (False, "mbe", "", "07199 4410", ""),
        "finances": (True, "debt job_centre", "jobcentre", "", ""),
        "authorities": (True, "volunteers", "volunteers", "", "Formulare ausfüllen"),
        "language": (True, "course_provider", "vhs", "07199 6600", ""),
        "school": (True, "school jmd", "primary_school", "", ""),
        "childcare": (True, "kita", "kindergarten", "", "Anmeldung über das Rathaus"),
        "training": (False, "jmd chamber", "", "07199 5520", "bis 27 Jahre"),
        "recognition": (False, "iq", "recognition", "", ""),
        "labour_market": (True, "job_centre", "jobcentre", "", ""),
        "health": (True, "", "", "", "Begleitung zu Ärzt*innen über Ehrenamt"),
        "violence": (False, "womens_shelter", "", "07199 8080", "auch nachts"),
        "leisure": (False, "association volunteers", "volunteers", "", ""),
        "discrimination": (False, "", "", "", ""),
        "naturalisation": (True, "", "", "", ""),
    },
    "weidenbach": {
        "housing": (True, "", "", "", ""),
        "residence_law": (True, "mbe", "", "07199 4410", "MBE freitags im Bürgerhaus"),
        "finances": (True, "job_centre", "jobcentre", "", ""),
        "language": (False, "course_provider", "vhs", "", ""),
        "school": (True, "", "", "", ""),
        "childcare": (False, "", "", "", "Warteliste"),
        "health": (True, "", "", "", ""),
        "recognition": (False, "iq", "recognition", "", ""),
        "leisure": (False, "association", "", "", ""),
    },
    "altenrieth": {
        "housing": (True, "landlord", "housing", "", ""),
        "residence_law": (True, "asylum_procedure", "", "", ""),
        "finances": (True, "debt", "", "07198 330", ""),
        "language": (False, "course_provider", "language_school", "", ""),
        "school": (True, "school", "comprehensive_school", "", ""),
        "labour_market": (True, "job_centre", "jobcentre", "", ""),
        "health": (True, "psychosocial", "", "", "Warteliste sechs Monate"),
        "violence": (False, "womens_shelter", "", "07199 8080", ""),
    },
    "coordination": {
        "residence_law": (False, "mbe asylum_procedure", "", "07199 4410", ""),
        "training": (False, "jmd", "", "07199 5520", "bis 27 Jahre"),
        "return": (False, "return_counselling", "", "", ""),
        "discrimination": (False, "", "", "", ""),
    },
}


def create(env):
    """Fill in the pages of the demo's sites, as far as somebody has done it."""
    for code, vals in _PAGES.items():
        env.ref(f"integration_management.demo_site_{code}").write(
            {
                **vals,
                "person_ids": [_person(env, *row) for row in _PEOPLE[code]],
                "hotline_ids": [
                    Command.create({"name": name, "phone": phone, "hours": hours})
                    for name, phone, hours in _HOTLINES
                ],
                "topic_line_ids": [
                    _topic(env, *row, sequence=place)
                    for place, row in enumerate(_TOPICS.get(code, {}).items())
                ],
            }
        )


def _person(env, login, responsibility, languages, phone, hours):
    return Command.create(
        {
            "user_id": env.ref(f"integration_management.demo_user_{login}").id,
            "responsibility": responsibility,
            "language_ids": _terms(env, "language", languages),
            "phone": phone,
            "hours": hours,
        }
    )


def _topic(env, code, row, sequence):
    here, kinds, partners, phone, note = row
    return Command.create(
        {
            "topic_id": env.ref(f"integration_management.term_topic_{code}").id,
            "sequence": sequence,
            "is_counselled_here": here,
            "kind_ids": _terms(env, "partner_kind", kinds),
            "partner_ids": [
                Command.link(env.ref(f"integration_management.demo_partner_{name}").id)
                for name in partners.split()
            ],
            "phone": phone,
            "note": note,
        }
    )


def _terms(env, kind, codes):
    return [
        Command.link(env.ref(f"integration_management.term_{kind}_{code}").id)
        for code in codes.split()
    ]
