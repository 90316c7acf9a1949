# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo.fields import Command

from ..logic import evaluation

_EVALUATION_NO = "Die Beratung geht ohne Änderung weiter."


def create(scene, case):
    """Ask for consents one by one; a no changes nothing else."""
    if scene.has("anonymous"):
        return
    scene.add("integration.consent", case, list(_consents(scene)))
    if scene.has("withdrawn"):
        consent = case.consent_ids.filtered(lambda c: c.purpose == "channel")
        consent.write({"withdrawn_on": scene.share(0.7), "withdrawal_form": "oral"})
        consent.action_withdraw()


def _consents(scene):
    if scene.has("no_file"):
        yield _consent(scene, "case_file", "declined", 0)
        yield _consent(scene, "interpreter", "given", 0, form="oral")
        return
    yield _consent(scene, "case_file", "given", 0)
    if scene.story.months < 1:
        yield _consent(scene, "plan", "asked", 0.9)
        return
    plan = "declined" if scene.has("no_plan") else "given"
    yield _consent(scene, "plan", plan, 0.1)
    if scene.has("withdrawn"):
        yield _consent(scene, "channel", "given", 0.1, form="digital")
    if "health" in scene.story.areas:
        yield _consent(scene, "special_categories", "given", 0.2)
    if scene.story.areas and scene.chance(0.6):
        yield _recipient(scene)
    if scene.chance(0.5):
        state = scene.pick(("given", "declined", "asked"))
        yield _consent(scene, "evaluation", state, 0.3, **_evaluated(scene))


def _consent(scene, purpose, state, share, **vals):
    day = scene.share(share)
    vals = {
        "purpose": purpose,
        "state": state,
        "text_language": scene.origin.text if scene.chance(0.7) else "de",
        "asked_on": day,
        "explained_how": scene.pick(("talk", "talk", "read_aloud", "self_read")),
        **vals,
    }
    if state != "asked":
        vals["decided_on"] = day
    if state == "declined":
        vals["effect_note"] = _EVALUATION_NO
    return vals


def _evaluated(scene):
    kinds = [Command.link(scene.term("data_kind", code)) for code in evaluation.KINDS]
    return {"data_kind_ids": kinds}


def _recipient(scene):
    language = "language" in scene.story.areas
    partner = "vhs" if language else scene.pick(("jobcentre", "housing", "volunteers"))
    codes = "name phone language_level" if language else "name phone"
    return _consent(
        scene,
        "recipient",
        scene.pick(("given", "given", "declined")),
        0.4,
        recipient_id=scene.partner(partner),
        data_kind_ids=[
            Command.set([scene.term("data_kind", code) for code in codes.split()])
        ],
        occasion="Deutschkurs im Herbst" if language else "Termin zur Beratung",
        release_reason="Damit ein Kursplatz reserviert werden kann"
        if language
        else "Damit ein Termin vereinbart werden kann",
    )
