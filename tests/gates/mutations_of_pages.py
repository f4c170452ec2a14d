"""Damage done to pages: sections, terms, headings, blocks, citations, files."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import PurePosixPath

from mutations import Mutant, kind

from laboratory import DATA, Laboratory
from mergeguide.pages.block_names import BLOCKS

FIELDS = "form-fields.md"
FIELDS_DATA = f"{DATA}fields.yml"
CLAIMS_DATA = f"{DATA}claims.yml"
HEADING = re.compile(r"^(#{1,6}) (.*?) \{ #([a-z0-9-]+) \}$")
CITATION = re.compile(r"\[@([a-z0-9-]+)\]")
BEGIN = re.compile(r"^(/{3,}) ([a-z-]+)(?: \| (.*))?$")


# ------------------------------------------------------------------------------------------------ finding places


def lines_of(lab: Laboratory, path: str) -> list[str]:
    """A page's lines, without their ends."""
    return lab.texts[path].split("\n")


def joined(lines: list[str]) -> str:
    """Lines as a page."""
    return "\n".join(lines)


def pages(lab: Laboratory) -> list[str]:
    """Every page."""
    return [path for path in lab.texts if not path.startswith(DATA)]


def twin(lab: Laboratory, path: str) -> str:
    """The same page in the other language."""
    code = path.split("/")[1]
    other = next(language for language in lab.languages if language != code)
    return path.replace(f"docs/{code}/", f"docs/{other}/")


def is_source(lab: Laboratory, path: str) -> bool:
    """Whether a page is in the language that the others are translated from."""
    return path.split("/")[1] == lab.languages[0]


def headings(lines: list[str]) -> list[tuple[int, str, str, str]]:
    """Index, marks, text and id of every heading."""
    found = [(index, HEADING.match(line)) for index, line in enumerate(lines)]
    return [(index, match[1], match[2], match[3]) for index, match in found if match]


def section(lines: list[str], index: int) -> tuple[int, int]:
    """From a heading to the next one of its level or above."""
    level = len(lines[index]) - len(lines[index].lstrip("#"))
    code = in_code(lines)
    rest = [number for number in range(index + 1, len(lines)) if number not in code]
    return index, next((number for number in rest if re.match(rf"#{{1,{level}}} ", lines[number])), len(lines))


def in_code(lines: list[str]) -> set[int]:
    """The indexes of the lines in fenced code."""
    found: set[int] = set()
    fenced = False
    for index, line in enumerate(lines):
        if line.lstrip().startswith("```"):
            fenced = not fenced
        if fenced:
            found.add(index)
    return found


def field_sections(lab: Laboratory) -> Iterator[tuple[str, list[str], str, int, int]]:
    """Page, lines, field, first and last (exclusive) index of every section that documents a field."""
    for code in lab.languages:
        path = f"docs/{code}/{FIELDS}"
        lines = lines_of(lab, path)
        for index, _, _, name in headings(lines):
            if name.startswith("field-"):
                yield path, lines, name.removeprefix("field-"), *section(lines, index)


def declared(lab: Laboratory, field: str) -> set[int]:
    """The lines of fields.yml that declare a field: twice for one that is also an item of the form."""
    lines = enumerate(lab.texts[FIELDS_DATA].split("\n"), 1)
    return {number for number, line in lines if re.search(rf"^  - \{{?id: {field}(,|$)", line)}


def terms(lines: list[str], start: int, end: int) -> list[tuple[int, int]]:
    """Where each term of a definition list begins and where its definition ends (exclusive)."""
    starts = [index - 1 for index in range(start, end) if lines[index].startswith(":   ")]
    return list(zip(starts, [*starts[1:], end], strict=True))


# --------------------------------------------------------------------------------------------- sections of fields


