"""The theme's script as readers get it: what serves nothing is gone, and nothing that stays asks for what is gone."""

from __future__ import annotations

import gzip
import re
from itertools import pairwise
from pathlib import Path

import material
import pytest

from mergeguide.generator import tokens, written
from mergeguide.theme_script import needs_all, reduced_once
from mergeguide.theme_script.branches import never_taken
from mergeguide.theme_script.parts import Script
from mergeguide.theme_script.reduction import reduced
from mergeguide.theme_script.unneeded import (
    COMPONENTS,
    ELEMENTS,
    FEATURES,
    FILLED,
    HANDED_OVER,
    OF_CODE,
    OFF,
    ON_DEMAND,
    SCHEME,
    UNREAD,
)

(THEIRS,) = Path(material.__file__).parent.glob("templates/assets/javascripts/bundle.*.js")
LIMIT = 20_000
"""Bytes after gzip; as it comes, the theme's script has 35,000."""
TINY = """/*! Licence */
(()=>{var lib=wrap((a,b)=>{b.exports=1});var effect=ask(lib());var other=wrap((a,b)=>{b.exports=2}),used=ask(other());
var words="long text";var start=begin();function diagram(e){return words+e}function table(e){return used(e)}
function tooltip(e){return e.querySelector("[data-clipboard-target], [data-clipboard-text]")}
function all(s){return document.querySelectorAll(s)}function join(...e){return e}
join(...all("pre.mermaid").map(e=>diagram(e)),...all("table:not([class])").map(e=>table(e)),...all("[data-tabs]"));
tooltip({a:1});join(start);window.x=join})();
"""
BRANCHES = {
    "a part of a block of code with a feature of its own": (
        'function one(e){if(e.rows&&(e.near(".select")||is("content.code.select"))){mark(e)}return e}',
        "function one(e){return e}",
    ),
    "the same with something else to do is left alone": (
        'function one(e){if(is("content.code.select")){mark(e)}else{e()}return e}',
        'function one(e){if(is("content.code.select")){mark(e)}else{e()}return e}',
    ),
    "an expression within others": ('one(),is("content.tooltips")&&tip(),two()', "one(),two()"),
    "the last of several expressions": ('function one(){two(),is("content.tooltips")&&tip()}', "function one(){two()}"),
    "the first of what is returned": (
        'function one(){return is("navigation.tracking")&&follow(1,2),two()}',
        "function one(){return two()}",
    ),
    "a statement": ('function one(){is("content.tooltips")&&tip();two()}', "function one(){two()}"),
    "one of two ways": (
        'function one(e){return is("content.lazy")?e.map(f=>f?1:2):two()}',
        "function one(e){return two()}",
    ),
    "a filter that lets nothing through": (
        'all.pipe(only(()=>is("content.tooltips")),each(e=>tip(e)))',
        'all.pipe(only(()=>is("content.tooltips")))',
    ),
    "what follows where it returns without the feature": (
        'function one(e){if(!is("header.autohide"))return 1;let t=e;if(t){return 3}return t}',
        'function one(e){if(!is("header.autohide"))return 1;}',
    ),
    "a feature that is not known to be off is left alone": (
        'function one(e){return is("toc.follow")&&e(),is("toc.follow")?1:2}',
        'function one(e){return is("toc.follow")&&e(),is("toc.follow")?1:2}',
    ),
    "a feature that is one of several conditions is left alone": (
        'function one(e){return e||is("content.lazy")&&two(),e}',
        'function one(e){return e||is("content.lazy")&&two(),e}',
    ),
    "what nobody hands over": (
        "function lazy(e){return call(e.getReader)}function of(e){if(lazy(e))return 1;if(list(e))return 2;throw e}",
        "function lazy(e){return call(e.getReader)}function of(e){if(list(e))return 2;throw e}",
    ),
}
"""What is not taken, and what stays of it."""


@pytest.fixture(scope="module")
def smaller() -> str:
    """The theme's script as readers get it."""
    return reduced(THEIRS.read_text(encoding="utf-8"))


def declared(script: str) -> set[str]:
    """Names that a script declares, wherever."""
    return set(re.findall(r"(?:\bfunction |\bvar |\blet |\bconst |,)([\w$]+)(?==|\()", script))


def test_items_of_what_no_page_has_are_left_out_and_then_what_only_they_need() -> None:
    assert reduced(TINY) == (
        "/*! Licence */\n"
        "(()=>{var lib=wrap((a,b)=>{b.exports=1});var effect=ask(lib());var other=wrap((a,b)=>{b.exports=2}),"
        "used=ask(other());var start=begin();function table(e){return used(e)}"
        "function all(s){return document.querySelectorAll(s)}function join(...e){return e}"
        'join(...all("table:not([class])").map(e=>table(e)),);join(start);window.x=join})();\n'
    )


