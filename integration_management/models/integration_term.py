# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models
from odoo.fields import Domain

KINDS = [
    ("access_route", "Way into counselling"),
    ("accommodation", "Form of housing"),
    ("accommodation_phase", "Phase of accommodation"),
    ("benefit", "Benefit"),
    ("childcare", "Childcare"),
    ("closing_reason", "Reason for closing"),
    ("contact_kind", "Kind of contact"),
    ("course", "Course"),
    ("course_entitlement", "Entitlement to a course"),
    ("data_kind", "Kind of data"),
    ("disclosure_basis", "Legal basis for passing on data"),
    ("document_source", "Source of information"),
    ("emergency_ground", "Ground for emergency access"),
    ("employment_permission", "Permission to work"),
    ("enquiry_hint", "Hint on calling back"),
    ("gender", "Gender"),
    ("handover_reason", "Reason for a hand-over"),
    ("health_insurance", "Health insurance"),
    ("identity_document", "Passport and identity"),
    ("interpretation", "Interpretation"),
    ("language", "Language"),
    ("language_certificate", "Language certificate"),
    ("language_level", "Language level"),
    ("level_source", "Source of a language level"),
    ("literacy", "Literacy"),
    ("marital_status", "Marital status"),
    ("municipality", "Municipality"),
    ("network_kind", "Kind of network activity"),
    ("offer_access", "Way into an offer"),
    ("origin", "Country of origin in key figures"),
    ("outcome", "Outcome of a contact"),
    ("participation", "Participation in a course"),
    ("partner_kind", "Kind of network partner"),
    ("position_class", "Qualification class"),
    ("procedure", "Stage of the asylum procedure"),
    ("qualification", "Vocational qualification"),
    ("recognition", "Recognition of qualifications"),
    ("relation", "Relation to the client"),
    ("residence", "Residence status"),
    ("residence_condition", "Residence condition"),
    ("school", "School"),
    ("school_leaving", "School-leaving certificate"),
    ("topic", "Topic"),
    ("work", "Work"),
]


class IntegrationTerm(models.Model):
    """A value of one of the field's value lists.

    Law changes: terms are dated data. A retired term stays on old records and
    vanishes from the pickers.
    """

    _name = "integration.term"
    _description = "Value List Entry"
    _order = "kind, sequence, id"
    _rec_names_search = ["name", "code"]

    kind = fields.Selection(KINDS, required=True, index=True)
    code = fields.Char(required=True)
    name = fields.Char(required=True, translate=True)
    legal_basis = fields.Char()
    group_code = fields.Char(
        string="Statistical group", help="Coarser group used in key figures."
    )
    valid_from = fields.Date(help="First day of validity; empty: always been valid.")
    valid_to = fields.Date(help="Last day of validity; empty: until further notice.")
    is_current = fields.Boolean(
        compute="_compute_is_current", search="_search_is_current"
    )
    sequence = fields.Integer(default=10)
    active = fields.Boolean(default=True)
    note = fields.Text(translate=True)

    _unique_code = models.UniqueIndex(
        "(kind, code)", "The code of a term is unique in its value list."
    )
    _validity_order = models.Constraint(
        "CHECK (valid_from <= valid_to)", "A term must not end before it begins."
    )

    @api.depends("valid_from", "valid_to", "active")
    def _compute_is_current(self):
        current = self.filtered_domain(self._get_current_domain())
        for term in self:
            term.is_current = term in current

    @api.depends("name", "legal_basis")
    @api.depends_context("lang", "formatted_display_name")
    def _compute_display_name(self):
        """Show the name; in pickers the legal basis beside it."""
        is_picker = self.env.context.get("formatted_display_name")
        for term in self:
            term.display_name = term.name
            if is_picker and term.legal_basis:
                term.display_name = f"{term.name} \t --{term.legal_basis}--"

    @api.model
    def _search_is_current(self, operator, value):
        if operator != "in":
            return NotImplemented
        return self._get_current_domain() if True in value else Domain.FALSE

    @api.model
    def _get_current_domain(self):
        """Return the domain of the terms that are valid today."""
        return (
            Domain("active", "=", True)
            & (Domain("valid_from", "=", False) | Domain("valid_from", "<=", "today"))
            & (Domain("valid_to", "=", False) | Domain("valid_to", ">=", "today"))
        )