@kind("field's section removed", every=2)
def section_removed(lab: Laboratory) -> Iterator[Mutant]:
    for path, lines, field, start, end in field_sections(lab):
        text = joined(lines[:start] + lines[end:])
        yield Mutant(f"{path} {field}", {path: text}, ["undocumented-field"], FIELDS_DATA, declared(lab, field))


@kind("field's section emptied", every=2)
def section_emptied(lab: Laboratory) -> Iterator[Mutant]:
    for path, lines, field, start, end in field_sections(lab):
        text = joined([*lines[: start + 1], "", *lines[end:]])
        yield Mutant(f"{path} {field}", {path: text}, ["empty-section"], path, {start + 1})


@kind("field's section renamed in one language", every=2)
def section_renamed(lab: Laboratory) -> Iterator[Mutant]:
    for path, lines, field, start, _ in field_sections(lab):
        heading = lines[start].replace(f"#field-{field} ", f"#field-{field}s ")
        text = joined([*lines[:start], heading, *lines[start + 1 :]])
        yield Mutant(f"{path} {field}", {path: text}, ["unknown-field-section"], path, {start + 1})


@kind("field's section renamed in every language", every=3)
def section_renamed_everywhere(lab: Laboratory) -> Iterator[Mutant]:
    for path, _, field, _, _ in field_sections(lab):
        old, new = f"#field-{field} ", f"#my-{field} "
        changes = {page: lab.texts[page].replace(old, new) for page in (path, twin(lab, path))}
        yield Mutant(f"{path} {field}", changes, ["undocumented-field"], FIELDS_DATA, declared(lab, field))


@kind("field's section doubled", every=2)
def section_doubled(lab: Laboratory) -> Iterator[Mutant]:
    for path, lines, field, start, end in field_sections(lab):
        text = joined([*lines[:end], *lines[start:end], *lines[end:]])
        yield Mutant(f"{path} {field}", {path: text}, ["doubled-section"], path, {end + 1})


@kind("two sections of fields swapped in one language", every=2)
def sections_swapped(lab: Laboratory) -> Iterator[Mutant]:
    every = list(field_sections(lab))
    for (path, lines, field, start, middle), (other, _, following, begin, end) in pairwise(every):
        if path == other and middle == begin:
            text = joined([*lines[:start], *lines[middle:end], *lines[start:middle], *lines[end:]])
            # In Japanese, the source, the order is right by definition: the English page is told to follow.
            told = path if not is_source(lab, path) else twin(lab, path)
            own = joined(lines[:start]).count("\n") + 2 if told == path else None
            at = {own} if own else {1 + lines_of(lab, told).index(next_heading(lab, told, field))}
            yield Mutant(f"{path} {field} and {following}", {path: text}, ["heading-order"], told, at)


def next_heading(lab: Laboratory, path: str, field: str) -> str:
    """The heading of a field on a page."""
    return next(line for line in lines_of(lab, path) if f"{{ #field-{field} }}" in line)


@kind("one of the three terms removed", every=6)
def term_removed(lab: Laboratory) -> Iterator[Mutant]:
    for path, lines, field, start, end in field_sections(lab):
        for begin, stop in terms(lines, start, end):
            text = joined([*lines[:begin], *lines[stop:]])
            yield Mutant(f"{path} {field} {lines[begin]}", {path: text}, ["missing-term"], path, {start + 1})


@kind("one of the three terms without a text", every=6)
def term_emptied(lab: Laboratory) -> Iterator[Mutant]:
    for path, lines, field, start, end in field_sections(lab):
        for begin, stop in terms(lines, start, end):
            text = joined([*lines[: begin + 1], ":   ", "", *lines[stop:]])
            yield Mutant(f"{path} {field} {lines[begin]}", {path: text}, ["missing-term"], path, {start + 1})


@kind("one of the three terms misspelt", every=6)
def term_misspelt(lab: Laboratory) -> Iterator[Mutant]:
    for path, lines, field, start, end in field_sections(lab):
        for begin, _ in terms(lines, start, end):
            text = joined([*lines[:begin], lines[begin] + "x", *lines[begin + 1 :]])
            yield Mutant(f"{path} {field} {lines[begin]}", {path: text}, ["missing-term"], path, {start + 1})


