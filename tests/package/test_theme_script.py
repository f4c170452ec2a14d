"""The theme's script as readers get it: what serves nothing is gone, and nothing that stays asks for what is gone."""

from __future__ import annotations

import gzip
import re
from itertools import pairwise
from pathlib import Path

import material
import pytest

from mergeguide.generator import tokens
from mergeguide.theme_script import needs_all, reduced_once
from mergeguide.theme_script.reduction import reduced
from mergeguide.theme_script.unneeded import COMPONENTS, ELEMENTS, FEATURES

(THEIRS,) = Path(material.__file__).parent.glob("templates/assets/javascripts/bundle.*.js")
LIMIT = 26_000
"""Bytes after gzip; as it comes, the theme's script has 35,000."""
TINY = """/*! Licence */
(()=>{var lib=wrap((a,b)=>{b.exports=1});var effect=ask(lib());var other=wrap((a,b)=>{b.exports=2}),used=ask(other());
var words="long text";var start=begin();function diagram(e){return words+e}function table(e){return used(e)}
function tooltip(e){return e.querySelector("[data-clipboard-target], [data-clipboard-text]")}
function all(s){return document.querySelectorAll(s)}function join(...e){return e}
join(...all("pre.mermaid").map(e=>diagram(e)),...all("table:not([class])").map(e=>table(e)),...all("[data-tabs]"));
tooltip({a:1});join(start);window.x=join})();
"""


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
