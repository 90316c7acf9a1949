"""All attacks, and what is known of them."""

import inspect
import json

import attacks_around
import attacks_files
import attacks_mail
import attacks_pages
import attacks_programs
import attacks_read
import attacks_write
from case_file import CANARY, CANARY_FILE
from client import Refused
from registry import CASE


def _functions(*modules):
    return {
        name: function
        for module in modules
        for name, function in vars(module).items()
        if inspect.isfunction(function)
        and function.__module__ == module.__name__
        and not name.startswith("_")
    }


AROUND = _functions(attacks_around, attacks_files, attacks_mail, attacks_pages)
ATTACKS = {
    **_functions(attacks_read, attacks_programs),
    **AROUND,
    **_functions(attacks_write),
}
# The case goes with everything on it, so these come last.
for _name in ("unfollow", "attachment_deleted", "unlink"):
    ATTACKS[_name] = ATTACKS.pop(_name)
# Ways that are closed to everybody, the owner included.
CLOSED = {
    "attendees",
    "author_avatar",
    "buttons",
    "bus",
    "calendar_by_content",
    "calendar_files",
    "calendar_with_case",
    "contacts",
    "count_around_the_rules",
    "followers",
    "composer",
    "grant_access",
    "inbox",
    "invitation",
    "invitation_with_token",
    "grant_access_through_case",
    "link_to_message",
    "link_to_record",
    "lookup",
    "mail_queue",
    "mail_routes",
    "mentions",
    "name_create",
    "name_from_activity",
    "name_from_message",
    "name_from_new_message",
    "notifications",
    "pages",
    "portal_chatter",
    "public_routes",
    "recipients",
    "recipients_suggested",
    "share",
    "tracking",
    "web_routes",
}
# Whose rights differ from a plain user's; the others are tried with fewer models.
SPECIAL = {"manager_b", "plain_user", "settings_admin", "portal_user"}


def learned(attack, client, target):
    """Tell whether the attack brought anything to light, in errors neither."""
    try:
        answer = attack(client, target)
    except Refused as refusal:
        answer = [refusal.message, refusal.debug]
    text = json.dumps(answer, ensure_ascii=False)
    return CANARY in text or CANARY_FILE in text


def worth_trying(attack, targets, name=None):
    """Leave out what cannot differ, so that the tests stay quick."""
    if attack in AROUND or name not in SPECIAL:
        targets = [t for t in targets if t.model == CASE or t.reports]
    if name not in SPECIAL and not attack.startswith("paper"):
        targets = targets[:2]  # the case and a part of it
    if attack.startswith("attachment"):
        targets = [t for t in targets if t.attachment_id]
    return targets


def what_gets_through(client, targets, name=None):
    """Return the (attack, model) that bring anything to light."""
    return {
        (attack, target.model)
        for attack, function in ATTACKS.items()
        for target in worth_trying(attack, targets, name)
        if learned(function, client, target)
    }
