# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from dateutil.relativedelta import relativedelta

from odoo import api, fields, models, tools
from odoo.fields import Domain
from odoo.tools import html2plaintext

# What of a session was entrusted.
ENTRUSTED = ("note", "client_summary", "client_steps")


class IntegrationWithheldNote(models.Model):
    """What a client entrusted to one person, who no longer has the case.

    Taken out of the file at its hand-over, and without any link to it: the successor
    cannot get there. It goes after some months, or with the file, by its number.
    """

    _name = "integration.withheld.note"
    _description = "Withheld Note"
    _order = "date desc, id desc"
    _rec_name = "number"

    number = fields.Char(string="Case number", readonly=True, index=True)
    user_id = fields.Many2one(
        "res.users", required=True, readonly=True, index=True, ondelete="cascade"
    )
    date = fields.Date(readonly=True)
    kind = fields.Selection(
        [("session", "Note on a session"), ("history", "Note in the history")],
        readonly=True,
    )
    text = fields.Text(readonly=True)
    delete_on = fields.Date(
        string="Kept until", readonly=True, index=True, help="Deleted on this day."
    )

    @api.model
    @tools.ormcache("self.env.uid")
    def _access_domain(self):
        """Return the user's own notes; see `ir.rule`."""
        return Domain("user_id", "=", self.env.uid)

    @api.model
    def _withhold(self, case):
        """Take all entrusted notes out of a case, for its present owner.

        Notes of deputies and former owners too: the client said yes to none of them.
        """
        sessions = self.env["integration.session"].sudo()  # sudo: called by successor
        told = Domain.OR(Domain(name, "!=", False) for name in ENTRUSTED)
        sessions = sessions.search(Domain("case_id", "=", case.id) & told)
        rows = [
            {
                "kind": "session",
                "date": fields.Datetime.context_timestamp(s, s.start).date(),
                "text": "\n\n".join(s[name] for name in ENTRUSTED if s[name]),
            }
            for s in sessions
        ]
        messages = self._get_messages(case)
        scheduled = self._get_scheduled(case)
        rows += [self._prepare_history(m, m.date) for m in messages]
        rows += [self._prepare_history(m, m.scheduled_date) for m in scheduled]
        months = case.company_id.integration_withheld_months
        common = {
            "number": case.number,
            "user_id": case.manager_id.id,
            "delete_on": fields.Date.context_today(self) + relativedelta(months=months),
        }
        own = self.sudo()  # sudo: nobody writes here
        notes = own.create([{**common, **row} for row in rows])
        sessions.write(dict.fromkeys(ENTRUSTED, False))
        written = [*messages, *scheduled]
        for note, message in zip(notes[len(sessions) :], written, strict=True):
            files = message.attachment_ids
            files.write({"res_model": self._name, "res_id": note.id})
        messages.unlink()
        scheduled.unlink()
        # Done activities keep what was noted, which is in the history, too.
        activities = case.sudo().with_context(active_test=False)  # sudo: see above
        activities.activity_ids.filtered(lambda a: not a.active).unlink()

    @api.model
    def _prepare_history(self, message, moment):
        return {
            "kind": "history",
            "date": fields.Datetime.context_timestamp(self, moment).date(),
            "text": html2plaintext(message.body or ""),
        }

    @api.model
    def _get_messages(self, case):
        """Return what people wrote in the history of a case, whatever the way."""
        messages = self.env["mail.message"].sudo()  # sudo: whoever wrote them
        found = messages.search(
            [("model", "=", case._name), ("res_id", "=", case.id)], order="id"
        )
        languages = [code for code, _name in self.env["res.lang"].get_installed()]
        by_odoo = {case.with_context(lang=c)._creation_message() for c in languages}
        return found.filtered(
            lambda m: (
                m.attachment_ids
                or html2plaintext(m.body or "").strip() not in by_odoo | {""}
            )
        )

    @api.model
    def _get_scheduled(self, case):
        """Return what people wrote to be posted in the history later."""
        scheduled = self.env["mail.scheduled.message"].sudo()  # sudo: see above
        return scheduled.search([("model", "=", case._name), ("res_id", "=", case.id)])

    @api.model
    def _forget(self, numbers):
        """Delete the notes that were kept back from these deleted cases."""
        notes = self.sudo()  # sudo: the file is gone, and with it what was told
        notes.search([("number", "in", numbers)]).unlink()

    @api.autovacuum
    def _gc_old(self):
        """Delete what was kept long enough."""
        old = self.search([("delete_on", "<=", fields.Date.today())], limit=1000)
        old.unlink()
