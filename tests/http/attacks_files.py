"""Ways to a case through its files and papers."""

import io
import json
import zipfile

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
    return client.call("ir.attachment", "read", ids, ["index_content", "datas"])


def paper(client, target):
    return [
        client.get(f"/report/html/{name}/{target.id}").text for name in target.reports
    ]


def paper_as_text(client, target):
    return [
        client.get(f"/report/text/{name}/{target.id}").text for name in target.reports
    ]


def paper_as_pdf(client, target):
    """Papers are made for the owner only; others do not get as far."""
    answers = [client.get(f"/report/pdf/{name}/{target.id}") for name in target.reports]
    return any(answer.content.startswith(b"%PDF") for answer in answers) and CANARY


def paper_by_download(client, target):
    answers = []
    for name in target.reports[:1]:
        request = [f"/report/pdf/{name}/{target.id}", "qweb-pdf"]
        answers.append(client.submit("/report/download", data=json.dumps(request)))
    return any(answer.content.startswith(b"%PDF") for answer in answers) and CANARY


def export_table(client, target):
    """A table hides its texts in an archive."""
    data = {
        "model": target.model,
        "fields": [{"name": n, "label": n, "type": "char"} for n in target.texts],
        "ids": [target.id],
        "domain": [],
        "groupby": [],
        "import_compat": False,
        "context": {},
    }
    answer = client.submit("/web/export/xlsx", data=json.dumps(data))
    if not answer.content.startswith(b"PK"):
        return answer.text
    with zipfile.ZipFile(io.BytesIO(answer.content)) as table:
        return [table.read(name).decode(errors="replace") for name in table.namelist()]


def column_by_query(client, target):
    params = {"model": target.model, "id": target.id}
    return [
        client.get(path, **params, field=name, access_token="x").text
        for path in ("/web/content", "/web/image")
        for name in target.files + target.texts[:1]
    ]


def upload(client, target):
    """A file put into somebody's chatter."""
    answer = client.submit(
        "/mail/attachment/upload",
        files={"ufile": ("x.txt", b"x")},
        thread_model=target.model,
        thread_id=target.id,
    )
    return '"attachment_id"' in answer.text and CANARY


def upload_to_record(client, target):
    answer = client.submit(
        "/web/binary/upload_attachment",
        files={"ufile": ("x.txt", b"x")},
        model=target.model,
        id=target.id,
    )
    return '"id":' in answer.text and CANARY


def attachment_by_query(client, target):
    """With what the owner got who asked for a link to share."""
    params = {"id": target.attachment_id, "access_token": target.attachment_token}
    paths = ("/web/content", "/web/image")
    return [client.get(path, **params).text for path in paths]


def attachment_deleted(client, target):
    client.post("/mail/attachment/delete", attachment_id=target.attachment_id)
    return CANARY
