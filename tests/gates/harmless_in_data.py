"""Harmless edits of ``docs/_data/``: other ways to write the same, another order, other words."""

from __future__ import annotations

import json
import re
import textwrap
from collections.abc import Iterable, Iterator

from harmless import Edit, harmless
from mutations_of_data import SOURCES, files, language_files, yaml
from ruamel.yaml import YAML
from yaml_places import Place, YamlText

from laboratory import DATA, Laboratory

Piece = tuple[int, int, str]
"""From, to, and what stands there instead."""
NO_TEXT = re.compile(r"true|false|null|~|[-+]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][-+]?[0-9]+)?", re.IGNORECASE)
"""What YAML reads as something else than a text, if it stands without quotes."""
UNORDERED = (
    "claims", "sources", "contradictions", "formats", "watched", "patterns", "everybodys", "form-items", "timings",
    "paragraphs",
)  # fmt: skip
"""Lists in whose order nothing lies but the order in which things are shown."""


# ------------------------------------------------------------------------------------------------ finding places


def written(file: YamlText, place: Place) -> str:
    """A value as it is written."""
    return file.text[place.value_start : place.value_end].rstrip()


def is_text(file: YamlText, place: Place) -> bool:
    """Whether a value is a text, and no number or the like."""
    if place.kind != "scalar" or not place.value:
        return False
    return written(file, place)[0] in "\"'|>" or not NO_TEXT.fullmatch(place.value)


def texts(file: YamlText, *, flow: bool = True) -> Iterator[Place]:
    """Every text on one line."""
    for place in file.scalars():
        if is_text(file, place) and (flow or not place.flow) and "\n" not in (place.value or ""):
            yield place


def double_quoted(value: str | None) -> str:
    """A text in double quotes; what cannot be printed as its number, which JSON writes in halves beyond U+FFFF."""
    if (value or "").isprintable():
        return json.dumps(value, ensure_ascii=False)
    plain = (f"\\U{ord(sign):08X}" if ord(sign) > 0xFFFF else json.dumps(sign)[1:-1] for sign in value or "")
    return f'"{"".join(plain)}"'


def with_pieces(text: str, pieces: Iterable[Piece]) -> str:
    """The text with some pieces replaced, which must not overlap."""
    end = len(text)
    for start, stop, new in sorted(pieces, reverse=True):
        assert start <= stop <= end, (start, stop, end)
        text, end = text[:start] + new + text[stop:], start
    return text


def instead(file: YamlText, place: Place, new: str) -> Piece:
    """Another way to write a value."""
    return place.value_start, place.value_start + len(written(file, place)), new


def column(text: str, index: int) -> int:
    """How far an index is from the left edge."""
    return index - text.rfind("\n", 0, index) - 1


def edited(path: str, file: YamlText, pieces: list[Piece]) -> Iterator[Edit]:
    """The edit that these pieces make, if there are any."""
    if pieces:
        yield Edit(path, {path: with_pieces(file.text, pieces)}, len(pieces))


def own_lines(file: YamlText) -> Iterator[tuple[int, Place]]:
    """The beginning of the line of each entry and item that begins one."""
    for place in file.places.values():
        start = file.text.rfind("\n", 0, place.start) + 1
        if not place.flow and not file.text[start : place.start].strip(" -"):
            yield start, place


def line_starts(file: YamlText) -> dict[int, Place]:
    """The same, each line once."""
    found: dict[int, Place] = {}
    for start, place in own_lines(file):
        found.setdefault(start, place)
    return found


# ---------------------------------------------------------------------------------------------- comments, blanks


@harmless("YAML: a comment above every entry", alike=True)
def comments_above(lab: Laboratory) -> Iterator[Edit]:
    for path in files(lab):
        file = yaml(lab, path)
        # Not further in than the entry: below a folded text it would be a part of that.
        for indent in (0, 1):
            pieces = [
                (start, start, f"{' ' * indent * column(file.text, place.start)}# id: [a remark\n")
                for start, place in line_starts(file).items()
            ]
            for edit in edited(path, file, pieces):
                yield Edit(f"{path} {'as the entry' if indent else 'at the edge'}", edit.changes, edit.places)


@harmless("YAML: a comment behind every value", alike=True)
def comments_behind(lab: Laboratory) -> Iterator[Edit]:
    for path in files(lab):
        file = yaml(lab, path)
        ends = set()
        for place in file.places.values():
            end = place.value_start + len(written(file, place))
            single = (place.kind == "scalar") != (written(file, place)[:1] in tuple("[{|>"))
            if not place.flow and single and file.text[end : end + 1] == "\n":
                ends.add(end)
        yield from edited(path, file, [(end, end, "  # a remark: so") for end in ends])


