"""Run in `odoo shell`: as many cases as BENCH_CASES says, and as many leads.

One file is made by the addon itself, then multiplied by the database: every column
has what a real record has in it.
"""

# ruff: noqa: F821
import os

COUNT = int(os.environ["BENCH_CASES"])
PER_MANAGER = int(os.environ["BENCH_PER_MANAGER"])
SESSIONS, GOALS, FACTS = 13, 3, 3
FIRST = "(ARRAY['Amina','Yusuf','Olena','Dawit','Leyla','Karim'])[1 + {i} % 6]"
START = (
    "date_trunc('day', now() at time zone 'utc') + (j - 8) * interval '30 days'"
    " + (i %% 30) * interval '1 day' + (8 + i %% 9) * interval '1 hour'"
).replace("%%", "%")
REPORT = """
<t t-call="web.html_container"><t t-foreach="docs" t-as="o">
<t t-call="web.external_layout"><div class="page"><h2 t-field="o.name"/>
<table class="table"><tr t-foreach="range(12)" t-as="line"><td t-out="line"/>
<td><span t-field="o.contact_name"/> <span t-field="o.user_id"/></td></tr></table>
</div></t></t></t>"""


def multiply(record, series, **values):
    """Insert copies of a record with the given SQL expressions; return the base id.

    `series` yields i (and j); `values["id"]` counts the copies from 1.
    """
    table = record._table
    env.cr.execute(f"SELECT max(id) FROM {table}")
    base = env.cr.fetchone()[0]
    env.cr.execute(
        "SELECT column_name FROM information_schema.columns "
        f"WHERE table_name = '{table}' AND is_generated = 'NEVER'"
    )
    columns = [name for (name,) in env.cr.fetchall()]
    assert values.keys() <= set(columns), values.keys() - set(columns)
    values = {**values, "id": f"{base} + {values.get('id', 'i')}"}
    picked = ", ".join(f"({values[c]})" if c in values else f't."{c}"' for c in columns)
    names = ", ".join(f'"{c}"' for c in columns)
    env.cr.execute(
        f"INSERT INTO {table} ({names}) "
        f"SELECT {picked} FROM {table} t CROSS JOIN {series} WHERE t.id = {record.id}"
    )
    env.cr.execute(f"SELECT setval('{table}_id_seq', (SELECT max(id) FROM {table}))")
    return base


env["ir.config_parameter"].set_param("integration_management.second_factor", "off")
groups = [
    "integration_management.group_integration_manager",
    "sales_team.group_sale_salesman",
]
user = env["res.users"].create(
    {
        "name": "Bench",
        "login": "bench",
        "password": "bench",
        "tz": "Europe/Berlin",
        "group_ids": [(6, 0, [env.ref(group).id for group in groups])],
    }
)
own = env(user=user)
case = own["integration.case"].create(
    {"first_name": "Amina", "last_name": "Muster", "phone": "0160 555"}
)
part = {"case_id": case.id}
session = own["integration.session"].create(
    {**part, "start": "2026-01-01 09:00:00", "minutes": 45, "state": "held"}
)
plan = own["integration.plan"].create({**part, "signed_on_paper": True})
area = own["integration.area"].search([], limit=1)
goal = own["integration.goal"].create(
    {**part, "plan_id": plan.id, "name": "B1 schaffen", "area_id": area.id}
)
own["integration.measure"].create({**part, "goal_id": goal.id, "name": "Kurs besuchen"})
plan.action_agree()
fact = own["integration.circumstance"].create({**part, "kind": "work"})
lead = own["crm.lead"].create(
    {
        "name": "Muster",
        "contact_name": "Amina Muster",
        "phone": "0160 555",
        "type": "opportunity",
        "user_id": user.id,
    }
)
event = own["calendar.event"].create(
    {
        "name": "Termin",
        "start": "2026-01-01 09:00:00",
        "stop": "2026-01-01 09:45:00",
        "partner_ids": [(6, 0, user.partner_id.ids)],
    }
)
view = env["ir.ui.view"].create(
    {
        "type": "qweb",
        "name": "bench",
        "key": "crm.bench_lead",
        "arch": f"<t t-name='crm.bench_lead'>{REPORT}</t>",
    }
)
env["ir.model.data"].create(
    {"module": "crm", "name": "bench_lead", "model": view._name, "res_id": view.id}
)
env["ir.actions.report"].create(
    {
        "name": "bench",
        "model": "crm.lead",
        "report_type": "qweb-pdf",
        "report_name": "crm.bench_lead",
    }
)
env.flush_all()