def test_where_nothing_is_known_nothing_is_left_out() -> None:
    script = '(()=>{function one(){return 1}var two=begin();one();L(...M("table").map(e=>two(e)));})();'
    assert reduced(script) == f"{script}\n"


@pytest.mark.parametrize(("script", "expected"), BRANCHES.values(), ids=BRANCHES)
def test_branches_that_are_never_taken_are_left_out(script: str, expected: str) -> None:
    parts = Script(tokens(f"(()=>{{{script}}})();"))
    assert written(parts.without(never_taken(parts)).parts) == f"(()=>{{{expected}}})();"


def test_what_every_browser_has_is_not_made() -> None:
    script = "(()=>{Object.entries||(Object.entries=function(e){return e});run(e.values||1)})();"
    assert reduced(script) == "(()=>{run(e.values||1)})();\n"


def test_what_is_handed_over_to_nobody_is_not_made() -> None:
    script = (
        "(()=>{function fetch(e){return get(e)}function map(e){return fetch(`${e}sitemap.xml`,'sitemap.xml')}"
        "function gone(){return gone(now)}"
        "var one=start(),all=map(one.base),now=map(one.base).run();use({sitemap$:all,one})})();"
    )
    left = script.replace("all=map(one.base),", "").replace("sitemap$:all,", "")
    assert reduced(script) == left.replace("function gone(){return gone(now)}", "") + "\n"


def test_all_branches_of_the_theme_that_are_never_taken_are_found(smaller: str) -> None:
    theirs = THEIRS.read_text(encoding="utf-8")
    for feature in OF_CODE | OFF:
        assert f'"{feature}"' in theirs
        # What is left asks whether it lets anything through, or goes on.
        assert f'"{feature}")&&' not in smaller
        assert f'"{feature}")?' not in smaller
    for name in (UNREAD, ON_DEMAND, *OF_CODE, *HANDED_OVER, *(f".{name}||" for name in FILLED)):
        assert name in theirs
        assert name not in smaller, name


def test_all_of_the_theme_that_serves_nothing_is_found(smaller: str) -> None:
    """Another version of the theme may be written otherwise: then the lists of what is left out need a look."""
    for text in (ELEMENTS - {"a"}) | COMPONENTS | FEATURES | {"navigation.instant.prefetch", "mike"}:
        # Some are mentioned elsewhere, too; as an item of a list none is left.
        assert f'("{text}",e).map' not in smaller
        assert f'...me("{text}")' not in smaller
    assert "mermaid" not in smaller.replace(":not(.mermaid)", "")
    assert len(gzip.compress(smaller.encode(), 6)) < LIMIT


def test_nothing_that_stays_asks_for_what_is_gone(smaller: str) -> None:
    parts = tokens(smaller)
    gone = {name for name in declared(THEIRS.read_text(encoding="utf-8")) - declared(smaller) if len(name) > 1}
    gone = {name for name in gone if not name.startswith("__")}  # These the page declares.
    assert len(gone) > 50
    mentioned = {
        token.text
        for before, token in pairwise(parts)
        if token.kind == "word" and before.text not in (".", "?.", "{", ",")
    }
    assert gone & mentioned == set()


def test_the_palette_s_scheme_is_told_by_the_style_sheet_alone(smaller: str) -> None:
    made = re.findall(r'(\w+)=\w+\("meta",\{name:"([a-z-]+)"\}\);(?=(.*?;))', smaller)
    put = {name: f"document.head.appendChild({word});" == following for word, name, following in made}
    assert put == {"theme-color": True, SCHEME: False}


def test_licences_stay(smaller: str) -> None:
    licences = re.findall(r"/\*!.*?\*/", THEIRS.read_text(encoding="utf-8"), re.DOTALL)
    assert len(licences) > 1
    assert [licence for licence in licences if licence not in smaller] == []


def test_the_name_changes_with_the_text(tmp_path: Path) -> None:
    first, text = reduced_once(tmp_path, TINY)
    assert reduced_once(tmp_path, TINY) == (first, text)
    assert reduced_once(tmp_path, TINY.replace("begin", "other"))[0] != first


@pytest.mark.parametrize("feature", ["navigation.instant", "content.code.copy", "navigation.top"])
def test_a_feature_that_needs_more_keeps_the_script_whole(feature: str) -> None:
    assert needs_all(["toc.follow", feature])
    assert not needs_all(["toc.follow", "navigation.footer"])
