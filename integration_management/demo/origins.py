# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Where the demo's invented people come from: names, languages, usual papers."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Origin:
    """People of one country.

    :param languages: codes of the term list, the strongest first
    :param residence: codes of residence terms, the most frequent first
    :param text: language of the consent texts they read
    """

    country: str
    women: tuple[str, ...]
    men: tuple[str, ...]
    family: tuple[str, ...]
    languages: tuple[str, ...]
    residence: tuple[str, ...]
    text: str = "de"


def _origin(country, women, men, family, languages, residence, text):
    lists = (women, men, family, languages, residence)
    return Origin(country, *(tuple(names.split()) for names in lists), text)


ORIGINS = {
    "UA": _origin(
        "UA",
        "Oksana Iryna Kateryna Olena Nadija Switlana Halyna Daryna Ljudmyla Sofija",
        "Andrij Dmytro Oleksandr Taras Bohdan Mykola Jurij Maksym",
        "Kowalenko Schewtschuk Bondarenko Melnyk Tkatschenko Lysenko Marchenko Hrynko",
        "uk ru",
        "ae_24",
        "de_simple",
    ),
    "SY": _origin(
        "SY",
        "Rima Hanan Nour Samar Layla Ghada Maha Rania",
        "Khaled Omar Yusuf Bassam Nabil Ahmad Tarek Wael",
        "Al-Hassan Darwisch Khoury Barakat Al-Masri Haddad Najjar Saleh",
        "ar kmr",
        "ae_25_2_sub ae_25_2_gfk ae_familie",
        "de_simple",
    ),
    "AF": _origin(
        "AF",
        "Shabnam Fereshta Zahra Mariam Parwana Laila",
        "Farid Najib Hamid Rahmat Esmat Jawad Mirwais",
        "Ahmadzai Rahimi Noori Sharifi Haidari Wardak Karimi",
        "prs ps",
        "ae_25_3 ae_22 ae_25_2_gfk",
        "de_simple",
    ),
    "TR": _origin(
        "TR",
        "Elif Zeynep Hatice Derya Sevgi",
        "Mehmet Baran Serkan Deniz Yusuf",
        "Aksoy Polat Kara Bulut Özkan",
        "tr kmr",
        "gestattung ae_25_2_gfk",
        "de",
    ),
    "ER": _origin(
        "ER",
        "Selam Feven Luwam Semhar Rahwa",
        "Filmon Yonas Tesfay Robel Merhawi",
        "Tesfamariam Gebremedhin Haile Kidane Berhane",
        "ti",
        "ae_25_2_gfk ae_familie",
        "de_simple",
    ),
    "SO": _origin(
        "SO",
        "Hodan Ifrah Sahra Ayaan",
        "Abdi Liban Guled Mahad",
        "Warsame Farah Jama Hersi",
        "so",
        "ae_25_2_sub ae_25_3",
        "en",
    ),
    "IQ": _origin(
        "IQ",
        "Shilan Nermin Avin Dalal",
        "Karwan Azad Hiwa Salim",
        "Barwari Khalaf Mirza Hasso",
        "ckb kmr ar",
        "duldung_60a ae_25_2_gfk ae_25b",
        "de_simple",
    ),
    "IR": _origin(
        "IR",
        "Nasrin Mahsa Shirin Leyla",
        "Reza Kaveh Arash Babak",
        "Moradi Hosseini Jafari Tehrani",
        "fa",
        "gestattung ae_25_2_gfk",
        "de_simple",
    ),
    "GM": _origin(
        "GM",
        "Fatou Isatou",
        "Lamin Ebrima Modou Ousman",
        "Jallow Ceesay Touray Sanneh",
        "mnk en",
        "duldung_60a ae_104c ae_25b",
        "en",
    ),
    "NG": _origin(
        "NG",
        "Blessing Ngozi Joy Chioma",
        "Emeka Sunday Tunde",
        "Okafor Adeyemi Eze Balogun",
        "en ig",
        "gestattung duldung_60a ae_25_5",
        "en",
    ),
}