@harmless("YAML: every comment removed", alike=True)
def comments_removed(lab: Laboratory) -> Iterator[Edit]:
    for path in files(lab):
        text, places = re.subn(r"^[ ]*#.*\n", "", lab.texts[path], flags=re.MULTILINE)
        yield Edit(path, {path: text}, places)


@harmless("YAML: a blank line above every entry", alike=True)
def blank_lines(lab: Laboratory) -> Iterator[Edit]:
    for path in files(lab):
        file = yaml(lab, path)
        yield from edited(path, file, [(start, start, "\n") for start in line_starts(file)])


@harmless("blanks and empty lines at the end of lines and files", alike=True)
def trailing(lab: Laboratory) -> Iterator[Edit]:
    for path, text in lab.texts.items():
        yield Edit(f"{path} no end of line", {path: text.rstrip("\n")})
        folded = []
        if path.startswith(DATA):
            # In folded texts a blank at the end of a line is a part of the text.
            file = yaml(lab, path)
            folded = [place for place in texts(file) if written(file, place)[0] in "|>"]
        ends = [match.start() for match in re.finditer(r"(?<=\S)$", text, re.MULTILINE)]
        ends = [end for end in ends if not any(p.value_start < end <= p.value_end for p in folded)]
        yield Edit(f"{path} blanks", {path: with_pieces(text, [(end, end, " ") for end in ends]) + "\n\n"}, len(ends))


@harmless("lines that end as in Windows", alike=True)
def carriage_returns(lab: Laboratory) -> Iterator[Edit]:
    for path, text in lab.texts.items():
        yield Edit(path, {path: text.replace("\n", "\r\n").encode()}, text.count("\n"))


@harmless("a byte order mark", alike=True)
def byte_order_mark(lab: Laboratory) -> Iterator[Edit]:
    # Editors of Windows write one, and the package reads files with it: see documents.read and pages.page_of.
    for path, text in lab.texts.items():
        yield Edit(path, {path: text.encode("utf-8-sig")})


# ------------------------------------------------------------------------------------------ writing the same else


@harmless("YAML: every text in double quotes", alike=True)
def double_quotes(lab: Laboratory) -> Iterator[Edit]:
    for path in files(lab):
        file = yaml(lab, path)
        pieces = [
            instead(file, place, double_quoted(place.value)) for place in texts(file) if written(file, place)[0] != '"'
        ]
        yield from edited(path, file, pieces)


@harmless("YAML: every text in single quotes", alike=True)
def single_quotes(lab: Laboratory) -> Iterator[Edit]:
    for path in files(lab):
        file = yaml(lab, path)
        pieces = [
            instead(file, place, "'" + (place.value or "").replace("'", "''") + "'")
            for place in texts(file)
            if written(file, place)[0] != "'" and (place.value or "").isprintable()
        ]
        yield from edited(path, file, pieces)


@harmless("YAML: quotes taken away where they are not needed", alike=True)
def quotes_removed(lab: Laboratory) -> Iterator[Edit]:
    for path in files(lab):
        file = yaml(lab, path)
        pieces = [
            instead(file, place, place.value or "")
            for place in texts(file)
            if written(file, place)[0] in "\"'" and _plain(place)
        ]
        yield from edited(path, file, pieces)


def _plain(place: Place) -> bool:
    """Whether a text can stand without quotes where it stands; a byte-order mark only as an escape."""
    if "\ufeff" in (place.value or ""):
        return False
    text = f"- [{place.value}]\n" if place.flow else f"- [x]\n- {place.value}\n"
    try:
        node = YAML(typ="safe", pure=True).compose(text).value[-1]
    except Exception:  # noqa: BLE001  # whatever keeps it from being YAML
        return False
    if place.flow:
        node = node.value[0] if len(node.value) == 1 else node
    return bool(node.value == place.value and not NO_TEXT.fullmatch(str(place.value)))


@harmless("YAML: every key in quotes", alike=True)
def keys_quoted(lab: Laboratory) -> Iterator[Edit]:
    for path in files(lab):
        file = yaml(lab, path)
        pieces = [
            (place.start, place.start + len(str(place.path[-1])), f'"{place.path[-1]}"')
            for place in file.places.values()
            if not place.is_item and file.text[place.start] not in "\"'"
        ]
        yield from edited(path, file, pieces)


@harmless("YAML: entries in brackets written as blocks", alike=True)
def flow_to_block(lab: Laboratory) -> Iterator[Edit]:
    for path in files(lab):
        file = yaml(lab, path)
        pieces = []
        for place in file.places.values():
            if place.kind == "scalar" or place.flow or written(file, place)[0] not in "[{":
                continue
            indent = " " * (column(file.text, place.start) + (0 if place.is_item else 2))
            block = "\n".join(_block(file, place, indent))
            if not block:
                continue  # An empty list can only stand in brackets.
            if place.is_item:
                pieces.append(instead(file, place, block.lstrip()))
            else:
                start = file.text.rfind(":", 0, place.value_start) + 1
                pieces.append((start, place.value_start + len(written(file, place)), f"\n{block}"))
        yield from edited(path, file, pieces)


