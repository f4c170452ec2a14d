"""Scripts as readers get them: the same, with short names of their own; the browser tests run the real ones."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from mergeguide.generator.script_bundle import (
    ENTRY,
    OF_REPLIES,
    OF_SENTENCES,
    OF_TRANSLATIONS,
    joined_script,
    page_script,
)
from mergeguide.generator.script_tokens import tokens
from mergeguide.generator.shortening import shortened

ENTRIES = (ENTRY, OF_REPLIES, OF_SENTENCES, OF_TRANSLATIONS, "search-field.js", "search-worker.js")

TRUTHS = {"true": "!0", "false": "!1"}

EXAMPLES = {
    "names of the script have two letters, names inside begin anew": (
        "const total = 1; function first(number) { return number + total; } function second(text) { return text; }",
        "function et(e){return e+ee}function en(e){return e}let ee=1;",
    ),
    "what the script has not named stays": (
        "const node = document.createElement(name); window.node = node.name;",
        "let ee=document.createElement(name);window.node=ee.name;",
    ),
    "a name that is a key too is written out": (
        "function made(label, other) { return { label, other: other, inner: { label } }; }",
        "function ee(e,t){return{label:e,other:t,inner:{label:e}}}",
    ),
    "patterns name what they take": (
        "function of({ type, value: [first, ...rest] = [], deep: { inner = type } }) { return first + rest + inner; }",
        "function ee({type:e,value:[t,...n]=[],deep:{inner:s=e}}){return t+n+s}",
    ),
    "what stands for a parameter is no name of its own": (
        "const known = new Map(); function look(table = known, { size } = {}) { return [table, size]; }",
        "function et(e=ee,{size:t}={}){return[e,t]}let ee=new Map;",
    ),
    "a name inside that is one of the script too means what is inside": (
        "function copy(text) { return text; } function other(copy) { return copy(1); } copy(other);",
        "function ee(e){return e}function et(e){return e(1)}ee(et);",
    ),
    "a function within another takes the letters that mean nothing in it": (
        "function all(rows, wanted) { return rows.map((row) => row.id).filter((id) => id === wanted); }",
        "function ee(e,t){return e.map(e=>e.id).filter(e=>e===t)}",
    ),
    "a name of a block or a loop ends with it": (
        (
            "function find(rows) { const at = 1; for (const at of rows) if (at) run(at); { let at = 2; run(at); }"
            " return at; }"
        ),
        "function ee(e){let t=1;for(let t of e)if(t)run(t);{let e=2;run(e)}return t}",
    ),
    "what a function's body names is no parameter of it": (
        "function text(_, place) { const found = place; return found; }",
        "function ee(e,t){let n=t;return n}",
    ),
    "signs that nothing needs go": (
        "const one = call(1, [2,],); const two = 2; let three; for (;run();); while (run()) { run(); }",
        "let ee=call(1,[2]),et=2,en;for(;run(););while(run()){run()}",
    ),
    "members of a class are properties, each with names of its own": (
        "class Box extends Map { size = 3; get full() { return this.size; } put(item) { let size = 1; return size } }",
        "class ee extends Map{size=3;get full(){return this.size}put(e){let t=1;return t}}",
    ),
    "methods of an object are properties": (
        "const actions = { save() { return 1; }, async load(place) { return place; }, class: 2 };",
        "let ee={save(){return 1},async load(e){return e},class:2};",
    ),
    "texts and patterns stay, values in a text do not": (
        "function say(name) { return /[/'`]name/u.test(name) ? `name ${name} {name} ${{ name }.name}` : 'name'; }",
        "function ee(e){return/[/'`]name/u.test(e)?`name ${e} {name} ${{name:e}.name}`:'name'}",
    ),
    "a division is no pattern": ("const half = (all) => all / 2 / 1;", "let ee=e=>e/2/1;"),
    "counters, caught errors and rows have names": (
        (
            "for (let at = 0, end = 9; at < end; at += 1) run(at); try { run(); } catch (error) { run(error); }\n"
            "for (const [key, value] of rows) run(key, value);"
        ),
        "for(let e=0,t=9;e<t;e+=1)run(e);try{run()}catch(e){run(e)}for(let[e,t]of rows)run(e,t);",
    ),
    "spaces stay where two tokens would become another": (
        "const one = +(+1) + +two - -three; export_ = typeof one in two;",
        "let ee=+(+1)+ +two- -three;export_=typeof ee in two;",
    ),
    "functions stand first, beside those that are alike; what is done keeps its order": (
        (
            "begin(); function sum(one, other) { return one + other; } const rows = [];"
            " async function read(place) { await place.read(); }"
            " function add(one, other) { return one + other + rows; } class Box {} end();"
        ),
        (
            "function et(e,t){return e+t}function es(e,t){return e+t+ee}async function en(e){await e.read()}"
            "begin();let ee=[];class eo{}end();"
        ),
    ),
    "brackets around a whole value go, those that say what belongs together stay": (
        (
            "const one = (two); const three = (two ? 4 : 5), six = ((two, 7)); run((...all) => (two || 8), [(two)]);"
            " const nine = (two.ten(11)).twelve + (13 + 14) * (two); const made = (two?.ten).twelve, none = () => ({});"
        ),
        (
            "let ee=two,et=two?4:5,en=(two,7);run((...e)=>two||8,[two]);"
            "let es=two.ten(11).twelve+(13+14)*(two),eo=(two?.ten).twelve,ei=()=>({});"
        ),
    ),
    "what is made of nothing needs no brackets but where it is asked at once": (
        "const one = new Map(), two = new Date().getTime(), three = make(), four = new Map([]);",
        "let ee=new Map,et=new Date().getTime(),en=make(),es=new Map([]);",
    ),
    "true and false are two signs, but where something is asked of them, or they are names": (
        "const one = [true, false]; function no() { return true; } const told = { true: no.false, two: true.three };",
        "function ee(){return!0}let et=[!0,!1];let en={true:ee.false,two:true.three};",
    ),
    "comments go": ("// One\nconst one = 1; /* two\n */\n", "let ee=1;"),
}


@pytest.mark.parametrize(("script", "expected"), EXAMPLES.values(), ids=EXAMPLES)
def test_a_script_is_the_same_with_short_names(script: str, expected: str) -> None:
    assert shortened(script) == expected + "\n"


def test_more_names_than_letters_are_all_different() -> None:
    names = [f"number{nth}" for nth in range(70)]
    script = f"const top = 1; function all({', '.join(names)}) {{ return [{', '.join(names)}]; }}"
    given, returned = re.fullmatch(r"function \w+\((.*)\)\{return\[(.*)\]\}let \w+=1;\n", shortened(script)).groups()  # type: ignore[union-attr]
    assert given == returned
    assert len(set(given.split(","))) == 70


@pytest.mark.parametrize(
    ("script", "kinds"),
    [
        ("a = b / c / d;", "word sign word sign word sign word sign"),
        ("a /= 2; b = /=[/]/g;", "word sign number sign word sign pattern sign"),
        ("return /`\\/{/.test(a)", "word pattern sign word sign word sign"),
        ("a // `\n /* } */ / 2 /* the end", "word sign number sign sign word word"),
        ("`{${ { a: `}` } }/` / 2", "template sign word sign template sign template sign number"),
    ],
)
def test_what_a_slash_or_a_brace_is_depends_on_what_stands_before_it(script: str, kinds: str) -> None:
    assert " ".join(token.kind for token in tokens(script)) == kinds


def test_what_is_no_javascript_is_told() -> None:
    with pytest.raises(ValueError, match="#!"):
        shortened("const one = 1;\n#!")


@pytest.fixture(params=ENTRIES)
def entry(request: pytest.FixtureRequest) -> str:
    """The module that a script begins with."""
    return str(request.param)


def test_real_scripts_keep_everything_but_names_of_their_own(root: Path, entry: str) -> None:
    """Texts, numbers and signs are the same, but for those signs that another can stand for.

    They are in the same order within each function, and in all that is none.
    """

    def kept(script: str) -> list[list[str]]:
        functions: list[list[str]] = []
        others = within = list[str]()
        depth = 0
        for token in tokens(script):
            if depth == 0 and token.text in ("function", "async"):
                functions.append(within := [])
            if token.text in TRUTHS:
                within += TRUTHS[token.text]
            elif token.kind not in ("word", "template") and token.text not in (*":;,()",):
                within.append(token.text)
            depth += token.opens - token.closes
            if depth == 0 and token.text == "}":
                within = others
        return [others, *sorted(functions)]

    before, after = kept(joined_script(root, entry)), kept(page_script(root, entry))
    assert len(before) == len(after) > 1
    assert all(one == other for one, other in zip(before, after, strict=True))


def test_a_loop_that_does_nothing_keeps_its_end() -> None:
    assert shortened("function all(two) { for (const one of two); }") == "function ee(e){for(let t of e);}\n"


def test_members_of_classes_are_shortened_where_it_is_asked_for() -> None:
    script = (
        "class Sheet { constructor(form, found) { this.form = form; this.sought = found; this.kept = { marked: 1 }; }"
        " tell(marked) { const { sought } = this; return [sought.kept, this.marked, this.words]; } }"
        " new Sheet(document.form, found).tell();"
    )
    assert shortened(script, members=True) == (
        "class ee{constructor(e,t){this.form=e;this.t=t;this.e={marked:1}}"
        "n(e){let{t}=this;return[t.e,this.marked,this.words]}}new ee(document.form,found).n();\n"
    )


def test_what_an_element_has_keeps_its_name() -> None:
    script = "class Box extends HTMLElement { connectedCallback() { this.filled = 1; } fill() { this.filled = 2; } }"
    assert shortened(script, members=True) == (
        "class ee extends HTMLElement{connectedCallback(){this.filled=1}fill(){this.filled=2}}\n"
    )


def test_real_scripts_are_a_sixth_shorter_or_more(root: Path, entry: str) -> None:
    assert len(page_script(root, entry)) < 5 / 6 * len(joined_script(root, entry))
