# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from datetime import timedelta

from odoo.fields import Command

# Life area -> partner, what for.
_WAYS = {
    "children": ("kindergarten", "Platz in der Kita"),
    "housing": ("housing", "Wohnungssuche"),
    "language": ("vhs", "Deutschkurs"),
    "participation": ("volunteers", "Begegnungscafé"),
    "school": ("vocational_school", "Vorbereitungsklasse"),
    "training": ("vocational_school", "Beratung zur Ausbildung"),
    "work": ("recognition", "Anerkennung des Abschlusses"),
}
_FEEDBACK = (
    "War dort, fühlt sich gut aufgehoben.",
    "Steht auf der Warteliste, Bescheid im nächsten Monat.",
    "Platz bekommen, geht regelmäßig hin.",
)


def create(scene, case):
    """Refer clients: most go there themselves, some with a release from secrecy."""
    if scene.is_nameless or scene.story.months < 2:
        return
    for area in scene.story.areas[:2]:
        if area in _WAYS:
            _refer(scene, case, area)
    if scene.has("withdrawn"):
        _withdraw(scene, case)
    elif release := _given_release(case):
        _refer_with_data(scene, case, release)
    if scene.place == 6:
        _save_a_life(scene, case)


def _refer(scene, case, area):
    """Recommend somebody; the client goes there with a leaflet."""
    partner, purpose = _WAYS[area]
    goal = case.goal_ids.filtered(lambda g: g.area_id.code == area)[:1]
    day = scene.workday(scene.share(0.5))
    row = {
        **_to(scene, scene.partner(partner), area),
        "purpose": purpose,
        "referred_on": day,
        "goal_ids": [Command.set(goal.ids)],
    }
    referral = scene.add("integration.referral", case, [row])
    if scene.story.is_closed or scene.chance(0.6):
        referral.feedback = scene.pick(_FEEDBACK)
        referral.feedback_on = min(day + timedelta(days=24), scene.today)
        referral.action_accept()
    if scene.story.is_closed:
        referral._end("done")


def _refer_with_data(scene, case, release):
    """Make an appointment for the client; the partner gets what was released."""
    day = scene.workday(release.decided_on + timedelta(days=3))
    day = max(min(day, scene.today), release.decided_on)
    referral = scene.add(
        "integration.referral",
        case,
        [
            {
                **_to(scene, release.recipient_id.id),
                "purpose": release.release_reason,
                "referred_on": day,
                "way": "data",
                "data_kind_ids": [Command.set(release.data_kind_ids.ids)],
                "release_id": release.id,
            }
        ],
    )
    scene.add(
        "integration.disclosure",
        case,
        [
            {
                "referral_id": referral.id,
                "disclosed_on": day,
                "recipient_id": release.recipient_id.id,
                "kind_ids": [Command.set(release.data_kind_ids.ids)],
                "reason": release.release_reason,
                "channel": scene.pick(("phone", "phone", "letter", "oral")),
            }
        ],
    )
    if scene.story.is_closed:
        referral._end("done")
    else:
        referral.action_appoint()
    return referral


def _withdraw(scene, case):
    """A client takes a release back: what relied on it stops."""
    kinds = [scene.term("data_kind", code) for code in ("name", "phone")]
    release = scene.add(
        "integration.consent",
        case,
        [
            {
                "purpose": "recipient",
                "state": "given",
                "asked_on": scene.share(0.5),
                "decided_on": scene.share(0.5),
                "recipient_id": scene.partner("jobcentre"),
                "data_kind_ids": [Command.set(kinds)],
                "occasion": "Termin zur Arbeitsvermittlung",
                "release_reason": "Damit das Jobcenter einen Termin geben kann",
            }
        ],
    )
    _refer_with_data(scene, case, release)
    release.withdrawn_on = scene.ago(days=2)
    release.action_withdraw()


def _save_a_life(scene, case):
    """Once there was no time to ask."""
    kinds = [scene.term("data_kind", code) for code in ("name", "address")]
    scene.add(
        "integration.disclosure",
        case,
        [
            {
                "disclosed_on": scene.share(0.6),
                "recipient_name": "Rettungsdienst (112)",
                "kind_ids": [Command.set(kinds)],
                "reason": "Zusammenbruch im Beratungsraum",
                "channel": "phone",
                "basis_id": scene.term("disclosure_basis", "necessity"),
            }
        ],
    )


def _to(scene, partner_id, area=None):
    """Return whom a referral leads to: the partner's offer, if there is one."""
    offers = scene.env["integration.offer"]
    domain = [("provider_id", "=", partner_id)]
    if area:
        domain.append(("area_ids.code", "=", area))
    offer = offers.search(domain, limit=1)
    return {"offer_id": offer.id, "provider_id": partner_id}


def _given_release(case):
    """Return a release that holds, and that names kinds of data from the list."""
    return case.consent_ids.filtered(
        lambda c: c.purpose == "recipient" and c.state == "given" and c.data_kind_ids
    )[:1]
