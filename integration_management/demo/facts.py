# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Circumstances: dated facts, with some history behind them."""

_LEVELS = ("none", "a1", "a2", "b1", "b2")
_GAIN_PER_MONTH = 0.11
_JOBS = {
    "bakery": "Verkaufshilfe",
    "logistics": "Lagerhelfer*in",
    "care_home": "Pflegehilfskraft",
    "crafts": "Helfer*in Elektrotechnik",
}
_SKILLED = ("Lehrkraft", "Buchhaltung", "Elektrotechnik", "Pflege", "Schneiderei")


def create(scene, case):
    """Tell what is known about the client's life, as far as they want to."""
    if scene.is_nameless:
        return
    for rows in (_residence, _housing, _benefits, _german, _courses, _school, _work):
        scene.add("integration.circumstance", case, list(rows(scene)))


def _fact(scene, kind, code, date_from=None, **vals):
    return {
        "kind": kind,
        "term_id": scene.term(kind, code),
        "date_from": date_from or scene.start,
        **vals,
    }


def _residence(scene):
    seen = {"source_id": scene.term("document_source", "seen")}
    codes = scene.origin.residence
    code = codes[scene.place % len(codes)] if scene.chance(0.5) else codes[0]
    if scene.story.months > 12 and code.startswith("ae_25"):
        asked = scene.ago(months=scene.story.months + 8)
        yield _fact(scene, "residence", "gestattung", asked, **seen)
        yield _fact(scene, "procedure", "granted", scene.share(0.1))
    start = scene.share(0.15) if scene.story.months > 2 else scene.start
    conditions = ["12a"] if code.startswith("ae_") else ["61_residence"]
    yield _fact(
        scene,
        "residence",
        code,
        start,
        expires_on=_expiry(scene),
        employment_permission_id=scene.term(
            "employment_permission",
            "authority" if code.startswith(("duldung", "gestattung")) else "allowed",
        ),
        residence_condition_ids=[
            (4, scene.term("residence_condition", name)) for name in conditions
        ],
        identity_document_id=scene.term(
            "identity_document", scene.pick(("passport", "passport", "clarified"))
        ),
        **seen,
    )


def _expiry(scene):
    for days in (20, 60):
        if scene.has(f"permit_{days}"):
            return scene.ahead(days=days)
    return scene.ahead(months=scene.dice.randint(5, 26), days=scene.dice.randint(0, 27))


def _housing(scene):
    yield _fact(scene, "accommodation", "shared")
    if scene.story.months > 15 and scene.chance(0.6):
        moved = scene.share(0.5)
        rented = "rented" if scene.chance(0.5) else "assigned"
        yield _fact(scene, "accommodation", rented, moved)


def _benefits(scene):
    told = {"source_id": scene.term("document_source", "told")}
    if scene.has("retired"):
        yield _fact(scene, "benefit", "sgb12_gs", **told)
    elif scene.story.origin == "UA" or scene.story.months > 10:
        yield _fact(scene, "benefit", "sgb2", **told)
    else:
        yield _fact(scene, "benefit", "asylblg_3", **told)
    if scene.has("family"):
        yield _fact(scene, "benefit", "kindergeld", **told)
    yield _fact(scene, "health_insurance", "statutory", **told)


def _german(scene):
    now = min(int(scene.story.months * _GAIN_PER_MONTH) + 1, len(_LEVELS) - 1)
    source = {"level_source_id": scene.term("level_source", "manager")}
    yield _level(scene, 0, scene.start, **source)
    for level in range(1, now):
        yield _level(scene, level, scene.share(level / now), **source)


def _level(scene, level, day, **vals):
    term = scene.term("language_level", _LEVELS[level])
    skills = dict.fromkeys(("listening_id", "reading_id", "speaking_id"), term)
    # Writing comes last.
    writing = scene.term("language_level", _LEVELS[max(level - 1, 0)])
    return _fact(scene, "language", "de", day, writing_id=writing, **skills, **vals)


def _courses(scene):
    if scene.story.months < 4 or scene.has("retired"):
        return
    provider = scene.partner(scene.pick(("vhs", "language_school")))
    begun = scene.share(0.2)
    course = _fact(
        scene,
        "course",
        scene.pick(("ik_allg", "ik_allg", "ik_alpha", "ik_zweitschrift")),
        begun,
        provider_id=provider,
        entitlement_id=scene.term("course_entitlement", "bamf"),
    )
    if scene.story.months < 14:
        yield course | {"participation_id": scene.term("participation", "running")}
        return
    passed = scene.term("participation", "passed")
    yield course | {"participation_id": passed, "date_to": scene.share(0.6)}
    if "language" in scene.story.areas:
        state = scene.pick(("running", "waiting"))
        yield _fact(
            scene,
            "course",
            "bsk_b2",
            scene.share(0.75),
            provider_id=provider,
            participation_id=scene.term("participation", state),
        )


def _school(scene):
    leaving = ("abitur", "intermediate", "abroad_basic", "none", "unknown")
    yield _fact(scene, "school_leaving", scene.pick(leaving), detail="im Ausland")
    if "school" in scene.story.areas:
        school = scene.partner("vocational_school")
        yield _fact(scene, "school", "vabo", provider_id=school)
    elif scene.story.age > 28 and scene.chance(0.6):
        field = scene.pick(_SKILLED)
        yield _fact(scene, "qualification", "training", detail=field)
        if "work" in scene.story.areas:
            state = scene.pick(("advice", "applied", "documents_missing", "partial"))
            yield _fact(scene, "recognition", state, scene.share(0.5), detail=field)
    if "children" in scene.story.areas:
        yield _fact(scene, "childcare", "wanted", scene.share(0.3))


def _work(scene):
    story = scene.story
    if scene.has("retired"):
        yield _fact(scene, "work", "pension")
        return
    yield _fact(scene, "work", "not_seeking")
    if "training" in story.areas and story.months > 12:
        firm = scene.partner("crafts")
        yield _fact(scene, "work", "training_dual", scene.share(0.8), provider_id=firm)
    elif "work" in story.areas and story.months > 8:
        yield _fact(scene, "work", "seeking", scene.share(0.4))
        if story.months > 18 or story.is_closed:
            firm = scene.pick(tuple(_JOBS))
            yield _fact(
                scene,
                "work",
                scene.pick(("part_time", "minijob", "full_time_fixed")),
                scene.share(0.85),
                provider_id=scene.partner(firm),
                detail=_JOBS[firm],
            )
