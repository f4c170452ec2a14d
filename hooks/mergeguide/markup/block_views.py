"""What goes into each block: from its name and argument to a fragment's context."""

from __future__ import annotations

import xml.etree.ElementTree as etree
from collections.abc import Callable, Mapping

from mergeguide.data import Guide
from mergeguide.evidence import freshness_of
from mergeguide.generator import OF_SENTENCES, OF_TRANSLATIONS, generator_elements, page_script
from mergeguide.i18n import fill, shown_date
from mergeguide.problems import nearest
from mergeguide.rendering import (
    LEDGER_VIEWS,
    RenderingContext,
    citation,
    edition_map,
    ready_sentences,
    sample_letter,
    translation_table,
)

Filler = Callable[[RenderingContext, str], list[etree.Element]]

PICTURES = ("accounts", "way")


def _picture(rendering: RenderingContext, argument: str) -> list[etree.Element]:
    return [rendering.fragments.element(f"picture-{argument}", {"words": rendering.language.pictures[argument]})]


def _form_map(rendering: RenderingContext, argument: str) -> list[etree.Element]:
    context = {
        "edition": edition_map(rendering, rendering.guide.editions[argument]),
        "words": rendering.language.pictures["form-map"],
    }
    return [rendering.fragments.element("form-map", context)]


def _timings(rendering: RenderingContext, _: str) -> list[etree.Element]:
    guide, language = rendering.guide, rendering.language
    rows = []
    for timing in guide.timings:
        source = guide.sources[timing.source]
        words = language.timings[timing.id]
        rows.append(
            {
                "what": words.what,
                "note": words.note,
                "shown": words.shown,
                "year": shown_date(language.dates, source.experience, inferred=source.inferred),
                "low": timing.days[0],
                "high": timing.days[1],
                "open": timing.open,
                "source_href": f"evidence.md#source-{source.id}",
                "source_label": source.id,
            }
        )
    scale = max(timing.days[1] for timing in guide.timings) + 1
    context = {"rows": rows, "scale_days": scale, "words": language.pictures["timings"]}
    return [rendering.fragments.element("timings", context)]


def _ledger(rendering: RenderingContext, argument: str) -> list[etree.Element]:
    element = rendering.fragments.element(f"ledger-{argument}", LEDGER_VIEWS[argument](rendering))
    for place in element.iter("span"):
        claim = place.get("data-cite")
        if claim:
            del place.attrib["data-cite"]
            place.append(citation(rendering, claim))
    return [element]


def _sample_letter(rendering: RenderingContext, argument: str) -> list[etree.Element]:
    return [sample_letter(rendering, argument)]


def _statements(rendering: RenderingContext, _: str) -> list[etree.Element]:
    script = etree.Element("script", {"type": "module"})
    script.text = page_script(rendering.root, OF_SENTENCES)
    return [ready_sentences(rendering), script]


def _translation_status(rendering: RenderingContext, _: str) -> list[etree.Element]:
    element = rendering.fragments.element("translation-status", translation_table(rendering))
    script = etree.Element("script", {"type": "module"})
    script.text = page_script(rendering.root, OF_TRANSLATIONS)
    return [element, script]


def _case_generator(rendering: RenderingContext, _: str) -> list[etree.Element]:
    return generator_elements(rendering)


def _freshness(rendering: RenderingContext, argument: str) -> list[etree.Element]:
    watched = next(item for item in rendering.guide.watched if item.id == argument)
    found = freshness_of(rendering.guide, watched, rendering.today)
    if found.age == "fresh":
        return []
    words = rendering.language.freshness
    dated = found.newest
    date = shown_date(rendering.language.dates, dated.when, inferred=dated.inferred) if dated else ""
    context = {"title": words.title, "notice": fill(words.notice, {"date": date, "part": words.parts[argument]})}
    return [rendering.fragments.element("freshness", context)]


FILLERS: Mapping[str, Filler] = {
    "case-generator": _case_generator,
    "freshness": _freshness,
    "form-map": _form_map,
    "ledger": _ledger,
    "picture": _picture,
    "sample-letter": _sample_letter,
    "statements": _statements,
    "timings": _timings,
    "translation-status": _translation_status,
}


def arguments(guide: Guide, name: str) -> tuple[str, ...]:
    """What may stand behind the bar of a block; empty where nothing may."""
    return {
        "form-map": tuple(guide.editions),
        "freshness": tuple(watched.id for watched in guide.watched),
        "ledger": tuple(LEDGER_VIEWS),
        "picture": PICTURES,
        "sample-letter": tuple(guide.letters),
    }.get(name, ())


def filled(rendering: RenderingContext, name: str, argument: str) -> list[etree.Element]:
    """The elements of a block; none, with a report, where its argument is wrong."""
    allowed = arguments(rendering.guide, name)
    if argument not in (allowed or ("",)):
        remedy = f"{nearest(argument, allowed)}Known: {', '.join(allowed)}." if allowed else "Delete it."
        rendering.report(
            f'The block "{name}" cannot have the argument "{argument}".',
            remedy,
            "block-argument",
            f"/// {name} | {argument}" if argument else f"/// {name}",
        )
        return []
    return FILLERS[name](rendering, argument)