# ------------------------------------------------------------------------------------------------------- headings


def every_heading(lab: Laboratory) -> Iterator[tuple[str, list[str], int, str, str, str]]:
    """Page, lines, index, marks, text and id of every heading."""
    for path in pages(lab):
        lines = lines_of(lab, path)
        for index, marks, text, name in headings(lines):
            yield path, lines, index, marks, text, name


def with_line(lines: list[str], index: int, *new: str) -> str:
    """The page with other lines in the place of one."""
    return joined([*lines[:index], *new, *lines[index + 1 :]])


@kind("heading's id removed", every=4)
def heading_id_removed(lab: Laboratory) -> Iterator[Mutant]:
    for path, lines, index, marks, text, name in every_heading(lab):
        yield Mutant(
            f"{path} #{name}", {path: with_line(lines, index, f"{marks} {text}")}, ["heading-id"], path, {index + 1}
        )


@kind("heading's id without its closing brace", every=4)
def heading_id_broken(lab: Laboratory) -> Iterator[Mutant]:
    for path, lines, index, _, _, name in every_heading(lab):
        text = with_line(lines, index, lines[index].removesuffix(" }"))
        yield Mutant(f"{path} #{name}", {path: text}, ["heading-id"], path, {index + 1})


@kind("heading written as a line with a rule under it", every=2)
def heading_underlined(lab: Laboratory) -> Iterator[Mutant]:
    for path, lines, index, marks, text, name in every_heading(lab):
        if len(marks) < 3:
            under = {1: "===", 2: "---"}[len(marks)]
            yield Mutant(
                f"{path} #{name}", {path: with_line(lines, index, text, under)}, ["heading-id"], path, {index + 1}
            )


@kind("heading's id not in kebab-case", every=4)
def heading_id_not_kebab(lab: Laboratory) -> Iterator[Mutant]:
    for path, lines, index, _, _, name in every_heading(lab):
        text = with_line(lines, index, lines[index].replace(f"#{name} ", f"#{name.capitalize()}_x "))
        yield Mutant(f"{path} #{name}", {path: text}, ["heading-id"], path, {index + 1})


@kind("heading's id that the heading above has", every=4)
def heading_id_doubled(lab: Laboratory) -> Iterator[Mutant]:
    before = ("", "")
    for path, lines, index, _, _, name in every_heading(lab):
        if before[0] == path:
            text = with_line(lines, index, lines[index].replace(f"#{name} ", f"#{before[1]} "))
            yield Mutant(f"{path} #{name}", {path: text}, ["doubled-id"], path, {index + 1})
        before = path, name


@kind("heading's id renamed in one language", every=4)
def heading_id_renamed(lab: Laboratory) -> Iterator[Mutant]:
    for path, lines, index, _, _, name in every_heading(lab):
        text = with_line(lines, index, lines[index].replace(f"#{name} ", f"#{name}-x "))
        if is_source(lab, path):
            # The source cannot know what it lacks: the translation is told that it has one too many.
            other = twin(lab, path)
            at = 1 + next(i for i, _, _, theirs in headings(lines_of(lab, other)) if theirs == name)
            yield Mutant(f"{path} #{name}", {path: text}, ["extra-heading"], other, {at})
        else:
            yield Mutant(f"{path} #{name}", {path: text}, ["extra-heading"], path, {index + 1})


@kind("heading's level changed in one language", every=4)
def heading_level_changed(lab: Laboratory) -> Iterator[Mutant]:
    for path, lines, index, marks, _, name in every_heading(lab):
        text = with_line(lines, index, "#" + lines[index] if len(marks) < 6 else lines[index][1:])
        told = path if not is_source(lab, path) else twin(lab, path)
        at = 1 + next(i for i, _, _, theirs in headings(lines_of(lab, told)) if theirs == name)
        yield Mutant(f"{path} #{name}", {path: text}, ["heading-level"], told, {at})