others = max(COUNT // PER_MANAGER - 1, 1)
each = f"generate_series(1, {others}) i"
partners = multiply(user.partner_id, each, commercial_partner_id="NULL")
users = multiply(user, each, login="'bench' || i", partner_id=f"{partners} + i", id="i")
for table, who in (
    ("res_groups_users_rel", "uid"),
    ("res_company_users_rel", "user_id"),
):
    env.cr.execute(
        f"INSERT INTO {table} SELECT (t).* FROM (SELECT jsonb_populate_record(r, "
        f"jsonb_build_object('{who}', {users} + i)) t FROM {table} r, {each} "
        f"WHERE r.{who} = {user.id}) copies"
    )
# The first manager's cases are those of the user who is measured.
turn = f"((i - 1) / {PER_MANAGER}) % {others + 1}"
owner = f"CASE WHEN {turn} = 0 THEN {user.id} ELSE {users} + {turn} END"
partner = f"CASE WHEN {turn} = 0 THEN {user.partner_id.id} ELSE {partners} + {turn} END"
stages = env["integration.case.stage"].search([("code", "!=", "closed")]).ids
lead_stages = env["crm.stage"].search([("is_won", "=", False)]).ids
each = f"generate_series(1, {COUNT - 1}) i"
first = FIRST.format(i="i")
cases = multiply(
    case,
    each,
    number="'F-' || lpad(i::text, 7, '0')",
    first_name=first,
    last_name="'Muster' || i",
    person_name=f"{first} || ' Muster' || i",
    manager_id=owner,
    create_uid=owner,
    stage_id=f"(ARRAY{stages})[1 + i % {len(stages)}]",
    next_review="current_date + (i % 200 - 20)",
    deadline="current_date + (i % 200 - 20)",
    notice_date="current_date + (i % 200 - 34)",
)
multiply(case.access_ids, each, case_id=f"{cases} + i", user_id=owner)
plans = multiply(plan, each, case_id=f"{cases} + i")
several = f"{each} CROSS JOIN generate_series(1, %s) j"
nth = "(i - 1) * {0} + j"
multiply(
    goal,
    several % GOALS,
    id=nth.format(GOALS),
    case_id=f"{cases} + i",
    plan_id=f"{plans} + i",
    due_date="current_date + (i % 300)",
)
multiply(fact, several % FACTS, id=nth.format(FACTS), case_id=f"{cases} + i")
events = multiply(
    event,
    several % SESSIONS,
    id=nth.format(SESSIONS),
    user_id=owner,
    start=START,
    stop=f"{START} + interval '45 minutes'",
)
multiply(
    session,
    several % SESSIONS,
    id=nth.format(SESSIONS),
    case_id=f"{cases} + i",
    user_id=owner,
    start=START,
    stop=f"{START} + interval '45 minutes'",
    state=f"CASE WHEN {START} > now() THEN 'planned' ELSE 'held' END",
    event_id=f"CASE WHEN {START} > now() THEN {events} + {nth.format(SESSIONS)} END",
)
multiply(
    event.attendee_ids,
    several % SESSIONS,
    id=nth.format(SESSIONS),
    event_id=f"{events} + {nth.format(SESSIONS)}",
    partner_id=partner,
    access_token="md5(i || '-' || j)",
)
env.cr.execute(
    "INSERT INTO calendar_event_res_partner_rel (calendar_event_id, res_partner_id) "
    f"SELECT event_id, partner_id FROM calendar_attendee WHERE event_id > {events}"
)
multiply(
    lead,
    each,
    name="'Muster' || i",
    contact_name=f"{first} || ' Muster' || i",
    user_id=owner,
    create_uid=owner,
    stage_id=f"(ARRAY{lead_stages})[1 + i % {len(lead_stages)}]",
)
env.cr.commit()
