# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from markupsafe import Markup

from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.tools import format_date, html2plaintext, plaintext2html

from odoo.addons.base.models.ir_mail_server import MailDeliveryException

from ..logic import anonymity

# Kinds of data that an e-mail may carry -> where the case has them. Never what is
# specially protected: e-mails are read by others on their way.
MAILABLE = {
    "name": "person_name",
    "phone": "phone",
    "email": "mail_address",
    "birth_date": "birth_date",
    "nationality": "nationality_ids",
    "spoken_language": "language_ids",
}
# What betrays the client in a text -> the kind of data that allows it there.
_ALLOWED_BY = {
    "name": "name",
    "number": "phone",
    "mail": "email",
    "birth_date": "birth_date",
}


class IntegrationReferral(models.Model):
    """Asks a provider by e-mail, neutrally; the draft stays in the client's file.

    The e-mail is sent at once and deleted within the same transaction: neither the
    queue nor the provider's contact ever has it.
    """

    _inherit = "integration.referral"

    mail_to = fields.Char(related="provider_id.email", string="Send to")
    mail_subject = fields.Char(string="Subject", copy=False)
    mail_body = fields.Text(string="Text", copy=False)
    mail_kind_ids = fields.Many2many(
        "integration.term",
        "integration_referral_mail_kind_rel",
        string="Data that go with it",
        domain="[('kind', '=', 'data_kind'), ('id', 'in', mail_choice_ids)]",
        copy=False,
    )
    mail_choice_ids = fields.Many2many(
        "integration.term",
        compute="_compute_mail_choice_ids",
        compute_sudo=False,
        exportable=False,
    )
    mailed_on = fields.Date(string="Asked by e-mail on", readonly=True, copy=False)

    @api.depends("provider_id", "release_id.state", "case_id")
    def _compute_mail_choice_ids(self):
        """Offer what a release covers today, and what the file has."""
        today = fields.Date.context_today(self)
        consents = self.env["integration.consent"]
        for referral in self:
            case, provider = referral.case_id, referral.provider_id
            releases = consents._get_releases(case, provider, False, today)
            kinds = releases[:1].data_kind_ids.filtered(lambda k: k.code in MAILABLE)
            referral.mail_choice_ids = kinds.filtered(
                lambda k, case=case: case[MAILABLE[k.code]]
            )

    def action_draft_mail(self):
        """Open the e-mail to the provider, neutral words filled in."""
        self.ensure_one()
        self._check_mailable()
        if not self.mail_body:
            self._draft_mail()
        view = self.env.ref(
            "integration_management.integration_referral_view_form_mail"
        )
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("E-mail to the provider"),
            "res_model": self._name,
            "res_id": self.id,
            "views": [(view.id, "form")],
            "target": "new",
        }

    def action_send_mail(self):
        """Send the e-mail as it was drafted; what went with it is in the register.

        :raise UserError: when nothing was sent; the draft stays as it is
        """
        self.ensure_one()
        self._check_mailable()
        self._check_neutral()
        if self.mail_kind_ids:
            self._pass_on(self.mail_kind_ids, "email")
        vals = {
            "subject": self.mail_subject,
            "body_html": self._get_mail_html(),
            "email_to": self.provider_id.email_formatted,
            "email_from": self.env.user.email_formatted,
            "reply_to": self.env.user.email_formatted,
            "author_id": self.env.user.partner_id.id,
            "auto_delete": True,
        }
        self.mailed_on = fields.Date.context_today(self)
        self._clear_mail()
        self.env.flush_all()  # Nothing may fail once the e-mail is out.
        mail = self.env["mail.mail"].sudo().create(vals)  # sudo: deleted right away
        try:
            mail.send(raise_exception=True)
        except (MailDeliveryException, OSError):
            raise self._get_unsent_error() from None
        if mail.exists():
            raise self._get_unsent_error()
        return {"type": "ir.actions.act_window_close"}

    def action_discard_mail(self):
        """Throw the draft away."""
        self._clear_mail()
        return {"type": "ir.actions.act_window_close"}

    def _check_mailable(self):
        self.check_access("write")
        if not self.is_running:
            raise UserError(self.env._("This referral is over."))
        if not self.mail_to:
            raise UserError(
                self.env._("Please enter the provider's e-mail address in its contact.")
            )
        if not self.env.user.email:
            raise UserError(
                self.env._(
                    "Please enter your e-mail address in your profile: the provider's"
                    " answer goes there."
                )
            )

    def _check_neutral(self):
        """Refuse texts that tell who the client is, beyond what was ticked.

        :raise UserError: naming the kind of what was found, never the words
        """
        if not (self.mail_subject and self.mail_body):
            raise UserError(self.env._("Please write a subject and a text."))
        ticked = set(self.mail_kind_ids.mapped("code"))
        if not ticked <= MAILABLE.keys():
            raise UserError(
                self.env._(
                    "Some of these data do not go by e-mail. Please pass them on by"
                    " phone or letter."
                )
            )
        found = set(self._find_client(self.mail_subject))
        found |= {
            kind
            for kind in self._find_client(self.mail_body)
            if _ALLOWED_BY.get(kind) not in ticked
        }
        if found:
            labels = self.env["integration.anonymity"]._get_finding_labels()
            raise UserError(
                self.env._(
                    "The e-mail tells who it is about (%(kinds)s). Please remove that"
                    " from the subject; in the text it may stand if the client released"
                    " it and it is ticked.",
                    kinds=", ".join(sorted(labels[kind] for kind in found)),
                )
            )

    def _find_client(self, text):
        """Return the kinds of what tells of this client in `text`."""
        case = self.case_id
        findings = anonymity.find(
            text,
            names=[case.first_name, case.last_name],
            known_numbers=[case.phone, case.messenger],
            mails=[case.mail_address],
            birth_dates=[case.birth_date],
        )
        return [finding.kind for finding in findings]

    def _draft_mail(self):
        """Fill in the words of the template, in the provider's language."""
        template = self.env.ref("integration_management.mail_template_referral")
        provider = self.provider_id

        def render(name):
            values = template._render_field(name, provider.ids, compute_lang=True)
            return values[provider.id]

        body = html2plaintext(render("body_html")).strip()
        self.write({"mail_subject": render("subject"), "mail_body": body})

    def _get_mail_html(self):
        """Return the text, with the ticked data below."""
        lang = self.provider_id.lang or self.env.lang
        lines = [
            Markup("%s: %s<br/>") % (kind.name, self._get_mail_value(kind))
            for kind in self.mail_kind_ids.with_context(lang=lang)
        ]
        html = plaintext2html(self.mail_body)
        return html + Markup("<p>%s</p>") % Markup("").join(lines) if lines else html

    def _get_mail_value(self, kind):
        """Return what the case says of a kind of data, as text."""
        name = MAILABLE[kind.code]
        value = self.case_id.with_context(lang=kind.env.lang)[name]
        if isinstance(value, models.BaseModel):
            return ", ".join(value.mapped("name"))
        return value if isinstance(value, str) else format_date(kind.env, value)

    def _clear_mail(self):
        """Forget the draft."""
        self.write({"mail_subject": False, "mail_body": False, "mail_kind_ids": False})

    def _get_unsent_error(self):
        return UserError(
            self.env._(
                "The e-mail could not be sent, and nothing was passed on. Please try"
                " again later, or ask your administration about the outgoing mail"
                " server."
            )
        )