@kind("heading deleted in one language", every=4)
def heading_deleted(lab: Laboratory) -> Iterator[Mutant]:
    for path, lines, index, _, _, name in every_heading(lab):
        text = with_line(lines, index)
        other = twin(lab, path)
        at = 1 + next(i for i, _, _, theirs in headings(lines_of(lab, other)) if theirs == name)
        if is_source(lab, path):
            yield Mutant(f"{path} #{name}", {path: text}, ["extra-heading"], other, {at})
        else:
            # There is no line for what is not there: the page is told, and where its model stands.
            yield Mutant(f"{path} #{name}", {path: text}, ["missing-heading"], path, {1}, f"{other}:{at}")


@kind("section of a situation renamed in every language")
def situation_section_renamed(lab: Laboratory) -> Iterator[Mutant]:
    data = f"{DATA}situations.yml"
    for number, line in enumerate(lab.texts[data].split("\n"), 1):
        match = re.search(r"section: ([a-z-]+\.md)#([a-z0-9-]+)", line)
        if match:
            files = [f"docs/{code}/{match[1]}" for code in lab.languages]
            changes = {path: lab.texts[path].replace(f"{{ #{match[2]} }}", f"{{ #{match[2]}-x }}") for path in files}
            yield Mutant(match[0], changes, ["dead-section"], data, {number})


# --------------------------------------------------------------------------------------------------------- blocks


def blocks(lab: Laboratory) -> Iterator[tuple[str, list[str], int, int, str, str]]:
    """Page, lines, first and last index, name and argument of every block."""
    for path in pages(lab):
        lines = lines_of(lab, path)
        code = in_code(lines)
        for index, line in enumerate(lines):
            match = BEGIN.match(line)
            if match and index not in code:
                end = next(number for number in range(index + 1, len(lines)) if lines[number] == match[1])
                yield path, lines, index, end, match[2], match[3] or ""


@kind("block misspelt")
def block_misspelt(lab: Laboratory) -> Iterator[Mutant]:
    for path, lines, index, _, name, _ in blocks(lab):
        misspelt = name[:-2] + name[-1] + name[-2] if name[-1] != name[-2] else name + "x"
        text = with_line(lines, index, lines[index].replace(name, misspelt, 1))
        # The marks of a nested block that is not understood close the one around it.
        yield Mutant(f"{path} {lines[index]}", {path: text}, ["block-left-over"], path, {index + 1})


@kind("block not closed")
def block_unclosed(lab: Laboratory) -> Iterator[Mutant]:
    for path, lines, index, end, _, _ in blocks(lab):
        text = with_line(lines, end)
        yield Mutant(f"{path} {lines[index]}", {path: text}, ["block-unclosed"], path, {index + 1})


@kind("block not opened")
def block_unopened(lab: Laboratory) -> Iterator[Mutant]:
    for path, lines, index, end, _, _ in blocks(lab):
        yield Mutant(f"{path} {lines[index]}", {path: with_line(lines, index)}, ["block-unopened"], path, {end})


@kind("block with a wrong argument")
def block_argument(lab: Laboratory) -> Iterator[Mutant]:
    for path, lines, index, _, name, argument in blocks(lab):
        if name in BLOCKS:
            text = with_line(lines, index, f"{lines[index].split(' | ')[0]} | {argument}x")
            yield Mutant(f"{path} {lines[index]}", {path: text}, ["block-argument"], path, {index + 1})


@kind("block without the argument it needs")
def block_without_argument(lab: Laboratory) -> Iterator[Mutant]:
    for path, lines, index, _, name, argument in blocks(lab):
        if name in BLOCKS and argument:
            text = with_line(lines, index, lines[index].split(" | ")[0])
            yield Mutant(f"{path} {lines[index]}", {path: text}, ["block-argument"], path, {index + 1})


