"""State tables: which moves a record may make, as data.

One class checks them all; the models only name their table.
"""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class StateTable:
    """Allowed states of one kind of record.

    :param initial: states a new record may start in
    :param moves: state -> states that may follow it
    """

    initial: frozenset[str]
    moves: Mapping[str, frozenset[str]]

    @property
    def states(self) -> frozenset[str]:
        return frozenset(self.moves)

    def may_start(self, state: str) -> bool:
        """Tell whether a new record may be created in `state`."""
        return state in self.initial

    def may_move(self, old: str, new: str) -> bool:
        """Tell whether a record may go from `old` to `new`; staying is a move."""
        return old == new or new in self.moves.get(old, frozenset())


def _table(initial: str, **moves: str) -> StateTable:
    """Build a table from space-separated state names."""
    table = {state: frozenset(targets.split()) for state, targets in moves.items()}
    return StateTable(frozenset(initial.split()), table)


_OPEN_STAGES = "intake assessment planning linking monitoring evaluation"

# Case management is a loop (re-assessment), and light counselling skips phases:
# open stages may follow each other freely. A closed case is only taken up anew.
CASE_STAGE = _table(
    _OPEN_STAGES,
    **{stage: f"{_OPEN_STAGES} closed" for stage in _OPEN_STAGES.split()},
    closed="intake",
)

# What a client has decided is never rewritten: a new question is a new record.
CONSENT = _table(
    "asked given declined",
    asked="given declined",
    given="withdrawn expired",
    declined="",
    withdrawn="",
    expired="",
)

# A published text is evidence: a better one is a new version.
CONSENT_TEXT = _table("draft published", draft="published", published="")

# Texts for clients: other words are unchecked again; what was said before is kept.
CLIENT_TEXT = _table(
    "unchecked released replaced",
    unchecked="released replaced",
    released="unchecked replaced",
    replaced="",
)

# A client may ask for the same again: an answer stays an answer.
RIGHTS_REQUEST = _table(
    "received",
    received="answered taken_back",
    answered="",
    taken_back="received",
)

# What could not be sent may still be passed on by hand.
REMINDER = _table(
    "planned sent failed cancelled",
    planned="sent failed cancelled",
    sent="failed",
    failed="sent cancelled",
    cancelled="",
)

PLAN = _table(
    "draft declined",
    draft="discussed agreed declined",
    discussed="draft agreed declined",
    agreed="under_review continued closed",
    under_review="agreed continued closed",
    continued="",
    closed="",
    declined="draft",
)
# Signed once: the wording stays as the client agreed to it.
PLAN_SIGNED = frozenset("agreed under_review continued closed".split())
PLAN_ENDED = frozenset("continued closed declined".split())

_RUNNING_GOAL = "open in_progress postponed"
_GOAL_RESULT = "achieved partly_achieved not_achieved dropped"

GOAL = _table(
    _RUNNING_GOAL,
    open=f"in_progress postponed {_GOAL_RESULT}",
    in_progress=f"open postponed {_GOAL_RESULT}",
    postponed=f"open in_progress {_GOAL_RESULT}",
    achieved="in_progress",
    partly_achieved=f"in_progress {_GOAL_RESULT}",
    not_achieved=f"in_progress {_GOAL_RESULT}",
    dropped="open",
)
GOAL_RUNNING = frozenset(_RUNNING_GOAL.split())

SESSION = _table(
    "planned held",
    planned="held cancelled missed",
    held="",
    cancelled="planned",
    missed="planned held",
)

NETWORK_ACTIVITY = _table(
    "planned held",
    planned="held cancelled",
    held="",
    cancelled="planned",
)

# Whoever wants to change a published text takes it back first.
PEER_QUESTION = _table(
    "draft", draft="published", published="draft solved", solved="draft published"
)
PEER_REPLY = _table("draft", draft="published", published="draft")

HANDOVER = _table(
    "draft",
    draft="asked offered cancelled",
    asked="draft offered cancelled",
    offered="accepted refused cancelled",
    accepted="",
    refused="",
    cancelled="",
)
HANDOVER_RUNNING = frozenset("draft asked offered".split())

HANDOVER_OFFER = _table(
    "open",
    open="accepted declined withdrawn",
    accepted="",
    declined="",
    withdrawn="",
)

# What was refused may be taken up again; what has ended is a new referral.
REFERRAL = _table(
    "recommended appointment accepted",
    recommended="appointment accepted refused ended",
    appointment="recommended accepted refused ended",
    accepted="ended",
    refused="recommended",
    ended="",
)
REFERRAL_RUNNING = frozenset("recommended appointment accepted".split())
# Here the other side deals with the matter: what was to be passed on, it has.
REFERRAL_PASSED_ON = frozenset("appointment accepted".split())

TRANSFER_REQUEST = _table(
    "open",
    open="accepted declined withdrawn",
    accepted="",
    declined="",
    withdrawn="",
)

# Whoever writes again after the end is heard again.
FEEDBACK = _table(
    "new",
    new="read clarifying answered closed",
    read="clarifying answered closed",
    clarifying="answered closed",
    answered="clarifying closed",
    closed="clarifying",
)
FEEDBACK_ENDED = frozenset("answered closed".split())
