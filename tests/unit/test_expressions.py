import pytest
from logic import expressions


@pytest.mark.parametrize(
    "text",
    [
        "[('name', '=', user.with_user(7).name)]",
        "[('id', 'in', user.env['integration.case'].search([]).ids)]",
        "[(1, '=', 1)] if [u.sudo() for u in [user]] else []",
        "(lambda u: [])(user)",
        "user.",
    ],
)
def test_domains_that_reach_further(text):
    assert expressions.calls_with_user(text)


@pytest.mark.parametrize(
    "text",
    [
        "[(1, '=', 1)]",
        "['|', ('company_id', '=', False), ('company_id', 'in', company_ids)]",
        "[('user_id', '=', user.id), ('p', 'child_of', user.partner_id.ids)]",
        "[('date', '>=', context_today().strftime('%Y-%m-%d'))]",
        "{'search_default_mine': 1}",
    ],
)
def test_domains_that_compare(text):
    assert not expressions.calls_with_user(text)


@pytest.mark.parametrize(
    "text",
    [
        "env['integration.case'].search([])",
        "object.env.cr",
        "object.sudo().name",
        "object.with_user(7)",
        "object.__class__",
        "object._cr",
        "user.write({'login': 'x'})",
        "object.mapped('meeting_ids.integration_case_id.last_name')",
        "object.meeting_ids.integration_case_id",
        "(lambda r: r.env)(object)",
        "getattr(object, 'e' + 'nv')",
        "[r.env for r in object]",
        "object.name(",
    ],
)
def test_template_code_that_reaches_further(text):
    assert not expressions.is_harmless(text)


@pytest.mark.parametrize(
    "text",
    [
        "object.name",
        "object.partner_id.name or ''",
        "format_date(object.date, lang_code=object.lang)",
        "', '.join(object.mapped('partner_ids.name'))",
        "{'widget': 'contact', 'fields': ['name']}",
        "ctx.get('note')",
    ],
)
def test_template_code_that_reads(text):
    assert expressions.is_harmless(text)


def test_code_of_a_template():
    code = expressions.template_code(
        "<p t-att-title='a.b' t-attf-href='/x/#{c.d}?{{ e }}'>"
        "<t t-set='f' t-value='g'/><t t-call='web.layout'/>{{ no }}</p><i t-out='h'/>"
    )
    assert code == {"a.b", "c.d", "e", "g", "t-call: web.layout", "h"}
    assert not expressions.is_harmless("t-call: web.layout")


def test_code_of_a_line():
    assert expressions.inline_code("To {{ object.name ||| you }}, {{x}}") == {
        "object.name",
        "x",
    }


def test_nothing_has_no_code():
    assert not expressions.template_code(False) | expressions.template_code(" ")
    assert not expressions.inline_code(None)
