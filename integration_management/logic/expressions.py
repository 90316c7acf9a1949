# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""What texts that Odoo evaluates could do; read, never run.

Rules, window actions and message templates hold Python that runs with the rights of
whoever it happens to. Harmless is what merely reads along fields.
"""

import ast
import re

from lxml import html

# What templates may call besides; nothing here leads from a record to its environment.
HELPERS = frozenset(
    "any bool date datetime format_addr format_amount format_date format_datetime"
    " format_duration format_time int is_html_empty len list max min range"
    " relativedelta round set slug sorted str sum time timedelta tuple".split()
)
METHODS = frozenset(
    "capitalize count endswith filtered format get get_base_url has_group isoformat"
    " items join keys lower lstrip mapped replace rstrip sorted split startswith"
    " strftime strip title upper values".split()
)
# Attributes of templates that hold no expression.
_NAMES = frozenset({"t-as", "t-else", "t-set", "t-translation"})
_EXPRESSIONS = frozenset(
    "t-elif t-esc t-field t-foreach t-if t-key t-options t-out t-value".split()
)
_INLINE = re.compile(r"\{\{(.*?)\}\}|#\{(.*?)\}", re.DOTALL)


def calls_with_user(text):
    """Tell whether `text` could do more than compare fields of `user`.

    Whoever may call methods of the user reaches everything: ``user.env``, ``sudo``.
    """
    tree = _parse(text)
    if tree is None:
        return True
    names = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
    calls = any(isinstance(node, ast.Call) for node in ast.walk(tree))
    return calls and "user" in names


def is_harmless(text):
    """Tell whether an expression of a template reads along fields only."""
    tree = _parse(text)
    return tree is not None and all(map(_is_harmless_node, ast.walk(tree)))


def inline_code(text):
    """Return the expressions of a text like ``Hello {{ object.name }}``."""
    found = _INLINE.findall(str(text or ""))
    return {(first or second).partition("|||")[0].strip() for first, second in found}


def template_code(text):
    """Return the expressions of a QWeb template in HTML.

    What cannot be judged (calls of other templates, …) is returned as no expression
    at all, with the name of its attribute.
    """
    if not text or not str(text).strip():
        return set()
    code = set()
    for node in html.fragment_fromstring(str(text), create_parent="div").iter():
        for name, value in node.attrib.items():
            code |= _attribute_code(name, value)
    return code


def _attribute_code(name, value):
    if not name.startswith("t-") or name in _NAMES:
        return set()
    if name.startswith("t-attf-"):
        return inline_code(value)
    if name.startswith("t-att") or name in _EXPRESSIONS:
        return {value.strip()}
    return {f"{name}: {value}"}


def _parse(text):
    try:
        return ast.parse(str(text).strip(), mode="eval")
    except (SyntaxError, ValueError):
        return None


def _is_harmless_node(node):
    if isinstance(node, ast.Name):
        return node.id != "env"
    if isinstance(node, ast.Attribute):
        telling = node.attr == "env" or "integration_" in node.attr
        return not telling and not node.attr.startswith("_")
    if isinstance(node, ast.Constant):
        # A path like mapped("meeting_ids.integration_case_id.last_name")
        return "integration_" not in str(node.value)
    if isinstance(node, ast.Call):
        function = node.func
        if isinstance(function, ast.Attribute):
            return function.attr in METHODS
        return isinstance(function, ast.Name) and function.id in HELPERS
    return True
