"""Whom GitHub asks: the last line that matches a file counts, so the order of the lines is part of what they say."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from mergeguide.data.guide import Guide
from mergeguide.translations import CODEOWNERS, owner_lines, with_owners

LINES = """\
/docs/ja/ @taro-example
/docs/_data/languages/ja.yml @taro-example
/docs/en/ @hanako-example @example/english hanako@example.com
/docs/_data/languages/en.yml @hanako-example @example/english hanako@example.com
/docs/_data/translations/en/ @hanako-example @example/english hanako@example.com
"""


def owned(guide: Guide) -> Guide:
    """The guide, with somebody who keeps each language."""
    names = {"ja": ("taro-example",), "en": ("hanako-example", "@example/english", "hanako@example.com")}
    kept = {code: words.model_copy(update={"owners": names[code]}) for code, words in guide.languages.items()}
    return replace(guide, languages=kept)


def test_the_source_comes_first_and_nobody_is_asked_by_half_a_name(guide: Guide) -> None:
    assert "".join(owner_lines(owned(guide))) == LINES


def test_lines_of_languages_come_after_those_by_hand_which_they_overrule(tmp_path: Path) -> None:
    (tmp_path / CODEOWNERS).parent.mkdir()
    (tmp_path / CODEOWNERS).write_text("* @taro-example\n", encoding="utf-8")
    first, second, *rest = str(with_owners(tmp_path, LINES)).splitlines(keepends=True)
    assert (first, second[0], "".join(rest)) == ("* @taro-example\n", "#", LINES)
