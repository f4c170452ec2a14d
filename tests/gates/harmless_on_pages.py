"""Harmless edits of pages: reflowed, reworded, added to, in the one language or in both."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from itertools import pairwise

from harmless import Edit, harmless
from harmless_in_data import wrapped
from mutations_of_pages import BEGIN, headings, in_code, joined, lines_of, pages, section, twin

from laboratory import Laboratory

Lines = list[str]
SPECIAL = re.compile(r"^\s*([#/:|<>`~!*+\-=\[{]|[0-9]+[.)])")
"""A line that does not begin as a paragraph does."""
LEFT_OVER = re.compile(r"^([#:|<>`~*+\-=/{]|[0-9]+[.)])")
"""What must not begin a line, else the line would become something else."""


# ------------------------------------------------------------------------------------------------ finding places


def body_start(lines: Lines) -> int:
    """The index of the first line behind the front matter."""
    return lines.index("---", 1) + 1


def paragraphs(lines: Lines) -> list[tuple[int, int]]:
    """First and last (exclusive) index of every paragraph of prose."""
    code, found, start = in_code(lines), [], None
    for index in range(body_start(lines), len(lines) + 1):
        text = lines[index] if index < len(lines) and index not in code else ""
        if text.strip():
            start = index if start is None else start
        elif start is not None:
            whole = lines[start:index]
            if not any(SPECIAL.match(line) or ("](" in line and "{" in line) for line in whole):
                found.append((start, index))
            start = None
    return found


def definitions(lines: Lines) -> list[int]:
    """The indexes of the lines that begin a definition."""
    code = in_code(lines)
    return [index for index, line in enumerate(lines) if line.startswith(":   ") and index not in code]


def each_page(lab: Laboratory, edit: Callable[[str, Lines], int]) -> Iterator[Edit]:
    """One edit a page: the function changes its lines and says at how many places."""
    for path in pages(lab):
        lines = lines_of(lab, path)
        places = edit(path, lines)
        if places:
            yield Edit(path, {path: joined(lines)}, places)


def each_source_page(lab: Laboratory, edit: Callable[[str, Lines], int]) -> Iterator[Edit]:
    """The same, of the source's pages alone: translations need not follow at once, but must not run ahead."""
    source = f"docs/{lab.guide.source_language}/"
    return (each for each in each_page(lab, edit) if each.where.startswith(source))


def every_language(lab: Laboratory, edit: Callable[[str, Lines], int]) -> Iterator[Edit]:
    """The same, each page together with that of the other language."""
    for path in pages(lab):
        if path < twin(lab, path):
            changes, places = {}, 0
            for each in (path, twin(lab, path)):
                lines = lines_of(lab, each)
                places += edit(each, lines)
                changes[each] = joined(lines)
            if places:
                yield Edit(path, changes, places)


def japanese(path: str) -> bool:
    """Whether a page is in Japanese."""
    return path.startswith("docs/ja/")


def in_words(path: str, english: str, in_japanese: str) -> str:
    """Words in the page's language."""
    return in_japanese if japanese(path) else english


def after_paragraphs(*variants: Lines) -> Callable[[str, Lines], int]:
    """An edit that puts something of its own behind every paragraph, one variant after the other."""

    def edit(_: str, lines: Lines) -> int:
        found = paragraphs(lines)
        for number, (_start, end) in reversed(list(enumerate(found))):
            lines[end:end] = ["", *variants[number % len(variants)]]
        return len(found)

    return edit


def after_headings(*added: str) -> Callable[[str, Lines], int]:
    """An edit that puts something of its own behind every heading, where no list is near that it could belong to."""

    def edit(_: str, lines: Lines) -> int:
        found = headings(lines)
        for index, *_rest in reversed(found):
            lines[index + 1 : index + 1] = ["", *added, ""]
        return len(found)

    return edit


# --------------------------------------------------------------------------------------------------------- prose


@harmless("page: paragraphs reflowed")
def reflowed(lab: Laboratory) -> Iterator[Edit]:
    for width in (30, 66, 2000):

        def reflow(path: str, lines: Lines, width: int = width) -> int:
            places = 0
            for start, end in reversed(paragraphs(lines)):
                new = _reflow(path, " ".join(line.strip() for line in lines[start:end]), width)
                places += new != lines[start:end]
                lines[start:end] = new
            for index in reversed(definitions(lines)):
                first, *rest = _reflow(path, lines[index][4:], width)
                places += bool(rest)
                lines[index : index + 1] = [f":   {first}", *(f"    {line}" for line in rest)]
            return places

        for edit in each_page(lab, reflow):
            yield Edit(f"{edit.where} {width}", edit.changes, edit.places)