@kind("block removed in one language")
def block_removed(lab: Laboratory) -> Iterator[Mutant]:
    for path, lines, index, end, name, argument in blocks(lab):
        if name in BLOCKS and name not in ("freshness", "case-generator"):
            other = twin(lab, path)
            at = 1 + lines_of(lab, other).index(lines[index])
            text = joined([*lines[:index], *lines[end + 1 :]])
            told = f"{name} {argument}".strip()
            yield Mutant(f"{path} {told}", {path: text}, ["missing-block"], path, {1}, f"{other}:{at}")


@kind("form edition drawn on no page any more")
def edition_undrawn(lab: Laboratory) -> Iterator[Mutant]:
    data = f"{DATA}form-editions.yml"
    for edition in lab.guide.editions:
        changes = {
            path: re.sub(rf"^(/+) form-map \| {edition}\n\1\n", "", lab.texts[path], flags=re.MULTILINE)
            for path in pages(lab)
            if f"form-map | {edition}\n" in lab.texts[path]
        }
        line = next(n for n, words in enumerate(lab.texts[data].split("\n"), 1) if words == f"  - id: {edition}")
        yield Mutant(edition, changes, ["undrawn-edition"], data, {line})


@kind("notice of old evidence removed in one language")
def notice_removed(lab: Laboratory) -> Iterator[Mutant]:
    data = f"{DATA}freshness.yml"
    for code in lab.languages:
        own = [block for block in blocks(lab) if block[4] == "freshness" and block[0].startswith(f"docs/{code}/")]
        for watched in dict.fromkeys(argument for *_, argument in own):
            changes: dict[str, str] = {}
            for path in {block[0] for block in own}:
                text = re.sub(rf"^(/+) freshness \| {watched}\n\1\n", "", lab.texts[path], flags=re.MULTILINE)
                if text != lab.texts[path]:
                    changes[path] = text
            at = 1 + next(i for i, line in enumerate(lab.texts[data].split("\n")) if f"id: {watched}," in line)
            yield Mutant(f"{code} {watched}", changes, ["notice-missing"], data, {at})


@kind("generator removed from its page")
def generator_removed(lab: Laboratory) -> Iterator[Mutant]:
    for path, lines, index, end, name, _ in blocks(lab):
        if name == "case-generator":
            text = joined([*lines[:index], *lines[end + 1 :]])
            yield Mutant(path, {path: text}, ["missing-generator"], path, {1})


@kind("generator twice on its page")
def generator_doubled(lab: Laboratory) -> Iterator[Mutant]:
    for path, lines, index, end, name, _ in blocks(lab):
        if name == "case-generator":
            text = joined([*lines[: end + 1], "", *lines[index:]])
            yield Mutant(path, {path: text}, ["block-doubled"], path, {index + 1})


# ---------------------------------------------------------------------------------------------------------- links


def links(lab: Laboratory) -> Iterator[tuple[str, list[str], int, re.Match[str]]]:
    """Page, lines, index of the line and match of every link from page to page: its page, and its id behind a #."""
    for path in pages(lab):
        lines = lines_of(lab, path)
        code = in_code(lines)
        for index, line in enumerate(lines):
            if index not in code:
                for match in re.finditer(r"\]\(([a-z-]+\.md)?(?:#([a-z0-9-]+))?\)", line):
                    yield path, lines, index, match


@kind("link to a page that does not exist", every=3)
def link_to_no_page(lab: Laboratory) -> Iterator[Mutant]:
    for path, lines, index, match in links(lab):
        if match[1]:
            text = instead(lines, index, match, match[0].replace(match[1], f"no-{match[1]}"))
            yield Mutant(f"{path}:{index + 1} {match[0]}", {path: text}, ["dead-link"], path, {index + 1})


