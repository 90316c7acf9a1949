# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Round tables, cafés and the like: a year of work without a client in it."""

from datetime import timedelta
from typing import NamedTuple

from odoo import fields
from odoo.fields import Command

from ..logic import contacts

_CONTEXT = {
    "tz": "Europe/Berlin",
    "tracking_disable": True,
    "dont_notify": True,
    "no_mail_to_attendees": True,
}
_PLACES = {
    "anna": "town_hall",
    "ben": "town_hall",
    "karin": "town_hall",
    "cem": "weidenbach",
    "dilara": "altenrieth",
    "eva": "steinach",
}


class _Activity(NamedTuple):
    """:param day: days from today, negative for the past"""

    day: int
    hour: int
    minutes: int
    user: str
    kind: str
    name: str
    colleagues: str = ""
    partners: str = ""
    participants: int = 0
    topics: str = ""
    location: str = ""
    note: str = ""
    next_step: str = ""
    state: str = ""


_ACTIVITIES = (
    _Activity(
        -340, 14, 120, "anna", "round_table", "Runder Tisch Wohnen",
        "ben karin", "housing volunteers", 14, "housing", "Rathaus, Ratssaal",
        "Wohnungsgesellschaft stellt Vergabeverfahren vor. Freundeskreis übernimmt"
        " Begleitung bei Besichtigungen.",
        "Merkblatt für Mietinteressierte",
    ),
    _Activity(
        -322, 15, 150, "ben", "cafe", "Begegnungscafé", "", "volunteers", 42,
        "leisure language", "Familienzentrum",
    ),
    _Activity(
        -300, 9, 240, "karin", "training", "Schulung für Ehrenamtliche: Asylverfahren",
        "anna", "volunteers", 18, "residence_law", "Volkshochschule, Raum 4",
        "Ablauf des Verfahrens, Grenzen der Begleitung, Schweigepflicht.",
    ),
    _Activity(
        -281, 10, 90, "cem", "group_offer", "Infonachmittag Kita-Anmeldung", "",
        "kindergarten", 11, "childcare", "Bürgerhaus Weidenbach",
    ),
    _Activity(
        -260, 16, 90, "dilara", "round_table", "Netzwerktreffen Altenrieth", "eva",
        "comprehensive_school language_school", 9, "school language", "",
        "Übergang von der Vorbereitungsklasse in die Regelklasse. Schule wünscht sich"
        " eine feste Ansprechperson.",
        "Ansprechpersonen bis zum Halbjahr benennen",
    ),
    _Activity(
        -231, 14, 120, "anna", "round_table", "Runder Tisch Arbeit", "karin",
        "jobcentre crafts logistics", 16, "labour_market recognition", "Jobcenter",
        "Betriebe suchen Helfer*innen und Auszubildende. Probearbeiten: Jobcenter"
        " klärt Versicherung.",
        "Betriebsbesuch im Herbst",
    ),
    _Activity(
        -205, 15, 150, "ben", "cafe", "Begegnungscafé", "anna", "volunteers", 55,
        "leisure language", "Familienzentrum",
    ),
    _Activity(
        -180, 18, 120, "karin", "volunteers", "Austausch mit Sprachpat*innen", "",
        "volunteers", 12, "language", "Rathaus, Zimmer 12",
        "Zwei neue Pat*innen. Materialschrank wird aufgeräumt.",
    ),
    _Activity(
        -160, 10, 120, "eva", "group_offer", "Frauenfrühstück", "", "", 8,
        "health participation", "Gemeindehaus Steinach",
    ),
    _Activity(
        -132, 19, 60, "anna", "public_relations", "Bericht im Gemeinderat", "karin",
        "", 30, "", "Ratssaal",
        "Zahlen des Vorjahres vorgestellt; Nachfragen zur Wohnungslage.",
    ),
    _Activity(
        -110, 14, 90, "cem", "round_table", "Runder Tisch Weidenbach", "karin",
        "volunteers", 10, "housing leisure", "Bürgerhaus Weidenbach",
    ),
    _Activity(
        -95, 9, 360, "dilara", "training", "Fortbildung Traumasensibel beraten",
        "eva", "", 20, "health crisis", "Stuttgart",
    ),
    _Activity(
        -77, 15, 150, "ben", "cafe", "Begegnungscafé", "", "volunteers", 38,
        "leisure language", "Familienzentrum",
    ),
    _Activity(
        -60, 10, 90, "anna", "group_offer", "Bewerbungswerkstatt", "", "vhs", 7,
        "job_search", "Volkshochschule, PC-Raum",
    ),
    _Activity(
        -41, 14, 120, "karin", "round_table", "Runder Tisch Wohnen", "anna ben cem",
        "housing volunteers", 13, "housing", "Rathaus, Ratssaal",
        "Neue Liste kleiner Wohnungen; Vermieter*innen wünschen Ansprechperson.",
        "Sprechstunde für Vermieter*innen planen",
    ),
    _Activity(
        -24, 16, 60, "eva", "volunteers", "Planung Sommerfest", "", "", 6, "leisure",
        state="cancelled",
    ),
    _Activity(
        -13, 15, 150, "ben", "cafe", "Begegnungscafé", "anna", "volunteers", 47,
        "leisure language", "Familienzentrum",
    ),
    _Activity(
        -3, 9, 60, "anna", "group_offer", "Elterncafé an der Grundschule", "",
        "primary_school", 0, "school", "Grundschule am Lindenplatz",
    ),
    _Activity(
        0, 16, 60, "karin", "volunteers", "Sprechstunde für Ehrenamtliche", "anna",
        "volunteers", 0, "", "Rathaus, Zimmer 12",
    ),
    _Activity(
        3, 14, 90, "anna", "round_table", "Runder Tisch Schule", "karin",
        "primary_school comprehensive_school", 0, "school", "Rathaus, Ratssaal",
    ),
    _Activity(
        9, 15, 150, "ben", "cafe", "Begegnungscafé", "anna", "volunteers", 0,
        "leisure language", "Familienzentrum",
    ),
    _Activity(
        16, 10, 120, "dilara", "group_offer", "Infoveranstaltung Einbürgerung", "eva",
        "", 0, "naturalisation", "Beratungsstelle Altenrieth",
    ),
    _Activity(
        27, 9, 240, "karin", "training", "Schulung für Ehrenamtliche: Grundlagen",
        "ben", "volunteers", 0, "", "Volkshochschule, Raum 4",
    ),
)  # fmt: skip


