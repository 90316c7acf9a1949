"""Ways to get at somebody else's case by reading.

Each takes an attacker and a target and returns whatever it got to see. What the
attacker can conclude without seeing it, such as a count, is returned as the canary.
"""

from case_file import CANARY, NEEDLE
from client import Refused


def _seen(found):
    """Turn a conclusion into what the attacker learned by it."""
    return found and CANARY


def search_read(client, target):
    return client.call(target.model, "search_read", [], target.texts)


def web_search_read(client, target):
    return client.call(target.model, "web_search_read", [], target.specification)


def read(client, target):
    return client.call(target.model, "read", [target.id], target.texts)


def read_any_column(client, target):
    return _seen(client.call(target.model, "read", [target.id], ["create_date"]))


def web_read(client, target):
    return client.call(target.model, "web_read", [target.id], target.specification)


def exists(client, target):
    return _seen(client.call(target.model, "search", [("id", "=", target.id)]))


def metadata(client, target):
    return _seen(client.call(target.model, "get_metadata", [target.id]))


def name_search(client, target):
    found = client.call(target.model, "name_search", target.number)
    return _seen(any(row[0] == target.id for row in found))


def name_search_by_content(client, target):
    found = client.call(target.model, "name_search", NEEDLE)
    return _seen(found)


def web_name_search(client, target):
    found = client.call(
        target.model, "web_name_search", target.number, target.specification
    )
    return found


def name_create(client, target):
    """The name of a record that is there already may be given back."""
    if not target.texts:
        return None  # its name is a link, and cannot be typed
    return client.call(target.model, "name_create", target.number)


def count_by_content(client, target):
    return _seen(
        sum(
            client.call(
                target.model,
                "search_count",
                [("id", "=", target.id), (name, "ilike", NEEDLE)],
            )
            for name in target.texts
        )
    )


def count_by_case(client, target):
    path = "case_id.person_name" if target.is_part else "person_name"
    return _seen(client.call(target.model, "search_count", [(path, "ilike", NEEDLE)]))


def count_around_the_rules(client, target):
    path = "case_id" if target.is_part else "access_ids"
    within = [("id", "!=", False)]
    domain = [("id", "=", target.id), (path, "any!", within)]
    return _seen(client.call(target.model, "search_count", domain))


def count_by_negation(client, target):
    domain = ["!", ("id", "!=", target.id)]
    return _seen(client.call(target.model, "search_count", domain))


def order_by_content(client, target):
    ids = client.call(target.model, "search", [], order=f"{target.column} desc")
    return _seen(target.id in ids)


def group(client, target):
    return [
        client.call(target.model, "formatted_read_group", [], [name], ["__count"])
        for name in target.texts
    ]


def group_count(client, target):
    domain = [("id", "=", target.id)]
    rows = client.call(target.model, "formatted_read_group", domain, [], ["__count"])
    return _seen(any(row["__count"] for row in rows))


def group_sets(client, target):
    sets = [[], [target.column]]
    return client.call(target.model, "formatted_read_grouping_sets", [], sets)


def web_group(client, target):
    return client.call(
        target.model,
        "web_read_group",
        [],
        [target.column],
        auto_unfold=True,
        unfold_read_specification=target.specification,
    )


def aggregate(client, target):
    domain = [("id", "=", target.id)]
    rows = client.call(
        target.model, "formatted_read_group", domain, [], ["id:array_agg", "id:max"]
    )
    return _seen(any(row["id:max"] for row in rows))


def progress_bar(client, target):
    bar = {"field": target.column, "colors": {CANARY: "success"}}
    answer = client.call(target.model, "read_progress_bar", [], target.column, bar)
    return _seen(answer)


def search_panel(client, target):
    known = target.fields.items()
    links = [n for n, f in known if f["type"] == "many2one" and f["store"]]
    answer = client.call(
        target.model,
        "search_panel_select_range",
        links[0],
        enable_counters=True,
        search_domain=[("id", "=", target.id)],
    )
    return _seen(any(row.get("__count") for row in answer["values"]))


def export(client, target):
    return client.call(target.model, "export_data", [target.id], target.texts)


def read_in_developer_mode(client, target):
    """Odoo tells developers more about what it refuses."""
    try:
        return client.call(
            target.model, "read", [target.id], target.texts, query="?debug=1"
        )
    finally:
        client.get("/web/version", debug="0")


def copied(client, target):
    return client.call(target.model, "copy_data", [target.id])


def edit_in_form(client, target):
    """The form shows what else changes, before anything is saved."""
    return client.call(
        target.model,
        "onchange",
        [target.id],
        {target.column: NEEDLE},
        [target.column],
        target.specification,
    )


def new_in_case(client, target):
    """A new record shows what it takes over from the case."""
    return client.call(
        target.model,
        "onchange",
        [],
        {"case_id": target.case_id},
        ["case_id"],
        target.specification,
    )


def new_from_case_screen(client, target):
    context = {"active_model": "integration.case", "active_id": target.case_id}
    context["default_case_id"] = target.case_id
    return client.call(
        target.model, "onchange", [], {}, [], target.specification, context=context
    )


def my_day(client, _target):
    return client.call("integration.my.day", "get_my_day")


def through_open_models(client, target):
    """Search with any operator over each link from a model that others may read."""
    hits = 0
    for model, field in target.registry.links_from_outside():
        for leaf in [
            (f"{field}.case_id.person_name", "ilike", NEEDLE),
            (f"{field}.person_name", "ilike", NEEDLE),
            (field, "ilike", target.number),
            (field, "=", target.case_id),
            (field, "any", [("id", "=", target.case_id)]),
        ]:
            hits += _count_or_nothing(client, model, leaf)
    return _seen(hits)


def _count_or_nothing(client, model, leaf):
    try:
        return client.call(model, "search_count", [leaf])
    except Refused as refusal:
        if CANARY in refusal.message + refusal.debug:
            raise
        return 0
