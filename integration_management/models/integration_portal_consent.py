# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import SUPERUSER_ID, api, fields, models
from odoo.tools import SQL

from .integration_portal import GERMAN

# Newest decisions first; what was decided long ago comes at the end.
_ORDER = ("asked", "given", "declined", "withdrawn", "expired")
# What can only be decided together: who, what and how long must be filled in first.
_TOGETHER = frozenset({"handover"})


class IntegrationPortal(models.AbstractModel):
    """A client's decisions: seen, withdrawn with one tap, made if they were asked."""

    _inherit = "integration.portal"

    @api.model
    def _get_consents(self, key):
        """Return the decisions, with the words that were shown."""
        case = key.case_id.with_context(lang=GERMAN)
        consents = case.consent_ids.sorted("id", reverse=True)
        consents = consents.sorted(lambda consent: _ORDER.index(consent.state))
        return [self._get_consent(consent) for consent in consents]

    @api.model
    def _get_consent(self, consent):
        is_asked = consent.state == "asked"
        text = consent.text_id
        german = text._get_german() if is_asked and text else text.browse()
        is_definite = consent.purpose != "recipient" or (
            consent.recipient_label and consent._names_data()
        )
        may_say = is_asked and text and is_definite and consent.purpose not in _TOGETHER
        return {
            "id": consent.id,
            "purpose": consent.purpose,
            "title": text.title if is_asked else consent.text_title,
            "text": text.body if is_asked else consent.text_shown,
            "language": consent.text_language,
            "is_unchecked": text.is_unchecked,
            "german_title": german.title,
            "german_text": german.body,
            "state": consent.state,
            "recipient": consent.recipient_label,
            "data": consent._get_data_names(),
            "day": consent.withdrawn_on or consent.decided_on,
            "valid_until": consent.valid_until,
            "may_withdraw": consent.state == "given",
            "may_say": bool(may_say),
        }

    @api.model
    def _withdraw(self, key, consent_id):
        """Withdraw one consent; whatever rests on it ends in the same moment.

        :return: the purpose, or None if there is no such consent
        """
        consent = key.case_id.consent_ids.filtered(
            lambda c: c.id == consent_id and c.state == "given"
        )
        if not consent:
            return None
        consent.withdrawal_form = "digital"
        consent.action_withdraw()
        return consent.purpose

    @api.model
    def _decide(self, key, consent_id, is_yes):
        """Keep the answer to a question that was put; nothing is asked anew here.

        :return: whether there was such a question
        """
        consent = key.case_id.consent_ids.filtered(lambda c: c.id == consent_id)
        if not consent or not self._get_consent(consent)["may_say"]:
            return False
        consent.write({"form": "digital", "explained_how": "self_read"})
        if is_yes:
            consent.action_give()
        else:
            consent.action_decline()
        return True

    @api.model
    def _get_people(self, key):
        """Return who may open the file now, and who did in the last year."""
        rows = key.case_id.access_ids.filtered("is_in_force")
        return {
            "may": [
                {
                    "name": row.user_id.name,
                    "role": row.role,
                    "until": row.date_to if row.role != "owner" else None,
                }
                for row in rows
            ],
            "looked": self._get_looks(key.case_id),
            "received": [
                {
                    "who": disclosure.recipient_label,
                    "what": ", ".join(
                        disclosure.kind_ids.with_context(lang=GERMAN).mapped("name")
                    ),
                    "day": disclosure.disclosed_on,
                }
                for disclosure in key.case_id.disclosure_ids
            ],
        }

    @api.model
    def _get_looks(self, case):
        """Return per person: on how many days they opened the file, and when last."""
        year = fields.Datetime.subtract(fields.Datetime.now(), years=1)
        rows = self.env.execute_query_dict(
            SQL(
                """
                SELECT partner.name, count(DISTINCT log.date::date) AS days,
                       max(log.date)::date AS last
                  FROM integration_access_log log
                  JOIN res_users ON res_users.id = log.user_id
                  JOIN res_partner partner ON partner.id = res_users.partner_id
                 WHERE log.case_ids && ARRAY[%s] AND log.date > %s
                   AND log.user_id NOT IN %s
              GROUP BY partner.id ORDER BY last DESC, partner.name
                """,
                case.id,
                year,
                self._get_nobodies(),
            )
        )
        return rows

    @api.model
    def _get_nobodies(self):
        """Return the users that are no people: the server, and clients themselves."""
        return (SUPERUSER_ID, self.env.ref("base.public_user").id)
