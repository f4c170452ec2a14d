"""A page's HTML loses the indentation of its templates, and nothing else."""

from __future__ import annotations

from mergeguide.pages import without_indentation


def test_lines_lose_what_they_begin_with_and_stay_apart() -> None:
    assert without_indentation("<ul>\n    <li>one\n    two</li>\n\n\n  </ul>") == "<ul>\n<li>one\ntwo</li>\n</ul>"


def test_what_is_shown_as_it_is_written_stays() -> None:
    for kept in (
        "<pre><code>a:\n  b:\n\n    c\n</code></pre>",
        "<textarea>one\n  two</textarea>",
        "<script>const a = `\n  b`;</script >",
    ):
        assert without_indentation(f"<p>\n  {kept}\n  </p>") == f"<p>\n{kept}\n</p>"
