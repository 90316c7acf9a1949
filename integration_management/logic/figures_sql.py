"""Where the key figures come from: one query for each measure.

Each yields one line for each person, talk, ... with these columns: case_id, user_id,
site_id, municipality_id, company_id, first_day, last_day, n, minutes, and a column for
each breakdown (a list of codes where there may be several). Days are those of Berlin.

Parameters: date_from and date_to bound the run, least and greatest all runs concerned;
companies are the carriers in scope.
"""

from .figures import AGE_BANDS, HOUSING_RANKS, WORK_RANKS, age_bands

_CASE_UNITS = "c.site_id, c.municipality_id, c.company_id"

_LOCAL_DAY = "(%s AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Berlin')::date"

_BEGAN = "COALESCE(c.counselling_start, c.create_date::date)"

_ACTIVE = f"""
    c.company_id = ANY(%(companies)s)
    AND {_BEGAN} <= %(greatest)s
    AND COALESCE(c.closed_on, 'infinity') >= %(least)s
"""


def _case_when(value, results):
    whens = " ".join(f"WHEN {when} THEN '{then}'" for when, then in results)
    return f"CASE {value} {whens} END"


def _age_band(age):
    bounds = [f"{age} <= {upper}" for upper in AGE_BANDS] + [f"{age} IS NOT NULL"]
    return _case_when("", zip(bounds, age_bands(), strict=True))


def _rank(column, ranks):
    return _case_when(column, ((f"'{group}'", rank) for group, rank in ranks.items()))


def _fact(kind, day, column, rank=False):
    """Return the subquery of a circumstance that holds on a day, the latest one.

    :param rank: of the term's group codes; else the code itself
    """
    value = f"{_rank('t.group_code', rank)}::int" if rank else column
    return f"""(
        SELECT {value} FROM integration_circumstance f
          JOIN integration_term t ON t.id = f.term_id
         WHERE f.case_id = c.id AND f.kind = '{kind}'
           AND COALESCE(f.date_from, '-infinity') <= {day}
           AND COALESCE(f.date_to, 'infinity') >= {day}
         ORDER BY f.date_from DESC NULLS LAST, f.id DESC LIMIT 1)"""


def _german(day):
    """Return the subquery of the best skill in German on a day, as a number."""
    skills = "f.listening_id, f.reading_id, f.speaking_id, f.writing_id"
    return f"""(
        SELECT max(l.sequence) FROM integration_circumstance f
          JOIN integration_term t ON t.id = f.term_id AND t.code = 'de'
          JOIN integration_term l ON l.id IN ({skills})
         WHERE f.case_id = c.id AND f.kind = 'language'
           AND COALESCE(f.date_from, '-infinity') <= {day}
           AND COALESCE(f.date_to, 'infinity') >= {day})"""


def _change(before, after):
    return f"""CASE WHEN {before} IS NULL OR {after} IS NULL THEN 'unknown'
        WHEN {after} > {before} THEN 'better'
        WHEN {after} < {before} THEN 'worse' ELSE 'same' END"""


_LAST = "LEAST(%(date_to)s::date, c.closed_on, CURRENT_DATE)"
_FIRST = "GREATEST(%(date_from)s::date, c.counselling_start)"
_AGE = f"""COALESCE(
    date_part('year', age({_LAST}, c.birth_date)),
    date_part('year', {_LAST}) - NULLIF(c.birth_year, '')::int)"""