def _reflow(path: str, text: str, width: int) -> Lines:
    """Text on shorter lines, in Japanese also behind full stops; never so that a line begins with a mark."""
    if japanese(path) and width < 100:
        text = re.sub(r"(?<=。)(?=[^\s」』）)*\]])", "\n", text)
    lines: Lines = []
    for line in (short for part in text.split("\n") for short in wrapped(part, width)):
        inside = lines and (lines[-1].count("`") % 2 or lines[-1].count("{") > lines[-1].count("}"))
        if lines and (LEFT_OVER.match(line) or inside):
            lines[-1] += f" {line}"
        else:
            lines.append(line)
    return lines


@harmless("page: synonyms")
def synonyms(lab: Laboratory) -> Iterator[Edit]:
    pairs = {
        "en": {"you can": "you may", "Write": "Put", "email": "mail", "find": "see", "the reports": "reports"},
        "ja": {
            "できます": "可能です",
            "確認": "チェック",
            "場合": "とき",
            "あります": "存在します",
            "メール": "電子メール",
        },
    }

    def replace(path: str, lines: Lines) -> int:
        places = 0
        for start, end in paragraphs(lines):
            for index in range(start, end):
                for old, new in pairs["ja" if japanese(path) else "en"].items():
                    # Ids, addresses and code are no prose.
                    found = re.split(r"(\[@[^]]*\]|\]\([^)]*\)|`[^`]*`)", lines[index])
                    places += sum(part.count(old) for part in found[::2])
                    lines[index] = "".join(p if n % 2 else p.replace(old, new) for n, p in enumerate(found))
        return places

    yield from each_page(lab, replace)


@harmless("page: emphasis added")
def emphasis(lab: Laboratory) -> Iterator[Edit]:
    def add(path: str, lines: Lines) -> int:
        places = 0
        for start, _ in paragraphs(lines):
            words = re.match(r"[^\s\[\]`*_<(「『]+", lines[start])
            if words:
                mark = ("**", "*", "***")[places % 3]
                lines[start] = f"{mark}{words[0]}{mark}{lines[start][words.end() :]}"
                places += 1
        return places

    yield from each_page(lab, add)


@harmless("page: a long word, a long line")
def long_words(lab: Laboratory) -> Iterator[Edit]:
    def add(path: str, lines: Lines) -> int:
        word = in_words(path, "Donaudampfschiff" * 20, "長い言葉" * 60)
        for start, _ in paragraphs(lines):
            lines[start] = f"{word} {lines[start]} {'and so on ' * 60}"
        return len(paragraphs(lines))

    yield from each_page(lab, add)


@harmless("page: further links")
def links(lab: Laboratory) -> Iterator[Edit]:
    def add(_: str, lines: Lines) -> int:
        text = "ほかに[用語集](glossary.md)、<https://example.com/a@b>、[例](https://example.com/@a)、[ほかの例][m]。"
        for start, end in reversed(paragraphs(lines)):
            lines[start:end] = [*lines[start:end], text]
        lines += ["", "[m]: https://example.org/@m"]
        return len(paragraphs(lines))

    yield from each_source_page(lab, add)


@harmless("page: headings reworded")
def headings_reworded(lab: Laboratory) -> Iterator[Edit]:
    def reword(path: str, lines: Lines) -> int:
        found = headings(lines)
        for index, marks, text, name in found:
            lines[index] = f"{marks} {text}{in_words(path, ', and more', 'など')} {{ #{name} }}"
        return len(found)

    yield from each_page(lab, reword)


@harmless("page: headings written otherwise")
def headings_written(lab: Laboratory) -> Iterator[Edit]:
    forms: tuple[Callable[[str, str, str], Lines], ...] = (
        lambda marks, text, name: [f"{marks} {text} {{#{name}}}"],
        lambda marks, text, name: [f"{marks} {text} {{ #{name} .wide }}"],
        lambda marks, text, name: [f"{marks} {text} {{ .wide #{name} }}"],
        lambda marks, text, name: [f"{marks}   {text}   {{ #{name} }}  "],
        lambda marks, text, name: [f"{marks}{text} {{ #{name} }}"],
    )

    def write(_: str, lines: Lines) -> int:
        found = list(enumerate(headings(lines)))
        for number, (index, marks, text, name) in reversed(found):
            lines[index : index + 1] = forms[number % len(forms)](marks, text, name)
        return len(found)

    def underline(_: str, lines: Lines) -> int:
        found = [heading for heading in headings(lines) if len(heading[1]) < 3]
        for index, marks, text, name in reversed(found):
            lines[index : index + 1] = [f"{text} {{ #{name} }}", "=-"[len(marks) - 1] * 9]
        return len(found)

    yield from each_page(lab, write)
    yield from each_page(lab, underline)


