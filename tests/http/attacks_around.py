"""Ways to a case through what Odoo itself hangs on it: chatter and calendar."""

from case_file import CANARY, NEEDLE


def messages(client, target):
    domain = [("model", "=", target.model), ("res_id", "=", target.id)]
    return client.call("mail.message", "search_read", domain, ["body", "subject"])


def messages_by_id(client, target):
    return client.call(
        "mail.message", "read", target.message_ids, ["body", "record_name"]
    )


def messages_by_content(client, target):
    count = client.call("mail.message", "search_count", [("body", "ilike", NEEDLE)])
    return count and CANARY


def messages_grouped(client, target):
    return client.call("mail.message", "formatted_read_group", [], ["subject"], [])


def name_from_message(client, target):
    vals = {"model": target.model, "res_id": target.id}
    return client.call(
        "mail.message", "onchange", [], vals, ["res_id"], {"record_name": {}}
    )


def name_from_new_message(client, target):
    vals = {
        "model": target.model,
        "res_id": target.id,
        "message_type": "user_notification",
    }
    ids = client.call("mail.message", "create", [vals])
    return client.call("mail.message", "read", ids)


def comment(client, target):
    """Whoever can write into a file's chatter can also be answered there."""
    return CANARY if _post(client, target) else None


def _post(client, target):
    data = {"body": "…", "message_type": "comment"}
    return client.post(
        "/mail/message/post",
        thread_model=target.model,
        thread_id=target.id,
        post_data=data,
    )


def comment_as_record(client, target):
    vals = {"model": target.model, "res_id": target.id, "message_type": "comment"}
    return client.call("mail.message", "create", [vals]) and CANARY


def thread(client, target):
    return client.post(
        "/mail/thread/messages", thread_model=target.model, thread_id=target.id
    )


def thread_data(client, target):
    fetch = ["attachments", "activities", "followers", "suggestedRecipients"]
    params = {
        "thread_model": target.model,
        "thread_id": target.id,
        "request_list": fetch,
    }
    return client.post("/mail/data", fetch_params=[["mail.thread", params]])


def recipients(client, target):
    return client.post(
        "/mail/thread/recipients", thread_model=target.model, thread_id=target.id
    )


def recipients_suggested(client, target):
    return client.post(
        "/mail/thread/recipients/get_suggested_recipients",
        thread_model=target.model,
        thread_id=target.id,
    )


def follow(client, target):
    user = client.call("res.users", "read", [client.uid], ["partner_id"])
    partner = user[0]["partner_id"][0]
    client.post(
        "/mail/thread/subscribe",
        res_model=target.model,
        res_id=target.id,
        partner_ids=[partner],
    )
    follower = [("res_id", "=", target.id), ("partner_id", "=", partner)]
    return client.call("mail.followers", "search", follower) and CANARY


def followers(client, target):
    domain = [("res_model", "=", target.model), ("res_id", "=", target.id)]
    return client.call("mail.followers", "search_read", domain, ["name", "email"])


def notifications(client, _target):
    return client.call("mail.notification", "search_read", [])


def mail_queue(client, _target):
    return client.call("mail.mail", "search_read", [], ["subject", "body"])


def tracking(client, _target):
    return client.call("mail.tracking.value", "search_read", [])


def activities(client, target):
    domain = [("res_model", "=", target.model), ("res_id", "=", target.id)]
    return client.call(
        "mail.activity", "search_read", domain, ["summary", "note", "res_name"]
    )


def activities_grouped(client, _target):
    return client.call(
        "mail.activity", "formatted_read_group", [], ["summary", "res_name"], []
    )


def name_from_activity(client, target):
    vals = {"res_model": target.model, "res_id": target.id}
    return client.call(
        "mail.activity", "onchange", [], vals, ["res_id"], {"res_name": {}}
    )


def own_activity(client, target):
    """An activity of one's own, hung on somebody else's file."""
    vals = {
        "res_model_id": target.model_id,
        "res_id": target.id,
        "user_id": client.uid,
    }
    return client.call("mail.activity", "create", [vals]) and CANARY


def mentions(client, _target):
    return client.call("res.partner", "get_mention_suggestions", NEEDLE)


def contacts(client, _target):
    return client.call("res.partner", "name_search", NEEDLE)


def share(client, target):
    vals = {"res_model": target.model, "res_id": target.id}
    ids = client.call("portal.share", "create", [vals])
    return client.call("portal.share", "read", ids)


def lookup(client, _target):
    """Odoo's own search for a person through all tables."""
    vals = {"name": NEEDLE, "email": f"{NEEDLE}@example.com"}
    ids = client.call("privacy.lookup.wizard", "create", [vals])
    client.call("privacy.lookup.wizard", "action_lookup", ids)
    lines = client.call(
        "privacy.lookup.wizard.line", "search_read", [("wizard_id", "in", ids)]
    )
    return [line for line in lines if line["res_model"] == "integration.case"]


def link_to_record(client, target):
    return client.get("/mail/view", model=target.model, res_id=target.id).text


def calendar(client, target):
    return client.call("calendar.event", "search_read", [])


def calendar_by_content(client, _target):
    leaves = [(n, "ilike", NEEDLE) for n in ("name", "description", "location")]
    leaves += [("message_ids.body", "ilike", NEEDLE)]
    counts = [client.call("calendar.event", "search_count", [leaf]) for leaf in leaves]
    return any(counts) and CANARY


def calendar_by_case(client, target):
    field = "integration_case_id"
    domains = [
        [(field, "=", target.case_id)],
        [(field, "!=", False)],
        ["!", (field, "=", False)],
        [(field, "ilike", target.number)],
        [(f"{field}.person_name", "ilike", NEEDLE)],
    ]
    counts = [client.call("calendar.event", "search_count", d) for d in domains]
    return any(counts) and CANARY


def calendar_with_case(client, target):
    vals = {"integration_case_id": target.case_id, "name": "x"}
    spec = {"integration_case_id": {"fields": {"display_name": {}}}, "name": {}}
    return client.call("calendar.event", "onchange", [], vals, list(vals), spec)


def attendees(client, _target):
    return client.call("calendar.attendee", "search_read", [])


def attendees_of_session(client, target):
    """Who meets in private, and the links that open the entry."""
    domain = [("event_id", "=", target.event_id or 0)]
    return client.call("calendar.attendee", "search", domain) and CANARY


def invitation(client, target):
    """The page that a link in an invitation opens, for whoever has the link."""
    found = client.call(
        "calendar.attendee", "search_read", [], ["access_token", "event_id"], limit=3
    )
    return [
        client.get(
            "/calendar/meeting/view", token=row["access_token"], id=row["event_id"][0]
        ).text
        for row in found
    ]


def composer(client, target):
    """A mail that quotes the file it is written from."""
    vals = {
        "model": target.model,
        "res_ids": str([target.id]),
        "composition_mode": "mass_mail",
        "subject": "{{ object.display_name }}",
        "body": '<t t-out="object.case_name or object.label"/>',
    }
    ids = client.call("mail.compose.message", "create", [vals])
    return client.call("mail.compose.message", "read", ids, ["subject", "body"])
