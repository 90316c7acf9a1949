# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo.fields import Command

_SITES = {
    "anna": "town_hall",
    "ben": "town_hall",
    "cem": "weidenbach",
    "dilara": "altenrieth",
    "eva": "steinach",
}
_PLACES = {
    "town_hall": ("neckarfelden", "71999", "Neckarfelden"),
    "weidenbach": ("weidenbach", "71997", "Weidenbach"),
    "altenrieth": ("altenrieth", "71998", "Altenrieth"),
    "steinach": ("steinach", "71996", "Steinach am Berg"),
}
_STREETS = (
    "Lindenstraße",
    "Uhlandweg",
    "Rosenstraße",
    "Am Wehr",
    "Schillerstraße",
    "Im Wiesengrund",
)
_WAYS = ("assigned", "self", "handover_vu", "volunteer", "family", "outreach")
_PARTNERS = ("job_centre", "volunteers", "school", "mbe", "foreigners_authority")
_PHASES = ("intake", "assessment", "planning", "linking", "monitoring", "evaluation")
_EXTENSION = (
    "Die Anerkennung der Berufsausbildung steht kurz vor dem Abschluss; die begonnene"
    " Begleitung soll bis dahin fortgeführt werden."
)


def create(scene):
    """Create the case as it looks on its first day."""
    story = scene.story
    site = _SITES[story.user]
    vals = {
        "site_id": scene.ref(f"demo_site_{site}"),
        "counselling_start": scene.start,
        "mode": "case_management" if len(story.areas) > 1 else "light",
        "access_route_id": scene.term("access_route", scene.pick(_WAYS)),
        "color": scene.dice.randint(0, 11) if scene.chance(0.3) else 0,
        **_identity(scene),
    }
    if not scene.is_nameless:
        vals |= _contact(scene, site)
    if scene.has("extended"):
        vals |= {"limit_extension_months": 12, "limit_extension_reason": _EXTENSION}
    return scene.env["integration.case"].create(vals)


def _identity(scene):
    if scene.is_nameless:
        return {}
    story, origin = scene.story, scene.origin
    vals = {
        "gender_id": scene.term("gender", story.gender),
        "language_ids": [Command.set(_languages(scene))],
        "interpreter_need": scene.pick(("no", "sometimes", "sometimes", "yes")),
    }
    women = story.gender == "female"
    first = origin.women if women else origin.men
    if not scene.has("one_name"):
        vals["first_name"] = first[scene.place % len(first)]
    if scene.has("first_name"):
        return vals
    vals["last_name"] = origin.family[(scene.place * 3) % len(origin.family)]
    country = scene.env.ref(f"base.{origin.country.lower()}")
    vals["nationality_ids"] = [Command.set(country.ids)]
    return vals | _birth(scene)


def _birth(scene):
    year = scene.ago(years=scene.story.age).year
    if scene.chance(0.15):
        return {"birth_year": str(year)}
    if scene.story.origin in ("AF", "SO", "ER") and scene.chance(0.4):
        return {"birth_date": f"{year}-01-01"}
    month, day = scene.dice.randint(1, 12), scene.dice.randint(1, 28)
    return {"birth_date": f"{year - 1}-{month:02}-{day:02}"}


def _languages(scene):
    first, *others = scene.origin.languages
    codes = [first, *(code for code in others if scene.chance(0.4))]
    return [scene.term("language", code) for code in codes]


def _contact(scene, site):
    code, zip_code, city = _PLACES[site]
    months = scene.dice.randint(0, 4)
    vals = {
        "municipality_id": scene.ref(f"demo_municipality_{code}"),
        "allocation_date": scene.ago(months=scene.story.months + months, days=20),
        "accommodation_phase_id": scene.term("accommodation_phase", "au"),
        "also_counselled_by_ids": [
            Command.set(
                [
                    scene.term("partner_kind", partner)
                    for partner in _PARTNERS
                    if scene.chance(0.2)
                ]
            )
        ],
    }
    # Numbers that are reserved for films and books.
    if scene.chance(0.85):
        vals["phone"] = f"0171 39200{scene.place % 100:02}"
    if scene.chance(0.35):
        vals["messenger"] = scene.pick(("Signal", "Telegram", "WhatsApp"))
    if not scene.has("first_name"):
        street, number = scene.pick(_STREETS), scene.dice.randint(1, 48)
        vals |= {"street": f"{street} {number}", "zip": zip_code, "city": city}
        married = "married" if scene.has("family") else "single"
        vals["marital_status_id"] = scene.term("marital_status", married)
    return vals


def finish(scene, case):
    """Lead the case through its phases up to where it stands today."""
    story = scene.story
    reached = "evaluation" if story.is_closed else story.stage
    while case.stage_code != reached:
        following = _PHASES[_PHASES.index(case.stage_code) + 1]
        case.stage_id = scene.ref(f"stage_{following}")
    if story.is_closed:
        case.write(
            {
                "stage_id": scene.ref("stage_closed"),
                "closing_reason_id": scene.term("closing_reason", story.closing),
                "closed_on": scene.end,
            }
        )
        return
    case._remind()
    if scene.place % 6 == 2:
        _note_a_task(scene, case)


def _note_a_task(scene, case):
    """Make a task of the manager's own; its title names nobody."""
    case.activity_schedule(
        "mail.mail_activity_data_todo",
        date_deadline=scene.ahead(days=scene.dice.randint(-2, 12)),
        summary=scene.pick(("Rückruf", "Unterlagen prüfen", "Antrag vorbereiten")),
        user_id=scene.user.id,
    )