PERSONS = f"""
    SELECT c.id AS case_id, c.manager_id AS user_id, {_CASE_UNITS},
           {_BEGAN} AS first_day,
           COALESCE(c.closed_on, 'infinity') AS last_day, 1 AS n, 0 AS minutes,
           CASE WHEN {_BEGAN} BETWEEN %(date_from)s AND %(date_to)s
               THEN 'new' ELSE 'continued' END AS entry,
           CASE WHEN c.closed_on BETWEEN %(date_from)s AND %(date_to)s
               THEN COALESCE(e.group_code, 'unknown') ELSE 'running' END AS exit,
           {_age_band(_AGE)} AS age,
           g.code AS gender,
           (SELECT CASE WHEN count(*) > 1 THEN 'several'
                        WHEN count(*) = 1 THEN COALESCE(min(o.code), 'other') END
              FROM integration_case_res_country_rel r
              JOIN res_country k ON k.id = r.res_country_id
              LEFT JOIN integration_term o
                ON o.kind = 'origin' AND o.code = k.code AND o.active
             WHERE r.integration_case_id = c.id) AS origin,
           {_fact("residence", _LAST, "t.group_code")} AS residence,
           {_fact("accommodation", _LAST, "t.group_code")} AS housing,
           CASE WHEN c.limit_date IS NULL THEN 'none'
                WHEN c.limit_date < {_LAST} THEN 'over' ELSE 'within' END AS "limit"
      FROM integration_case c
      LEFT JOIN integration_term g ON g.id = c.gender_id
      LEFT JOIN integration_term e ON e.id = c.closing_reason_id
     WHERE {_ACTIVE}
"""

BEGINNINGS = f"""
    SELECT c.id AS case_id, c.manager_id AS user_id, {_CASE_UNITS},
           {_BEGAN} AS first_day, {_BEGAN} AS last_day, 1 AS n, 0 AS minutes,
           'new' AS entry
      FROM integration_case c
     WHERE c.company_id = ANY(%(companies)s)
       AND {_BEGAN} BETWEEN %(least)s AND %(greatest)s
"""

ENDS = f"""
    SELECT c.id AS case_id, c.manager_id AS user_id, {_CASE_UNITS},
           c.closed_on AS first_day, c.closed_on AS last_day, 1 AS n, 0 AS minutes,
           t.group_code AS exit
      FROM integration_case c
      LEFT JOIN integration_term t ON t.id = c.closing_reason_id
     WHERE c.company_id = ANY(%(companies)s)
       AND c.closed_on BETWEEN %(least)s AND %(greatest)s
"""

_SESSION_DAY = _LOCAL_DAY % "s.start"

CONTACTS = f"""
    SELECT s.case_id, s.user_id, {_CASE_UNITS},
           {_SESSION_DAY} AS first_day, {_SESSION_DAY} AS last_day,
           1 AS n, s.minutes,
           k.code AS kind, l.code AS language, i.code AS interpretation,
           ARRAY(SELECT t.code FROM integration_session_topic_rel r
                   JOIN integration_term t ON t.id = r.integration_term_id
                  WHERE r.integration_session_id = s.id) AS topic
      FROM integration_session s
      JOIN integration_case c ON c.id = s.case_id
      LEFT JOIN integration_term k ON k.id = s.kind_id
      LEFT JOIN integration_term l ON l.id = s.language_id
      LEFT JOIN integration_term i ON i.id = s.interpretation_id
     WHERE s.state = 'held' AND c.company_id = ANY(%(companies)s)
       AND s.start >= %(least)s::date - 1 AND s.start < %(greatest)s::date + 2
"""

PLANS = f"""
    SELECT p.case_id, c.manager_id AS user_id, {_CASE_UNITS},
           e.day AS first_day, e.day AS last_day, 1 AS n, 0 AS minutes, e.event
      FROM integration_plan p
      JOIN integration_case c ON c.id = p.case_id
      CROSS JOIN LATERAL (VALUES
          (CASE WHEN p.version = 1 THEN 'new' ELSE 'continued' END, p.agreed_on),
          (CASE p.state WHEN 'declined' THEN 'declined'
                        WHEN 'closed' THEN 'ended' END, p.ended_on)
      ) AS e(event, day)
     WHERE c.company_id = ANY(%(companies)s) AND e.event IS NOT NULL
       AND e.day BETWEEN %(least)s AND %(greatest)s
"""

