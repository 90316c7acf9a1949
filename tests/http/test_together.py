"""What managers share about their work is read by those whom it is for, by nobody else.

Models that hang on a case are attacked in test_foreign_case.py; these do not.
"""

import pytest
from case_file import CANARY
from client import Refused
from conftest import OUTSIDERS
from registry import CASE, TEXTS
from together import READERS, make, offer

ADDON = "integration."
FORGED_ZONES = ("Etc/GMT+12", "Pacific/Kiritimati")


@pytest.fixture(scope="module")
def records(people):
    return make(people)


@pytest.fixture(scope="module")
def texts(admin, records):
    """Return {model: names of its stored texts}, those nobody may read included."""
    domain = [("model", "in", list(records)), ("store", "=", True)]
    domain.append(("ttype", "in", list(TEXTS)))
    rows = admin.call("ir.model.fields", "search_read", domain, ["model", "name"])
    return {m: [r["name"] for r in rows if r["model"] == m] for m in records}


def _attack(client, model, record, names):
    """Return the ways by which a client learns that a record is there, or more."""
    mine = [("id", "=", record)]
    shown = [*names, "display_name"]
    calls = {
        "search": ("search", mine),
        "search_read": ("search_read", mine),
        "read": ("read", [record]),
        "group": ("formatted_read_group", mine, ["id"], ["__count"]),
        "count": ("search_count", ["!", ("id", "!=", record)]),
        "export": ("export_data", [record], shown),
        "order": ("search", mine, 0, 1, "id desc"),
        "write": ("write", [record], {"id": record}),
        "unlink": ("unlink", [record]),
        "copy": ("copy_data", [record]),
        "onchange": ("onchange", [record], {}, [], {n: {} for n in shown}),
        "web_read": ("web_read", [record], {n: {} for n in shown}),
    }
    calls |= {f"by {n}": ("search", [*mine, (n, "!=", "x")]) for n in names}
    through = set()
    for name, (method, *args) in calls.items():
        try:
            answer = client.call(model, method, *args)
        except Refused as refusal:
            if CANARY in refusal.message + refusal.debug:
                through.add(name)
        else:
            if answer and answer != [{"__extra_domain": [], "__count": 0}]:
                through.add(name)
    return through


@pytest.mark.parametrize("name", OUTSIDERS)
def test_others_learn_nothing(name, people, records, texts):
    client = people[name]
    through = {
        model: ways
        for model, record in records.items()
        if name not in READERS[model]
        and (ways := _attack(client, model, record, texts[model]))
    }
    assert through == {}


def test_those_it_is_for_get_through(people, records, texts):
    """Otherwise the attacks would prove nothing."""
    for model, names in READERS.items():
        for name in names:
            row = people[name].call(model, "search", [("id", "=", records[model])])
            assert row, (model, name)


def test_every_guarded_model_is_attacked(admin, registry):
    """A new model that is not for everybody is added to READERS."""
    domain = [("model_id.model", "=like", f"{ADDON}%"), ("perm_read", "=", True)]
    rows = admin.call(
        "ir.model.access", "search_read", domain, ["model_id", "group_id"]
    )
    names = admin.call(
        "ir.model",
        "search_read",
        [("model", "=like", f"{ADDON}%")],
        ["model", "transient"],
    )
    model_of = {row["id"]: row["model"] for row in names if not row["transient"]}
    everybody = admin.ref("base.group_user")
    rules = admin.call(
        "ir.rule", "search_read", [("perm_read", "=", True)], ["model_id"]
    )
    ruled = {model_of.get(row["model_id"][0]) for row in rules}
    open_models = {
        model_of.get(r["model_id"][0]) for r in rows if r["group_id"][0] == everybody
    }
    guarded = ruled - open_models - set(registry.protected) - {None}
    # Figures and work without people; replies and offers go with what they answer.
    spared = {
        "integration.access.log",
        "integration.enquiry.count",
        "integration.enquiry.offer",
        "integration.feedback.file",
        "integration.network.activity",
        "integration.peer.reply",
    }
    assert guarded - spared == set(READERS)


