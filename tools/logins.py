"""The people of the demo, from the table that README.md marks as such."""

import json
import re

from tools import config


def table():
    """Return the lines of the table, or none."""
    readme = config.CHECKOUT / "README.md"
    text = readme.read_text() if readme.is_file() else ""
    found = re.search(r"<!-- logins -->(.*?)<!-- /?logins", text, re.DOTALL)
    return found[1].strip().splitlines() if found else []


def logins():
    """Return JSON of login to password: the first two columns of the table."""
    people = {"admin": "admin"}
    for line in table()[2:]:
        cells = [cell.strip(" `") for cell in line.strip(" |").split("|")]
        if len(cells) > 1:
            people[cells[0]] = cells[1]
    return json.dumps(people)
