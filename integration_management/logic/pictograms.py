"""Pictograms of life areas, for papers that load nothing from elsewhere."""

import base64
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent.parent / "static" / "img" / "area"


@cache
def get_data_uri(code: str) -> str:
    """Return the picture of a life area as an address; empty if there is none.

    :param code: code of the area; carriers add areas of their own
    """
    known = {path.stem: path for path in FOLDER.glob("*.svg")}
    if code not in known:
        return ""
    picture = base64.b64encode(known[code].read_bytes()).decode()
    return f"data:image/svg+xml;base64,{picture}"