def create(env):
    """Enter the activities, each as the person responsible."""
    for activity in _ACTIVITIES:
        _create(env, activity)


def _create(env, activity):
    user = env.ref(f"integration_management.demo_user_{activity.user}")
    model = env["integration.network.activity"].with_user(user)
    model = model.with_context(**_CONTEXT, lang=user.lang)
    is_past = activity.day < -5
    record = model.create(
        {
            "name": activity.name,
            "kind_id": _ref(env, f"term_network_kind_{activity.kind}").id,
            "start": _start(user, activity),
            "minutes": activity.minutes,
            "state": "held" if is_past and not activity.state else "planned",
            "user_id": user.id,
            "company_id": user.company_id.id,
            "colleague_ids": _links(env, "demo_user", activity.colleagues),
            "partner_ids": _links(env, "demo_partner", activity.partners),
            "participants": activity.participants,
            "topic_ids": _links(env, "term_topic", activity.topics),
            "site_id": _ref(env, f"demo_site_{_PLACES[activity.user]}").id,
            "location": activity.location,
            "note": activity.note,
            "next_step": activity.next_step,
        }
    )
    if activity.state == "cancelled":
        record.action_cancel()


def _start(user, activity):
    """Return the activity's time of day on a workday."""
    today = fields.Date.context_today(user)
    day = today + timedelta(days=activity.day)
    over = max(day.weekday() - 4, 0)
    day += timedelta(days=-over if activity.day < 0 else (3 - over if over else 0))
    return contacts.local_time(day, activity.hour, "Europe/Berlin")


def _ref(env, name):
    return env.ref(f"integration_management.{name}")


def _links(env, prefix, names):
    records = [_ref(env, f"{prefix}_{name}") for name in names.split()]
    return [Command.link(record.id) for record in records]
