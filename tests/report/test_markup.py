import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jinja2 import StrictUndefined
from jinja2.sandbox import SandboxedEnvironment

from cerwizard.errors import BadTemplateError
from cerwizard.report.blocks import (
    Heading,
    PageBreak,
    Para,
    Points,
    Provenance,
    Span,
    Table,
    TableList,
    TableRow,
    Toc,
    text_of,
)
from cerwizard.report.markup import (
    Value,
    cite,
    placeholder,
    quote,
    read,
    reference,
    to_be_written,
)

NASTY = [
    "{{ d }}",
    "{% raw %}",
    "{# no #}",
    "<w:p/> & co",
    "a | b",
    "# not a heading",
    "- not a bullet",
    "1. not a number",
    "> not a note",
    "*not* **bold**",
    "H_{2}O ^{x}",
    "[[name]] text",
    "[@x]",
    "back\\slash",
    "\ue000\ue010\ue011\ue012\ue013 private",
    "\x00\x01\x1f\x7f",
    "😀 👩‍🔬",
    "\u202eשלום\u202c مرحبا",
    "\ud800 lone",
    "one\n\ntwo\n\n\nthree",
    "\n\n",
    "  spaces  ",
    "\r\n\t\x0b\x0c\x85\u2028\u2029",
    "x" * 100_000,
    "quotes \" ' & &amp; &lt;",
]
ENVIRONMENT = SandboxedEnvironment(
    undefined=StrictUndefined,
    finalize=quote,
    autoescape=True,
    trim_blocks=True,
    lstrip_blocks=True,
    keep_trailing_newline=True,
)
ENVIRONMENT.globals.update(open=to_be_written, see=reference, table=placeholder)


def rendered(template, **values):
    return ENVIRONMENT.from_string(template).render(values)


def blocks(template, *, placed=None, cited=None, **values):
    return list(read(rendered(template, **values), "cer/x", placed=placed, cited=cited))


@pytest.mark.parametrize("text", NASTY)
def test_a_value_comes_out_as_typed_whatever_it_holds(text):
    # Words stand beside it, so that a value of blanks is not a paragraph of nothing.
    (para,) = blocks("[[p]] Words {{ v }} words", v=Value(text, "device.name"))
    assert para.spans[1] == Span(text, "device.name", Provenance.GIVEN)


@pytest.mark.parametrize("where", ["# [[n]] {{ v }}", "- [[n]] {{ v }}", "[[n]]\n- {{ v }}\n- x"])
@given(text=st.text(st.characters(), min_size=1))
@settings(max_examples=40, deadline=None)
def test_any_text_is_literal_in_headings_and_lists(where, text):
    markup = ENVIRONMENT.from_string(where).render(v=Value(text))
    (block,) = read(markup, "cer/x") if text.strip() else [None]
    spans = getattr(block, "spans", None) or (block.points[0] if block else ())
    assert not text.strip() or text_of(spans) == text


@given(text=st.text(st.characters()), source=st.text(st.characters()))
@settings(max_examples=100, deadline=None)
def test_quoting_is_undone_exactly(text, source):
    value = Value(text, source, Provenance.COMPUTED, "sup", "cer/x/y")
    (para,) = read(f"[[p]] {quote(value)}", "cer/x")
    assert para.spans == (Span(text, source, Provenance.COMPUTED, "sup", "cer/x/y"),)


def test_macros_loops_and_sets_do_not_quote_twice():
    (para,) = blocks(
        "{% macro m(x) %}**{{ x }}**{% endmacro %}{% set s %}a {{ v }}{% endset %}"
        "[[p]] {{ m(v) }} and {{ s }}{% for i in [v] %}, {{ i }}{% endfor %}",
        v=Value("*<&", "a.b"),
    )
    assert text_of(para.spans) == "*<& and a *<&, *<&"
    assert [s.mark for s in para.spans if s.source] == ["bold", "", ""]


def test_what_is_printed_without_an_address_is_computed_and_nothing_is_to_be_written():
    (para,) = blocks("[[p]] {{ count }} of {{ v }}", count=3, v=None)
    assert para.spans == (
        Span("3", provenance=Provenance.COMPUTED),
        Span(" of "),
        Span("to be written", provenance=Provenance.OPEN),
    )


def test_spans_and_sequences_of_spans_can_be_printed():
    spans = (Span("a", "p.q"), Span("b", mark="italic"))
    (para,) = blocks("[[p]] {{ s }}{{ s[0] }}", s=spans)
    assert para.spans == (*spans, spans[0])


def test_values_are_still_texts_to_a_template():
    (para,) = blocks("[[p]] {% if v == 'yes' %}Yes{% endif %}{{ v|upper }}", v=Value("yes", "a"))
    assert text_of(para.spans) == "YesYES"