@kind("link to a heading that does not exist", every=3)
def link_to_no_heading(lab: Laboratory) -> Iterator[Mutant]:
    for path, lines, index, match in links(lab):
        if match[2]:
            text = instead(lines, index, match, match[0].replace(f"#{match[2]}", f"#{match[2]}-x"))
            yield Mutant(f"{path}:{index + 1} {match[0]}", {path: text}, ["dead-link"], path, {index + 1})


@kind("heading renamed in every language though links lead to it", every=2)
def heading_renamed_under_links(lab: Laboratory) -> Iterator[Mutant]:
    renamed = set()
    for path, _, index, match in links(lab):
        if match[2] and not match[2].startswith("field-"):
            target = str(PurePosixPath(path).with_name(match[1] or PurePosixPath(path).name))
            mark = f"{{ #{match[2]} }}"
            if (target, mark) in renamed or mark not in lab.texts[target]:
                continue
            renamed |= {(target, mark), (twin(lab, target), mark)}
            new = mark.replace(" }", "-x }")
            changes = {each: lab.texts[each].replace(mark, new) for each in (target, twin(lab, target))}
            yield Mutant(f"{target} {mark}", changes, ["dead-link"], path, {index + 1})


# ------------------------------------------------------------------------------------------------------ citations


def citations(lab: Laboratory) -> Iterator[tuple[str, list[str], int, re.Match[str]]]:
    """Page, lines, index of the line and match of every citation."""
    for path in pages(lab):
        lines = lines_of(lab, path)
        code = in_code(lines)
        for index, line in enumerate(lines):
            if index not in code:
                for match in CITATION.finditer(line.replace("`[@", "`  ")):
                    yield path, lines, index, match


def instead(lines: list[str], index: int, match: re.Match[str], new: str) -> str:
    """The page with something else for one citation."""
    line = lines[index]
    return with_line(lines, index, line[: match.start()] + new + line[match.end() :])


@kind("unknown claim cited", every=8)
def unknown_claim(lab: Laboratory) -> Iterator[Mutant]:
    for path, lines, index, match in citations(lab):
        text = instead(lines, index, match, f"[@{match[1]}x]")
        yield Mutant(f"{path}:{index + 1} {match[1]}", {path: text}, ["unknown-claim"], path, {index + 1})


@kind("citation without one of its brackets", every=8)
def citation_broken(lab: Laboratory) -> Iterator[Mutant]:
    for number, (path, lines, index, match) in enumerate(citations(lab)):
        broken = f"[@{match[1]}" if number % 2 else f"@{match[1]}]"
        text = instead(lines, index, match, broken)
        yield Mutant(f"{path}:{index + 1} {broken}", {path: text}, ["citation-form"], path, {index + 1})


@kind("known statement that ends in the mark of an unknown one", every=12)
def known_statement(lab: Laboratory) -> Iterator[Mutant]:
    unknown = next(claim.id for claim in lab.guide.claims.values() if claim.basis == "unknown")
    for path, lines, index, match in citations(lab):
        claim = lab.guide.claims[match[1]]
        says = lab.guide.languages[path.split("/")[1]].as_of.unknown_words
        if claim.basis == "stated" and not any(words.lower() in lines[index].lower() for words in says):
            text = instead(lines, index, match, f"[@{unknown}]")
            yield Mutant(f"{path}:{index + 1}", {path: text}, ["known-statement"], path, {index + 1})


@kind("claim cited in one language only", every=8)
def citation_parity(lab: Laboratory) -> Iterator[Mutant]:
    cited: dict[tuple[str, str], int] = {}
    for path, _, index, match in citations(lab):
        cited.setdefault((path, match[1]), index)
    for path, claim in cited:
        other = twin(lab, path)
        text = lab.texts[path].replace(f" [@{claim}]", "").replace(f"[@{claim}]", "")
        at = cited[other, claim] + 1
        yield Mutant(f"{path} {claim}", {path: text}, ["citation-parity"], other, {at})


