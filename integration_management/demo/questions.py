# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Questions among colleagues, with replies; nobody can be recognised in them.

Author, days ago, title, text, life areas, topics, whether with name, whether solved,
replies: author, days later, text, whether with name, who found it helpful.
"""

QUESTIONS = (
    (
        "anna",
        24,
        "Alphabetisierung und Kinderbetreuung: wie bekommt man beides zusammen?",
        "Eine alleinerziehende Mutter könnte sofort in den Alphabetisierungskurs,"
        " aber die Kinder haben erst in einem halben Jahr einen Kita-Platz. Der"
        " Kursträger bietet selbst keine Betreuung an. Wie habt ihr die Zwischenzeit"
        " überbrückt?",
        "language children",
        "language children",
        False,
        True,
        (
            (
                "dilara",
                1,
                "Frag die Volkshochschule nach Elternkursen: Die laufen während der"
                " Schulzeit, und manche haben eine Spielgruppe nebenan. Bei uns hat"
                " auch das Familienzentrum Plätze auf Zeit vergeben.",
                True,
                "anna ben eva",
            ),
            (
                "ben",
                3,
                "Kursbegleitende Kinderbeaufsichtigung kann der Träger beim BAMF"
                " beantragen, wenn kein Regelplatz da ist. Es lohnt sich, ihn darauf"
                " anzusprechen.",
                False,
                "anna dilara",
            ),
        ),
    ),
    (
        "dilara",
        17,
        "Fiktionsbescheinigung läuft ab, Termin erst später: was gilt dazwischen?",
        "Die Ausländerbehörde vergibt Termine erst nach Ablauf der Bescheinigung. Der"
        " Arbeitgeber wird unruhig. Habt ihr ein Schreiben, das Arbeitgeber"
        " akzeptieren?",
        "work",
        "residence_law",
        True,
        True,
        (
            (
                "cem",
                2,
                "Der Antrag vor Ablauf ist entscheidend, die Wirkung folgt aus § 81"
                " AufenthG und nicht aus dem Papier. Wir schicken dem Arbeitgeber den"
                " Nachweis des Antrags mit einem Satz dazu; die Behörde bestätigt es"
                " auf Nachfrage auch per E-Mail.",
                True,
                "dilara anna eva ben",
            ),
        ),
    ),
    (
        "ben",
        12,
        "Wohnungssuche mit großer Familie: wer hatte damit Erfolg?",
        "Sechs Personen, Anschlussunterbringung, seit über einem Jahr keine Zusage."
        " Die Wohnungsbaugesellschaft nimmt nur bis fünf Personen auf. Gibt es bei"
        " euch Absprachen mit Kirchen oder privaten Vermietungen?",
        "housing",
        "housing",
        False,
        False,
        (
            (
                "eva",
                1,
                "Wir haben mit dem Freundeskreis eine Wohnungspatenschaft: Eine"
                " Person aus dem Ort begleitet die Besichtigung und bleibt danach für"
                " die Vermietung ansprechbar. Das hat mehr geholfen als jede"
                " Bewerbungsmappe.",
                True,
                "ben cem",
            ),
            (
                "anna",
                4,
                "Zwei benachbarte kleine Wohnungen sind manchmal leichter zu finden."
                " Vorher mit dem Jobcenter klären, ob beide Mieten anerkannt werden.",
                False,
                "ben",
            ),
        ),
    ),
    (
        "eva",
        9,
        "Anerkennung als Pflegefachkraft: Anpassungslehrgang oder Kenntnisprüfung?",
        "Jemand mit langer Berufserfahrung fragt, was schneller geht. Das"
        " Regierungspräsidium hat beides angeboten. Welche Erfahrungen habt ihr, auch"
        " mit der Finanzierung?",
        "work training",
        "recognition",
        True,
        False,
        (
            (
                "anna",
                1,
                "Die Kenntnisprüfung ist kürzer, aber ohne Vorbereitungskurs riskant."
                " Das IQ-Netzwerk berät kostenlos, welche Kliniken den Kurs bezahlen.",
                True,
                "eva dilara",
            ),
        ),
    ),
    (
        "cem",
        6,
        "Dolmetschen beim Kinderarzt: wer übernimmt die Kosten?",
        "Bei schwierigen Diagnosen möchte ich nicht, dass ältere Geschwister"
        " übersetzen. Die Praxis bezahlt niemanden, die Kasse auch nicht. Was habt ihr"
        " gefunden?",
        "health children",
        "health children",
        False,
        False,
        (
            (
                "ben",
                1,
                "Unser Landkreis hat einen Pool mit ehrenamtlichen"
                " Sprachmittler*innen, die Aufwandsentschädigung trägt die Gemeinde."
                " Frag die Stelle für Integration nach dem Topf.",
                False,
                "cem anna",
            ),
            (
                "dilara",
                2,
                "Per Video geht es oft am selben Tag. Vorher klären, ob die Praxis"
                " ein Gerät hat, und die Einwilligung der Eltern nicht vergessen.",
                True,
                "cem",
            ),
        ),
    ),
    (
        "anna",
        3,
        "Wie sprecht ihr an, dass die Förderung nach drei Jahren endet?",
        "Manche trifft das unvorbereitet, obwohl es von Anfang an feststeht. Wann und"
        " wie redet ihr darüber, ohne dass es nach Abschied klingt?",
        "participation",
        "personal",
        True,
        False,
        (
            (
                "eva",
                1,
                "Ich sage es beim ersten Plan und dann bei jeder Überprüfung: Was"
                " können Sie schon allein? So ist das Ende ein Ziel und keine"
                " Kündigung.",
                True,
                "anna ben cem dilara",
            ),
        ),
    ),
    (
        "dilara",
        1,
        "Schulbegleitung für Jugendliche, die nie in der Schule waren?",
        "Sechzehn Jahre, keine Schulerfahrung, die Vorbereitungsklasse ist voll. Gibt"
        " es bei euch Übergangslösungen, auch ohne Schulplatz?",
        "school",
        "school",
        False,
        False,
        (),
    ),
)