# --------------------------------------------------------------------------------------------------------- added


@harmless("page: remarks that nobody sees")
def remarks(lab: Laboratory) -> Iterator[Edit]:
    asleep = ["# A section for later", "", "/// note", "", "Words [@no-such-claim].", "", "## More"]
    one, more = ["<!-- a remark about [this](#that) -->"], ["<!--", *asleep, "-->"]
    yield from each_page(lab, after_paragraphs(one, more, [f"<!-- {asleep[0]}", *asleep, "/// -->"]))


@harmless("page: further boxes")
def boxes(lab: Laboratory) -> Iterator[Edit]:
    names = ("note", "tip", "warning", "unknown", "source", "destination", "details")
    yield from each_source_page(
        lab, after_paragraphs(*([f"/// {name} | A title: so", "", "Words in a box.", "", "///"] for name in names))
    )


@harmless("page: boxes with options")
def boxes_with_options(lab: Laboratory) -> Iterator[Edit]:
    note = ["/// note | A title", "    attrs: {class: wide}", "", "Words.", "///"]
    details = ["/// details | A title", "    type: tip", "    open: true", "", "Words.", "///"]
    yield from each_source_page(lab, after_paragraphs(note, details))


@harmless("page: boxes in boxes")
def boxes_in_boxes(lab: Laboratory) -> Iterator[Edit]:
    inner = ["/// tip", "Words.", "///"]
    yield from each_source_page(lab, after_paragraphs(["//// note | Outside", "", "Words.", "", *inner, "", "////"]))


@harmless("page: boxes with more slashes, without blank lines")
def more_slashes(lab: Laboratory) -> Iterator[Edit]:
    def write(_: str, lines: Lines) -> int:
        code, places = in_code(lines), 0
        for index, line in enumerate(lines):
            if index not in code and re.match(r"/{3,}( |$)", line):
                lines[index] = f"//{line}"
                places += bool(BEGIN.match(line))
        return places

    yield from each_page(lab, write)


@harmless("page: further lists and tables")
def lists(lab: Laboratory) -> Iterator[Edit]:
    bullets = ["- one", "- two: `three`", "    1. four", "    2. five"]
    tasks, table = ["- [ ] to do", "- [x] done"], ["| A | B |", "| --- | :-: |", "| `c` | **d** |"]
    yield from each_source_page(
        lab, after_paragraphs(bullets, tasks, table, ["Term", ":   Words.", "", "    More words."])
    )


@harmless("page: code that looks like what the gates look for")
def code(lab: Laboratory) -> Iterator[Edit]:
    looks = ["# A heading", "", "/// note", "", "/// freshness | nothing", "[@no-such-claim] [@ x @y]", "## B { #c }"]
    indented = [f"    {line}".rstrip() for line in looks]
    fences = (("```", "```"), ("~~~~", "~~~~"), ("```markdown", "```"), ("``` { .yaml }", "```"))
    fenced = [[opening, *looks, closing] for opening, closing in fences]
    in_list = ["- one", "", "    ```", *indented, "    ```"]
    inline = "Code: `[@no-such-claim]`, ``[@a `b`]``, `/// note`, `# A`, `@x]`, mail to `support@example.com`."
    yield from each_source_page(lab, after_paragraphs(*fenced, in_list))
    yield from each_source_page(lab, after_paragraphs([inline, "", "```[@no-such-claim]``` is code, too."]))
    yield from each_source_page(lab, after_headings(*indented))


@harmless("page: addresses of mail and other @ that are no citations")
def at_signs(lab: Laboratory) -> Iterator[Edit]:
    mail = "Write to hanako@example.com (hanako@example.co.jp), [mail](https://example.com/@x), @example, a@b."
    link = "[@example](https://example.com/@x), [follow @example](https://example.com)."
    yield from each_source_page(lab, after_paragraphs([mail], [link]))


@harmless("page: more words in definitions")
def definitions_longer(lab: Laboratory) -> Iterator[Edit]:
    def add(path: str, lines: Lines) -> int:
        found = definitions(lines)
        words = in_words(path, "More about it.", "さらに説明します。")
        for index in reversed(found):
            lines[index + 1 : index + 1] = ["", f"    {words}", "", "    - one", "    - two"]
        return len(found)

    def soften(path: str, lines: Lines) -> int:
        found = definitions(lines)
        for index in found:
            lines[index] = f":   {in_words(path, '**In short:**', '**要点**')} {lines[index][4:]}"
        return len(found)

    yield from each_page(lab, add)
    yield from each_page(lab, soften)


