# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from . import (
    assessments,
    cases,
    consents,
    deputies,
    exchange,
    facts,
    feedback,
    figures,
    handovers,
    household,
    network,
    plans,
    portal,
    positions,
    referrals,
    sessions,
    signatures,
    sites,
)
from .scene import Scene
from .stories import STORIES

# In the order in which counselling goes: each makes a part of a case's file.
_PARTS = (
    household.create,
    facts.create,
    consents.create,
    assessments.create_first,
    plans.create,
    assessments.create_second,
    sessions.create,
    deputies.agree,
    referrals.create,
)


def load(env):
    """Tell all stories; `env` is the superuser's and used to look up users only."""
    told = []
    for place, story in enumerate(STORIES):
        scene = Scene(env, story, place)
        case = cases.create(scene)
        for part in _PARTS:
            part(scene, case)
        cases.finish(scene, case)
        told.append((scene, case))
    sites.create(env)
    positions.create(env)
    network.create(env)
    deputies.appoint(env)
    exchange.create(env)
    feedback.create(env)
    handovers.create(told)
    portal.invite(told)
    signatures.sign(told)
    env.flush_all()
    figures.freeze(env)
    env.flush_all()
