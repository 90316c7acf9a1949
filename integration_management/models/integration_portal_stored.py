# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from babel.dates import format_date

from odoo import api, fields, models
from odoo.fields import Domain

from .integration_portal import GERMAN

_PERSON = (
    "first_name",
    "last_name",
    "birth_date",
    "birth_year",
    "gender_id",
    "marital_status_id",
    "nationality_ids",
    "language_ids",
    "phone",
    "messenger",
    "mail_address",
    "street",
    "zip",
    "city",
)
_LIMIT = 60
_TEXT_LENGTH = 2000


class IntegrationPortal(models.AbstractModel):
    """What is stored about a client, and what they may ask for.

    Notes of talks are told of but not shown: others may be named in them. They come
    with the copy that the client can ask for.
    """

    _inherit = "integration.portal"

    @api.model
    def _get_stored(self, key):
        """Return the client's own data, in the words of the file."""
        case = key.case_id.with_context(lang=GERMAN)
        sessions = case.session_ids.sorted("start", reverse=True)
        return {
            "number": case.number,
            "person": [
                (name, value)
                for name in _PERSON
                if (value := self._get_value(case, name))
            ],
            "household": [
                (member.person_name or member.case_id.number, member.relation_id.name)
                for member in case.household_member_ids
            ],
            "facts": [self._get_fact(fact) for fact in case.circumstance_ids],
            "sessions": [
                (session.start.date(), session.kind_id.name)
                for session in sessions[:_LIMIT]
            ],
            "session_count": len(sessions),
            "note_count": len(sessions.filtered("note")),
            "referrals": [
                (referral.label, referral.referred_on) for referral in case.referral_ids
            ],
        }

    @api.model
    def _get_fact(self, fact):
        """Return what a fact of life is about, and what it says."""
        parts = (fact.term_id.name, fact.level_id.name, fact.summary)
        return fact._get_kind_label(), " · ".join(filter(None, parts))

    @api.model
    def _get_value(self, case, name):
        field, value = case._fields[name], case[name]
        if field.relational:
            return ", ".join(value.mapped("name"))
        if field.type == "date":
            return value and format_date(value, locale="de")
        return value

    @api.model
    def _get_requests(self, key):
        """Return what the client asked for about their data, newest first."""
        return [
            {
                "kind": request.kind,
                "text": request.text,
                "received_on": request.received_on,
                "deadline": request.deadline,
                "state": request.state,
                "answer": request.answer,
                "answered_on": request.answered_on,
            }
            for request in key.case_id.rights_request_ids.sorted("id", reverse=True)
        ]

    @api.model
    def _ask(self, key, kind, text):
        """Make a request about the client's data; the same one is not made twice.

        :return: whether there is such a kind of request
        """
        requests = key.case_id.rights_request_ids
        if kind not in requests._fields["kind"].get_values(self.env):
            return False
        text = (text or "").strip()[:_TEXT_LENGTH]
        running = requests.filtered(
            lambda r: r.state == "received" and (r.kind, r.text or "") == (kind, text)
        )
        if not running:
            requests.create(
                {
                    "case_id": key.case_id.id,
                    "kind": kind,
                    "text": text,
                    "channel": "portal",
                    "received_on": fields.Date.context_today(self),
                }
            )
        return True

    @api.model
    def _get_offers(self, key):
        """Return what there is near the client; first what speaks their language."""
        case = key.case_id
        offers = self.env["integration.offer"].sudo()  # sudo: an open directory
        offers = offers.with_context(lang=GERMAN)
        near = offers._get_near_domain(case.site_id) if case.site_id else Domain.TRUE
        found = offers.search(near, limit=200)
        found = found.sorted(lambda offer: not (offer.language_ids & case.language_ids))
        return [self._get_offer(offer) for offer in found[:_LIMIT]]

    @api.model
    def _get_offer(self, offer):
        return {
            "name": offer.name,
            "description": offer.description,
            "areas": [(area.code, area.name) for area in offer.area_ids],
            "provider": offer.provider_id.name,
            "address": offer.address,
            "phone": offer.contact_phone,
            "hours": offer.opening_hours,
            "is_free": offer.is_free,
            "languages": [(term.code, term.name) for term in offer.language_ids],
        }

    @api.model
    def _get_request_kinds(self):
        """Return the keys of what can be asked for."""
        return (
            self.env["integration.rights.request"]._fields["kind"].get_values(self.env)
        )
