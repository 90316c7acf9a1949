# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models
from odoo.exceptions import AccessError
from odoo.fields import Command, Domain

from ..logic import numbers, states
from ..logic.periods import FOREVER


class IntegrationCase(models.Model):
    """One file on one person: it *is* the client record, never a contact.

    Known to everybody else by its random number only.
    """

    _name = "integration.case"
    _inherit = [
        "integration.protected",
        "integration.stateful",
        "integration.person",
        "mail.thread",
        "mail.activity.mixin",
    ]
    _description = "Case"
    _order = "id desc"
    _rec_name = "number"
    _rec_names_search = ["number", "person_name"]

    _case_field = ""
    _state_field = "stage_id"
    _state_table = states.CASE_STAGE

    number = fields.Char(readonly=True, copy=False, index="trigram")
    person_name = fields.Char(index="trigram")
    access_ids = fields.One2many(
        "integration.case.access", "case_id", readonly=True, copy=False
    )
    manager_id = fields.Many2one(
        "res.users",
        string="Integration manager",
        compute="_compute_manager_id",
        compute_sudo=True,
        store=True,
        index=True,
    )
    company_id = fields.Many2one(
        "res.company",
        string="Carrier",
        required=True,
        default=lambda self: self.env.company,
    )
    site_id = fields.Many2one(
        "integration.site",
        domain="[('company_id', '=', company_id), ('is_counselling', '=', True)]",
    )
    municipality_id = fields.Many2one(
        "integration.term",
        domain="[('kind', '=', 'municipality'), ('is_current', '=', True)]",
        help="Where the client lives; may differ from the site.",
    )
    accommodation_phase_id = fields.Many2one(
        "integration.term",
        domain="[('kind', '=', 'accommodation_phase'), ('is_current', '=', True)]",
    )
    allocation_date = fields.Date(
        string="Allocated on", help="Allocation to the municipality."
    )
    access_route_id = fields.Many2one(
        "integration.term",
        string="Came through",
        domain="[('kind', '=', 'access_route'), ('is_current', '=', True)]",
    )
    mode = fields.Selection(
        [("light", "Light counselling"), ("case_management", "Case management")],
        default="light",
        required=True,
    )
    stage_id = fields.Many2one(
        "integration.case.stage",
        required=True,
        default=lambda self: self._default_stage_id(),
        group_expand="_read_group_expand_full",
        ondelete="restrict",
        index=True,
    )
    stage_code = fields.Selection(related="stage_id.code")
    label = fields.Char(
        string="Client",
        compute="_compute_label",
        search="_search_label",
        help="The name, or the number of an anonymous case; for entitled users only.",
    )
    is_anonymous = fields.Boolean(compute="_compute_is_anonymous")
    also_counselled_by_ids = fields.Many2many(
        "integration.term",
        "integration_case_also_counselled_rel",
        string="Also counselled by",
        domain="[('kind', '=', 'partner_kind'), ('is_current', '=', True)]",
    )
    color = fields.Integer(aggregator=None)
    bamf_number = fields.Char(string="BAMF file number")
    azr_number = fields.Char(string="AZR number")
    iban = fields.Char(string="IBAN")
    tax_id = fields.Char(string="Tax ID")
    use_azr = fields.Boolean(related="company_id.integration_use_azr")
    identifier_warning = fields.Char(compute="_compute_identifier_warning")
    household_member_ids = fields.One2many("integration.household.member", "case_id")
    circumstance_ids = fields.One2many("integration.circumstance", "case_id")
    consent_ids = fields.One2many("integration.consent", "case_id")
    assessment_ids = fields.One2many("integration.assessment", "case_id")
    plan_ids = fields.One2many("integration.plan", "case_id")
    goal_ids = fields.One2many("integration.goal", "case_id")
    session_ids = fields.One2many("integration.session", "case_id")

    _open_idx = models.Index(
        "(manager_id) INCLUDE (company_id, limit_date, mode, next_review)"
        " WHERE closed_on IS NULL"
    )
    _unique_number = models.UniqueIndex("(number)", "The number of a case is unique.")

    @api.model
    def _default_stage_id(self):
        return self.env["integration.case.stage"].search(
            [("code", "=", "intake")], limit=1
        )

    @api.depends("access_ids.role", "access_ids.user_id", "access_ids.date_to")
    def _compute_manager_id(self):
        for case in self:
            owner = case.access_ids.filtered(
                lambda row: row.role == "owner" and row.date_to == FOREVER
            )
            case.manager_id = owner.user_id

    @api.depends("person_name")
    def _compute_is_anonymous(self):
        for case in self:
            case.is_anonymous = not case.person_name

    @api.depends("person_name", "number")
    def _compute_label(self):
        for case in self:
            case.label = case.person_name or case.number

    @api.model
    def _search_label(self, operator, value):
        if operator != "ilike":
            return NotImplemented
        return Domain("person_name", operator, value) | Domain(
            "number", operator, value
        )

    @api.depends("iban", "tax_id", "azr_number", "bamf_number")
    def _compute_identifier_warning(self):
        for case in self:
            labels = [
                self._fields[name].get_description(self.env, ["string"])["string"]
                for name in case._get_doubtful_fields()
            ]
            case.identifier_warning = (
                self.env._(
                    "Please compare with the paper: %(fields)s.",
                    fields=", ".join(labels),
                )
                if labels
                else False
            )

    @api.depends("number", "person_name")
    @api.depends_context("uid", "formatted_display_name")
    def _compute_display_name(self):
        """Show the number; in pickers of entitled users the name beside it.

        Never the name under sudo: that is how other models show their links.
        """
        with_name = not self.env.su and self.env.context.get("formatted_display_name")
        for case in self:
            case.display_name = case.number
            if with_name and case.person_name:
                case.display_name = f"{case.number} · {case.person_name}"

    @api.model_create_multi
    def create(self, vals_list):
        """Create cases that belong to the current user.

        The number is always made here: whatever is asked for, everybody may see it.
        """
        for vals in vals_list:
            if "access_ids" in vals:
                raise AccessError(
                    self.env._("Access to a case is granted by its owner only.")
                )
            owner = {"user_id": self.env.uid, "role": "owner"}
            vals["access_ids"] = [Command.create(owner)]
            vals["number"] = numbers.new_number()
        return super().create(vals_list)

    @api.model
    def name_create(self, name):
        """Open a case for a name typed into a picker; the name is the person's."""
        case = self.create({"first_name": name})
        return case.id, case.display_name

    def write(self, vals):
        if vals.keys() & {"access_ids", "number"}:
            raise AccessError(
                self.env._("Access and number of a case cannot be edited.")
            )
        return super().write(vals)

    def _get_state_code(self):
        return self.stage_id.code

    def _get_state_label(self):
        return self.stage_id.name

    def _message_get_suggested_recipients_batch(
        self,
        reply_discussion=False,
        reply_message=None,
        no_create=True,
        primary_email=False,
        additional_partners=None,
    ):
        """Suggest nobody: the composer must not turn a client into a contact."""
        return {case.id: [] for case in self}
