"""What the status page shows: page by page, each section with its state in each translation."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import closing
from itertools import groupby
from pathlib import PurePosixPath
from typing import Any

from mergeguide.i18n import fill, shown_date
from mergeguide.pages import DOCS, readable_pages
from mergeguide.rendering.context import RenderingContext
from mergeguide.translations import SIZES, History, Section, judged, page_state, settled_share, title_of, with_changes

_LANGUAGE_FILE = ""


def translation_table(rendering: RenderingContext) -> Mapping[str, Any]:
    """The context of the fragment ``translation-status``."""
    guide = rendering.guide
    pages = readable_pages(rendering.root, guide.languages, rendering.published)
    found = judged(rendering.root, guide, pages, cached=True)
    with closing(History(rendering.root, guide.source_language)) as history:
        sections = with_changes(history, found.sections)
    codes = [code for code in guide.languages if code != guide.source_language]
    by_name = {
        name: list(own) for name, own in groupby(sorted(sections, key=lambda each: each.name), lambda each: each.name)
    }
    # What readers look for first: pages in the order of their names, then the words around them.
    names = sorted(by_name, key=lambda name: (name == _LANGUAGE_FILE, name))
    return {
        "languages": [_language(rendering, code, [each for each in sections if each.code == code]) for code in codes],
        "pages": [_page(rendering, name, by_name[name], codes) for name in names],
        "words": rendering.language.status,
        "here": rendering.code,
        "owners": sorted({owner for code in codes for owner in guide.languages[code].owners}),
        "sizes": SIZES,
    }


def _language(rendering: RenderingContext, code: str, sections: Sequence[Section]) -> Mapping[str, Any]:
    done, total = settled_share(sections)
    language = rendering.guide.languages[code]
    return {"code": code, "name": language.name, "owners": language.owners, "done": done, "total": total}


def _page(
    rendering: RenderingContext, name: str, sections: Sequence[Section], codes: Sequence[str]
) -> Mapping[str, Any]:
    rows: dict[str, dict[str, Section]] = {}
    for section in sections:
        rows.setdefault(section.key, {})[section.code] = section
    # Of the several hundred short texts of a language file only those are shown that somebody has to look at.
    shown = {
        key: own for key, own in rows.items() if name != _LANGUAGE_FILE or any(_is_open(each) for each in own.values())
    }
    columns = []
    for code in codes:
        own = [each for each in sections if each.code == code]
        done, total = settled_share(own)
        language = rendering.guide.languages[code].name
        edit = _edit_address(rendering, own[0]) if own else ""
        told, size = _waiting(rendering, own)
        columns.append(
            {"code": code, "name": language, "done": done, "total": total, "edit": edit, "told": told, "size": size}
        )
    return {
        "name": name,
        "title": _page_title(rendering, name, sections),
        "columns": columns,
        "open": any(_is_open(each) for each in sections),
        "rows": [_row(rendering, own, codes) for own in shown.values()],
    }


def _waiting(rendering: RenderingContext, sections: Sequence[Section]) -> tuple[str, str]:
    """What is to be done on a page: the worst state and since when, and how much; ``""`` where nothing is."""
    waiting = [each for each in sections if each.waits]
    if not waiting:
        return "", ""
    state = page_state(waiting)
    return _told(rendering, f"state-{state.worst}", state.behind_since), state.size


def _told(rendering: RenderingContext, name: str, day: str) -> str:
    """A state in the page's words, with the day on which the source has changed where that is known."""
    language = rendering.language
    told = language.status[name]
    return fill(language.status["told-on"], {"told": told, "date": shown_date(language.dates, day)}) if day else told


def _is_open(section: Section) -> bool:
    return section.waits


def _page_title(rendering: RenderingContext, name: str, sections: Sequence[Section]) -> Mapping[str, str]:
    if name == _LANGUAGE_FILE:
        return {"text": rendering.language.status["words"], "code": rendering.code}
    # The first heading of a page is its title.
    own = next((each for each in sections if not each.key.startswith("@")), sections[0])
    return _title(rendering, {own.code: own} | {each.code: each for each in sections if each.key == own.key})


def _row(rendering: RenderingContext, own: Mapping[str, Section], codes: Sequence[str]) -> Mapping[str, Any]:
    any_one = next(iter(own.values()))
    here = rendering.code == rendering.guide.source_language or bool(
        own[rendering.code].text if rendering.code in own else ""
    )
    heading = not any_one.key.startswith("@") and any_one.name != _LANGUAGE_FILE and any_one.state != "orphan"
    return {
        "title": _title(rendering, own),
        "href": f"{any_one.name}#{any_one.key}" if heading and here else "",
        "size": any_one.size,
        "high": any(each.could_harm for each in own.values()),
        "cells": [_cell(rendering, own[code]) if code in own else None for code in codes],
    }


def _title(rendering: RenderingContext, own: Mapping[str, Section]) -> Mapping[str, str]:
    """What a section is called in the page's language, or else in another, which is then named."""
    any_one = next(iter(own.values()))
    if any_one.key == "@meta":
        return {"text": rendering.language.status["title-and-description"], "code": rendering.code}
    if any_one.key == "@lead":
        return {"text": rendering.language.status["lead"], "code": rendering.code}
    if any_one.name == _LANGUAGE_FILE:
        return {"text": any_one.key, "code": "en"}
    texts = {code: section.text for code, section in own.items()}
    source = rendering.guide.source_language
    texts[source] = any_one.source_text
    code = next((code for code in (rendering.code, source, *texts) if texts.get(code)), None)
    if code is None:
        # It was taken out in every language: only its id is left, where it was last seen.
        return {"text": any_one.key, "code": "en"}
    return {"text": title_of(texts[code]) or any_one.key, "code": code}


def _cell(rendering: RenderingContext, section: Section) -> Mapping[str, object]:
    told = _told(rendering, "state-tolerated" if section.tolerated else f"state-{section.state}", section.behind_since)
    owners = " ".join(rendering.guide.languages[section.code].owners)
    return {"code": section.code, "told": told, "owners": owners, "open": _is_open(section)}


def _edit_address(rendering: RenderingContext, section: Section) -> str:
    """Where the file is edited in a browser, or begun where there is none yet; ``""`` where no repository is named."""
    base = rendering.edit_address
    path = PurePosixPath(section.file).relative_to(DOCS.as_posix())
    if not base or (rendering.root / section.file).is_file():
        return f"{base}{path}" if base else ""
    return f"{base.replace('/edit/', '/new/')}{path.parent}?filename={path.name}"
