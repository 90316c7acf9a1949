# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from datetime import timedelta
from unittest.mock import patch

from odoo import SUPERUSER_ID, api, fields
from odoo.modules.registry import Registry
from odoo.tests import BaseCase, get_db_name, new_test_user, tagged

from .common import MANAGER


@tagged("post_install", "-at_install")
class TestReminderRace(BaseCase):
    """Two processes that send at the same time, in two real transactions."""

    def setUp(self):
        super().setUp()
        self.registry = Registry(get_db_name())
        with self.registry.cursor() as cr:
            env = api.Environment(cr, SUPERUSER_ID, {})
            user = new_test_user(env, "race_reminder", MANAGER)
            self.user_id = user.id
            case = env["integration.case"].with_user(user).create({"phone": "0171 1"})
            case.env["integration.consent"].create(
                {"case_id": case.id, "purpose": "channel", "allows_sms": True}
            ).action_give()
            start = fields.Datetime.now() + timedelta(days=9)
            session = case.env["integration.session"].create(
                {"case_id": case.id, "start": start, "minutes": 30}
            )
            self.reminder_id = session.reminder_ids.id
            session.reminder_ids.sudo().send_at = fields.Datetime.now()
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

    def test_what_another_process_holds_is_left_to_it(self):
        sent = []
        model = self.registry["integration.reminder"]
        with (
            self.registry.cursor() as first,
            self.registry.cursor() as second,
            patch.object(model, "_send", lambda reminder: sent.append(reminder.id)),
        ):
            env = api.Environment(first, SUPERUSER_ID, {})
            env["integration.reminder"].browse(self.reminder_id).lock_for_update()
            other = api.Environment(second, SUPERUSER_ID, {})
            other["integration.reminder"]._cron_send()
            self.assertFalse(sent)
            first.rollback()
            other["integration.reminder"]._cron_send()
        self.assertEqual(sent, [self.reminder_id])
