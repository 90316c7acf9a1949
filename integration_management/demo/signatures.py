# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from random import Random

from . import signature


def sign(told):
    """Let one of anna's clients sign a consent on the screen."""
    for _scene, case in told:
        if case.manager_id.login == "anna" and case.text_language:
            break
    consent = case.env["integration.consent"].create(
        {"case_id": case.id, "purpose": "channel", "allows_sms": True}
    )
    sheets = case.env["integration.sign.sheet"]
    sheet = sheets.get_sheet(consent._name, consent.id)
    dice = Random(6)
    client, manager = (signature.draw(dice).decode() for _each in range(2))
    sheets.sign(sheet["ticket"], "yes", client, manager)
