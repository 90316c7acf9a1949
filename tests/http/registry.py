"""What the server itself says about the models that lead to a case."""

CASE = "integration.case"
TEXTS = ("char", "text", "html")
ATTRIBUTES = ["type", "relation", "readonly", "required", "store", "selection", "size"]


class Registry:
    """Models and fields, found by walking links and not by a list of names."""

    def __init__(self, admin, manager):
        self._manager = manager
        self._fields = {}
        self.links = admin.call(
            "ir.model.fields",
            "search_read",
            [("ttype", "in", ["many2one", "one2many", "many2many"])],
            ["model", "name", "relation", "ttype", "store"],
        )
        abstract = admin.call(
            "ir.model", "search_read", [("abstract", "=", True)], ["model"]
        )
        self._abstract = {row["model"] for row in abstract}
        self.protected = self._walk()

    def _walk(self):
        """Return the models with a chain of stored links to a case."""
        found = {CASE}
        while new := {
            link["model"]
            for link in self.links
            if link["relation"] in found
            and link["model"] not in found | self._abstract
            and link["store"]
            and link["ttype"] in ("many2one", "many2many")
        }:
            found |= new
        return sorted(found)

    def links_from_outside(self):
        """Return (model, field) of open models from which a search may start."""
        return [
            (link["model"], link["name"])
            for link in self.links
            if link["relation"] in self.protected
            and link["model"] not in self._abstract | set(self.protected)
        ]

    def fields(self, model):
        """Return the description of a model's fields."""
        if model not in self._fields:
            self._fields[model] = self._manager.call(
                model, "fields_get", [], ATTRIBUTES
            )
        return self._fields[model]

    def stored(self, model):
        """Return the names of the stored fields."""
        return [n for n, field in self.fields(model).items() if field["store"]]

    def texts(self, model):
        """Return the names of the stored texts."""
        known = self.fields(model)
        return [n for n in self.stored(model) if known[n]["type"] in TEXTS]
