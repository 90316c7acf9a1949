"""Keys to a client's page: a code on a card, a PIN, and how guessing is stopped."""

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

# Without letters and digits that are taken for each other.
ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
CODE_LENGTH = 20
PIN_LENGTH = 6
FAILURES_TO_LOCK = 5
FAILURES_TO_END = 20
FIRST_LOCK = timedelta(minutes=15)
IDLE = timedelta(minutes=20)
LONGEST = timedelta(hours=8)


def new_code() -> str:
    """Return a random code of 100 bits."""
    return "".join(secrets.choice(ALPHABET) for _each in range(CODE_LENGTH))


def new_pin() -> str:
    """Return a random PIN of six digits."""
    return f"{secrets.randbelow(10**PIN_LENGTH):0{PIN_LENGTH}}"


def in_groups(code: str) -> str:
    """Return a code as it stands on the card: in groups of four."""
    return "-".join(code[i : i + 4] for i in range(0, len(code), 4))


def normalize(code: str | None) -> str:
    """Return what was typed as the code that it means; empty if it is none."""
    letters = "".join(filter(str.isalnum, (code or "")[:80].upper()))
    is_code = len(letters) == CODE_LENGTH and set(letters) <= set(ALPHABET)
    return letters if is_code else ""


def digest(code: str) -> str:
    """Return what is stored of a code; its randomness makes a plain hash enough."""
    return hashlib.sha256(code.encode()).hexdigest()


@dataclass(frozen=True)
class Guessing:
    """Failed sign-ins since the last one that worked."""

    failures: int = 0
    locked_until: datetime | None = None

    @property
    def is_over(self) -> bool:
        """Tell whether the card has been tried too often to work ever again."""
        return self.failures >= FAILURES_TO_END

    def is_locked(self, now: datetime) -> bool:
        return bool(self.locked_until and self.locked_until > now)

    def fail(self, now: datetime) -> "Guessing":
        """Return the state after one more failure: each fifth one locks for longer."""
        failures = self.failures + 1
        rounds, rest = divmod(failures, FAILURES_TO_LOCK)
        if rest or not rounds:
            return Guessing(failures, self.locked_until)
        return Guessing(failures, now + FIRST_LOCK * 2 ** (rounds - 1))


def is_session_over(since: float, seen: float, now: float) -> bool:
    """Tell whether a visit has ended: idle for too long, or too long altogether.

    :param since: when it began; all three in seconds since the epoch
    :param seen: when the last page was opened
    """
    idle, whole = IDLE.total_seconds(), LONGEST.total_seconds()
    return not (0 <= now - seen <= idle and 0 <= now - since <= whole)