def test_a_successor_sees_nothing_before_accepting(people, manager):
    successor = people["deputy"]
    case = manager.call(CASE, "create", [{"first_name": CANARY}])[0]
    handover, offered = offer(manager, successor, case)
    for zone in FORGED_ZONES:
        context = {"tz": zone, "active_id": case, "default_case_id": case}
        for model, record in ((CASE, case), ("integration.handover", handover)):
            found = successor.call(
                model, "search_count", [("id", "=", record)], context=context
            )
            assert not found
            with pytest.raises(Refused, match="AccessError"):
                successor.call(model, "read", [record], context=context)
    row = successor.call("integration.handover.offer", "read", [offered])[0]
    assert CANARY not in str(row)
    assert not [value for value in row.values() if value == case]
    with pytest.raises(Refused, match="AccessError"):
        manager.call("integration.handover.offer", "action_accept", [offered])


def test_an_ex_owner_keeps_nothing(people, manager):
    """Whatever day their browser says it is."""
    successor = people["manager_b"]
    case = manager.call(CASE, "create", [{"first_name": CANARY}])[0]
    manager.call(CASE, "message_post", [case], body=CANARY)
    session = manager.call(
        "integration.session", "create", [{"case_id": case, "summary": CANARY}]
    )[0]
    handover, offered = offer(manager, successor, case)
    successor.call("integration.handover.offer", "action_accept", [offered])
    kept = {
        CASE: case,
        "integration.session": session,
        "integration.handover": handover,
    }
    for zone in (*FORGED_ZONES, "Europe/Berlin"):
        for model, record in kept.items():
            domain = [("id", "=", record)]
            assert not manager.call(model, "search_count", domain, context={"tz": zone})
        domain = [("model", "=", CASE), ("res_id", "=", case)]
        assert not manager.call("mail.message", "search", domain, context={"tz": zone})
    paper = f"/report/html/integration_management.report_handover/{handover}"
    assert CANARY not in manager.get(paper).text


def test_who_took_an_enquiry_stays_between_them(people, manager):
    """The coordinator learns that it is gone, not who took it nor which case it is."""
    coordinator = people["coordinator"]
    before = coordinator.call("integration.enquiry.count", "search", [])
    manager.call("integration.capacity", "action_open")
    vals = {"channel_kind": "phone", "channel": "0711 4711"}
    enquiry = coordinator.call("integration.enquiry", "create", [vals])[0]
    domain = [("user_id", "=", manager.uid)]
    row = coordinator.call("integration.capacity", "search", domain)
    coordinator.call(
        "integration.enquiry", "write", [enquiry], {"offered_to_ids": [[6, 0, row]]}
    )
    with pytest.raises(Refused):
        people["manager_b"].call("integration.enquiry", "action_take", [enquiry])
    case = manager.call("integration.enquiry", "action_take", [enquiry])["res_id"]
    with pytest.raises(Refused):
        manager.call("integration.enquiry", "action_take", [enquiry])
    assert not coordinator.call("integration.enquiry", "search", [("id", "=", enquiry)])
    domain = [("id", "not in", before)]
    [counted] = coordinator.call("integration.enquiry.count", "search_read", domain)
    assert manager.uid not in counted.values()
    assert not {"create_uid", "write_uid", "create_date"} & counted.keys()
    with pytest.raises(Refused, match="AccessError"):
        coordinator.call(CASE, "read", [case])


def test_nobody_finds_out_who_asked_without_a_name(people, manager, admin):
    """Neither by columns nor by searching, grouping or sorting with them."""
    model = "integration.peer.question"
    vals = {"title": "Wer kennt einen guten Kurs?", "text": "Ein Kurs am Abend."}
    question = manager.call(model, "create", [vals])[0]
    manager.call(model, "action_publish_anyway", [question])
    for client in (people["manager_b"], people["functional_admin"]):
        row = client.call(model, "read", [question])[0]
        assert not {"create_uid", "write_uid", "create_date", "author_key"} & row.keys()
        assert manager.uid not in row.values()
        assert not row["author_id"]
        assert not row["is_mine"]
        for name in ("create_uid", "write_uid", "author_key"):
            for method, args in (
                ("search", ([(name, "!=", False)],)),
                ("formatted_read_group", ([], [name], ["__count"])),
                ("search", ([], 0, 1, f"{name} desc")),
                ("export_data", ([question], [name])),
            ):
                with pytest.raises(Refused):
                    client.call(model, method, *args)
        with pytest.raises(Refused, match="AccessError"):
            client.call(model, "write", [question], {"text": "x"})