@kind("claim cited on no page any more", every=3)
def claim_uncited(lab: Laboratory) -> Iterator[Mutant]:
    in_data = set()
    for name in ("fields", "situations", "form-editions", "statements"):
        for listed in re.findall(r"\bclaims: \[([^]]*)\]", lab.texts[f"{DATA}{name}.yml"]):
            in_data |= set(re.split(r",\s*", listed))
    for number, line in enumerate(lab.texts[CLAIMS_DATA].split("\n"), 1):
        match = re.match(r"  - id: ([a-z0-9-]+)", line)
        if match and match[1] not in in_data:
            mark = f"[@{match[1]}]"
            changes = {path: lab.texts[path].replace(mark, "") for path in pages(lab) if mark in lab.texts[path]}
            yield Mutant(match[1], changes, ["uncited-claim"], CLAIMS_DATA, {number})


# ---------------------------------------------------------------------------------------------------- whole pages


@kind("page missing in one language")
def page_missing(lab: Laboratory) -> Iterator[Mutant]:
    for path in pages(lab):
        yield Mutant(path, {path: None}, ["missing-page"], twin(lab, path), {1}, path)


@kind("page without any text")
def page_empty(lab: Laboratory) -> Iterator[Mutant]:
    for path in pages(lab):
        if is_source(lab, path):
            other = twin(lab, path)
            first = headings(lines_of(lab, other))[0][0] + 1
            yield Mutant(path, {path: ""}, ["extra-heading"], other, {first})
        else:
            yield Mutant(path, {path: ""}, ["missing-heading"], path, {1})


@kind("page in another encoding")
def page_encoding(lab: Laboratory) -> Iterator[Mutant]:
    for path in pages(lab):
        text = lab.texts[path]
        for name in ("utf-16", "cp932", "euc-jp", "latin-1"):
            try:
                content = text.encode(name)
            except UnicodeEncodeError:
                content = text.encode(name, "replace")
            try:
                content.decode("utf-8")
            except UnicodeDecodeError as error:
                at = content[: error.start].count(b"\n") + 1
                yield Mutant(f"{path} {name}", {path: content}, ["encoding"], path, {at})


@kind("front matter damaged", every=3)
def front_matter(lab: Laboratory) -> Iterator[Mutant]:
    for path in pages(lab):
        lines = lines_of(lab, path)
        closing = lines.index("---", 1)
        damage = {
            "not closed": (joined([*lines[:closing], *lines[closing + 1 :]]), {1}),
            "not opened": (joined(lines[1:]), {1}),
            "colon in a value": (with_line(lines, 2, "description: a: b"), {3}),
            "unclosed quote": (with_line(lines, 1, 'title: "x'), {2, 3, 4, 5, 6, 7, 8}),
            "doubled key": (with_line(lines, 1, lines[1], lines[1]), {3}),
            "tab": (with_line(lines, 1, "title:", "\tx"), {3}),
        }
        for what, (text, at) in damage.items():
            yield Mutant(f"{path} {what}", {path: text}, ["front-matter", "yaml", "duplicate-key"], path, at)


# ----------------------------------------------------------------------------------------------------------- ways


WAYS_DATA = f"{DATA}ways.yml"


def ways(lab: Laboratory) -> Iterator[tuple[str, int, int]]:
    """Id, index of the first line and of the one behind the last, of every way in the data."""
    lines = lines_of(lab, WAYS_DATA)
    starts = [index for index, line in enumerate(lines) if re.match(r"  - id: ", line)]
    for start in starts:
        end = next(index for index in range(start + 1, len(lines) + 1) if not lines[index].startswith("    "))
        yield lines[start].removeprefix("  - id: "), start, end


