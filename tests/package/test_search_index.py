"""What of a page can be found: its sections as plain text, without what is nobody's answer."""

from __future__ import annotations

import json
from typing import Any

from mergeguide.search import SearchIndex, found_sections

PAGE = """
<h1 id="top">Re<wbr>plies<a class="headerlink" href="#top">&para;</a></h1>
<p>What <em>AWS</em> writes.<a class="mg-asof" href="../evidence/#claim-x">2024</a></p>
<h2 id="remind">Send a <code>reminder</code></h2>
<details><summary>Folded</summary><p>found too</p></details>
<dl><dt>CASE &lt;ID&gt;</dt><dd>in the subject</dd></dl>
<p>One<br>two</p><p>three</p>
<div data-search-exclude><h2 id="form">Form</h2><p>Every letter</p></div>
<p hidden>Hidden</p><script>script()</script><button>Copy</button><span class="mg-visually-hidden">spoken</span>
"""


def index_of(html: str, **changes: Any) -> dict[str, Any]:
    """The index of one page."""
    index = SearchIndex((("統合", "マージ"),), ("the",))
    index.add("replies/", found_sections(html), **{"title": "Replies", "about": "What comes", "weight": 1, **changes})
    return dict(json.loads(index.json()))


def test_a_page_is_its_sections_with_their_text() -> None:
    assert index_of(PAGE) == {
        "alike": [["統合", "マージ"]],
        "passedOver": ["the"],
        "pages": [
            {
                "location": "replies/",
                "title": "Replies",
                "about": "What comes",
                "weight": 1,
                "sections": [
                    {"id": "top", "title": "Replies", "text": "What AWS writes."},
                    {
                        "id": "remind",
                        "title": "Send a reminder",
                        "terms": ["CASE <ID>"],
                        "text": "Folded found too CASE <ID> in the subject One two three",
                    },
                ],
            }
        ],
    }


def test_what_stands_above_the_first_heading_is_found_on_the_page() -> None:
    (page,) = index_of("<p>Lead</p><h2 id='a'>A</h2>")["pages"]

    assert page["sections"] == [{"text": "Lead"}, {"id": "a", "title": "A"}]


def test_an_empty_page_is_not_found() -> None:
    assert index_of("")["pages"] == []
    assert index_of("<p hidden>Nothing</p>")["pages"] == []


def test_japanese_is_written_as_it_is() -> None:
    index = SearchIndex()
    index.add("", found_sections("<h1>統合</h1>"), title="統合", about="", weight=1)

    assert '"title":"統合"' in index.json()
