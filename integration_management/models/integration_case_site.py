# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, models
from odoo.exceptions import ValidationError


class IntegrationCase(models.Model):
    """Keeps files away from sites where nobody counsels."""

    _inherit = "integration.case"

    @api.constrains("site_id")
    def _check_site_counsels(self):
        """Refuse sites that only coordinate; cases that were there before may stay.

        :raise ValidationError: naming the site, never the case
        """
        for site in self.site_id:
            if not site.is_counselling:
                raise ValidationError(
                    self.env._(
                        "“%(site)s” only coordinates: nobody counsels there. Please"
                        " choose another site, or have its profile changed.",
                        site=site.name,
                    )
                )
