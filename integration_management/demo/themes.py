# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""What people work on in each life area: goals, steps and what is said about it."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Theme:
    """A need in one life area and what was agreed about it.

    :param steps: (what, who, partner of the demo)
    :param notes: (summary, what was entrusted)
    """

    area: str
    topics: tuple[str, ...]
    need: str
    goal: str
    words: str
    resources: str
    result: str
    steps: tuple[tuple[str, str, str], ...]
    notes: tuple[tuple[str, str], ...]


CLIENT, MANAGER, THIRD = "client", "manager", "third_party"

THEMES = (
    Theme(
        "language",
        ("language",),
        "Deutsch reicht für Arzt und Behörde noch nicht aus",
        "Ich bestehe die Prüfung B1",
        "Ich will beim Arzt allein sprechen können.",
        "Lernt schnell, hat ein Smartphone und eine Lernpartnerin",
        "Prüfung im ersten Anlauf bestanden",
        (
            ("Zulassung zum Kurs beantragen", MANAGER, ""),
            ("Regelmäßig am Kurs teilnehmen", CLIENT, ""),
            ("Einmal in der Woche Deutsch üben", THIRD, "volunteers"),
        ),
        (
            ("Kursträger besprochen, Antrag ausgefüllt", "Möchte lieber vormittags."),
            ("Probetest durchgesehen", "Hören fällt leicht, Schreiben noch schwer."),
            ("Kurswechsel besprochen", "Der Kurs ist zu schnell; Wechsel ist möglich."),
        ),
    ),
    Theme(
        "language",
        ("language", "participation"),
        "Wenig Gelegenheit, Deutsch zu sprechen",
        "Ich spreche jede Woche mit jemandem Deutsch",
        "Im Kurs reden immer dieselben.",
        "Ist offen und geht gern unter Leute",
        "Geht jeden Dienstag ins Sprachcafé",
        (
            ("Sprachcafé zeigen und gemeinsam hingehen", MANAGER, ""),
            ("Zweimal im Monat hingehen", CLIENT, ""),
        ),
        (("Sprachcafé vorgestellt", "Geht mit der Nachbarin zusammen hin."),),
    ),
    Theme(
        "school",
        ("school",),
        "Schulabschluss fehlt",
        "Ich mache den Hauptschulabschluss",
        "Ohne Abschluss komme ich nicht weiter.",
        "Besucht VABO, Lehrkräfte loben den Fleiß",
        "Abschluss geschafft, Zeugnis liegt vor",
        (
            ("Gespräch mit der Schule führen", MANAGER, ""),
            ("Anmeldung für das nächste Schuljahr", CLIENT, ""),
            ("Nachhilfe in Mathematik", THIRD, "volunteers"),
        ),
        (
            ("Mit der Schule telefoniert", "Anmeldung ist bis März möglich."),
            ("Zeugnis besprochen", "Mathematik ist schwach, Nachhilfe wird gesucht."),
        ),
    ),
    Theme(
        "training",
        ("training", "labour_market"),
        "Sucht einen Ausbildungsplatz",
        "Ich beginne eine Ausbildung",
        "Ich möchte etwas mit Elektrik machen.",
        "Handwerklich geschickt, hat ein Praktikum gemacht",
        "Ausbildungsvertrag ist unterschrieben",
        (
            ("Bewerbungsmappe zusammenstellen", MANAGER, ""),
            ("Zwei Wochen Praktikum", THIRD, "crafts"),
            ("Drei Bewerbungen abschicken", CLIENT, ""),
        ),
        (
            ("Bewerbung geschrieben", "Der Lebenslauf ist fertig, das Foto fehlt."),
            ("Praktikum ausgewertet", "Der Betrieb würde eine Bewerbung begrüßen."),
        ),
    ),
    Theme(
        "work",
        ("labour_market", "job_search"),
        "Möchte arbeiten, Stelle fehlt",
        "Ich habe eine Stelle in Teilzeit",
        "Ich will mein eigenes Geld verdienen.",
        "Viele Jahre Berufserfahrung",
        "Arbeitsvertrag ist unterschrieben",
        (
            ("Lebenslauf auf Deutsch schreiben", MANAGER, ""),
            ("Termin bei der Arbeitsvermittlung", THIRD, "jobcentre"),
            ("Vorstellungsgespräch üben und hingehen", CLIENT, ""),
        ),
        (
            ("Lebenslauf auf Deutsch geschrieben", "Zwei Stellen kommen infrage."),
            ("Vorstellungsgespräch geübt", "Ist aufgeregt, aber gut vorbereitet."),
            ("Arbeitsvertrag durchgesehen", "Fragen zur Probezeit sind geklärt."),
        ),
    ),
    Theme(
        "work",
        ("recognition", "labour_market"),
        "Berufsabschluss ist noch nicht anerkannt",
        "Mein Berufsabschluss ist anerkannt",
        "Ich war zwölf Jahre in meinem Beruf.",
        "Zeugnisse liegen im Original vor",
        "Teilweise Gleichwertigkeit ist festgestellt",
        (
            ("Beratung zur Anerkennung", THIRD, "recognition"),
            ("Zeugnisse übersetzen lassen", CLIENT, ""),
            ("Antrag gemeinsam ausfüllen", MANAGER, ""),
        ),
        (
            ("Unterlagen für die Anerkennung sortiert", "Ein Zeugnis fehlt noch."),
            ("Bescheid zur Anerkennung erklärt", "Eine Anpassungszeit ist nötig."),
        ),
    ),
    Theme(
        "housing",
        ("housing",),
        "Wohnt beengt in der Unterkunft",
        "Wir ziehen in eine eigene Wohnung",
        "Die Kinder brauchen Ruhe zum Lernen.",
        "Unterlagen für Vermieter*innen sind vollständig",
        "Mietvertrag ist unterschrieben, Umzug geschafft",
        (
            ("Wohnberechtigungsschein beantragen", MANAGER, ""),
            ("Bei der Genossenschaft vormerken lassen", CLIENT, ""),
            ("Freie Wohnungen melden", THIRD, "housing"),
        ),
        (
            ("Wohnungsangebote durchgesehen", "Eine Besichtigung ist vereinbart."),
            ("Brief der Vermieterin erklärt", "Die Nebenkosten wurden angepasst."),
        ),
    ),
    Theme(
        "health",
        ("health",),
        "Findet keine passende Praxis",
        "Ich habe eine feste Hausarztpraxis",
        "Ich weiß nicht, wohin ich gehen soll.",
        "Krankenversichert, geht zu vereinbarten Terminen",
        "Praxis gefunden, erster Termin war gut",
        (
            ("Liste von Praxen heraussuchen", MANAGER, ""),
            ("Termin vereinbaren", CLIENT, ""),
        ),
        (
            ("Praxis gesucht und angerufen", "Termin in drei Wochen."),
            ("Fragen zur Krankenkasse geklärt", "Die neue Karte kommt per Post."),
        ),
    ),
    Theme(
        "participation",
        ("participation", "leisure"),
        "Kennt im Ort kaum jemanden",
        "Ich mache in einem Verein mit",
        "Zu Hause habe ich im Chor gesungen.",
        "Singt gern, hilft gern beim Kochen",
        "Singt im Chor mit und wurde herzlich aufgenommen",
        (
            ("Vereine im Ort vorstellen", MANAGER, ""),
            ("Zur Chorprobe mitgehen", THIRD, "volunteers"),
            ("Dreimal hingehen und dann entscheiden", CLIENT, ""),
        ),
        (
            ("Vereine im Ort vorgestellt", "Der Chor gefällt, Probe am Donnerstag."),
            ("Über das Begegnungscafé gesprochen", "Hilft dort künftig in der Küche."),
        ),
    ),
    Theme(
        "children",
        ("children", "childcare"),
        "Kitaplatz fehlt",
        "Unser Kind hat einen Kitaplatz",
        "Ich kann nur zum Kurs, wenn die Kleine betreut ist.",
        "Nachbarin hilft an zwei Vormittagen",
        "Platz zugesagt, Eingewöhnung läuft",
        (
            ("In der Kita-Vormerkung anmelden", MANAGER, ""),
            ("Kita ansehen", CLIENT, ""),
            ("Platz zusagen", THIRD, "kindergarten"),
        ),
        (
            ("Kita-Anmeldung ausgefüllt", "Wunsch: Weidenbach, ganztags."),
            ("Elternabend besprochen", "Möchte, dass jemand übersetzt."),
        ),
    ),
    Theme(
        "children",
        ("children", "school"),
        "Das älteste Kind braucht Hilfe in der Schule",
        "Unser Kind kommt in der Schule gut mit",
        "Die Hausaufgaben sind für uns schwer.",
        "Das Kind geht gern zur Schule",
        "Zeugnis ist deutlich besser geworden",
        (
            ("Gespräch mit der Lehrerin begleiten", MANAGER, ""),
            ("Hausaufgabenhilfe", THIRD, "volunteers"),
        ),
        (
            (
                "Lehrergespräch vorbereitet",
                "Das Kind soll die Klasse nicht wiederholen.",
            ),
        ),
    ),
)

GENERAL = (
    (("authorities",), "Post gemeinsam durchgesehen", "Ein Bescheid war unklar."),
    (("finances",), "Antrag ausgefüllt", "Kontoauszüge werden nachgereicht."),
    (("residence_law",), "Termin bei der Ausländerbehörde vorbereitet", ""),
    (("authorities", "finances"), "Mit dem Jobcenter telefoniert", ""),
    (("family_reunification",), "Zum Familiennachzug beraten", ""),
    (("personal",), "Gespräch über die Lage zu Hause", "Macht sich Sorgen."),
    (("other",), "Kurzer Kontakt am Telefon", ""),
)


def of_area(area):
    """Return the themes of a life area."""
    return [theme for theme in THEMES if theme.area == area]
