# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Keep what stands in case files out of the server's log.

Odoo logs a failed statement with all its values, and tracebacks with messages that
repeat what was sought or entered. Whoever runs the server reads the log.
"""

import logging

import psycopg2

from odoo.models import BaseModel

from .logic import redaction

_EXCEPTION_LOGGERS = (
    "odoo.addons.web.controllers.export",
    "odoo.http",
    "odoo.service.server",
    "odoo.addons.base.models.ir_cron",
)


class _BadQuery(logging.Filter):
    """Leave the literals of failed statements out."""

    def filter(self, record):
        if str(record.msg).startswith("bad query") and len(record.args or ()) == 2:
            query, error = record.args
            record.args = (redaction.scrub_sql(query), redaction.describe(error))
        return True


class _Traceback(logging.Filter):
    """Leave the messages of errors out where case files or the database complain."""

    def filter(self, record):
        error = record.exc_info[1] if record.exc_info else None
        if error and any(map(_may_tell, redaction.chain(error))):
            record.exc_text = redaction.traceback_without_messages(error)
            record.exc_info = None
        return True


def _may_tell(error):
    """Tell whether the message of `error` can repeat what stands in a file."""
    if isinstance(error, psycopg2.Error):
        return True
    trace = error.__traceback__
    while trace:
        if any(map(_is_ours, trace.tb_frame.f_locals.values())):
            return True
        trace = trace.tb_next
    return False


def _is_ours(value):
    return isinstance(value, BaseModel) and value._name.startswith("integration.")


def install():
    """Put the filters in place; once is enough for all databases of the server."""
    filters = {"odoo.sql_db": _BadQuery()}
    filters.update(dict.fromkeys(_EXCEPTION_LOGGERS, _Traceback()))
    for name, log_filter in filters.items():
        logging.getLogger(name).addFilter(log_filter)
