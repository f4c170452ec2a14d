"""A page's policy: its own scripts may run, and nothing else that is written into it."""

from __future__ import annotations

import re

import pytest

from mergeguide.policy import header_files, with_policy

# printf %s 'f()' | openssl dgst -sha256 -binary | base64
HASH_OF_F = "sha256-GcEEE0IkDzIP5EQ6DXZaDPORqT5RTBELX8Fyzyg9yvo="
PAGE = '<!doctype html><html><head><meta charset="utf-8">{}</head><body></body></html>'


def policy_of(html: str, **options: bool) -> dict[str, str]:
    """The directives of a page, by their names."""
    (content,) = re.findall(r'Content-Security-Policy" content="([^"]*)"', with_policy(html, **options))
    return dict(directive.split(" ", 1) for directive in content.split("; "))


def test_nothing_is_allowed_that_is_not_named() -> None:
    policy = policy_of(PAGE.format(""))
    assert policy["default-src"] == policy["form-action"] == policy["base-uri"] == "'none'"
    assert policy["connect-src"] == policy["worker-src"] == "'self'"
    assert policy["script-src"] == policy["style-src"] == "'self' file:"
    assert "unsafe" not in " ".join(policy.values())


@pytest.mark.parametrize("attributes", ["", ' type="module"', ' type="text/javascript" id="x"', " async"])
def test_an_inline_script_may_run(attributes: str) -> None:
    assert f"'{HASH_OF_F}'" in policy_of(PAGE.format(f"<script{attributes}>f()</script>"))["script-src"]


@pytest.mark.parametrize("attributes", [' type="application/json"', ' src="a.js"', " type='text/template'"])
def test_data_and_files_have_no_hash(attributes: str) -> None:
    assert "sha256" not in policy_of(PAGE.format(f"<script{attributes}>f()</script>"))["script-src"]


def test_ends_of_lines_count_as_browsers_read_them() -> None:
    hashes = {policy_of(PAGE.format(f"<script>f();{end}g()</script>"))["script-src"] for end in ("\n", "\r\n", "\r")}
    assert len(hashes) == 1


def test_the_policy_comes_before_what_it_is_about() -> None:
    html = with_policy(PAGE.format("<script>f()</script>"))
    assert html.index("charset") < html.index("Content-Security-Policy") < html.index("<script>")


def test_a_preview_lets_the_script_run_that_loads_it_anew() -> None:
    policy = policy_of(PAGE.format("<script>f()</script>"), previewed=True)
    assert policy["script-src"] == "'self' file: 'unsafe-inline'"


def test_a_page_without_a_head_is_told() -> None:
    with pytest.raises(ValueError, match="head"):
        with_policy("<p>Words</p>")


def test_links_to_outside_hand_nothing_over() -> None:
    links = '<a class="x" href="https://example.com/">a</a><a href="../replies/">b</a><a href="#c">c</a>'
    html = with_policy(PAGE.format("").replace("<body>", f"<body>{links}"))
    assert '<a rel="noopener" class="x" href="https://example.com/">' in html
    assert html.count("noopener") == 1
    kept = PAGE.format("").replace("<body>", '<body><a href="https://example.com/" rel="noopener external">a</a>')
    assert with_policy(kept).count("rel=") == 1


def test_hosts_are_told_what_a_page_cannot_say() -> None:
    (text,) = header_files().values()
    assert text.startswith("/*\n  ")
    assert "frame-ancestors 'none'" in text
    assert "script-src" not in text
    assert "Referrer-Policy: no-referrer" in text
