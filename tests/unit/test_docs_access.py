"""The access matrix for data protection officers says what the addon grants."""

import ast
import csv

import pytest
from conftest import ROOT

ADDON = ROOT / "integration_management"
PAGE = ROOT / "docs" / "datenschutz" / "zugriffsmatrix.md"
RIGHTS = {"L": "perm_read", "A": "perm_create", "Ä": "perm_write", "E": "perm_unlink"}
# Columns of the page -> groups that a person of this role has.
ROLES = {
    "IM": ["group_integration_manager"],
    "FL": ["group_integration_supervisor"],
    "KO": ["group_integration_coordinator"],
    "FÖ": ["group_integration_reporting"],
    "DS": ["group_integration_privacy"],
    "BS": ["group_integration_ombuds"],
    "FA": ["group_integration_admin"],
    "TX": ["group_integration_texts"],
    "TA": ["base.group_system", "base.group_erp_manager", "group_integration_admin"],
    "ZR": ["base.group_erp_manager"],
    "MA": [],
    "PO": ["base.group_portal"],
    "ÖF": ["base.group_public"],
}
OUTSIDE = {"PO", "ÖF"}
REMEDY = f"Please correct {PAGE.relative_to(ROOT)}."


def _models():
    """Return {model: whether it is stored, names of models that it inherits}."""
    found = {}
    for path in sorted([*ADDON.glob("models/*.py"), *ADDON.glob("wizard/*.py")]):
        classes = ast.parse(path.read_text()).body
        for node in classes:
            if isinstance(node, ast.ClassDef):
                _add_model(found, node)
    return found


def _add_model(found, node):
    values = {
        statement.targets[0].id: ast.literal_eval(statement.value)
        for statement in node.body
        if isinstance(statement, ast.Assign)
        and getattr(statement.targets[0], "id", "") in ("_name", "_inherit")
    }
    if "_name" in values:
        inherited = values.get("_inherit", [])
        inherited = [inherited] if isinstance(inherited, str) else inherited
        found[values["_name"]] = (node.bases[0].attr != "AbstractModel", inherited)


MODELS = _models()
STORED = {name for name, (stored, _inherited) in MODELS.items() if stored}


def _is_protected(name):
    _stored, inherited = MODELS.get(name, (False, []))
    return "integration.protected" in inherited or any(map(_is_protected, inherited))


PROTECTED = set(filter(_is_protected, STORED))


def _granted():
    """Return {(model, group): letters of the rights} of the access control list."""
    path = ADDON / "security" / "ir.model.access.csv"
    with path.open(newline="") as file:
        return {
            (row["model_id:id"].removeprefix("model_"), row["group_id:id"]): {
                letter for letter, column in RIGHTS.items() if row[column] == "1"
            }
            for row in csv.DictReader(file)
        }


GRANTED = _granted()


def _rights(model, role):
    groups = ROLES[role] + ([] if role in OUTSIDE else ["base.group_user"])
    key = model.replace(".", "_")
    return set().union(*(GRANTED.get((key, group), set()) for group in groups))


def _table(first_column):
    """Return {model: {role: letters}} of the table whose first column is so called."""
    rows, columns = {}, None
    for line in PAGE.read_text().splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if line.startswith(f"| {first_column} |"):
            columns = cells
        elif not line.startswith("|"):
            columns = None
        elif columns and not line.startswith("|-"):
            model = cells[1].strip("`")
            pairs = list(zip(columns[2:], cells[2:], strict=True))
            rows[model] = {role: set(cell) - {"–"} for role, cell in pairs}
    return rows


FILES = _table("Teil der Fallakte")
OTHERS = _table("Sonstige Daten")


def test_nothing_is_overlooked():
    """A new model, or one that moved, must be told to data protection officers."""
    assert len(PROTECTED) > 10
    assert set(FILES) == PROTECTED, REMEDY
    assert set(OTHERS) == STORED - PROTECTED, REMEDY


def test_every_group_is_known():
    groups = {group for _model, group in GRANTED}
    known = {group for groups in ROLES.values() for group in groups}
    assert groups <= known | {"base.group_user"}, REMEDY


@pytest.mark.parametrize("model", sorted(PROTECTED))
def test_files_are_for_their_owner(model):
    cells = dict(FILES[model])
    assert cells.pop("eigene") == _rights(model, "IM"), REMEDY
    assert cells.pop("fremde") == set()
    expected = {role: _rights(model, role) for role in ROLES if role != "IM"}
    assert cells == expected, REMEDY
    assert not any(cells.values()), "Somebody without cases got a right on them."


@pytest.mark.parametrize("model", sorted(STORED - PROTECTED))
def test_other_data(model):
    assert OTHERS[model] == {role: _rights(model, role) for role in ROLES}, REMEDY
