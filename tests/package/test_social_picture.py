"""Each language has a picture for social networks, drawn from the words that the guide has now."""

from __future__ import annotations

import struct
from pathlib import Path

from mergeguide.data.guide import Guide
from mergeguide.discovery.social_picture import HEIGHT, WIDTH, digest, drawing, picture_path, stamp_of, stamped


def test_every_picture_is_there_in_its_size_and_of_todays_words(root: Path, guide: Guide) -> None:
    """`make pictures` draws them anew; whoever changes the name or the description of the site is told here."""
    mark = (root / "docs/assets/images/mark.svg").read_text(encoding="utf-8")
    for code, language in guide.languages.items():
        picture = (root / "docs" / picture_path(code)).read_bytes()
        assert struct.unpack(">II", picture[16:24]) == (WIDTH, HEIGHT), code
        drawn = drawing(code, language.site.name, language.site.description, mark)
        assert stamp_of(picture) == digest(drawn), f"{code}: make pictures"
        assert len(picture) < 100_000, code


def test_a_picture_of_other_words_is_known(root: Path, guide: Guide) -> None:
    mark = (root / "docs/assets/images/mark.svg").read_text(encoding="utf-8")
    drawn = drawing("en", "Another <name>", guide.languages["en"].site.description, mark)
    assert "Another &lt;name&gt;" in drawn
    picture = (root / "docs" / picture_path("en")).read_bytes()
    assert stamp_of(picture) != digest(drawn)


def test_a_picture_without_a_stamp_says_nothing(root: Path) -> None:
    picture = (root / "docs" / picture_path("ja")).read_bytes()
    said = stamp_of(picture)
    assert said is not None
    (length,) = struct.unpack(">I", picture[33:37])
    bare = picture[:33] + picture[33 + 12 + length :]
    assert stamp_of(bare) is None
    assert stamped(bare, said) == picture
