# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from datetime import timedelta

# By their place among the stories: from Anna to Dilara, and from Ben to Anna.
_OFFERED = 2
_ACCEPTED = 28
_REMARK = (
    "Termine am besten vormittags. Eine Dolmetscherin ist für die ersten Gespräche"
    " schon angefragt."
)


def create(told):
    """Put one case on offer, and hand another one over some weeks ago.

    :param told: pairs of scene and case, one for each story
    """
    _offer(*told[_OFFERED], to="dilara", reason="move", remark=_REMARK)
    scene, case = told[_ACCEPTED]
    handover = _offer(scene, case, to="anna", reason="distribution", notes_go=True)
    offer = handover.offer_id.with_user(handover.to_user_id)
    offer.action_accept()
    _move_to_the_past(scene, handover.sudo(), offer.sudo())  # sudo: history is fixed


def _offer(scene, case, to, reason, **vals):
    """Offer a case whose client has agreed."""
    handover = scene.env["integration.handover"].create(
        {
            "case_id": case.id,
            "to_user_id": scene.ref(f"demo_user_{to}"),
            "reason_id": scene.term("handover_reason", reason),
            **vals,
        }
    )
    handover.action_ask_consent()
    handover.consent_id.action_give()
    handover.action_offer()
    return handover


def _move_to_the_past(scene, handover, offer):
    """Make a hand-over of today one of six weeks ago."""
    day = scene.ago(weeks=6)
    asked = day - timedelta(days=5)
    handover.write({"offered_on": asked, "answered_on": day})
    offer.write({"offered_on": asked, "answered_on": day})
    handover.consent_id.write({"asked_on": asked, "decided_on": asked})
    case = handover.case_id
    rows = case.access_ids.filtered(lambda row: row.role == "owner")
    first, last = rows.sorted("id")
    first.write({"date_from": scene.start, "date_to": day - timedelta(days=1)})
    last.date_from = day
    case.consent_ids.filtered("ask_again_since").ask_again_since = day