@kind("text added to what is read on a way")
def way_too_long(lab: Laboratory) -> Iterator[Mutant]:
    for way in lab.guide.ways.values():
        start = next(first for name, first, _ in ways(lab) if name == way.id)
        for code, added in (("ja", "文" * 3000), ("en", "word " * 1100)):
            for target in way.reads:
                name, _, heading = target.partition("#")
                path = f"docs/{code}/{name}"
                lines = lines_of(lab, path)
                index = next(i for i, _, _, theirs in headings(lines) if not heading or theirs == heading)
                text = joined([*lines[: index + 1], "", added, "", *lines[index + 1 :]])
                yield Mutant(f"{path} {target}", {path: text}, ["way-long"], WAYS_DATA, {start + 1})


@kind("section of a way that does not exist")
def way_reads_nothing(lab: Laboratory) -> Iterator[Mutant]:
    lines = lines_of(lab, WAYS_DATA)
    for _, start, end in ways(lab):
        for index in range(start, end):
            if lines[index].startswith("      - "):
                text = with_line(lines, index, f"{lines[index]}-x")
                yield Mutant(lines[index].strip(), {WAYS_DATA: text}, ["dead-section"], WAYS_DATA, {index + 1})


@kind("act of a way that is linked to nowhere on it")
def act_unlinked(lab: Laboratory) -> Iterator[Mutant]:
    lines = lines_of(lab, WAYS_DATA)
    for way in lab.guide.ways.values():
        for number, act in enumerate(way.acts):
            start, end = next((first, last) for name, first, last in ways(lab) if name == way.id)
            first = next(index for index in range(start, end) if lines[index] == "    acts:") + 1
            for code in lab.languages:
                changes: dict[str, str] = {}
                for target in way.reads:
                    path = f"docs/{code}/{target.partition('#')[0]}"
                    own = act.removeprefix(target.partition("#")[0])
                    link = rf"\]\((?:{re.escape(act)}|{re.escape(own)})\)"
                    changes[path] = re.sub(link, "](glossary.md)", changes.get(path, lab.texts[path]))
                yield Mutant(f"{code} {act}", changes, ["act-folded"], WAYS_DATA, {first + number + 1})


@kind("act of a way that is folded")
def act_folded(lab: Laboratory) -> Iterator[Mutant]:
    for code in lab.languages:
        path = f"docs/{code}/your-situation.md"
        lines = lines_of(lab, path)
        for name, start, end in ways(lab):
            way = lab.guide.ways[name]
            cards = [target for target in way.reads if target.startswith("your-situation.md#")]
            # A way by the list of situations links to its acts from there as well.
            card = cards[0] if cards and not cards[0].endswith("#which-is-yours") else ""
            folding = [act for act in way.acts if not act.startswith("after-the-merge")]
            if card and folding:
                heading = card.partition("#")[2]
                first, last = section(lines, next(i for i, _, _, theirs in headings(lines) if theirs == heading))
                # Headings that are folded away are missed first.
                if any(line.startswith("#") for line in lines[first + 1 : last]):
                    continue
                body = [line for line in lines[first + 1 : last] if not line.startswith("/")]
                text = joined([*lines[: first + 1], "", "/// details | x", "", *body, "", "///", "", *lines[last:]])
                at = range(start, end)
                data = lines_of(lab, WAYS_DATA)
                told = {index + 1 for index in at if data[index].removeprefix("      - ") in way.acts}
                yield Mutant(f"{path} {card}", {path: text}, ["act-folded"], WAYS_DATA, told)


@kind("one mark too many on a page with a limit")
def mark_too_many(lab: Laboratory) -> Iterator[Mutant]:
    for limit in lab.guide.ways_file.marks:
        for code in lab.languages:
            path = f"docs/{code}/{limit.page}"
            # A mark that the page has already: one of something unknown would want other words before it.
            known = next(name for name in CITATION.findall(lab.texts[path]) if lab.guide.claims[name].basis == "stated")
            cited = " ".join(f"[@{known}]" for _ in range(limit.at_most + 1))
            yield Mutant(path, {path: f"{lab.texts[path]}\n{cited}\n"}, ["many-marks"], path, {1})
