"""What of an installation is not hardened: facts in, findings out."""

from collections.abc import Callable
from dataclasses import dataclass, field

OK, TODO, UNKNOWN = "ok", "todo", "unknown"

MAX_ADMINISTRATORS = 3
MIN_PASSWORD = 12
MAX_LOCK_MINUTES = 30

# Modules that send data away, and modules that read with raised rights.
SYNC_MODULES = ("google_calendar", "microsoft_calendar")
LOOKUP_MODULES = (
    "base_geolocalize",
    "google_address_autocomplete",
    "partner_autocomplete",
)
PRIVILEGED_MODULES = ("auditlog", "base_automation", "privacy_lookup")


@dataclass(frozen=True)
class Facts:
    """What the server knows about itself; None is what it cannot see."""

    master_password_is_default: bool | None = None
    list_db: bool | None = None
    dbfilter: str | None = None
    db_name: str | None = None
    role_rights: tuple[str, ...] | None = None
    log_is_sealed: bool | None = None
    proxy_mode: bool | None = None
    base_url: str | None = None
    logs_queries: bool | None = None
    dev_modes: tuple[str, ...] | None = None
    runs_tests: bool | None = None
    workers: int | None = None
    time_limits: tuple[int, ...] | None = None
    allows_code: bool | None = None
    plain_mail_servers: int | None = None
    modules: frozenset[str] = field(default_factory=frozenset)
    has_demo: bool | None = None
    second_factor_required: bool | None = None
    users_without_factor: int | None = None
    lock_minutes: int | None = None
    session_hours: int | None = None
    administrators: int | None = None
    managing_administrators: int | None = None
    min_password: int | None = None
    free_signup: bool | None = None


@dataclass(frozen=True)
class Finding:
    """The judgement of one check; `detail` is a number or technical names."""

    code: str
    state: str
    detail: str = ""


def judge(facts: Facts) -> list[Finding]:
    """Return a finding per check: what is to do first, what is well last."""
    findings = [
        Finding(code, _state(rule(facts)), _detail(code, facts))
        for code, rule in RULES.items()
    ]
    order = (TODO, UNKNOWN, OK)
    return sorted(findings, key=lambda finding: order.index(finding.state))


def _state(verdict: bool | None) -> str:
    return {True: OK, False: TODO, None: UNKNOWN}[verdict]


def _detail(code: str, facts: Facts) -> str:
    value = DETAILS[code](facts) if code in DETAILS else None
    if isinstance(value, tuple | list):
        return ", ".join(value)
    return "" if value is None else str(value)


def _not(value: bool | None) -> bool | None:
    return None if value is None else not value


def _at_most(value: int | None, limit: int) -> bool | None:
    return None if value is None else value <= limit


def _within(value: int | None, limit: int) -> bool | None:
    """Tell whether a limit is set (0 is none) and not above `limit`."""
    return None if value is None else 0 < value <= limit


def _none_of(names: tuple[str, ...]) -> Callable[[Facts], bool]:
    return lambda facts: not facts.modules.intersection(names)


def _found(names: tuple[str, ...]) -> Callable[[Facts], list[str]]:
    return lambda facts: sorted(facts.modules.intersection(names))


def _database_is_fixed(facts: Facts) -> bool | None:
    if facts.dbfilter is None and facts.db_name is None:
        return None
    return bool(facts.dbfilter or facts.db_name)


def _is_https(facts: Facts) -> bool | None:
    return None if facts.base_url is None else facts.base_url.startswith("https://")


def _has_limits(facts: Facts) -> bool | None:
    return None if facts.time_limits is None else all(facts.time_limits)


def _long_password(facts: Facts) -> bool | None:
    if facts.min_password is None:
        return None
    return facts.min_password >= MIN_PASSWORD


def _is_live(facts: Facts) -> bool | None:
    if facts.dev_modes is None or facts.runs_tests is None:
        return None
    return not facts.dev_modes and not facts.runs_tests


def _nothing(value: tuple[str, ...] | None) -> bool | None:
    return None if value is None else not value


# In the order in which they are shown; None: this cannot be seen from here.
RULES: dict[str, Callable[[Facts], bool | None]] = {
    "master_password": lambda facts: _not(facts.master_password_is_default),
    "list_db": lambda facts: _not(facts.list_db),
    "second_factor": lambda facts: facts.second_factor_required,
    "people": lambda facts: _at_most(facts.users_without_factor, 0),
    "https": _is_https,
    "proxy_mode": lambda facts: facts.proxy_mode,
    "db_role": lambda facts: _nothing(facts.role_rights),
    "access_log": lambda facts: facts.log_is_sealed,
    "allow_code": lambda facts: _not(facts.allows_code),
    "demo": lambda facts: _not(facts.has_demo),
    "sync": _none_of(SYNC_MODULES),
    "lookup": _none_of(LOOKUP_MODULES),
    "privileged": _none_of(PRIVILEGED_MODULES),
    "signup": lambda facts: _not(facts.free_signup),
    "administrators": lambda facts: _at_most(facts.administrators, MAX_ADMINISTRATORS),
    "both_roles": lambda facts: _at_most(facts.managing_administrators, 0),
    "lock": lambda facts: _within(facts.lock_minutes, MAX_LOCK_MINUTES),
    "session": lambda facts: _within(facts.session_hours, 24),
    "password": _long_password,
    "dbfilter": _database_is_fixed,
    "log_sql": lambda facts: _not(facts.logs_queries),
    "dev_mode": _is_live,
    "mail": lambda facts: _at_most(facts.plain_mail_servers, 0),
    "workers": lambda facts: None if facts.workers is None else facts.workers > 0,
    "limits": _has_limits,
    "disk": lambda _facts: None,
    "backup": lambda _facts: None,
}

DETAILS: dict[str, Callable[[Facts], object]] = {
    "people": lambda facts: facts.users_without_factor,
    "db_role": lambda facts: facts.role_rights,
    "sync": _found(SYNC_MODULES),
    "lookup": _found(LOOKUP_MODULES),
    "privileged": _found(PRIVILEGED_MODULES),
    "administrators": lambda facts: facts.administrators,
    "both_roles": lambda facts: facts.managing_administrators,
    "lock": lambda facts: facts.lock_minutes,
    "session": lambda facts: facts.session_hours,
    "password": lambda facts: facts.min_password,
    "mail": lambda facts: facts.plain_mail_servers,
    "workers": lambda facts: facts.workers,
}
