"""Ways to a case through its files and papers."""

import json

from case_file import CANARY


def export_file(client, target):
    fields = [{"name": name, "label": name} for name in target.texts]
    data = {
        "model": target.model,
        "fields": fields,
        "ids": [target.id],
        "domain": [],
        "groupby": [],
        "import_compat": False,
        "context": {},
    }
    return client.submit("/web/export/csv", data=json.dumps(data)).text


def attachments(client, target):
    domain = [("res_model", "=", target.model), ("res_id", "=", target.id)]
    return client.call(
        "ir.attachment", "search_read", domain, ["name", "index_content"]
    )


def attachment_by_id(client, target):
    return client.call("ir.attachment", "read", [target.attachment_id], ["name"])


def attachment_file(client, target):
    return client.get(f"/web/content/{target.attachment_id}").text


def attachment_image(client, target):
    return client.get(f"/web/image/{target.attachment_id}").text


def attachment_zip(client, target):
    ids = str(target.attachment_id)
    return client.submit("/mail/attachment/zip", file_ids=ids, zip_name="x").text


def attachment_token(client, target):
    return (
        client.call("ir.attachment", "generate_access_token", [target.attachment_id])
        and CANARY
    )


def column_as_file(client, target):
    return [
        client.get(f"/web/content/{target.model}/{target.id}/{name}").text
        for name in target.files + target.texts[:2]
    ]


def column_as_image(client, target):
    return [
        client.get(f"/web/image/{target.model}/{target.id}/{name}").text
        for name in target.files + target.texts[:2]
    ]


def column_as_attachment(client, target):
    domain = [("res_model", "=", target.model), ("res_field", "!=", False)]
    ids = client.call("ir.attachment", "search", domain)
    return client.call("ir.attachment", "read", ids, ["index_content"])


def paper(client, target):
    return [
        client.get(f"/report/html/{name}/{target.id}").text for name in target.reports
    ]


def paper_as_text(client, target):
    return [
        client.get(f"/report/text/{name}/{target.id}").text for name in target.reports
    ]
