# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import re
from datetime import timedelta

from odoo import api, fields, models
from odoo.exceptions import ValidationError
from odoo.fields import Domain

_COORDINATOR = "integration_management.group_integration_coordinator"
_CHANNELS = {
    "phone": re.compile(r"[\d\s()+/.\-–]+"),
    "mail_address": re.compile(r"[^\s@]+@[^\s@]+\.[^\s@]+"),
    "messenger": re.compile(r".+"),
}
_TERM_KINDS = {
    "access_route_id": "access_route",
    "hint_id": "enquiry_hint",
    "language_id": "language",
    "municipality_id": "municipality",
}


class IntegrationEnquiry(models.Model):
    """Somebody asks for counselling: how to call back, and in which language.

    No more than that, and not for long: taken, it becomes a case of the manager's and
    is deleted here, as it is after some days. No name, no text and no messages: what
    is not asked for cannot be told to the wrong person.
    """

    _name = "integration.enquiry"
    _description = "Enquiry"
    _order = "priority desc, received_on, id"
    _check_company_auto = True

    company_id = fields.Many2one(
        "res.company",
        string="Carrier",
        compute="_compute_company_id",
        store=True,
        readonly=False,
        precompute=True,
        required=True,
        index=True,
    )
    site_id = fields.Many2one(
        "integration.site", check_company=True, index="btree_not_null"
    )
    municipality_id = fields.Many2one(
        "integration.term",
        domain="[('kind', '=', 'municipality'), ('is_current', '=', True)]",
    )
    access_route_id = fields.Many2one(
        "integration.term",
        string="Who asks",
        domain="[('kind', '=', 'access_route'), ('is_current', '=', True)]",
    )
    received_on = fields.Date(required=True, default=fields.Date.context_today)
    delete_on = fields.Date(
        string="Deleted on",
        compute="_compute_delete_on",
        help="What has not been taken by then is deleted.",
    )
    priority = fields.Selection(
        [("0", "Normal"), ("1", "Soon")],
        default="0",
        help="Please call back soon. The reason is for the talk, not for this form.",
    )
    channel_kind = fields.Selection(
        [
            ("phone", "Telephone"),
            ("mail_address", "Email"),
            ("messenger", "Messenger"),
        ],
        string="Call back by",
        default="phone",
        required=True,
    )
    channel = fields.Char(
        string="Number or address",
        size=64,
        help="Nothing else: neither name nor reason. There is no note here, because"
        " what somebody needs is told in the talk, to the person who counsels.",
    )
    language_id = fields.Many2one(
        "integration.term",
        domain="[('kind', '=', 'language'), ('is_current', '=', True)]",
    )
    hint_id = fields.Many2one(
        "integration.term",
        string="Hint on calling back",
        domain="[('kind', '=', 'enquiry_hint'), ('is_current', '=', True)]",
        help="From a list, so that nothing about a person gets in.",
    )
    offer_ids = fields.One2many(
        "integration.enquiry.offer", "enquiry_id", groups=_COORDINATOR
    )
    state = fields.Selection(
        [("new", "New"), ("offered", "Offered")],
        compute="_compute_state",
        compute_sudo=True,
        store=True,
        index=True,
        group_expand="_read_group_states",
    )

    @api.depends("site_id")
    def _compute_company_id(self):
        for enquiry in self:
            company = enquiry.site_id.company_id or enquiry.company_id
            enquiry.company_id = company or self.env.company

    @api.depends("received_on", "company_id")
    def _compute_delete_on(self):
        for enquiry in self:
            days = enquiry.company_id.integration_enquiry_days
            received = enquiry.received_on
            enquiry.delete_on = received and received + timedelta(days=days)

    @api.depends("offer_ids")
    def _compute_state(self):
        for enquiry in self:
            enquiry.state = "offered" if enquiry.offer_ids else "new"

    @api.model
    def _read_group_states(self, states, domain):
        """Show both columns to coordinators; managers only see what is offered."""
        is_coordinator = self.env.user.has_group(_COORDINATOR)
        return self._fields["state"].get_values(self.env) if is_coordinator else states

    @api.depends("received_on")
    def _compute_display_name(self):
        """Show nothing but a number: links and activities tell it to others."""
        for enquiry in self:
            number = enquiry._origin.id
            enquiry.display_name = (
                self.env._("Enquiry %(number)s", number=number)
                if number
                else self.env._("New enquiry")
            )

    @api.model
    def _access_domain(self):
        """Return the enquiries that the user may see.

        Coordinators: their carriers'. Managers: what is offered to them, while it is.
        Applied by `ir.rule._compute_domain` whatever the editable rules say.
        """
        mine = [("user_id", "=", self.env.uid), ("valid_until", ">=", "today")]
        domain = Domain("offer_ids", "any", mine)
        user = self.env.user
        if user.has_group(_COORDINATOR):
            domain |= Domain("company_id", "in", user._get_company_ids())
        return domain

    @api.constrains("received_on")
    def _check_received_on(self):
        today = fields.Date.context_today(self)
        for enquiry in self:
            if enquiry.received_on > today:
                raise ValidationError(
                    self.env._("An enquiry cannot be received in the future.")
                )

    @api.constrains("channel", "channel_kind")
    def _check_channel(self):
        for enquiry in self.filtered("channel"):
            if not _CHANNELS[enquiry.channel_kind].fullmatch(enquiry.channel.strip()):
                raise ValidationError(
                    self.env._(
                        "Please enter the telephone number or the address only, without"
                        " names or other text; choose how to call back beside it."
                    )
                )

    @api.constrains(*_TERM_KINDS)
    def _check_terms(self):
        for enquiry in self:
            for name, kind in _TERM_KINDS.items():
                if enquiry[name] and enquiry[name].kind != kind:
                    raise ValidationError(
                        self.env._("Please choose terms from the lists offered.")
                    )

    def write(self, vals):
        if "received_on" in vals and not self.env.su:
            day = fields.Date.to_date(vals["received_on"])
            if any(not day or day > enquiry.received_on for enquiry in self):
                raise ValidationError(
                    self.env._("The day of an enquiry cannot be put off.")
                )
        return super().write(vals)
