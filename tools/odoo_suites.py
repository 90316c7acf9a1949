"""./dev test --odoo: Odoo's own tests beside the addon."""

import re

from tools import config, databases, odoo_run, results
from tools.console import say, step
from tools.results import Result

# What the addon changes the behaviour of.
SUITES = ("mail", "calendar", "portal", "contacts", "hr_calendar")
TAGS = ",".join(f"/{module}" for module in SUITES)
NO_SECOND_FACTOR = """
    INSERT INTO ir_config_parameter (key, value)
    VALUES ('integration_management.second_factor', 'off')
"""
FAILED = re.compile(
    r"^\S+ \S+ \d+ ERROR \S+ (\S+): (?:FAIL|ERROR): (.+)$", re.MULTILINE
)


def check(setup, with_addon=True):
    """Run the suites without demo data, with the addon or as the baseline."""
    purpose = "odoo" if with_addon else "odoo_baseline"
    step(f"Odoo's own tests {'with' if with_addon else 'WITHOUT'} the addon: {TAGS}")
    database = databases.name_for(purpose)
    databases.clone(setup, database)
    modules = [*SUITES, config.ADDON] if with_addon else SUITES
    options = ["-i", ",".join(modules), "--stop-after-init", "--no-http"]
    odoo_run.odoo(setup, database, options, f"{purpose}-install")
    if with_addon:
        # Their administrator logs in with a password, as all users of tests do.
        databases.sql(setup, NO_SECOND_FACTOR, database)
    # Only tests of modules that are installed or updated run: all of them need mail.
    options = ["-u", "mail", "--stop-after-init", "--test-tags", TAGS]
    options += ["--screenshots", str(odoo_run.log_file(purpose).with_suffix(""))]
    status = odoo_run.odoo(setup, database, options, purpose, check=False)
    log = odoo_run.log_file(purpose)
    result = _result(log.read_text(errors="replace"), status)
    say(f"The whole log is in {log}")
    databases.drop(setup, database)
    return result


def _result(text, status):
    for logger, name in FAILED.findall(text):
        say(f"    {name}    {logger}")
    result = results.of_odoo(text) or Result()
    if status and not result.failed:
        # Odoo ended badly without a failed test: that is a failure of its own.
        say("\n".join(text.splitlines()[-25:]))
        result += Result(0, 1)
    return result
