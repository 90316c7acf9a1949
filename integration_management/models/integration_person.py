# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models
from odoo.exceptions import ValidationError

from ..logic import identifiers, periods


class IntegrationPerson(models.AbstractModel):
    """What a person tells about themselves; nothing of it is ever required.

    First names may be missing (the arrival certificate knows persons with one name
    only), and so may be all names: anonymous counselling.
    """

    _name = "integration.person"
    _description = "Person"

    first_name = fields.Char()
    last_name = fields.Char()
    person_name = fields.Char(
        string="Full name", compute="_compute_person_name", store=True
    )
    birth_date = fields.Date()
    birth_year = fields.Char(
        size=4, help="If the day is unknown or the person does not give it."
    )
    age = fields.Integer(compute="_compute_age", aggregator=None)
    gender_id = fields.Many2one(
        "integration.term",
        domain="[('kind', '=', 'gender'), ('is_current', '=', True)]",
    )
    marital_status_id = fields.Many2one(
        "integration.term",
        domain="[('kind', '=', 'marital_status'), ('is_current', '=', True)]",
    )
    nationality_ids = fields.Many2many("res.country", string="Nationalities")
    language_ids = fields.Many2many(
        "integration.term",
        string="Languages",
        domain="[('kind', '=', 'language'), ('is_current', '=', True)]",
    )
    interpreter_need = fields.Selection(
        [("no", "No"), ("sometimes", "For difficult topics"), ("yes", "Always")]
    )
    phone = fields.Char()
    messenger = fields.Char(help="Service and name or number there.")
    mail_address = fields.Char(string="Email")
    street = fields.Char()
    zip = fields.Char(string="ZIP")
    city = fields.Char()

    @api.depends("first_name", "last_name")
    def _compute_person_name(self):
        for person in self:
            names = (person.first_name, person.last_name)
            person.person_name = " ".join(filter(None, names)) or False

    @api.depends("birth_date", "birth_year")
    def _compute_age(self):
        today = fields.Date.context_today(self)
        for person in self:
            year = person.birth_year and int(person.birth_year)
            person.age = periods.age_on(today, person.birth_date, year)

    @api.constrains("birth_date", "birth_year")
    def _check_birth(self):
        today = fields.Date.context_today(self)
        for person in self:
            if person.birth_date and person.birth_date > today:
                raise ValidationError(
                    self.env._("The date of birth lies in the future.")
                )
            year = person.birth_year
            if year and not (year.isdecimal() and 1900 <= int(year) <= today.year):
                raise ValidationError(
                    self.env._(
                        "The year of birth must lie between 1900 and %(year)s.",
                        year=str(today.year),
                    )
                )

    def _get_doubtful_fields(self):
        """Return the names of the identifiers that do not look right."""
        self.ensure_one()
        names = identifiers.CHECKS.keys() & self._fields.keys()
        return identifiers.doubtful({name: self[name] for name in names})
