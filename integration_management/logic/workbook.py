"""How a run of key figures is laid out on a sheet, without any spreadsheet library.

A number that is withheld has no value here at all, only the sign for it.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

SHEET = "Auswertung Zeitraum"  # the state's template calls it so, in any language
_LONGEST = 31
WITHHELD = "•"


@dataclass(frozen=True)
class Number:
    """A published number; `value` is None where it is withheld."""

    value: float | None


@dataclass
class Block:
    """Rows of one breakdown of one measure; `rows` are (label, {unit: Number})."""

    measure: str
    dimension: str | None
    rows: list[tuple[str, dict]] = field(default_factory=list)

    def get_sum(self, unit, total: Number | None) -> str:
        """Tell what stands below a column: "formula", "value" or "withheld".

        A formula only where every number of the column is shown and they come to the
        total: one that skips what is withheld would be wrong, or tell too much.
        """
        if total is None or total.value is None:
            return "withheld"
        numbers = [cells.get(unit, Number(0)) for _label, cells in self.rows]
        if any(number.value is None for number in numbers):
            return "value"
        is_whole = abs(sum(n.value for n in numbers) - total.value) < 0.005
        return "formula" if is_whole else "value"


def sheet_names(bounds: Iterable[tuple[date, date]]) -> list[str]:
    """Return a name for each period, none twice and none longer than Excel takes."""
    bounds = list(bounds)
    if len(bounds) == 1:
        return [SHEET]
    names = []
    for first, last in bounds:
        name = f"{SHEET} {first:%m.%y}–{last:%m.%y}"
        if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
            name = f"{SHEET} {first.year}"
            if first.year != last.year:
                name += f"–{last.year}"
        count = 2
        unique = name
        while unique in names:
            mark = f" ({count})"
            unique = name[: _LONGEST - len(mark)] + mark
            count += 1
        names.append(unique)
    return names
