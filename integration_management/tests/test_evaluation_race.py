# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from psycopg2.errors import SerializationFailure

from odoo import SUPERUSER_ID, api, fields
from odoo.modules.registry import Registry
from odoo.tests import BaseCase, get_db_name, new_test_user, tagged
from odoo.tools import mute_logger

from .common import MANAGER


@tagged("post_install", "-at_install")
class TestEvaluationRace(BaseCase):
    """An export meets another one, or a withdrawal, in two real transactions."""

    def setUp(self):
        super().setUp()
        self.registry = Registry(get_db_name())
        with self.registry.cursor() as cr:
            env = api.Environment(cr, SUPERUSER_ID, {})
            user = new_test_user(env, "race_evaluation", MANAGER)
            self.user_id = user.id
            case = env["integration.case"].with_user(user).create({})
            consent = env["integration.consent"].with_user(user)
            consent = consent.create(
                {"case_id": case.id, "purpose": "evaluation", "state": "given"}
            )
            self.facts = [{"case_id": case.id, "consent_id": consent.id}]
        self.addCleanup(self._clean)

    def _clean(self):
        """Leave the database as it was."""
        with self.registry.cursor() as cr:
            env = api.Environment(cr, SUPERUSER_ID, {})
            user = env["res.users"].browse(self.user_id)
            env["integration.case"].search([("manager_id", "=", user.id)]).unlink()
            partner = user.partner_id
            user.unlink()
            partner.unlink()

    def _env(self, cr):
        cr.execute("SET LOCAL lock_timeout = '5s'")  # without our lock: fail, not hang
        return api.Environment(cr, SUPERUSER_ID, {})

    def _withdraw(self, env):
        consents = env["integration.consent"].browse(self.facts[0]["consent_id"])
        consents.write(
            {"state": "withdrawn", "withdrawn_on": fields.Date.context_today(consents)}
        )
        env.flush_all()

    def _mark(self, env):
        env["integration.evaluation"]._mark(self.facts)
        env.flush_all()

    def test_the_second_sees_what_the_first_has_done(self):
        for first_step in (self._mark, self._withdraw):
            with (
                self.registry.cursor() as first,
                self.registry.cursor() as second,
                mute_logger("odoo.sql_db"),
            ):
                second.execute("SELECT 1 FROM integration_consent")
                first_step(self._env(first))
                first.commit()
                with self.assertRaises(SerializationFailure):
                    self._mark(self._env(second))
                second.rollback()
