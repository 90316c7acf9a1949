# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""What people wrote to the complaint office, and what it answered."""

from datetime import timedelta

from freezegun import freeze_time

from odoo import fields

# Carrier, days ago, kind, about, whom or what, language, text, steps.
_MESSAGES = (
    (
        "main",
        3,
        "complaint",
        "carrier",
        "Wartezeit",
        "ar",
        "انتظرت شهرين للحصول على موعد. عندما اتصلت لم يجب أحد على الهاتف.",
        "",
    ),
    (
        "main",
        11,
        "praise",
        "manager",
        "Beratung im Rathaus",
        "uk",
        "Дякую! Мені дуже допомогли знайти школу для дитини. Усе пояснили спокійно.",
        "confirm thanks",
    ),
    (
        "carrier",
        16,
        "complaint",
        "manager",
        "die Beraterin am Dienstag",
        "fr",
        "On m'a parlé devant d'autres personnes de mes papiers. Je n'ai pas aimé cela.",
        "",
    ),
    (
        "main",
        23,
        "suggestion",
        "offer",
        "Sprachcafé",
        "tr",
        "Dil kahvesi akşam olsa iyi olur. Gündüz çalışıyorum.",
        "confirm clarify",
    ),
    (
        "main",
        35,
        "complaint",
        "other",
        "",
        "de",
        "Als Kollegin möchte ich anonym sagen: Die Beratungsräume sind nicht"
        " abschließbar, und man hört nebenan jedes Wort.",
        "confirm clarify changed again",
    ),
    (
        "carrier",
        60,
        "suggestion",
        "carrier",
        "Formulare",
        "fa",
        "لطفا فرم‌ها را به زبان ما هم بدهید. من همیشه باید از پسرم بپرسم.",
        "confirm clarify changed close",
    ),
)
_AGAIN = "Danke. Die Tür zum Flur ist aber immer noch offen."
_ADDRESS = "Beschwerdestelle Integration\nPostfach 10 20\n71990 Neckarfelden"
_LAST_YEAR = (
    ("complaint", "carrier", 9),
    ("complaint", "manager", 7),
    ("praise", "manager", 8),
    ("suggestion", "offer", 6),
    ("praise", "offer", 2),
)


def create(env):
    """Open the pages of two carriers and let people write."""
    pages = {
        name: env["integration.feedback.page"].create(
            {
                "company_id": env.ref(xml_id).id,
                "phone": "07199 100-77",
                "address": _ADDRESS,
            }
        )
        for name, xml_id in (
            ("main", "base.main_company"),
            ("carrier", "integration_management.demo_company_carrier"),
        )
    }
    # Known, so that guides and pictures can name it; real codes are drawn.
    pages["main"].code = "NECKAR22"
    for message in _MESSAGES:
        _tell(env, pages, *message)
    year = fields.Date.today().year - 1
    for kind, about, count in _LAST_YEAR:
        env["integration.feedback.count"].create(
            [
                {
                    "year": year,
                    "company_id": pages["main"].company_id.id,
                    "kind": kind,
                    "about": about,
                    "answer": "in_time",
                }
            ]
            * count
        )
    olga = env.ref("integration_management.demo_user_olga")
    env["integration.feedback.report"].with_user(olga).create({"year": year})


def _tell(env, pages, carrier, ago, kind, about, name, language, text, steps):
    start = fields.Datetime.now() - timedelta(days=ago)
    values = {"kind": kind, "about": about, "about_name": name, "text": text}
    with freeze_time(start):
        model = env["integration.feedback"]
        code = model._receive(pages[carrier], {**values, "language": language}, [])
        feedback = model._find(code)
    olga = env.ref("integration_management.demo_user_olga")
    for number, step in enumerate(steps.split(), start=1):
        with freeze_time(start + timedelta(days=number)):
            if step == "again":
                feedback._write_again(_AGAIN, [])
            elif step in ("thanks", "changed"):
                sentence = feedback._get_sentence(f"feedback.reply.{step}")
                feedback._answer(sentence, True)
            else:
                getattr(feedback.with_user(olga), f"action_{step}")()