def _block(file: YamlText, place: Place, indent: str) -> Iterator[str]:
    for inner in file.below(*place.path):
        name = "-" if inner.is_item else f"{inner.path[-1]}:"
        if inner.kind == "scalar" or not list(file.below(*inner.path)):
            # What was folded over several lines in brackets stands on one.
            value = re.sub(r"\n\s*", " ", re.sub(r"\\\n\s*", "", written(file, inner))).rstrip("\\")
            yield f"{indent}{name} {value}"
        else:
            yield f"{indent}{name}"
            yield from _block(file, inner, f"{indent}  ")


@harmless("YAML: blocks written in brackets, as JSON", alike=True)
def block_to_flow(lab: Laboratory) -> Iterator[Edit]:
    for path in files(lab):
        file = yaml(lab, path)
        for depth in (1, 2, 3):
            pieces = []
            for place in file.places.values():
                if place.kind == "scalar" or place.flow or len(place.path) != depth or written(file, place)[0] in "[{":
                    continue
                start = place.start if place.is_item else file.text.index(":", place.start) + 1
                end = place.value_start + len(written(file, place))
                pieces.append((start, end, ("" if place.is_item else " ") + _json(file, place)))
            for edit in edited(path, file, pieces):
                yield Edit(f"{path} depth {depth}", edit.changes, edit.places)


def _json(file: YamlText, place: Place) -> str:
    if place.kind == "scalar":
        return double_quoted(place.value) if is_text(file, place) else written(file, place)
    inner = list(file.below(*place.path))
    if place.kind == "list":
        return f"[{', '.join(_json(file, item) for item in inner)}]"
    return "{" + ", ".join(f'"{item.path[-1]}": {_json(file, item)}' for item in inner) + "}"


@harmless("YAML: long texts folded over several lines", alike=True)
def folded(lab: Laboratory) -> Iterator[Edit]:
    for path in files(lab):
        file = yaml(lab, path)
        for mark in (">-", "|-"):
            pieces = []
            for place in texts(file, flow=False):
                words = place.value or ""
                if "  " in words or words != words.strip() or place.is_item:
                    continue
                lines = [words] if mark == "|-" else wrapped(words, 40)
                indent = "\n" + " " * (column(file.text, place.start) + 2)
                piece = instead(file, place, mark + "".join(indent + line for line in lines))
                # A remark behind a text would become a part of it.
                if not file.text[piece[1] :].partition("\n")[0].strip():
                    pieces.append(piece)
            for edit in edited(path, file, pieces):
                yield Edit(f"{path} {mark}", edit.changes, edit.places)


@harmless("YAML: long texts in quotes wrapped", alike=True)
def wrapped_in_quotes(lab: Laboratory) -> Iterator[Edit]:
    for path in files(lab):
        file = yaml(lab, path)
        pieces = []
        for place in texts(file):
            lines = wrapped(double_quoted(place.value), 40)
            if len(lines) > 1 and "  " not in (place.value or ""):
                indent = "\n" + " " * (column(file.text, file.text.rfind("\n", 0, place.start) + 1) + 16)
                pieces.append(instead(file, place, indent.join(lines)))
        yield from edited(path, file, pieces)


def wrapped(words: str, width: int) -> list[str]:
    """Words on lines, broken at blanks alone."""
    return textwrap.wrap(words, width, break_long_words=False, break_on_hyphens=False)


@harmless("YAML: indented by four instead of two", alike=True)
def indented(lab: Laboratory) -> Iterator[Edit]:
    for path in files(lab):
        wide = re.sub(r"^( *)- ", r"\1-   ", lab.texts[path], flags=re.MULTILINE)
        text, places = re.subn(r"^( +)", r"\1\1", wide, flags=re.MULTILINE)
        yield Edit(path, {path: text}, places)


@harmless("YAML: the marks of a document's begin and end", alike=True)
def document_marks(lab: Laboratory) -> Iterator[Edit]:
    for path in files(lab):
        yield Edit(f"{path} begin", {path: f"---\n{lab.texts[path]}"})
        yield Edit(f"{path} end", {path: f"{lab.texts[path]}...\n"})


