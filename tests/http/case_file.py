"""A case with everything that can hang on it."""

import base64
import functools
import secrets
from datetime import UTC, datetime

import pytest
from days import day
from registry import CASE, TEXTS

# Enough to find the canary by; an error that repeats it gives nothing away.
NEEDLE = f"Kanarie{secrets.token_hex(4)}"
CANARY = f"{NEEDLE}nvogel"
CANARY_FILE = base64.b64encode(CANARY.encode()).decode()


class CaseFile:
    """A case of a manager, seen through the manager's eyes."""

    def __init__(self, manager, registry, **vals):
        self.manager = manager
        self.registry = registry
        self.id = manager.call(CASE, "create", [vals])[0]

    @functools.cached_property
    def number(self):
        row = self.manager.call(CASE, "read", [self.id], ["number"])[0]
        return row["number"]

    def need(self, model, *names):
        """Skip the test when the model does not know these fields yet."""
        missing = set(names) - set(self.registry.fields(model))
        if missing:
            pytest.skip(f"{model} has no {', '.join(missing)} yet")

    def contents(self, model):
        """Return all that the manager can read of a model and of cases."""
        return [
            self.manager.call(
                name, "search_read", [], self.registry.stored(name), order="id"
            )
            for name in {CASE, model}
        ]

    def fill(self):
        """Make a record of every protected model; return model -> id."""
        ids = {CASE: self.id}
        for model in self.registry.protected:
            self._make(model, ids)
        return ids

    def _make(self, model, ids):
        if model in ids:
            return ids[model]
        found = self.manager.call(model, "search", [("case_id", "=", self.id)])
        vals = self.minimal(model, ids)
        if found:
            ids[model] = found[0]
            contents = {n: v for n, v in vals.items() if v in (CANARY, CANARY_FILE)}
            if contents:
                self.manager.call(model, "write", found[:1], contents)
        else:
            ids[model] = self.manager.call(model, "create", [vals])[0]
        return ids[model]

    def minimal(self, model, ids):
        """Return values that suffice for a record, with canaries in texts and files."""
        known = self.registry.fields(model)
        vals = {} if model == CASE else {"case_id": self.id}
        defaults = self.manager.call(
            model, "default_get", list(known), context={"default_case_id": self.id}
        )
        for name, field in known.items():
            if name in vals or not field["store"] or field["readonly"]:
                continue
            if field["type"] in TEXTS and not field.get("size"):
                vals[name] = CANARY
            elif field["type"] == "binary":
                vals[name] = CANARY_FILE
            elif field["required"] and (
                # By default, the next session may be tomorrow.
                name not in defaults or field["type"] == "datetime"
            ):
                vals[name] = self._value(field, ids)
        return vals

    def _value(self, field, ids):
        kind = field["type"]
        if kind == "many2one":
            if field["relation"] in self.registry.protected:
                return self._make(field["relation"], ids)
            return self.manager.call(field["relation"], "search", [], limit=1)[0]
        if kind == "selection":
            return field["selection"][0][0]
        if kind == "date":
            return day(0)
        if kind == "datetime":
            return datetime.now(UTC).strftime("%Y-%m-%d %H:%M:%S")
        return 1