@harmless("page: a new free section at every heading, in every language")
def free_sections(lab: Laboratory) -> Iterator[Edit]:
    def add(path: str, lines: Lines) -> int:
        found = [entry for entry in headings(lines) if len(entry[1]) > 1]
        for index, marks, _, name in reversed(found):
            title, words = in_words(path, "More to know", "補足"), in_words(path, "Words.", "文章です。")
            lines[index:index] = [f"{marks} {title} {{ #more-{name} }}", "", words, ""]
        return len(found)

    yield from every_language(lab, add)


@harmless("page: a known claim cited once more, in every language")
def known_claim(lab: Laboratory) -> Iterator[Edit]:
    claims = [claim.id for claim in lab.guide.claims.values() if claim.basis != "unknown"]

    def add(path: str, lines: Lines) -> int:
        found = headings(lines)
        for number, (index, _, _, _) in reversed(list(enumerate(found))):
            end = next(iter(e for s, e in paragraphs(lines) if s > index), None)
            # A section of lists alone has no place for one, and new words would have to be synced.
            if end is not None and end <= section(lines, index)[1]:
                lines[end - 1] += f" [@{claims[(number * 7) % len(claims)]}]"
        return len(found)

    yield from every_language(lab, add)


@harmless("page: a claim that the page cites, cited again")
def cited_again(lab: Laboratory) -> Iterator[Edit]:
    def add(_: str, lines: Lines) -> int:
        places = 0
        code = in_code(lines)
        for index, line in enumerate(lines):
            mark = re.search(r"(?<!`)\[@[a-z0-9-]+\](?!`)", line)
            if mark and index not in code:
                lines[index] = f"{line[: mark.end()]} {mark[0]}{line[mark.end() :]}"
                places += 1
        return places

    yield from each_page(lab, add)


@harmless("page: two sections swapped in every language")
def sections_swapped(lab: Laboratory) -> Iterator[Edit]:
    for path in pages(lab):
        other = twin(lab, path)
        if path > other:
            continue
        order = [name for _, marks, _, name in headings(lines_of(lab, path)) if marks == "##"]
        for first, second in pairwise(order):
            changes = {each: _swapped(lines_of(lab, each), first, second) for each in (path, other)}
            yield Edit(f"{path} {first}", changes, 2)


def _swapped(lines: Lines, first: str, second: str) -> str:
    at = {name: index for index, _, _, name in headings(lines)}
    (start, middle), (begin, end) = section(lines, at[first]), section(lines, at[second])
    assert middle == begin
    return joined([*lines[:start], *lines[begin:end], "", *lines[start:middle], *lines[end:]])


@harmless("page: blank lines doubled")
def blank_lines(lab: Laboratory) -> Iterator[Edit]:
    def double(_: str, lines: Lines) -> int:
        code = in_code(lines)
        found = [index for index in range(body_start(lines), len(lines)) if not lines[index] and index not in code]
        for index in reversed(found):
            lines[index:index] = [""]
        return len(found)

    yield from each_page(lab, double)


# ---------------------------------------------------------------------------------------------------- whole pages


@harmless("page: front matter written otherwise, or with more keys")
def front_matter(lab: Laboratory) -> Iterator[Edit]:
    forms: dict[str, Callable[[list[tuple[str, str]]], Lines]] = {
        "reordered": lambda keys: [f"{key}: {words}" for key, words in reversed(keys)],
        "quoted": lambda keys: [f"{key}: {json.dumps(words, ensure_ascii=False)}" for key, words in keys],
        "folded": lambda keys: [line for key, words in keys for line in (f"{key}: >-", f"  {words}")],
        "more": lambda keys: [*(f"{key}: {words}" for key, words in keys), "hide: [toc]", "tags:", "  - one"],
        "comments": lambda keys: [line for key, words in keys for line in ("# A remark: so", f"{key}: {words}", "")],
    }
    for path in pages(lab):
        lines = lines_of(lab, path)
        end = lines.index("---", 1)
        keys = [(key, words) for key, _, words in (line.partition(": ") for line in lines[1:end])]
        if not all(words and words[0] not in "\"'[{" for _, words in keys):
            continue  # It is written otherwise already.
        for what, form in forms.items():
            yield Edit(f"{path} {what}", {path: joined(["---", *form(keys), *lines[end:]])})


@harmless("page: a new page in every language")
def new_page(lab: Laboratory) -> Iterator[Edit]:
    text = "---\ntitle: More\n---\n\n# More { #more }\n\nWords. [@merge-tool]\n\n/// freshness | form\n///\n"
    for name in ("more.md", "a-folder/more.md"):
        yield Edit(name, {f"docs/{code}/{name}": text for code in lab.languages})
    yield Edit("without front matter", {f"docs/{code}/more.md": text.split("---\n")[2] for code in lab.languages})