def test_every_kind_of_block():
    template = """\
# [[h]] Heading
## [[h2 .unnumbered]] Second

[[p]] One
line. [[not a name]]

[[l .lead]] Lead

- [[b {{ r }}]] Bullet
- [[b 2]] Bullet
  goes on

3. [[n]] Number
> [[note]] Note
>> [[quote]] Quote

[[list]]
- one
- two

[[steps]]
1. one
2. two

[[break .page-break]]

[[contents .toc]]
[[tables .table-list]]
"""
    assert blocks(template, r=Value("e7f3k2")) == [
        Heading("cer/x/h", 1, (Span("Heading"),)),
        Heading("cer/x/h2", 2, (Span("Second"),), numbered=False),
        Para("cer/x/p", (Span("One line. [[not a name]]"),)),
        Para("cer/x/l", (Span("Lead"),), "lead"),
        Para("cer/x/b/e7f3k2", (Span("Bullet"),), "bullet"),
        Para("cer/x/b/2", (Span("Bullet goes on"),), "bullet"),
        Para("cer/x/n", (Span("Number"),), "number"),
        Para("cer/x/note", (Span("Note"),), "note"),
        Para("cer/x/quote", (Span("Quote"),), "quote"),
        Points("cer/x/list", ((Span("one"),), (Span("two"),))),
        Points("cer/x/steps", ((Span("one"),), (Span("two"),)), "number"),
        PageBreak("cer/x/break"),
        Toc("cer/x/contents"),
        TableList("cer/x/tables"),
    ]


def test_marks_inside_a_paragraph():
    (para,) = blocks(r"[[p]] **b** *i* H_{2}O m^{2} \*x\* a} {{ v }}", v=Value("*v*", mark="sub"))
    assert para.spans == (
        Span("b", mark="bold"),
        Span(" "),
        Span("i", mark="italic"),
        Span(" H"),
        Span("2", mark="sub"),
        Span("O m"),
        Span("2", mark="sup"),
        Span(" *x* a} "),
        Span("*v*", provenance=Provenance.GIVEN, mark="sub"),
    )


def test_a_block_without_words_is_left_out_with_its_points():
    template = "[[p]] {{ v }}\n\n[[l]]\n- {{ v }}\n- x\n\n[[m]]\n- {{ v }}\n\n# [[h]] {{ v }}"
    assert blocks(template, v=Value("")) == [Points("cer/x/l", ((Span("x"),),))]


def test_an_empty_value_leaves_no_double_space():
    (para,) = blocks("[[p]] {{ v }} The {{ v }} device", v=Value(""))
    assert para.spans == (Span("The device"),)


def test_a_placeholder_is_replaced_by_ready_blocks():
    table = Table("cer/x/t", (), ("A",), (TableRow("cer/x/t/1", ((Span("a"),),)),))
    more = [Para("cer/x/q", ()), PageBreak("cer/x/r")]
    placed = {"one": table, "two": more}
    assert blocks('{{ table("one") }}\n\n{{ table("two") }}', placed=placed) == [table, *more]


def test_citations_are_found_in_the_template_and_in_values():
    cited = {"r1": Span("[7]", link="cer/refs/list/r1")}
    (para,) = blocks("[[p]] As [@r1] {{ v }}", cited=cited, v=Value("say [@r1] [@x]", "a.b"))
    assert para.spans == (
        Span("As "),
        Span("[7]", link="cer/refs/list/r1"),
        Span(" "),
        Span("say ", "a.b", Provenance.GIVEN),
        Span("[7]", "a.b", link="cer/refs/list/r1"),
        Span(" [@x]", "a.b", Provenance.GIVEN),
    )


def test_citing_in_cells_keeps_the_mark():
    assert cite((Span("x[@r]", mark="bold"),), {"r": Span("[1]")}) == (
        Span("x", mark="bold"),
        Span("[1]", mark="bold"),
    )


def test_a_cross_reference_has_no_words_of_its_own():
    (para,) = blocks('[[p]] See {{ see("cer/y/h") }} and {{ open("say it", "a.b") }}')
    assert para.spans[1] == Span("", provenance=Provenance.COMPUTED, link="cer/y/h")
    assert para.spans[3] == Span("say it", "a.b", Provenance.OPEN)


def test_record_ids_cannot_break_a_block_id():
    (para,) = blocks("[[p {{ r }}]] x", r=Value(".a/b ]] c"))
    assert para.id == "cer/x/p/.a%2fb%20%5d%5d%20c"


@pytest.mark.parametrize(
    ("template", "says"),
    [
        ("no name", "without a name: “no name”"),
        ("[[Bad Name]] x", "bad block name “Bad Name”"),
        ("[[p .loud]] x", "unknown style “loud”"),
        ("# [[h .lead]] x", "heading in the style “lead”"),
        ("[[p]] x\n\n[[p]] y", "“cer/x/p” is used twice"),
        ("[[p]] **x", "opens “**” and does not close it"),
        ('{{ table("zzz") }}', "asks for “zzz”"),
        ('[[p]] x {{ table("zzz") }}', "a table inside a paragraph"),
        ("[[p]]\n- x\n> y", "something else than points"),
    ],
)
def test_a_faulty_template_is_refused_with_a_sentence(template, says):
    with pytest.raises(BadTemplateError, match="cer/x") as error:
        blocks(template)
    assert says in str(error.value)
