# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import base64
import io
from datetime import timedelta

from freezegun import freeze_time
from PIL import Image, ImageDraw
from PIL.PngImagePlugin import PngInfo

from odoo import fields
from odoo.exceptions import AccessError, UserError
from odoo.tools import SQL

from .portal_common import PortalCommon


def draw(size=(300, 120), kind="PNG"):
    """Return a line drawn by hand, as the browser sends it."""
    picture = Image.new("RGBA", size)
    ImageDraw.Draw(picture).line([(10, 10), (200, 90)], fill="black", width=3)
    stream = io.BytesIO()
    picture.convert("RGB").save(stream, kind)
    if kind == "PNG":
        stream = io.BytesIO()
        picture.save(stream, kind)
    return "data:image/png;base64," + base64.b64encode(stream.getvalue()).decode()


class TestSignature(PortalCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.asked = cls.case.env["integration.consent"].create(
            {"case_id": cls.case.id, "purpose": "plan"}
        )
        cls.sheets = cls.case.env["integration.sign.sheet"]
        cls.drawing = draw()

    def _sheet(self, record=None, language=None):
        record = record or self.asked
        return self.sheets.get_sheet(record._name, record.id, language)

    def _sign(self, ticket, decision="yes", client=None, manager=None):
        client = self.drawing if client is None else client
        manager = self.drawing if manager is None else manager
        ident = self.sheets.sign(ticket, decision, client, manager)
        return self.case.env["integration.signature"].browse(ident)

    def test_consent_is_given_and_sealed(self):
        sheet = self._sheet()
        signature = self._sign(sheet["ticket"])
        self.assertEqual((self.asked.state, self.asked.form), ("given", "signed"))
        self.assertEqual(signature.consent_id, self.asked)
        self.assertEqual(signature.shown, sheet["html"])
        self.assertTrue(signature.is_intact)
        self.assertEqual(signature.language, "de")
        self.assertEqual(signature.user_id, self.manager_a)

    def test_plan_is_agreed_and_sealed(self):
        sheet = self._sheet(self.plan, "ar")
        self.assertEqual(sheet["direction"], "rtl")
        self.assertIn("Deutsch lernen", sheet["html"])
        signature = self._sign(sheet["ticket"], "plan")
        self.assertEqual(self.plan.state, "agreed")
        self.assertTrue(self.plan.client_signature)
        self.assertEqual(signature.plan_id, self.plan)
        self.assertTrue(signature.is_intact)

    def test_a_no_needs_no_signature(self):
        signature = self._sign(self._sheet()["ticket"], "no", "", "")
        self.assertEqual(self.asked.state, "declined")
        self.assertFalse(signature.client_drawing)
        self.assertTrue(signature.is_intact)

    def test_language_of_the_sheet_is_the_language_of_the_consent(self):
        sheet = self._sheet(language="en")
        self.assertIn('lang="de"', sheet["html"])
        self._sign(sheet["ticket"])
        self.assertEqual(self.asked.text_language, "en")
        self.assertEqual(self.asked.text_id.language, "en")
        self.assertEqual(self.asked.text_shown, self.asked.text_id.body)

    def test_every_change_breaks_the_seal(self):
        signature = self._sign(self._sheet()["ticket"])
        for name, value in {
            "shown": "<p>Other</p>",
            "title": "Other",
            "decision": "no",
            "language": "ti",
            "signed_at": fields.Datetime.now() - timedelta(days=1),
            "user_id": self.manager_b.id,
            "client_drawing": False,
            "version": 9,
        }.items():
            with self.subTest(name=name), self.env.cr.savepoint() as point:
                self.env.cr.execute(
                    SQL(
                        "UPDATE integration_signature SET %s = %s WHERE id = %s",
                        SQL.identifier(name),
                        value if value is not False else None,
                        signature.id,
                    )
                )
                signature.invalidate_recordset()
                self.assertFalse(signature.is_intact)
                point.rollback()
                signature.invalidate_recordset()
        self.assertTrue(signature.is_intact)

    def test_nobody_rewrites_or_forges(self):
        signature = self._sign(self._sheet()["ticket"])
        for vals in ({"shown": "x"}, {"seal": "x"}, {"user_id": self.manager_b.id}):
            with self.subTest(vals=vals), self.assertRaises(UserError):
                signature.write(vals)
        with self.assertRaises(UserError):
            signature.unlink()
        forged = signature.create(
            {"case_id": self.case.id, "title": "Forged", "seal": "x", "shown": "x"}
        )
        self.assertFalse(forged.title or forged.seal or forged.is_intact)

    def test_text_that_changed_meanwhile_is_not_signed(self):
        ticket = self._sheet(self.plan)["ticket"]
        self.step.name = "Something else"
        with self.assertRaises(UserError):
            self._sign(ticket, "plan")
        self.assertEqual(self.plan.state, "discussed")

    def test_replayed_tickets(self):
        ticket = self._sheet()["ticket"]
        self._sign(ticket)
        with self.assertRaises(UserError):
            self._sign(ticket)

    def test_old_tickets(self):
        ticket = self._sheet()["ticket"]
        later = fields.Datetime.now() + timedelta(hours=3)
        with freeze_time(later), self.assertRaises(UserError):
            self._sign(ticket)

    def test_forged_tickets(self):
        ticket = self._sheet()["ticket"]
        for wrong in ("", "x", ticket[:-4], ticket[:60] + "AAAA" + ticket[64:]):
            with self.subTest(wrong=wrong), self.assertRaises(UserError):
                self._sign(wrong)
        with self.assertRaises(AccessError):
            self._sign(ticket, "plan")

    def test_ticket_of_somebody_else(self):
        ticket = self._sheet()["ticket"]
        for user in self.outsiders:
            sheets = self.sheets.with_user(user)
            with self.subTest(user=user.login), self.assertRaises(AccessError):
                sheets.get_sheet("integration.consent", self.asked.id)
            with self.subTest(user=user.login), self.assertRaises(AccessError):
                sheets.sign(ticket, "yes", self.drawing, self.drawing)
        self.assertEqual(self.asked.state, "asked")

    def test_other_models_have_no_sheet(self):
        for model, ident in (
            ("integration.case", self.case.id),
            ("res.users", self.env.uid),
            ("integration.consent", "1"),
        ):
            with self.subTest(model=model), self.assertRaises(AccessError):
                self.sheets.get_sheet(model, ident)

    def test_what_is_no_drawing(self):
        blank = Image.new("RGBA", (300, 120))
        stream = io.BytesIO()
        blank.save(stream, "PNG")
        svg = b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"
        for wrong in (
            "",
            "data:image/png;base64,",
            "not base64",
            base64.b64encode(svg).decode(),
            base64.b64encode(stream.getvalue()).decode(),
            draw(kind="GIF"),
            draw((5000, 5000)),
            False,
        ):
            ticket = self._sheet()["ticket"]
            with self.subTest(wrong=str(wrong)[:40]), self.assertRaises(UserError):
                self._sign(ticket, client=wrong)
        self.assertEqual(self.asked.state, "asked")

    def test_drawing_is_made_anew(self):
        picture = Image.open(io.BytesIO(base64.b64decode(self.drawing[22:])))
        stream = io.BytesIO()
        info = PngInfo()
        info.add_text("Comment", "hidden canary")
        picture.save(stream, "PNG", pnginfo=info)
        dirty = base64.b64encode(stream.getvalue()).decode()
        signature = self._sign(self._sheet()["ticket"], client=dirty)
        clean = base64.b64decode(signature.client_drawing)
        self.assertNotIn(b"canary", clean)
