"""Ways to a case through pages, the calendar's links, the bus and public routes."""

from urllib.parse import urlsplit

from case_file import CANARY, NEEDLE
from client import Refused


def _pages(client, requests):
    return [client.get(path, **params).text for path, params in requests]


def _answers(client, requests):
    answers = []
    for path, params in requests:
        try:
            answers.append(client.post(path, **params))
        except Refused as refusal:
            answers.append([refusal.message, refusal.debug])
    return answers


def _path(answer):
    """Return where redirections led to."""
    return urlsplit(answer.url).path


def link_to_message(client, target):
    return _pages(client, [(f"/mail/message/{target.message_ids[0]}", {})])


def author_avatar(client, target):
    """Tells from other pictures who wrote a message."""
    path = "/mail/avatar/mail.message/{}/author_avatar/50x50"
    access = [{}, {"access_token": "x"}, {"_hash": "x", "pid": 1}]
    for params in access:
        real = client.get(path.format(target.message_ids[0]), **params)
        other = client.get(path.format(999999999), **params)
        if real.ok and other.ok and real.content != other.content:
            return CANARY
    return None


def breadcrumb(client, target):
    """The name of a record, for the path above a form."""
    trail = [{"model": target.model, "resId": target.id}]
    answer = client.post("/web/action/load_breadcrumbs", actions=trail)
    return target.number in str(answer) and CANARY


def calendar_files(client, target):
    domain = [("res_model", "=", "calendar.event")]
    if target.event_id:
        domain.append(("res_id", "=", target.event_id))
    files = client.call("ir.attachment", "search_read", domain, ["name", "raw"])
    return files and target.event_id and CANARY


def invitation_with_token(client, target):
    """The links of an invitation, for somebody who came by the token."""
    if not target.event_id:
        return None
    params = {"token": target.event_token, "id": target.event_id}
    routes = ["view", "accept", "decline", "join"]
    paths = [f"/calendar/meeting/{route}" for route in routes]
    paths += ["/calendar/recurrence/accept", "/calendar/recurrence/decline"]
    answers = [client.get(path, **params) for path in paths]
    answers.append(client.get(f"/calendar/join_videocall/{target.event_token}"))
    return any(a.ok and _path(a).startswith("/calendar") for a in answers) and CANARY


def bus(client, target):
    """Listen to what is told to others."""
    names = [
        "broadcast",
        f"{target.model}_{target.id}",
        f"{target.model}({target.id},)",
        f"res.partner_{target.owner_partner_id}",
        f"odoo-presence-res.partner_{target.owner_partner_id}",
    ]
    # From the first notification on that is still stored.
    poll = {"channels": names, "last": 1, "is_first_poll": True}
    presence = {"inactivity_period": 0, "im_status_ids_by_model": {}}
    return _answers(
        client,
        [
            ("/websocket/peek_notifications", poll),
            ("/websocket/update_bus_presence", presence),
            ("/bus/has_missed_notifications", {"last_notification_id": 1}),
        ],
    )


def pages(client, target):
    """Pages made for clients and for people with a link."""
    link = {"model": target.model, "res_id": target.id}
    token = {"access_token": "x", "pid": target.owner_partner_id, "hash": "x"}
    mail = {**link, "pid": target.owner_partner_id, "token": "x"}
    return _pages(
        client,
        [
            ("/my", {}),
            ("/my/home", {}),
            ("/my/account", {}),
            ("/my/security", {}),
            ("/mail/view", {**link, **token}),
            ("/mail/unfollow", mail),
            (f"/odoo/{target.model}/{target.id}", {}),
            (f"/json/{target.model}/{target.id}", {}),
        ],
    )


def web_routes(client, target):
    """What else the web client asks for."""
    act = "/web/dataset/call_button/{}/{}"
    button = {"model": target.model, "args": [[target.id]], "kwargs": {}}
    domain = [("case_id.last_name", "ilike", NEEDLE)]
    return _answers(
        client,
        [
            ("/web/domain/validate", {"model": target.model, "domain": domain}),
            ("/web/action/load", {"action_id": "integration_management.my_day_action"}),
            (
                act.format(target.model, "read"),
                {**button, "method": "read"},
            ),
            (
                "/web/export/get_fields",
                {"model": target.model, "domain": [("id", "=", target.id)]},
            ),
            ("/calendar/notify", {}),
            ("/calendar/check_credentials", {}),
            ("/my/counters", {"counters": ["case_count"]}),
        ],
    )


def public_routes(client, _target):
    """Routes that answer before anybody has logged in."""
    return _pages(
        client,
        [
            ("/web/database/manager", {}),
            ("/web/database/selector", {}),
            ("/web/filestore/x", {}),
            ("/web/webclient/translations", {}),
            ("/longpolling/poll", {}),
            ("/logo.png", {}),
        ],
    )
