# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from datetime import timedelta

from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.fields import Domain

from ..logic import kanonymity
from .integration_figures import REPORTING

# What a person enters; the rest is the server's.
_ENTERED = frozenset({"name", "recipient", "company_ids", "k"})
_KEPT_DAYS = 30


class IntegrationEvaluation(models.Model):
    """An export for research: closed cases whose clients agreed, nobody to be found.

    Each case goes out once at most, so that two exports cannot be compared to learn
    about anybody. Of the rows nothing is kept but the file itself, for some days.
    """

    _name = "integration.evaluation"
    _description = "Evaluation Export"
    _order = "id desc"

    name = fields.Char(required=True, help="What is studied.")
    recipient = fields.Char(help="Who gets the file, e.g. a university.")
    company_ids = fields.Many2many(
        "res.company",
        "integration_evaluation_company_rel",
        string="Carriers",
        required=True,
        default=lambda self: self.env.user.company_ids,
    )
    k = fields.Integer(
        string="Smallest group",
        default=kanonymity.MIN_K,
        required=True,
        aggregator=None,
        help="Of each row there are at least as many that look the same.",
    )
    state = fields.Selection(
        [("draft", "Draft"), ("exported", "Exported")],
        default="draft",
        required=True,
        readonly=True,
        copy=False,
    )
    preview = fields.Html(readonly=True, copy=False)
    exported_on = fields.Date(readonly=True, copy=False)
    exported_by_id = fields.Many2one("res.users", readonly=True, copy=False)
    row_count = fields.Integer(
        string="Rows", readonly=True, copy=False, aggregator=None
    )
    fingerprint = fields.Char(
        readonly=True, copy=False, help="SHA-256 of the table in the file."
    )
    file = fields.Binary(readonly=True, copy=False, attachment=False)
    file_name = fields.Char(compute="_compute_file_name")
    file_until = fields.Date(
        string="File kept until",
        readonly=True,
        copy=False,
        help="Until then you can fetch the same file again.",
    )

    # In steps: trying one number after the other must not tell how many there are.
    _least_k = models.Constraint(
        f"CHECK (k >= {kanonymity.MIN_K} AND k % {kanonymity.MIN_K} = 0)",
        "The smallest group is 5 or a multiple of it.",
    )

    @api.model
    def _access_domain(self):
        """Return the exports whose carriers are all the user's own; see `ir.rule`."""
        if not self.env.user.has_group(REPORTING):
            return Domain.FALSE
        carriers = self.env.user.company_ids.ids
        foreign = Domain("company_ids", "any", [("id", "not in", carriers)])
        return Domain("company_ids", "in", carriers) & ~foreign

    @api.constrains("company_ids")
    def _check_company_ids(self):
        if not all(evaluation.company_ids for evaluation in self):
            raise ValidationError(self.env._("Please choose at least one carrier."))

    def _compute_file_name(self):
        self.file_name = "evaluation.zip"

    @api.model_create_multi
    def create(self, vals_list):
        for vals in vals_list:
            self._check_entered(vals)
        return super().create(vals_list)

    def write(self, vals):
        self._check_entered(vals)
        if not self.env.su and "exported" in self.mapped("state"):
            raise UserError(
                self.env._("What was exported does not change. Please make a new one.")
            )
        if vals.keys() & {"company_ids", "k"}:
            vals = {**vals, "preview": False}
        return super().write(vals)

    @api.ondelete(at_uninstall=False)
    def _unlink_except_exported(self):
        if "exported" in self.mapped("state"):
            raise UserError(
                self.env._("What was exported stays on record: to whom, and when.")
            )

    def action_preview(self):
        """Show what would be in the file, and what would be lost; nothing goes out."""
        for evaluation in self:
            evaluation.check_access("write")
            evaluation._check_draft()
            release = evaluation._anonymise(evaluation._collect())
            html = evaluation._render_preview(release)
            evaluation.sudo().preview = html  # sudo: nobody but the server writes it

    def action_export(self):
        """Make the file; :meth:`action_download` fetches it.

        :raise UserError: when nobody could hide in it
        """
        self.ensure_one()
        self.check_access("write")
        self._check_draft()
        facts = self._collect()
        release = self._anonymise(facts)
        content, fingerprint = self._make_file(release)
        self._mark([facts[place] for place in release.kept])
        today = fields.Date.context_today(self)
        self.sudo().write(  # sudo: nobody but the server writes these
            {
                "state": "exported",
                "exported_on": today,
                "exported_by_id": self.env.uid,
                "row_count": len(release.rows),
                "fingerprint": fingerprint,
                "file": content,
                "file_until": today + timedelta(days=_KEPT_DAYS),
                "preview": self._render_preview(release),
            }
        )

    def action_download(self):
        """Fetch the file, or fetch it again."""
        self.ensure_one()
        if not self.file_until:
            raise UserError(
                self.env._("The file is not kept any more. The fingerprint is.")
            )
        log = self.env["integration.access.log"]
        log._log("export", self._name, self.ids)
        return {
            "type": "ir.actions.act_url",
            "url": f"/web/content/{self._name}/{self.id}/file/{self.file_name}"
            "?download=true",
            "target": "download",
        }

    @api.autovacuum
    def _gc_files(self):
        """Forget the rows; that there was an export stays."""
        old = self.search([("file_until", "<", "today")])
        old.write({"file": False, "file_until": False})

    def _check_entered(self, vals):
        if not self.env.su and vals.keys() - _ENTERED:
            raise AccessError(
                self.env._("Results of an evaluation export are not entered.")
            )

    def _check_draft(self):
        if self.state != "draft":
            raise UserError(
                self.env._("What was exported does not change. Please make a new one.")
            )
