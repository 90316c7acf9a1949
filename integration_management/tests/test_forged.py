# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from datetime import timedelta

from odoo.exceptions import AccessError
from odoo.tests import freeze_time, tagged
from odoo.tools import mute_logger

from .deputies import DeputyCommon

NOISE = "odoo.addons.base.models.ir_rule"
MORNING, EVENING = "2040-05-04 06:00:00", "2040-05-04 18:00:00"
# Where it is still yesterday in the morning, and tomorrow in the evening already.
WEST, EAST = "Etc/GMT+12", "Pacific/Kiritimati"


@tagged("integration_deputy")
class TestForged(DeputyCommon):
    """What callers send along, such as zones and defaults, widens no access."""

    def _sees(self, model, domain, **context):
        self.env.flush_all()
        self.env.invalidate_all()
        records = self.env[model].with_user(self.deputy).with_context(**context)
        return bool(records.search_count(domain))

    def test_a_zone_brings_no_day_back(self):
        with freeze_time("2040-05-03 12:00:00"):
            self._agree()
            deputyship = self._appoint(date_from="2040-05-03", date_to="2040-05-09")
            self.assertTrue(self._sees("integration.case", []))
        with freeze_time(MORNING):
            deputyship.action_revoke()
            self._assert_sees_nothing()

    def test_a_zone_brings_no_day_forward(self):
        with freeze_time(EVENING):
            self.case.deputy_contact = "phone"
            self._agree()
            self._appoint(date_from="2040-05-05", date_to="2040-05-09")
            self._assert_sees_nothing()
        with freeze_time("2040-05-05 06:00:00"):
            self.assertTrue(self._sees("integration.case", [], tz=WEST))

    def _assert_sees_nothing(self):
        number = [("number", "=", self.case.number)]
        for model in ("integration.case", "integration.cover"):
            for zone in (WEST, EAST, "Europe/Berlin"):
                self.assertFalse(self._sees(model, number, tz=zone), (model, zone))

    def test_nobody_asks_in_somebody_elses_name(self):
        """Who asks and who confirms are two people, whatever defaults are sent."""
        requests = self.env["integration.emergency"].with_user(self.deputy)
        vals = {
            "number": self.case.number,
            "second_id": self.supervisor.id,
            "ground_id": self._term("emergency_ground", "necessity").id,
            "reason": "Threatened",
        }
        forged = {
            "default_user_id": self.manager_b.id,
            "default_state": "granted",
            "default_owner_id": self.manager_b.id,
            "default_client_told_on": self.today,
        }
        request = requests.with_context(**forged).create(vals)
        self.assertEqual(request.user_id, self.deputy)
        self.assertEqual(request.state, "asked")
        self.assertFalse(request.owner_id or request.client_told_on)

    @mute_logger(NOISE)
    def test_nobody_takes_an_appointment_by_default(self):
        """Defaults that name a colleague's calendar entry leave it alone."""
        events = self.env["calendar.event"].with_user(self.manager_b)
        event = events.create(
            {
                "name": "Mine",
                "privacy": "private",
                "start": "2030-01-01 09:00:00",
                "stop": "2030-01-01 10:00:00",
            }
        )
        forged = {"default_event_id": event.id}
        start = {"start": "2030-02-02 09:00:00"}
        activities = self.env["integration.network.activity"].with_user(self.deputy)
        activity = activities.with_context(**forged).create({"name": "x", **start})
        case = self._create_case(self.deputy)
        session = case.env["integration.session"].with_context(**forged)
        session = session.create({"case_id": case.id, **start})
        self.assertNotIn(event, activity.event_id | session.event_id)
        activity.unlink()
        self.assertEqual(event.exists().name, "Mine")
        self.assertEqual(event.user_id, self.manager_b)

    def test_no_deputy_records_that_they_may_stay(self):
        consent = self._agree(valid_until=self.today + timedelta(days=1))
        self._appoint()
        case = self._as_deputy()
        consents = case.env["integration.consent"]
        given = {"case_id": case.id, "purpose": "deputy"}
        question = consents.create(given)
        with self.assertRaises(AccessError):
            question.action_give()
        with self.assertRaises(AccessError):
            consents.create({**given, "state": "given"})
        consent.with_user(self.deputy).action_withdraw()
        self.assertFalse(self._can_open())
