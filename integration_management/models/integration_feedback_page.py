# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import base64

from odoo import api, fields, models
from odoo.exceptions import UserError

from ..logic import feedback_codes


class IntegrationFeedbackPage(models.Model):
    """The public page of a carrier's complaint office, and its poster."""

    _name = "integration.feedback.page"
    _description = "Page of a Complaint Office"
    _order = "company_id"
    _rec_name = "company_id"

    company_id = fields.Many2one(
        "res.company",
        string="Carrier",
        required=True,
        index=True,
        default=lambda self: self.env.company,
        ondelete="cascade",
    )
    code = fields.Char(
        required=True,
        readonly=True,
        copy=False,
        default=lambda self: feedback_codes.new_page_code(),
    )
    active = fields.Boolean(default=True)
    phone = fields.Char(help="Another way to the office, for those who do not write.")
    address = fields.Text()
    url = fields.Char(string="Address of the page", compute="_compute_url")
    qr_code = fields.Binary(string="QR code", compute="_compute_qr_code")

    _one_page = models.UniqueIndex("(company_id)", "This carrier has a page already.")
    _unique_code = models.UniqueIndex("(code)", "This code is used already.")

    @api.depends("code")
    def _compute_url(self):
        for page in self:
            page.url = f"{page.get_base_url()}/feedback/{page.code}"

    @api.depends("url")
    def _compute_qr_code(self):
        reports = self.env["ir.actions.report"]
        for page in self:
            picture = reports.barcode("QR", page.url, width=600, height=600)
            page.qr_code = base64.b64encode(picture)

    @api.model_create_multi
    def create(self, vals_list):
        # The code is drawn, not chosen.
        drawn = [{**vals, "code": feedback_codes.new_page_code()} for vals in vals_list]
        return super().create(drawn)

    def write(self, vals):
        if not self.env.su and "code" in vals:
            raise UserError(self.env._("The code of a page is drawn, not chosen."))
        return super().write(vals)

    def action_renew_code(self):
        """Give the page another address; posters with the old one lead nowhere."""
        self.check_access("write")
        for page in self.sudo():  # sudo: nobody writes the code itself
            page.code = feedback_codes.new_page_code()

    def action_open_page(self):
        """Show the page as people see it."""
        self.ensure_one()
        return {"type": "ir.actions.act_url", "url": self.url, "target": "new"}

    @api.model
    def _find(self, code):
        """Return the open page at an address, as superuser."""
        pages = self.sudo()  # sudo: anybody may write to the office
        return pages.search([("code", "=", code or "")], limit=1)

    def _get_today(self):
        """Return the day of the carrier's place, whoever asks from wherever."""
        zone = self.company_id.partner_id.tz or "Europe/Berlin"
        return fields.Date.context_today(self.with_context(tz=zone))

    def _get_poster_lines(self):
        """Return (name, words) of each language on the poster."""
        texts = self.env["integration.client.text"]
        return [
            (name, texts._get_words(code))
            for code, name, _tag, _direction in self.env[
                "integration.language"
            ]._get_offered()
        ]
