# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import json
from functools import partial
from itertools import chain

from odoo import api, fields, models
from odoo.fields import Domain
from odoo.http import request
from odoo.tools import SQL
from odoo.tools.misc import file_open

from ..logic.periods import access_day

OPERATIONS = [
    ("read", "Opened"),
    ("aggregate", "Counted"),
    ("create", "Added"),
    ("write", "Changed"),
    ("unlink", "Deleted"),
    ("export", "Exported"),
    ("print", "Printed"),
    ("denied", "Refused"),
    ("password", "Password set by somebody else"),
    ("login", "Login changed by somebody else"),
    ("groups", "Rights changed"),
    ("two_factor", "Second factor removed by somebody else"),
    ("api_key", "Programming key made for somebody else"),
    ("rules", "Access rules edited"),
    ("code", "Code entered or refused"),
    ("become", "Superuser mode refused"),
    ("module", "Module removed or refused"),
    ("grant", "Access granted"),
    ("revoke", "Access ended"),
    ("emergency", "Emergency access"),
    ("handover", "Handed over"),
    ("disclose", "Passed on to third parties"),
]
_BUFFER = "integration.access.log"
_GROUP = "integration_management.group_integration_"
_TABLE = "integration_management/security/access_log_table.sql"


class IntegrationAccessLog(models.Model):
    """Who looked at what and when; never what there was to see.

    One row per user, kind of access and transaction, i.e. in general per call. Rows
    can only be added: by the triggers of the table, and once the database is sealed
    (security/access_log_seal.sql) by its rights too, whatever code runs in Odoo.

    Not logged: what the server itself reads as superuser, e.g. to check access.
    """

    _name = "integration.access.log"
    _description = "Access Log"
    _auto = False
    _log_access = False
    _order = "id desc"
    _rec_name = "date"

    date = fields.Datetime(readonly=True)
    # Without a foreign key: the row outlives the user.
    user_id = fields.Many2one("res.users", readonly=True)
    operation = fields.Selection(OPERATIONS, readonly=True)
    records = fields.Json(
        readonly=True,
        groups="integration_management.group_integration_privacy",
        help="Technical names of the models, with the ids of their records.",
    )
    route = fields.Char(
        readonly=True, help="Address that the server was called at; empty: by itself."
    )
    what = fields.Char(string="Kind of data", compute="_compute_what")
    numbers = fields.Char(
        string="Case numbers",
        compute="_compute_numbers",
        search="_search_numbers",
        help="You see the numbers of cases that you may open; the data protection"
        " officer sees all.",
    )

    def init(self):
        """Make the table, unless another role owns it already."""
        if not self._is_sealed():
            with file_open(_TABLE) as script:
                self.env.cr.execute(script.read())

    @api.model
    def _is_sealed(self):
        """Tell whether the table belongs to another role than Odoo's."""
        [(sealed,)] = self.env.execute_query(
            SQL(
                "SELECT EXISTS (SELECT FROM pg_class WHERE oid = to_regclass(%s)"
                " AND NOT pg_has_role(relowner, 'USAGE'))",
                self._table,
            )
        )
        return sealed

    def _compute_what(self):
        model = self.env["ir.model"]
        # sudo: the names of the models are for all readers, the ids are not
        for entry, record in zip(self, self.sudo(), strict=True):  # sudo: see above
            names = {model._get(name).name or name for name in record.records or {}}
            entry.what = ", ".join(sorted(names))

    @api.depends_context("uid")
    def _compute_numbers(self):
        case_ids = self._case_ids()
        cases = self.env["integration.case"].browse({*chain(*case_ids.values())})
        if not self._is_privacy_officer():
            cases = cases._filtered_access("read")
        cases = cases.sudo()  # sudo: the pseudonym only, and of allowed cases
        number = {case.id: case.number for case in cases.exists()}
        for entry in self:
            found = [number[i] for i in case_ids[entry.id] if i in number]
            entry.numbers = ", ".join(sorted(found))

    def _search_numbers(self, operator, value):
        if operator not in ("in", "ilike", "=ilike", "like", "=like"):
            return NotImplemented
        cases = self.env["integration.case"].sudo()  # sudo: ids are matched, not shown
        ids = cases.search([("number", operator, value)]).ids
        return Domain.custom(
            to_sql=lambda _model, alias, _query: SQL(
                "%s && %s::int[]", SQL.identifier(alias, "case_ids"), ids
            )
        )

    def _case_ids(self):
        """Return {id of the row: ids of the cases that it is about}."""
        rows = self.env.execute_query(
            SQL(
                "SELECT id, case_ids FROM integration_access_log WHERE id IN %s",
                tuple(self.ids) or (0,),
            )
        )
        return dict(rows)

    @api.model
    def _is_privacy_officer(self):
        return self.env.user.has_group(f"{_GROUP}privacy")

    @api.model
    def _access_domain(self):
        """Return the rows that the user may see: all, or those about own cases.

        Applied by `ir.rule._compute_domain` whatever the editable rules say.
        """
        if self._is_privacy_officer():
            return Domain.TRUE
        owned = SQL(
            "SELECT case_id FROM integration_case_access WHERE user_id = %s"
            " AND role = 'owner' AND date_from <= %s AND date_to >= %s",
            self.env.uid,
            (today := access_day()),
            today,
        )
        return Domain.custom(
            to_sql=lambda _model, alias, _query: SQL(
                "%s && ARRAY(%s)", SQL.identifier(alias, "case_ids"), owned
            )
        )

    @api.model
    def _log(self, operation, model_name, record_ids=(), case_ids=()):
        """Note an access; it is written once, when the transaction ends well.

        :param operation: one of OPERATIONS
        :param record_ids: what was touched
        :param case_ids: the cases that it belongs to
        """
        cursor = self.env.cr
        # A read-only transaction, as on a replica, needs another one to write in.
        hooks = cursor.postcommit if cursor.readonly else cursor.precommit
        if _BUFFER not in hooks.data:
            hooks.data[_BUFFER] = {}
            hooks.add(partial(self._write_buffer, hooks.data[_BUFFER], cursor.readonly))
        key = (self.env.uid, operation)
        records, cases = hooks.data[_BUFFER].setdefault(key, ({}, set()))
        records.setdefault(model_name, set()).update(record_ids)
        cases.update(case_ids)

    @api.model
    def _log_refusal(self, operation, model_name, record_ids=(), case_ids=()):
        """Note what was refused: written even though the transaction fails."""
        entry = ({model_name: set(record_ids)}, set(case_ids))
        buffer = {(self.env.uid, operation): entry}
        write = partial(self._write_buffer, buffer, apart=True)
        # One of the two happens, and clears the other.
        self.env.cr.postcommit.add(write)
        self.env.cr.postrollback.add(write)

    @api.model
    def _write_buffer(self, buffer, apart):
        route = request.httprequest.path[:128] if request else ""
        values = [
            SQL(
                "(%s, %s, %s, %s::int[], %s)",
                user_id,
                operation,
                json.dumps({name: sorted(ids) for name, ids in records.items()}),
                sorted(cases),
                route,
            )
            for (user_id, operation), (records, cases) in buffer.items()
        ]
        statement = SQL(
            "INSERT INTO integration_access_log"
            " (user_id, operation, records, case_ids, route) VALUES %s",
            SQL(", ").join(values),
        )
        if apart:
            with self.env.registry.cursor() as cursor:
                cursor.execute(statement)
        else:
            self.env.cr.execute(statement)
