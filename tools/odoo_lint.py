"""Odoo's own checks of models, names and routes, run on our addon."""

import contextlib

from tools import config, databases, loggate, odoo_run, results

CLASSES = (
    "TestNaming",
    "TestIndex",
    "TestLintOverrideSignatures",
    "RoutesLinter",
    "TestTestHoles",
)


@contextlib.contextmanager
def database(setup):
    """Give a database with the addon, and what Odoo's checks said about it."""
    name = databases.name_for("lint")
    databases.clone(setup, name)
    tags = ",".join(f"/test_lint:{cls}" for cls in CLASSES)
    options = ["-i", f"{config.ADDON},test_lint", "--stop-after-init", "--no-http"]
    options += ["--test-tags", tags]
    status = odoo_run.odoo(setup, name, options, "lint", check=False)
    text = odoo_run.log_file("lint").read_text(errors="replace")
    faults = loggate.complaints(text)
    result = results.of_odoo(text)
    if not faults and (status or not result or not result.passed):
        faults = text.splitlines()[-15:]
    try:
        yield name, faults
    finally:
        databases.drop(setup, name)