GOALS = f"""
    SELECT p.case_id, c.manager_id AS user_id, {_CASE_UNITS},
           p.agreed_on AS first_day, COALESCE(p.ended_on, 'infinity') AS last_day,
           1 AS n, 0 AS minutes,
           a.code AS area, g.state,
           COALESCE(a.code, 'unknown') || '/' || g.state AS area_state
      FROM integration_goal g
      JOIN integration_plan p ON p.id = g.plan_id
      JOIN integration_case c ON c.id = p.case_id
      LEFT JOIN integration_area a ON a.id = g.area_id
     WHERE c.company_id = ANY(%(companies)s) AND NOT COALESCE(g.is_superseded, false)
       AND p.agreed_on <= %(greatest)s
       AND COALESCE(p.ended_on, 'infinity') >= %(least)s
"""

CHANGES = f"""
    SELECT x.case_id, x.user_id, x.site_id, x.municipality_id, x.company_id,
           x.first_day, x.last_day, 1 AS n, 0 AS minutes,
           {_change("german_before", "german_after")} AS language_change,
           {_change("work_before", "work_after")} AS work_change,
           CASE WHEN began THEN 'begun' ELSE 'not_begun' END AS training,
           {_change("housing_before", "housing_after")} AS housing_change
      FROM (
          SELECT c.id AS case_id, c.manager_id AS user_id, {_CASE_UNITS},
                 {_BEGAN} AS first_day,
                 COALESCE(c.closed_on, 'infinity') AS last_day,
                 {_german(_FIRST)} AS german_before,
                 {_german(_LAST)} AS german_after,
                 {_fact("work", _FIRST, "", WORK_RANKS)} AS work_before,
                 {_fact("work", _LAST, "", WORK_RANKS)} AS work_after,
                 {_fact("accommodation", _FIRST, "", HOUSING_RANKS)} AS housing_before,
                 {_fact("accommodation", _LAST, "", HOUSING_RANKS)} AS housing_after,
                 EXISTS (
                     SELECT FROM integration_circumstance f
                       LEFT JOIN integration_term t ON t.id = f.term_id
                      WHERE f.case_id = c.id
                        AND f.date_from BETWEEN {_FIRST} AND {_LAST}
                        AND (f.kind IN ('school', 'course')
                             OR f.kind = 'work' AND t.group_code = 'training')
                 ) AS began
            FROM integration_case c
           WHERE {_ACTIVE}
      ) x
"""

REFERRALS = f"""
    SELECT r.case_id, r.user_id, {_CASE_UNITS},
           r.referred_on AS first_day, r.referred_on AS last_day,
           1 AS n, 0 AS minutes,
           (SELECT t.group_code FROM integration_partner_kind_rel k
              JOIN integration_term t ON t.id = k.integration_term_id
             WHERE k.res_partner_id = r.provider_id
             ORDER BY t.sequence, t.id LIMIT 1) AS partner_kind
      FROM integration_referral r
      JOIN integration_case c ON c.id = r.case_id
     WHERE c.company_id = ANY(%(companies)s)
       AND r.referred_on BETWEEN %(least)s AND %(greatest)s
"""

_ACTIVITY_DAY = _LOCAL_DAY % "a.start"

NETWORK = f"""
    SELECT NULL::int AS case_id, a.user_id, a.site_id, a.municipality_id, a.company_id,
           {_ACTIVITY_DAY} AS first_day, {_ACTIVITY_DAY} AS last_day,
           {{n}} AS n, a.minutes, k.code AS kind
      FROM integration_network_activity a
      LEFT JOIN integration_term k ON k.id = a.kind_id
     WHERE a.state = 'held' AND a.company_id = ANY(%(companies)s)
       AND a.start >= %(least)s::date - 1 AND a.start < %(greatest)s::date + 2
"""

SOURCES = {
    "persons": PERSONS,
    "beginnings": BEGINNINGS,
    "ends": ENDS,
    "contacts": CONTACTS,
    "plans": PLANS,
    "goals": GOALS,
    "changes": CHANGES,
    "referrals": REFERRALS,
    "network": NETWORK.format(n="1"),
    "participants": NETWORK.format(n="COALESCE(a.participants, 0)"),
}
