"""Ways to a case through the routes of Odoo's mail, as the web client uses them."""

from case_file import CANARY, NEEDLE
from client import Refused


def _answers(client, requests):
    """Return what comes back from each route, errors included."""
    return [_answer(client, path, params) for path, params in requests]


def _answer(client, path, params):
    try:
        return client.post(path, **params)
    except Refused as refusal:
        return [refusal.message, refusal.debug]


def _thread(target):
    return {"thread_model": target.model, "thread_id": target.id}


def _message(target):
    return {"message_id": target.message_ids[0]}


def inbox(client, _target):
    routes = ["/mail/inbox/messages", "/mail/history/messages"]
    return _answers(client, [(route, {}) for route in routes])


def starred(client, target):
    """Messages that one has marked are listed without a look at the record."""
    marking = "/web/dataset/call_kw/mail.message/toggle_message_starred"
    params = {"model": "mail.message", "method": "toggle_message_starred"}
    params |= {"args": [target.message_ids[:1]], "kwargs": {}}
    answers = _answers(client, [(marking, params), ("/mail/starred/messages", {})])
    _answer(client, marking, params)
    return answers


def reaction(client, target):
    return [
        client.post(
            "/mail/message/reaction", **_message(target), content="👍", action=action
        )
        and CANARY
        for action in ("add", "remove")
    ]


def edited_message(client, target):
    client.post(
        "/mail/message/update_content",
        **_message(target),
        update_data={"body": CANARY, "attachment_ids": []},
    )
    return CANARY


def unfollow(client, target):
    """Throw out who follows the file, its owner before all."""
    client.post(
        "/mail/thread/unsubscribe",
        res_model=target.model,
        res_id=target.id,
        partner_ids=[target.owner_partner_id],
    )
    return CANARY


def subscription(client, target):
    """Which messages a follower gets."""
    ids = [target.follower_id] if target.follower_id else []
    return [
        client.post("/mail/read_subscription_data", follower_id=id_) and CANARY
        for id_ in ids
    ]


def portal_chatter(client, target):
    token = {"token": "x", "hash": "x", "pid": target.owner_partner_id}
    return _answers(
        client,
        [
            (route, {**_thread(target), **access})
            for route in ("/mail/chatter_fetch", "/portal/chatter_init")
            for access in ({}, token)
        ],
    )


def mail_routes(client, target):
    """What else Odoo's mail answers to."""
    message, thread = _message(target), _thread(target)
    everything = [
        "init_messaging",
        "failures",
        "systray_get_activities",
        "mail.canned.response",
        "channels_as_member",
    ]
    return _answers(
        client,
        [
            ("/mail/data", {"fetch_params": everything}),
            ("/mail/action", {"fetch_params": everything}),
            ("/mail/link_preview", message),
            ("/mail/message/translate", message),
            ("/mail/thread/recipients", {**thread, **message}),
            ("/mail/thread/recipients/fields", {"thread_model": target.model}),
            ("/mail/partner/from_email", {**thread, "emails": ["x@example.com"]}),
            ("/discuss/search", {"term": NEEDLE}),
            ("/mail/update_is_internal", {**message, "is_internal": False}),
            ("/portal/attachment/remove", {"attachment_id": target.attachment_id}),
        ],
    )
