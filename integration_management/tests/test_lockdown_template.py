# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo.exceptions import AccessError

from .test_lockdown import LOCKED, READ_ALL, LockdownCommon


class TestLockdownTemplate(LockdownCommon):
    """The words of messages may be edited, what they compute may not."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.env["res.lang"]._activate_lang("de_DE")
        cls.template = cls.env["mail.template"].search(
            [("body_html", "like", "t-out"), ("model", "=", "calendar.attendee")],
            limit=1,
        )
        cls.template = cls.template.with_user(cls.settings_admin)

    def _vals(self, **vals):
        return {"name": "x", "model_id": self._model_id("res.partner"), **vals}

    def test_new_code(self):
        templates = self._as_admin("mail.template")
        for vals in (
            {"subject": f"{{{{ {READ_ALL} }}}}"},
            {"lang": "{{ object.sudo().name }}"},
            {"body_html": f'<p t-out="{READ_ALL}"/>'},
            {"body_html": '<t t-foreach="object.with_user(7)" t-as="x"/>'},
            {"body_html": "<p t-attf-title='{{ object._table }}'/>"},
        ):
            self.assertLocked(templates, self._vals(**vals))
            self.assertWriteLocked(self.template, vals)
        self.assertWriteLocked(self.template, {"body_html": '<t t-call="web.layout"/>'})
        self.assertWriteLocked(
            self.template, {"model_id": self._model_id("integration.case")}
        )

    def test_translated_code(self):
        for value in ('<p t-out="env.cr"/>', "x {{ env.cr }}"):
            name = "body_html" if "<" in value else "subject"
            with self.assertRaises(AccessError):
                self.template.with_context(lang="de_DE").write({name: value})
        with self.assertRefused(AccessError, LOCKED):
            self.template.update_field_translations(
                "subject", {"de_DE": "x {{ env.cr }}"}
            )

    def test_words(self):
        body = self.template.body_html
        self.assertIn("t-out", body)
        self.template.write({"subject": "Hello", "body_html": f"<p>Hello</p>{body}"})
        copy = self.template.copy({"name": "Copy"})
        self.assertIn("t-out", copy.body_html)
        self._as_admin("mail.template").create(
            self._vals(
                subject="Hello {{ object.name or '' }}",
                body_html='<p t-out="format_date(object.create_date)"/>',
            )
        )
        self.template.update_field_translations("subject", {"de_DE": "Hallo"})

    def _composer(self, **vals):
        return self._as_admin("mail.compose.message").create(
            {
                "model": "res.partner",
                "res_ids": str(self.employee.partner_id.ids),
                "composition_mode": "mass_mail",
                "subject": "x",
                **vals,
            }
        )

    def test_message(self):
        """A message is rendered as it is written, by whoever writes it."""
        for vals in (
            {"body": f'<p t-out="{READ_ALL}"/>'},
            {"subject": f"{{{{ {READ_ALL} }}}}"},
        ):
            name = next(iter(vals))
            with self.assertRefused(AccessError, "remove the code"):
                self._composer(**vals)._render_field(name, self.employee.partner_id.ids)
        text = {"subject": "Hello {{ object.name }}"}
        rendered = self._composer(**text)._render_field(
            "subject", self.employee.partner_id.ids
        )
        self.assertIn(self.employee.name, next(iter(rendered.values())))

    def test_maintenance(self):
        with self._allowed():
            self.template.subject = "{{ object.sudo().id }}"
            rendered = self._composer(subject="{{ 1 + user.sudo().id }}")._render_field(
                "subject", self.employee.partner_id.ids
            )
        self.assertEqual([*rendered.values()], [str(self.settings_admin.id + 1)])
