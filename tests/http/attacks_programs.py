"""Ways to a case that other programs take, without a browser."""


def by_program(client, target):
    found = client.legacy(target.model, "search_read", [], target.texts)
    return found or client.legacy(target.model, "read", [target.id], target.texts)


def by_api_key(client, target):
    return client.json2(target.model, "search_read", fields=target.texts)


def by_api_key_and_id(client, target):
    return client.json2(target.model, "read", ids=[target.id], fields=target.texts)


def by_xml(client, target):
    return client.xml(target.model, "search_read", [], target.texts) or client.xml(
        target.model, "read", [target.id], target.texts
    )


def by_views(client, target):
    """The content of a form as data, by API key."""
    answer = client.with_key(f"/json/1/{target.model}/{target.id}")
    return answer.text
