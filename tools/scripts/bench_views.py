"""The fields that the web client reads for a view, taken from the view itself."""

from lxml import etree


class Screen:
    """A window action's views, as the web client loads them."""

    def __init__(self, call, model, views):
        self._call = call
        self._model = model
        loaded = call(model, "get_views", views, options={"toolbar": True})
        self._archs = {kind: view["arch"] for kind, view in loaded["views"].items()}
        self._fields = {name: m["fields"] for name, m in loaded["models"].items()}

    def spec(self, kind):
        """Return the specification for `web_read` and its like."""
        arch = etree.fromstring(self._archs[kind])
        found = self._of_arch(arch, self._model)
        # A calendar names its times and colours on its own node.
        for name in ("date_start", "date_stop", "color"):
            if arch.get(name):
                found.setdefault(arch.get(name), {})
        return found

    def _of_arch(self, arch, model):
        wanted = {}
        for node in arch.xpath(".//field[not(ancestor::field)]"):
            field = self._fields[model].get(node.get("name"))
            if field is None:
                continue
            spec = wanted.setdefault(node.get("name"), {})
            if field["type"] == "many2one":
                spec["fields"] = {"display_name": {}}
            elif field["type"] in ("one2many", "many2many"):
                spec["fields"] = self._of_rows(node, field["relation"])
        return wanted

    def _of_rows(self, node, model):
        inline = node.find("list")
        if inline is None:
            inline = node.find("kanban")
        if node.get("widget", "").startswith("many2many_") or inline is None:
            return {"display_name": {}}
        return self._of_arch(inline, model)