@harmless("YAML: blanks in brackets and at colons, commas at the end", alike=True)
def blanks_in_brackets(lab: Laboratory) -> Iterator[Edit]:
    for path in files(lab):
        file = yaml(lab, path)
        pieces: list[Piece] = []
        for place in file.places.values():
            value = written(file, place)
            if place.kind != "scalar" and value[0] in "[{" and list(file.below(*place.path)):
                end = place.value_start + len(value) - 1
                pieces += [(place.value_start + 1, place.value_start + 1, "  "), (end, end, " , ")]
            if not place.is_item:
                colon = file.text.index(":", place.start + len(str(place.path[-1])))
                pieces.append((colon, colon + 1, " :   " if file.text[colon + 1] == " " else " :"))
        yield from edited(path, file, pieces)


# ---------------------------------------------------------------------------------------------------------- order


@harmless("YAML: keys in another order")
def keys_reordered(lab: Laboratory) -> Iterator[Edit]:
    for path in files(lab):
        file = yaml(lab, path)
        for depth in range(6):
            pieces, places = [], 0
            for holder in [(), *(place.path for place in file.places.values() if place.kind == "map")]:
                inner = list(file.below(*holder)) if len(holder) == depth else []
                if len(inner) > 1 and not inner[0].is_item:
                    pieces.append(_reversed(file, holder, inner))
                    places += len(inner)
            if pieces:
                yield Edit(f"{path} depth {depth}", {path: with_pieces(file.text, pieces)}, places)


@harmless("YAML: entries of lists in another order, where none is meant")
def lists_reordered(lab: Laboratory) -> Iterator[Edit]:
    for path in files(lab):
        file = yaml(lab, path)
        for name in UNORDERED:
            inner = list(file.below(name))
            if len(inner) > 1 and inner[0].is_item:
                pieces = [_reversed(file, (name,), inner)]
                yield Edit(f"{path} {name}", {path: with_pieces(file.text, pieces)}, len(inner))


def _reversed(file: YamlText, holder: tuple[str | int, ...], inner: list[Place]) -> Piece:
    """The entries of one mapping or list the other way round; comments stay behind what they follow."""
    text, first = file.text, inner[0]
    stop = len(text) if not holder else file[holder].value_end
    stop = len(text[:stop].rstrip())
    bounds = [place.start for place in inner]
    chunks = [text[start:end] for start, end in zip(bounds, [*bounds[1:], stop], strict=True)]
    if first.flow:
        closing = 1 if text[stop - 1] in "]}" else 0
        stop -= closing
        chunks[-1] = chunks[-1][: len(chunks[-1]) - closing]
        return bounds[0], stop, ", ".join(chunk.rstrip(", \n") for chunk in reversed(chunks))
    joint = "\n" + " " * column(text, first.start)
    if first.is_item:
        joint = "\n" + text[text.rfind("\n", 0, first.start) + 1 : first.start]
        chunks = [re.sub(r"\n *- *$", "", chunk) for chunk in chunks]
    return bounds[0], stop, joint.join(chunk.rstrip() for chunk in reversed(chunks))


# ---------------------------------------------------------------------------------------------------------- words


@harmless("words of a language lengthened, long words among them")
def words_lengthened(lab: Laboratory) -> Iterator[Edit]:
    more = {"en": f" {'Honorificabilitudinitatibus' * 4} too", "ja": "、また" + "とても長い言葉" * 12}
    for code, path in language_files(lab):
        file = yaml(lab, path)
        pieces = [
            instead(file, place, double_quoted(f"{place.value}{more[code]}"))
            for place in texts(file)
            # Letters keep to a length; the words of terms are on the pages, too; claims are signed by who checked them.
            if len(place.path) > 1
            and place.path[0] not in ("paragraphs", "statements", "documentation", "claims")
            and place.key not in ("unknown-words", "locale")
        ]
        yield from edited(path, file, pieces)


@harmless("letters reworded")
def letters_reworded(lab: Laboratory) -> Iterator[Edit]:
    more = {"en": "Also: ", "ja": "なお、"}
    for code, path in language_files(lab):
        file = yaml(lab, path)
        pieces = [
            instead(file, place, double_quoted(f"{more[code]}{place.value}"))
            for place in texts(file)
            if place.path[0] == "paragraphs" or (place.path[0] == "statements" and place.key == "letter")
        ]
        yield from edited(path, file, pieces)


@harmless("every source looked at again")
def looked_at(lab: Laboratory) -> Iterator[Edit]:
    file = yaml(lab, SOURCES)
    pieces = [instead(file, place, "2026-11-20") for place in file.scalars() if place.key == "looked-at"]
    yield from edited(SOURCES, file, pieces)


@harmless("another example, another address")
def other_examples(lab: Laboratory) -> Iterator[Edit]:
    path = f"{DATA}fields.yml"
    file = yaml(lab, path)
    pieces = [
        instead(file, place, (place.value or "").replace("hanako", "taro").replace("Hanako", "Taro"))
        for place in file.scalars()
        if place.key == "example" and "hanako" in (place.value or "").lower()
    ]
    yield from edited(path, file, pieces)
