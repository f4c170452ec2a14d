"""Damage done to ``docs/_data/``: to YAML itself, to keys and values, to what the files say of each other."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Collection, Iterator
from itertools import pairwise

from mutations import Mutant, Mutants, kind
from yaml_places import Place, YamlText

from laboratory import DATA, Laboratory

CLAIMS, SOURCES, FIELDS = f"{DATA}claims.yml", f"{DATA}sources.yml", f"{DATA}fields.yml"
EDITIONS, LETTERS, SITUATIONS = f"{DATA}form-editions.yml", f"{DATA}letters.yml", f"{DATA}situations.yml"
FRESHNESS, TIMINGS, CONTRADICTIONS = f"{DATA}freshness.yml", f"{DATA}timings.yml", f"{DATA}contradictions.yml"
WARNINGS, FORMATS, WAYS = f"{DATA}warnings.yml", f"{DATA}formats.yml", f"{DATA}ways.yml"
STATEMENTS = f"{DATA}statements.yml"
REPLIES = f"{DATA}replies.yml"
SLOT = re.compile(r"\{([a-z0-9-]+)\}")
BY_DATA = (
    "needs", "kinds", "formats", "letters", "groups", "situations", "states", "fields", "paragraphs", "form-editions",
    "errors", "warnings", "characters", "character-kinds", "sources", "claims", "contradictions", "editions", "timings",
    "statements", "character-languages", "suggestions",
)  # fmt: skip
"""Sections of a language whose keys the data names; of the others the source language is the model."""
FIXED = ("choose-item", "stamp", "checked", "checked-guide")
"""Words of the generator and of the frame around pages whose slots the software names."""
FIXED_SECTIONS = ("dates", "as-of", "facts", "conditions", "freshness", "errors", "warnings", "statements")
"""Sections of a language whose slots it names."""
MODELLED = ("nav", "facts", "generator", "status", "pictures")


# ------------------------------------------------------------------------------------------------ finding places


def files(lab: Laboratory) -> list[str]:
    """Every data file."""
    return [path for path in lab.texts if path.startswith(DATA)]


def plain_files(lab: Laboratory) -> list[str]:
    """Every data file but the languages."""
    return [path for path in files(lab) if "/languages/" not in path]


def language_files(lab: Laboratory) -> list[tuple[str, str]]:
    """Code and file of every language."""
    return [(code, f"{DATA}languages/{code}.yml") for code in lab.languages]


_read: dict[str, YamlText] = {}


def yaml(lab: Laboratory, path: str) -> YamlText:
    """A data file's places."""
    text = lab.texts[path]
    if text not in _read:
        _read[text] = YamlText(text)
    return _read[text]


def other_language(lab: Laboratory, path: str) -> str:
    """The other language's file."""
    return next(file for _, file in language_files(lab) if file != path)


def replaced(file: YamlText, place: Place, old: str, new: str) -> str:
    """The text with one piece of a value replaced, whatever quotes are around it."""
    written = file.text[place.value_start : place.value_end]
    assert old in written, (place, old)
    return file.with_value(place, written.replace(old, new, 1))


def added(file: YamlText, place: Place, words: str) -> str:
    """The text with words added at the end of a value, inside of its quotes."""
    written = file.text[place.value_start : place.value_end]
    end = len(written) - 1 if written[-1] in "\"'" else len(written)
    return file.with_value(place, written[:end] + words + written[end:])


def at(text: str, index: int) -> int:
    """The line at an index, from 1."""
    return text.count("\n", 0, index) + 1


CONDITIONS = ("when", "asked-when", "required-when", "unless")


def told_at(file: YamlText, place: Place) -> set[int]:
    """The lines at which a mistake is told: its own, or that of the conditions that it is part of."""
    above = [place.path[: depth + 1] for depth, step in enumerate(place.path) if step in CONDITIONS]
    return {place.line, *(file[path].line for path in above)}


def entries(file: YamlText, name: str) -> list[Place]:
    """The items of one of a file's lists."""
    return list(file.below(name))


# ------------------------------------------------------------------------------------------------------ YAML itself


def some_entries(file: YamlText) -> list[Place]:
    """Up to eight entries of mappings all over a file: every n-th, always the same.

    What no parser can read takes longest to judge, since no part of it can be remembered.
    """
    found = [place for place in file.places.values() if not place.is_item and place.kind == "scalar"]
    return found[:: len(found) // 8 + 1]


Damage = Callable[[YamlText, Place], str | None]


def breaks(name: str, *rules: str, wide: bool = False) -> Callable[[Damage], Mutants]:
    """Declare a way to break YAML: a function from a file and an entry to the broken text, or None if it cannot be.

    Args:
        wide: the parser notices it only later, at a line that follows; then its words have to name the line where
            what it read had begun, or the line has to be the next one that is not empty.
    """

    def declare(damage: Damage) -> Mutants:
        @kind(f"YAML: {name}")
        def mutants(lab: Laboratory) -> Iterator[Mutant]:
            for path in files(lab):
                file = yaml(lab, path)
                for place in some_entries(file):
                    text = damage(file, place)
                    if text is None:
                        continue
                    line = place.line
                    lines = {line, line + 1} if wide else {line}
                    yield Mutant(f"{path}:{line}", {path: text}, rules, path, lines, f"at line {line}")

        return mutants

    return declare


@breaks("a tab for indentation", "yaml")
def tab(file: YamlText, place: Place) -> str | None:
    start = file.text.rfind("\n", 0, place.start) + 1
    return file.text[:start] + "\t" + file.text[start:].lstrip(" ") if not place.flow else None


@breaks("a quote that is not closed", "yaml", wide=True)
def quote(file: YamlText, place: Place) -> str | None:
    return file.with_value(place, '"' + (place.value or "x").replace('"', ""))


@breaks("a bracket that is not closed", "yaml", "value", wide=True)
def bracket(file: YamlText, place: Place) -> str | None:
    return file.with_value(place, "[" + (place.value or "x").replace("[", "").replace('"', "")) if place.value else None


@breaks("a key twice", "duplicate-key", wide=True)
def key_twice(file: YamlText, place: Place) -> str | None:
    end = place.value_end
    if place.flow:
        return file.text[:end] + f", {place.path[-1]}: x" + file.text[end:]
    start = file.text.rfind("\n", 0, place.start) + 1
    if file.text[start : place.start].strip():
        return None
    indent = " " * (place.start - start)
    return file.text[: place.start] + f"{place.path[-1]}: x\n{indent}" + file.text[place.start :]


@breaks("a line indented too far", "yaml", wide=True)
def indented(file: YamlText, place: Place) -> str | None:
    before = file.text[: place.start].rstrip(" ").rsplit("\n", 2)
    above = before[-2].strip() if len(before) > 2 else ""
    if place.flow or above.endswith((":", ">-")) or not above or above.startswith(("#", "-")):
        return None
    # Under a value of several lines it would be one more of them, and the key is missed instead.
    if not re.match(r"[\w-]+:\s", above):
        return None
    start = file.text.rfind("\n", 0, place.start) + 1
    if file.text[start : place.start].strip():
        return None
    return file.text[:start] + "   " + file.text[start:]


@breaks("no colon after a key", "yaml", "value", "missing-key", "unknown-key", "left-over-words", wide=True)
def colon(file: YamlText, place: Place) -> str | None:
    if place.flow:
        return None
    start = file.text.index(":", place.start + len(str(place.path[-1])))
    return file.text[:start] + file.text[start + 1 :]


@breaks("an anchor in front of a value", "yaml-anchor-or-tag")
def anchor(file: YamlText, place: Place) -> str | None:
    return file.text[: place.value_start] + "&here " + file.text[place.value_start :]


@breaks("an alias to nothing", "yaml")
def alias(file: YamlText, place: Place) -> str | None:
    return file.with_value(place, "*nowhere")


@breaks("a tag in front of a value", "yaml-anchor-or-tag")
def tag(file: YamlText, place: Place) -> str | None:
    return file.text[: place.value_start] + "!important " + file.text[place.value_start :]


@breaks("a control character", "yaml")
def control(file: YamlText, place: Place) -> str | None:
    return file.text[: place.value_start] + "\x07" + file.text[place.value_start :]


@breaks("a NUL", "yaml")
def nul(file: YamlText, place: Place) -> str | None:
    if "\n" in file.text[place.value_start : place.value_end]:
        return None  # It would be told at the value's last line.
    return file.text[: place.value_end] + "\0" + file.text[place.value_end :]


@breaks("a colon in a value without quotes", "yaml")
def value_with_colon(file: YamlText, place: Place) -> str | None:
    return None if place.flow else file.with_value(place, "words: more words")


@breaks("a second document", "yaml", wide=True)
def second_document(file: YamlText, place: Place) -> str | None:
    start = file.text.rfind("\n", 0, place.start) + 1
    only_comments = all(line.startswith("#") or not line for line in file.text[:start].split("\n"))
    return None if place.flow or only_comments else file.text[:start] + "---\n" + file.text[start:]


@breaks("a bracket too many", "yaml", wide=True)
def bracket_too_many(file: YamlText, place: Place) -> str | None:
    return file.text[: place.value_end] + "]" + file.text[place.value_end :] if place.flow else None


@kind("data file in another encoding")
def encoding(lab: Laboratory) -> Iterator[Mutant]:
    for path in files(lab):
        for name in ("utf-16", "utf-16-be", "utf-32", "cp932", "euc-jp", "iso2022_jp", "latin-1"):
            content = lab.texts[path].encode(name, "replace")
            try:
                content.decode("utf-8")
            except UnicodeDecodeError as error:
                line = content[: error.start].count(b"\n") + 1
                yield Mutant(f"{path} {name}", {path: content}, ["encoding"], path, {line})
            else:
                # Encodings of seven bits, and UTF-16 without its mark, are UTF-8 of control characters.
                if content != lab.texts[path].encode() and (b"\0" in content or b"\x1b" in content):
                    first = min(i for i in (content.find(b"\0"), content.find(b"\x1b")) if i >= 0)
                    line = content[:first].count(b"\n") + 1
                    # So many of NUL are no slip of one key.
                    rule = "encoding" if content.count(b"\0") * 3 > len(content) else "yaml"
                    yield Mutant(f"{path} {name}", {path: content}, [rule], path, {line})


@kind("data file cut off, emptied or deleted")
def cut(lab: Laboratory) -> Iterator[Mutant]:
    for path in files(lab):
        yield Mutant(f"{path} empty", {path: ""}, ["empty-file"], path, {1})
        yield Mutant(f"{path} only comments", {path: "# Nothing\n"}, ["empty-file"], path, {1})
        yield Mutant(f"{path} a list", {path: "- a\n- b\n"}, ["empty-file"], path, {1})
        if "/languages/" not in path:
            yield Mutant(f"{path} deleted", {path: None}, ["missing-file"], path, {1})
    # Which languages there are, the files themselves say; what still names a language that is gone is told.
    source, further = (file for _, file in language_files(lab))
    languages = yaml(lab, LETTERS)["languages",].line
    yield Mutant(f"{further} deleted", {further: None}, ["unknown-language"], LETTERS, {languages})
    yield Mutant(f"{source} deleted", {source: None}, ["source-language"], f"{DATA}languages", {1})


# ------------------------------------------------------------------------------------------------ keys and values


@kind("unknown key", every=3)
def unknown_key(lab: Laboratory) -> Iterator[Mutant]:
    for path in files(lab):
        file = yaml(lab, path)
        seen = set()
        for place in file.places.values():
            if not place.is_item and place.path[:-1] not in seen:
                seen.add(place.path[:-1])
                rules = ["unknown-key", "left-over-words", "unknown-control", "unknown-language", "unknown-form-item"]
                rules.append("value")
                if _free(path, place):
                    continue
                text = {path: file.with_entry_before(place, "colour: blue")}
                # What stands directly below pictures: has to be a mapping, and is told so.
                if _is_model(lab, path, place) and place.path[:-1] != ("pictures",):
                    # What the model has more is missing in the translation.
                    other, here = other_language(lab, path), f"{path}:{place.line}."
                    yield Mutant(f"{path}:{place.line}", text, ["missing-words"], other, (), here)
                else:
                    yield Mutant(f"{path}:{place.line}", text, rules, path, told_at(file, place))


def _is_model(lab: Laboratory, path: str, place: Place) -> bool:
    """Whether a string stands where nothing but the source language says which strings there are, and in it."""
    modelled = (place.path[0] in MODELLED and len(place.path) > 1) or (
        place.path[0] == "replies" and len(place.path) > 2 and place.path[1] != "kinds"
    )
    return modelled and path == language_files(lab)[0][1]


def _free(path: str, place: Place) -> bool:
    """Mappings whose keys nothing else names: domains that are typed wrong, signs that look like others."""
    return path == WARNINGS and ((place.path[0] == "domains" and len(place.path) > 1) or "swaps" in place.path[:-1])


@kind("key misspelt", every=3)
def key_misspelt(lab: Laboratory) -> Iterator[Mutant]:
    rules = ["unknown-key", "missing-key", "unknown-control", "unknown-language", "value", "empty-item"]
    for path in plain_files(lab):
        file = yaml(lab, path)
        for place in file.places.values():
            if not place.is_item and not _free(path, place):
                yield Mutant(
                    f"{path}:{place.line} {place.key}",
                    {path: file.with_key(place, f"{place.key}x")},
                    rules,
                    path,
                    told_at(file, place),
                )


@kind("required key removed")
def key_removed(lab: Laboratory) -> Iterator[Mutant]:
    needed = {
        FIELDS: ("id", "group", "kind", "need", "example", "claims", "format", "fields", "error"),
        FORMATS: (
            "id",
            "repairs",
            "longest",
            "checks",
            "error",
            "hyphens",
            "dots",
            "apostrophes",
            "capitals",
            "corrects",
        ),
        SITUATIONS: ("id", "section", "claims"),
        LETTERS: ("id", "sent-by", "paragraphs", "languages", "rules", "banned", "longest-line", "ascii"),
        EDITIONS: ("id", "language", "claims", "items", "steps", "item", "control", "labels", "address"),
        SOURCES: ("id", "kind", "language", "looked-at", "read"),
        CLAIMS: ("id",),
        CONTRADICTIONS: ("id", "sources"),
        TIMINGS: ("id", "days", "source"),
        WARNINGS: (
            "id",
            "formats",
            "matches",
            "character",
            "characters",
            "ascii",
            "ranges",
            "domains",
            "comparisons",
            "fields",
            "like",
            "compares",
            "everybodys",
            "suggestions",
            "becomes",
        ),
        FRESHNESS: ("id", "watches", "warn-after-months", "fail-after-months"),
        WAYS: ("id", "kind", "reads", "characters", "words", "page", "at-most"),
        STATEMENTS: ("id", "occasion", "kind", "format", "example"),
    }
    for path, keys in needed.items():
        file = yaml(lab, path)
        for place in file.places.values():
            if place.is_item or place.key not in keys or (place.key == "labels" and place.path[-3] == "steps"):
                continue
            parent = file.places.get(place.path[:-1])
            line = parent.line if parent else 1
            entry = file.text[file.text.rfind("\n", 0, place.start) + 1 : place.start].strip()
            text = file.without(place) if entry != "-" else _without_first(file, place)
            # A format may be left out of a choice, and a field's absence is told of the field.
            rules = ["missing-key", "field-shape", "value"]
            yield Mutant(f"{path}:{place.line} {place.key}", {path: text}, rules, path, {line})


def _without_first(file: YamlText, place: Place) -> str:
    """The text without the entry that stands on the line of its item's hyphen."""
    siblings = list(file.below(*place.path[:-1]))
    after = siblings[1].start if len(siblings) > 1 else place.value_end
    return file.text[: place.start] + file.text[after:]


@kind("value of a wrong type", every=2)
def wrong_type(lab: Laboratory) -> Iterator[Mutant]:
    for path in plain_files(lab):
        file = yaml(lab, path)
        for place in file.places.values():
            if place.is_item and place.kind != "scalar":
                continue
            new = "{wrong: type}" if place.kind != "map" else "wrong type"
            if place.kind != "scalar" and not place.flow:
                start = file.text.index(":", place.start) + 1
                end = file.block(place)[1] - 1
                text = file.text[:start] + f" {new}" + file.text[end:]
            else:
                text = file.with_value(place, new)
            rules = ["value", "unknown-key", "unknown-control", "missing-key", "unknown-language"]
            yield Mutant(f"{path}:{place.line} {place.key}", {path: text}, rules, path, {place.line})


@kind("value emptied", every=2)
def value_emptied(lab: Laboratory) -> Iterator[Mutant]:
    for path in plain_files(lab):
        file = yaml(lab, path)
        for place in file.scalars():
            rules = ["empty-value", "value", "unknown-language", "unknown-value"]
            text = file.with_value(place, '""')
            yield Mutant(f"{path}:{place.line} {place.key}", {path: text}, rules, path, told_at(file, place))


@kind("words emptied in one language", every=4)
def words_emptied(lab: Laboratory) -> Iterator[Mutant]:
    for _, path in language_files(lab):
        file = yaml(lab, path)
        for place in file.scalars():
            if place.value and place.path[0] not in ("language", "source"):
                if place.path == ("generator", "required"):
                    continue  # The one text that may be empty.
                rules = ["empty-value", "value"]
                yield Mutant(f"{path}:{place.line}", {path: file.with_value(place, '""')}, rules, path, {place.line})


@kind("words removed in one language", every=6)
def words_removed(lab: Laboratory) -> Iterator[Mutant]:
    for _, path in language_files(lab):
        file, other = yaml(lab, path), other_language(lab, path)
        for place in file.places.values():
            if place.is_item or place.kind != "scalar":
                continue
            if len(place.path) == 1 or place.key in ("hint", "months", "short-months"):
                continue  # Top-level words have their own kind; hints may be left out.
            if place.path[0] == "form-editions" and place.path[2] == "notes":
                continue  # So may notes.
            parent = file.places[place.path[:-1]]
            siblings = list(file.below(*place.path[:-1]))
            if len(siblings) == 1 and not place.flow:
                continue  # Its parent would become null: another kind.
            if place.key == "letter" and place.path[:2] == ("fields", "work-mailbox"):
                continue  # Letters have a paragraph for each of these choices and say none of them.
            rules = ["missing-words", "missing-key", "missing-phrase", "left-over-words", "paragraph-shape"]
            where = f"{path}:{place.line} {'.'.join(map(str, place.path))}"
            text = {path: file.without(place)}
            if place.path[0] in MODELLED and path.endswith(f"{lab.languages[0]}.yml"):
                # The source is the model: what the translation has more than it is told there.
                yield Mutant(where, text, rules, other, {yaml(lab, other)[place.path].line})
            else:
                yield Mutant(where, text, rules, path, {parent.line})


@kind("whole section of words removed")
def section_of_words_removed(lab: Laboratory) -> Iterator[Mutant]:
    for _, path in language_files(lab):
        file = yaml(lab, path)
        for place in file.below():
            rules = ["missing-key", "source-language"]
            yield Mutant(f"{path} {place.key}", {path: file.without(place)}, rules, path, {1})


@kind("words left over for what is gone", every=4)
def words_left_over(lab: Laboratory) -> Iterator[Mutant]:
    for _, path in language_files(lab):
        file = yaml(lab, path)
        for section in (*BY_DATA, *MODELLED):
            for place in file.below(section):
                entry = file.text[place.start : place.value_end]
                twin = entry.replace(str(place.path[-1]), f"{place.path[-1]}-old", 1)
                text = _entry_before(file, place, twin)
                if _is_model(lab, path, place):
                    other, here = other_language(lab, path), f"{path}:{place.line}."
                    yield Mutant(f"{path}:{place.line}", {path: text}, ["missing-words"], other, (), here)
                else:
                    yield Mutant(f"{path}:{place.line}", {path: text}, ["left-over-words"], path, {place.line})


def _entry_before(file: YamlText, place: Place, entry: str) -> str:
    indent = " " * (place.start - file.text.rfind("\n", 0, place.start) - 1)
    return file.text[: place.start] + entry + "\n" + indent + file.text[place.start :]


# -------------------------------------------------------------------------------------------------- slots, letters


def letter_texts(lab: Laboratory) -> Iterator[tuple[str, str, YamlText, Place]]:
    """Code, file, its places, and place of every text of a letter."""
    for code, path in language_files(lab):
        file = yaml(lab, path)
        for place in file.scalars("paragraphs"):
            yield code, path, file, place


@kind("slot dropped from a letter's text")
def letter_slot_dropped(lab: Laboratory) -> Iterator[Mutant]:
    for _, path, file, place in letter_texts(lab):
        for slot in SLOT.findall(place.value or ""):
            text = replaced(file, place, f"{{{slot}}}", "ほか" if "ja" in path else "so")
            yield Mutant(f"{path}:{place.line} {slot}", {path: text}, ["missing-slot"], path, {place.line})


@kind("slot misspelt in a letter's text")
def letter_slot_misspelt(lab: Laboratory) -> Iterator[Mutant]:
    for _, path, file, place in letter_texts(lab):
        for slot in SLOT.findall(place.value or ""):
            text = replaced(file, place, f"{{{slot}}}", f"{{{slot}x}}")
            yield Mutant(f"{path}:{place.line} {slot}", {path: text}, ["unknown-field"], path, {place.line})


@kind("slot dropped from a letter's text in every language")
def letter_slot_dropped_everywhere(lab: Laboratory) -> Iterator[Mutant]:
    letters = yaml(lab, LETTERS)
    asking = {entry.value: entry.line for entry in letters.scalars("letters") if entry.key == "id"}
    first = language_files(lab)[0][1]
    for _, path, _file, place in letter_texts(lab):
        if path != first:
            continue
        for slot in SLOT.findall(place.value or ""):
            changes = {}
            for _, each in language_files(lab):
                own = yaml(lab, each)
                changes[each] = replaced(own, own[place.path], f"{{{slot}}}", "so")
            if _said_elsewhere(lab, first, place, slot):
                continue
            if _used_for_nothing_else(lab, first, slot):
                declared = next(e for e in yaml(lab, FIELDS).scalars("fields") if e.key == "id" and e.value == slot)
                yield Mutant(f"{place.path} {slot}", changes, ["unused-field"], FIELDS, {declared.line})
            else:
                # The letters that ask for it are told.
                rules = ["required-not-said", "answer-not-said"]
                yield Mutant(f"{place.path} {slot}", changes, rules, LETTERS, set(asking.values()))


def _used_for_nothing_else(lab: Laboratory, words: str, slot: str) -> bool:
    """Whether a field stands in one text of the letters, and nowhere in the data but at its declaration.

    That another has to differ from it (``fields:``) is no use.
    """
    said = sum(f"{{{slot}}}" in (place.value or "") for place in yaml(lab, words).scalars("paragraphs"))
    named = sum(
        len(re.findall(rf"(?<![a-z-]){slot}(?![a-z-])", re.sub(r"\bfields: \[.*?\]", "", lab.texts[path])))
        for path in (FIELDS, EDITIONS, LETTERS)
    )
    return said == 1 and named == 1


def _said_elsewhere(lab: Laboratory, path: str, place: Place, slot: str) -> bool:
    """Whether another text of the same letters has the slot as well."""
    texts = [other for other in yaml(lab, path).scalars("paragraphs") if f"{{{slot}}}" in (other.value or "")]
    return len(texts) > 1 and slot in ("full-name", "contact-email", "left-on")


@kind("slot dropped from other words")
def slot_dropped(lab: Laboratory) -> Iterator[Mutant]:
    for _, path in language_files(lab):
        file = yaml(lab, path)
        for place in file.scalars():
            if place.path[0] == "paragraphs":
                continue
            for slot in dict.fromkeys(SLOT.findall(place.value or "")):
                written = file.text[place.value_start : place.value_end].replace(f"{{{slot}}}", "so")
                text = {path: file.with_value(place, written)}
                yield _of_slot(lab, path, place, slot, text, ["missing-slot", "unknown-slot"])


def _of_slot(lab: Laboratory, path: str, place: Place, slot: str, text: dict[str, str], rules: list[str]) -> Mutant:
    """Damage to a slot; where only the source tells which slots there are, the translation is told, and where."""
    where, here = f"{path}:{place.line} {slot}", f"{path}:{place.line}"
    fixed = place.path[0] in FIXED_SECTIONS or place.key in FIXED
    if fixed or not path.endswith(f"{lab.languages[0]}.yml"):
        return Mutant(where, text, rules, path, {place.line})
    return Mutant(where, text, rules, other_language(lab, path), (), here)


@kind("slot misspelt in other words")
def slot_misspelt(lab: Laboratory) -> Iterator[Mutant]:
    for _, path in language_files(lab):
        file = yaml(lab, path)
        for place in file.scalars():
            if place.path[0] == "paragraphs":
                continue
            for slot in dict.fromkeys(SLOT.findall(place.value or "")):
                text = {path: replaced(file, place, f"{{{slot}}}", f"{{{slot}x}}")}
                yield _of_slot(lab, path, place, slot, text, ["unknown-slot"])


@kind("banned phrase in a letter", every=8)
def banned(lab: Laboratory) -> Iterator[Mutant]:
    letters = yaml(lab, LETTERS)
    for code, path, file, place in letter_texts(lab):
        for phrase in letters.scalars("rules", "banned", code):
            text = added(file, place, f" {phrase.value}")
            yield Mutant(f"{path}:{place.line} {phrase.value}", {path: text}, ["banned-phrase"], path, {place.line})


@kind("letter that is not ASCII in English", every=2)
def not_ascii(lab: Laboratory) -> Iterator[Mutant]:
    for code, path, file, place in letter_texts(lab):
        if code == "en":
            for character in ("’", "é", "　", "–"):
                text = added(file, place, f"{character}x")
                yield Mutant(f"{path}:{place.line} {character}", {path: text}, ["not-ascii"], path, {place.line})


@kind("line too long in a letter")
def long_line(lab: Laboratory) -> Iterator[Mutant]:
    for code, path, file, place in letter_texts(lab):
        words = " and so on" * 22 if code == "en" else "などなど" * 55
        yield Mutant(f"{path}:{place.line}", {path: added(file, place, words)}, ["long-line"], path, {place.line})


@kind("blank or line break at the edge of a letter's text", every=4)
def letter_space(lab: Laboratory) -> Iterator[Mutant]:
    for _, path, file, place in letter_texts(lab):
        words = (place.value or "").replace("\\", "\\\\").replace('"', '\\"')
        for damaged in (f'" {words}"', f'"{words} "', f'"{words}\\n{words}"'):
            text = file.with_value(place, damaged)
            yield Mutant(f"{path}:{place.line}", {path: text}, ["paragraph-space"], path, {place.line})


@kind("paragraph left out of a letter that needs it")
def paragraph_left_out(lab: Laboratory) -> Iterator[Mutant]:
    needed = {
        "who-i-am": "former-company",
        "reason": "reason",
        "name-differs": "source-full-name",
        "source-account": "source-login-email",
        "destination-account": "destination-login-email",
        "mailbox-lost": "work-mailbox",
        "mailbox-readable": "work-mailbox",
        "reply-to": "contact-email",
        "reply-to-either": "contact-email",
        "notes": "notes",
        "case": "case-id",
        "no-reply-since": "first-sent-on",
        "closing": "full-name",
    }
    file = yaml(lab, LETTERS)
    for letter in entries(file, "letters"):
        paragraphs = [place.value for place in file.below(*letter.path, "paragraphs")]
        for place in file.below(*letter.path, "paragraphs"):
            if place.value not in needed or (place.value == "closing" and "who-i-am" in paragraphs):
                continue
            rules, line = ["required-not-said", "answer-not-said"], letter.line
            if sum(other.value == place.value for other in file.scalars("letters")) == 1:
                # No other letter has it: then nobody needs it any more, for all that the data can tell.
                rules = ["unused-paragraph"]
                line = next(p.line for p in file.scalars("paragraphs") if p.key == "id" and p.value == place.value)
            where = f"{file.value(*letter.path, 'id')} {place.value}"
            yield Mutant(where, {LETTERS: file.without(place)}, rules, LETTERS, {line})


@kind("letter that says an answer and no longer asks for it")
def not_asked(lab: Laboratory) -> Iterator[Mutant]:
    file, letters = yaml(lab, FIELDS), yaml(lab, LETTERS)
    lines = {letters.value(*entry.path, "id"): entry.line for entry in entries(letters, "letters")}
    said = {slot for _, _, _, place in letter_texts(lab) for slot in SLOT.findall(place.value or "")}
    for entry in entries(file, "fields"):
        # What need not be answered, or only decides what is said, stands on condition, and goes with the question.
        if file.value(*entry.path, "need") != "required" or file.value(*entry.path, "id") not in said:
            continue
        for place in file.below(*entry.path, "letters"):
            where = f"{file.value(*entry.path, 'id')} {place.value}"
            yield Mutant(where, {FIELDS: file.without(place)}, ["not-asked"], LETTERS, {lines[place.value]})


@kind("paragraph twice in a letter")
def paragraph_twice(lab: Laboratory) -> Iterator[Mutant]:
    file = yaml(lab, LETTERS)
    for letter in entries(file, "letters"):
        for place in file.below(*letter.path, "paragraphs"):
            text = file.text[: place.start] + f"{place.value}, " + file.text[place.start :]
            line = file[*letter.path, "paragraphs"].line
            yield Mutant(f"{letter.path} {place.value}", {LETTERS: text}, ["doubled-paragraph"], LETTERS, {line})


@kind("paragraph that says what another says")
def paragraph_same(lab: Laboratory) -> Iterator[Mutant]:
    twins = {
        "offer-help": "ask-merge",
        "no-way-back": "approve",
        "send-new-list": "wrong-list",
        "ask-status": "details-again",
    }
    for _, path in language_files(lab):
        file = yaml(lab, path)
        for name, other in twins.items():
            place, like = file["paragraphs", name], file["paragraphs", other]
            text = file.with_value(place, file.text[like.value_start : like.value_end].replace("\n", "\n  "))
            lines = {place.line, like.line, like.line + place.line - place.line}
            yield Mutant(f"{path} {name}", {path: text}, ["doubled-paragraph"], path, lines)


@kind("paragraph in no letter", every=2)
def paragraph_unused(lab: Laboratory) -> Iterator[Mutant]:
    file = yaml(lab, LETTERS)
    for paragraph in entries(file, "paragraphs"):
        name = file.value(*paragraph.path, "id")
        text = file.text
        named = [place for place in file.scalars("letters") if place.is_item and place.value == name]
        for place in reversed(named):
            now = YamlText(text)
            text = now.without(now[place.path])
        line = YamlText(text)[paragraph.path].line
        yield Mutant(str(name), {LETTERS: text}, ["unused-paragraph"], LETTERS, {line})


@kind("paragraph that can never stand")
def never_stands(lab: Laboratory) -> Iterator[Mutant]:
    never = "{situation: [email-only], source-account-kind: [builder-id], work-mailbox: [lost]}"
    file = yaml(lab, LETTERS)
    for paragraph in entries(file, "paragraphs"):
        yield _with_when(file, paragraph, never)
        for line in file.below(*paragraph.path, "lines"):
            yield _with_when(file, line, never)


def _with_when(file: YamlText, entry: Place, when: str, *rules: str) -> Mutant:
    """An entry of letters.yml with another condition."""
    condition = file.places.get((*entry.path, "when"))
    if condition:
        text = file.with_value(condition, when)
    else:
        name = file[*entry.path, "id"]
        joint = ", when: " if name.flow else "\n    when: "
        text = file.text[: name.value_end] + joint + when + file.text[name.value_end :]
    # The condition itself is told; a new one stands below the id, or on the same line in brackets.
    line = condition.line if condition else entry.line + (not file[*entry.path, "id"].flow)
    return Mutant(f"{entry.path}", {LETTERS: text}, rules or ["never-stands"], LETTERS, {entry.line, line})


@kind("condition on an unknown control")
def unknown_control(lab: Laboratory) -> Iterator[Mutant]:
    for path in (LETTERS, FIELDS, FORMATS, WARNINGS):
        file = yaml(lab, path)
        for place in file.places.values():
            inside = set(CONDITIONS) & set(place.path)
            if inside and not place.is_item and place.key not in inside:
                text = file.with_key(place, f"{place.key}s")
                yield Mutant(f"{path}:{place.line}", {path: text}, ["unknown-control"], path, told_at(file, place))


@kind("condition with an unknown value")
def unknown_value(lab: Laboratory) -> Iterator[Mutant]:
    for path in (LETTERS, FIELDS, FORMATS, WARNINGS):
        file = yaml(lab, path)
        for place in file.scalars():
            inside = set(CONDITIONS) & set(place.path)
            if not inside:
                continue
            rule = "unknown-value" if place.is_item else "value"
            text = file.with_value(place, f"{place.value}x")
            yield Mutant(f"{path}:{place.line}", {path: text}, [rule], path, told_at(file, place))


def _owner(file: YamlText, place: Place) -> Place:
    """The entry of a list that a place belongs to: conditions are told of the field or paragraph that has them."""
    return file[place.path[:2]]


# -------------------------------------------------------------------------------------------------- ids, references


LISTS = (
    (FIELDS, "form-items"), (FIELDS, "groups"), (FIELDS, "fields"), (FORMATS, "formats"), (SITUATIONS, "situations"),
    (LETTERS, "letters"), (LETTERS, "paragraphs"), (EDITIONS, "form-editions"), (SOURCES, "sources"),
    (CLAIMS, "claims"), (CONTRADICTIONS, "contradictions"), (TIMINGS, "timings"), (WARNINGS, "patterns"),
    (WARNINGS, "comparisons"), (WARNINGS, "kinds"), (WARNINGS, "suggestions"), (FRESHNESS, "watched"),
    (WAYS, "kinds"), (WAYS, "ways"), (STATEMENTS, "statements"),
)  # fmt: skip
"""Every list whose entries have ids."""


@kind("id that the entry before has")
def duplicate_id(lab: Laboratory) -> Iterator[Mutant]:
    for path, name in LISTS:
        file = yaml(lab, path)
        before = None
        for entry in entries(file, name):
            place = file[*entry.path, "id"]
            if before:
                text = file.with_value(place, before)
                yield Mutant(f"{path} {place.value}", {path: text}, ["duplicate-id"], path, {entry.line})
            before = file.text[place.value_start : place.value_end]


@kind("id renamed in its own file alone", every=2)
def id_renamed(lab: Laboratory) -> Iterator[Mutant]:
    sections = {
        FIELDS: {"form-items": "fields", "groups": "groups", "fields": "fields"},
        FORMATS: {"formats": "formats"},
        SITUATIONS: {"situations": "situations"},
        LETTERS: {"letters": "letters", "paragraphs": "paragraphs"},
        EDITIONS: {"form-editions": "form-editions"},
        SOURCES: {"sources": "sources"},
        CLAIMS: {"claims": "claims"},
        CONTRADICTIONS: {"contradictions": "contradictions"},
        TIMINGS: {"timings": "timings"},
        WARNINGS: {
            "patterns": "warnings",
            "comparisons": "warnings",
            "kinds": "character-kinds",
            "suggestions": "suggestions",
        },
        FRESHNESS: {"watched": "freshness"},
        STATEMENTS: {"statements": "statements"},
    }
    references = ("format", "group", "form-item", "claim", "source", "letter", "paragraph", "field", "situation")
    for path, name in LISTS:
        if path == WAYS and name == "ways":
            continue  # Nothing refers to a way, and it has no words.
        file, section = yaml(lab, path), sections.get(path, {}).get(name, "")
        for entry in entries(file, name):
            place = file[*entry.path, "id"]
            new = {"form-editions": "2019-01", "sources": "X1"}.get(name, f"{place.value}-new")
            text = {path: file.with_value(place, new)}
            # Where others refer to it, they are told; else the words that nobody asks for any more.
            users = _users(lab, "way-kinds" if path == WAYS else name, str(place.value))
            words = language_files(lab)[0][1]
            told = yaml(lab, words)
            line = 1
            if section:
                line = told[section, "parts"].line if name == "watched" else told[section,].line
            rules = [f"unknown-{what}" for what in references] + ["unknown-value", "unknown-control"]
            if users:
                user, lines = next(iter(users.items()))
                rules = ["unknown-way-kind"] if path == WAYS else _unknown_rules(name)
                yield Mutant(f"{path} {place.value}", text, rules, user, lines)
            else:
                yield Mutant(f"{path} {place.value}", text, ["missing-words", *rules[:0]], words, {line})


def _unknown_rules(name: str) -> list[str]:
    what = {
        "form-items": "form-item",
        "sources": "source",
        "form-editions": "value",
        "kinds": "character-kind",
    }
    found = what.get(name, name.removesuffix("s"))
    return [f"unknown-{found}", "unknown-choice"] if name == "situations" else [f"unknown-{found}"]


def _users(lab: Laboratory, name: str, word: str) -> dict[str, set[int]]:
    """Where the data refers to an id: file → the lines at which that is told."""
    referring: dict[str, dict[str, tuple[str, ...]]] = {
        "form-items": {EDITIONS: ("item",)},
        "groups": {FIELDS: ("group",), WARNINGS: ("opens",)},
        "fields": {
            EDITIONS: ("fill",),
            FIELDS: ("fields", "default-from"),
            LETTERS: ("sample",),
            WARNINGS: ("fields", "like"),
        },
        "formats": {FIELDS: ("format",), STATEMENTS: ("format",), WARNINGS: ("formats",)},
        "letters": {FIELDS: ("letters",), STATEMENTS: ("letters",)},
        "kinds": {WARNINGS: ("not-after",)},
        "way-kinds": {WAYS: ("kind",)},
        "paragraphs": {LETTERS: ("paragraphs",)},
        "statements": {REPLIES: ("statement",)},
        "sources": {CLAIMS: ("source",), CONTRADICTIONS: ("sources",), TIMINGS: ("source",)},
        "situations": {FIELDS: ("example",)},
        "claims": {
            FIELDS: ("claims",),
            SITUATIONS: ("claims",),
            EDITIONS: ("claims",),
            FRESHNESS: ("claims",),
            STATEMENTS: ("claims",),
            REPLIES: ("claims",),
        },
    }
    found: dict[str, set[int]] = {}
    for path, names in referring.get(name, {}).items():
        file = yaml(lab, path)
        for place in file.scalars():
            inside = len(place.path) > 2 or place.key in ("sample", "statement")
            if place.value == word and place.key in names and inside:
                found.setdefault(path, set()).add(place.line)
    return found


def referring(lab: Laboratory, path: str, *keys: str) -> Iterator[tuple[YamlText, Place, set[int]]]:
    """File, place, and lines at which it is told, of every value under some keys."""
    file = yaml(lab, path)
    for place in file.scalars():
        if place.key in keys and len(place.path) > 2:
            yield file, place, {place.line}


REFERENCES = (
    ("unknown claim in the data", "unknown-claim", (FIELDS, SITUATIONS, EDITIONS, FRESHNESS, STATEMENTS), ("claims",)),
    ("claim on an unknown source", "unknown-source", (CLAIMS, CONTRADICTIONS, TIMINGS), ("sources", "source")),
    ("item of AWS's form that is unknown", "unknown-form-item", (EDITIONS,), ("item",)),
    ("item of AWS's form filled with an unknown field", "unknown-field", (EDITIONS,), ("fill",)),
    ("unknown format", "unknown-format", (FIELDS, STATEMENTS, WARNINGS), ("format", "formats")),
    ("character after an unknown kind of them", "unknown-character-kind", (WARNINGS,), ("not-after",)),
    ("unknown group", "unknown-group", (FIELDS, WARNINGS), ("group", "opens")),
    ("characters of an unknown language", "unknown-language", (WARNINGS,), ("language",)),
    ("unknown kind of way", "unknown-way-kind", (WAYS,), ("kind",)),
    ("unknown letter", "unknown-letter", (FIELDS, STATEMENTS), ("letters",)),
    ("unknown paragraph", "unknown-paragraph", (LETTERS,), ("paragraphs",)),
    ("unknown sentence", "unknown-statement", (REPLIES,), ("statement",)),
    ("unknown field in a field", "unknown-field", (FIELDS,), ("default-from", "fields")),
    ("unknown field in a comparison", "unknown-field", (WARNINGS,), ("fields", "like")),
)


def _reference_kind(name: str, rule: str, paths: Collection[str], keys: Collection[str]) -> None:
    @kind(name)
    def mutants(lab: Laboratory) -> Iterator[Mutant]:
        for path in paths:
            for file, place, lines in referring(lab, path, *keys):
                new = "Z99" if rule == "unknown-source" else f"{place.value}x"
                text = file.with_value(place, new)
                yield Mutant(f"{path}:{place.line} {place.value}", {path: text}, [rule], path, lines)


for _reference in REFERENCES:
    _reference_kind(*_reference)


@kind("item of AWS's form that says nothing about what goes in")
def item_empty(lab: Laboratory) -> Iterator[Mutant]:
    file = yaml(lab, EDITIONS)
    for place in file.places.values():
        if place.key in ("fill", "choose") and not place.is_item and place.path[-1] == place.key:
            owner = file[place.path[:-1]]
            yield Mutant(f"{place.path}", {EDITIONS: file.without(place)}, ["empty-item"], EDITIONS, {owner.line})


@kind("item of AWS's form in no edition any more")
def item_unused(lab: Laboratory) -> Iterator[Mutant]:
    fields, file = yaml(lab, FIELDS), yaml(lab, EDITIONS)
    for item in entries(fields, "form-items"):
        name = fields.value(*item.path, "id")
        text = file.text
        places = [place for place in file.scalars() if place.key == "item" and place.value == name]
        for place in reversed(places):
            start, end = YamlText(text).block(YamlText(text)[place.path[:-1]])
            text = text[:start] + text[end:]
        yield Mutant(str(name), {EDITIONS: text}, ["unused-form-item"], FIELDS, {item.line})


@kind("field of the wrong shape")
def field_shape(lab: Laboratory) -> Iterator[Mutant]:
    file = yaml(lab, FIELDS)
    for entry in entries(file, "fields"):
        place = file[*entry.path, "kind"]
        for new in ("line", "choice", "address-or-state"):
            if new != place.value and not (place.value in ("text", "date") and new == "line"):
                text = file.with_value(place, new)
                yield Mutant(f"{entry.path} {new}", {FIELDS: text}, ["field-shape"], FIELDS, {entry.line})


@kind("new field without words, use or documentation", every=2)
def field_added(lab: Laboratory) -> Iterator[Mutant]:
    file = yaml(lab, FIELDS)
    for entry in entries(file, "fields"):
        start, end = file.block(entry)
        block = file.text[start:end]
        name = file.value(*entry.path, "id")
        # It is said in every letter, and so it is asked in all of them.
        new = re.sub(r" +letters: .*\n", "", block).replace(f"id: {name}\n", f"id: {name}-too\n")
        line = at(file.text, end)
        text = file.text[:end] + new + file.text[end:]
        yield Mutant(f"{name} unused", {FIELDS: text}, ["unused-field"], FIELDS, {line})
        # Asked for in every letter, since the greeting, which is to say it, stands in all of them.
        asked = re.sub(r"    letters: .*\n", "", new)
        changes = {FIELDS: file.text[:end] + asked + file.text[end:]}
        for _, path in language_files(lab):
            # Its words, and a slot in a paragraph that always stands in every letter.
            words = yaml(lab, path)
            begin, stop = words.block(words["fields", str(name)])
            block = words.text[begin:stop].replace(f"  {name}:", f"  {name}-too:", 1)
            told = added(words, words["paragraphs", "greeting"], f" {{{name}-too}}")
            changes[path] = told[:begin] + block + told[begin:]
        if f"{{{name}}}" in lab.texts[language_files(lab)[0][1]]:
            yield Mutant(f"{name} undocumented", changes, ["undocumented-field"], FIELDS, {line})


# ----------------------------------------------------------------------------------------------------- the ledger


@kind("claim whose evidence is deleted", every=2)
def evidence_deleted(lab: Laboratory) -> Iterator[Mutant]:
    file = yaml(lab, CLAIMS)
    for entry in entries(file, "claims"):
        if (*entry.path, "evidence") in file.places and file.value(*entry.path, "basis") != "unknown":
            text = file.without(file[*entry.path, "evidence"])
            yield Mutant(f"{entry.line}", {CLAIMS: text}, ["no-source"], CLAIMS, {entry.line})


def plain_claims(file: YamlText) -> Iterator[Place]:
    """Claims that rest on sources and say nothing of how."""
    for entry in entries(file, "claims"):
        said = {name for name in ("basis", "quoted") if (*entry.path, name) in file.places}
        if (*entry.path, "evidence") in file.places and not said:
            yield entry


def with_evidence(file: YamlText, entry: Place, *lines: str) -> str:
    """The ledger with other evidence for a claim."""
    start, end = file.block(file[*entry.path, "evidence"])
    return file.text[:start] + "".join(f"{line}\n" for line in ("    evidence:", *lines)) + file.text[end:]


@kind("claim on second-hand sources that does not say so", every=6)
def second_hand(lab: Laboratory) -> Iterator[Mutant]:
    file = yaml(lab, CLAIMS)
    for entry in plain_claims(file):
        text = with_evidence(file, entry, "      - {source: N1, says: so}", "      - {source: N2, says: so}")
        yield Mutant(f"{entry.line}", {CLAIMS: text}, ["second-hand"], CLAIMS, {entry.line})


@kind("claim called second-hand that has better sources", every=6)
def not_second_hand(lab: Laboratory) -> Iterator[Mutant]:
    file = yaml(lab, CLAIMS)
    for entry in plain_claims(file):
        text = file.with_entry_before(file[*entry.path, "evidence"], "basis: second-hand")
        yield Mutant(f"{entry.line}", {CLAIMS: text}, ["second-hand"], CLAIMS, {entry.line})


@kind("claim on sources of two kinds", every=6)
def mixed_kinds(lab: Laboratory) -> Iterator[Mutant]:
    file, guide = yaml(lab, CLAIMS), lab.guide
    for entry in plain_claims(file):
        first = next(file.below(*entry.path, "evidence"))
        kind_of_first = guide.sources[str(file.value(*first.path, "source"))].kind
        other = "F1" if kind_of_first == "official" else "O9"
        text = (
            file.text[: first.value_end] + f"\n      - {{source: {other}, says: it too}}" + file.text[first.value_end :]
        )
        yield Mutant(f"{entry.line}", {CLAIMS: text}, ["mixed-kinds"], CLAIMS, {entry.line})


@kind("entry of a source under another claim as well", every=8)
def entry_doubled(lab: Laboratory) -> Iterator[Mutant]:
    file = yaml(lab, CLAIMS)
    places = [entry for entry in entries(file, "claims") if (*entry.path, "evidence") in file.places]
    for before, entry in pairwise(places):
        lent = next(file.below(*before.path, "evidence"))
        first = next(file.below(*entry.path, "evidence"))
        copied = file.text[lent.start : lent.value_end]
        text = file.text[: first.value_end] + f"\n      - {copied}" + file.text[first.value_end :]
        yield Mutant(f"{entry.line}", {CLAIMS: text}, ["entry-doubled"], CLAIMS, {first.line + 1})


@kind("claim's words changed, nobody has checked them", every=12)
def words_unchecked(lab: Laboratory) -> Iterator[Mutant]:
    lines = {
        file.value(*entry.path, "id"): entry.line for file in [yaml(lab, CLAIMS)] for entry in entries(file, "claims")
    }
    for _, path in language_files(lab):
        file = yaml(lab, path)
        for place in file.below("claims"):
            text = added(file, place, " 8")
            name = str(place.path[-1])
            yield Mutant(f"{path} {name}", {path: text}, ["claim-unchecked"], CLAIMS, {lines[name]})


@kind("what a source says changed, nobody has checked it", every=12)
def entry_unchecked(lab: Laboratory) -> Iterator[Mutant]:
    file = yaml(lab, CLAIMS)
    for place in file.scalars():
        if place.key in ("says", "source") and place.key == place.path[-1]:
            owner = _owner(file, place)
            mixed = ["claim-unchecked", "mixed-kinds"] if place.key == "source" else ["claim-unchecked"]
            new = added(file, place, " today") if place.key == "says" else file.with_value(place, "F8")
            if new != file.text:
                yield Mutant(f"{place.line}", {CLAIMS: new}, mixed, CLAIMS, {owner.line})


@kind("source's date changed, its claims not checked again", every=4)
def date_unchecked(lab: Laboratory) -> Iterator[Mutant]:
    file, claims = yaml(lab, SOURCES), yaml(lab, CLAIMS)
    for place in file.scalars():
        if place.key == "experience":
            source = file.value(*place.path[:-1], "id")
            resting = {
                _owner(claims, entry).line
                for entry in claims.scalars()
                if entry.key == "source" and entry.value == source
            }
            text = file.with_value(place, '"2026-01"')
            if resting:
                yield Mutant(f"{source}", {SOURCES: text}, ["claim-unchecked"], CLAIMS, resting)


@kind("check of a claim deleted", every=12)
def check_deleted(lab: Laboratory) -> Iterator[Mutant]:
    file = yaml(lab, CLAIMS)
    for entry in entries(file, "claims"):
        text = file.without(file[*entry.path, "checked"])
        yield Mutant(f"{entry.line}", {CLAIMS: text}, ["claim-unchecked"], CLAIMS, {entry.line})


@kind("claim deleted though pages cite it", every=8)
def claim_deleted(lab: Laboratory) -> Iterator[Mutant]:
    file = yaml(lab, CLAIMS)
    in_data = {
        place.value
        for path in (FIELDS, SITUATIONS, EDITIONS, FRESHNESS, STATEMENTS)
        for _, place, _ in referring(lab, path, "claims")
    }
    for entry in entries(file, "claims"):
        name = str(file.value(*entry.path, "id"))
        if name in in_data:
            continue
        changes = {CLAIMS: file.without(entry)}
        for _, path in language_files(lab):
            words = yaml(lab, path)
            changes[path] = words.without(words["claims", name])
        mark = f"[@{name}]"
        page = next(path for path in lab.texts if path.endswith(".md") and mark in lab.texts[path])
        lines = {number for number, line in enumerate(lab.texts[page].split("\n"), 1) if mark in line}
        yield Mutant(name, changes, ["unknown-claim"], page, lines)


@kind("source that no claim names", every=2)
def source_unused(lab: Laboratory) -> Iterator[Mutant]:
    file = yaml(lab, SOURCES)
    for entry in entries(file, "sources"):
        old = file.text[entry.start : entry.value_end]
        name = file.value(*entry.path, "id")
        new = old.replace(f"id: {name},", "id: X7,")
        changes = {SOURCES: file.text[: entry.value_end] + f"\n  - {new}" + file.text[entry.value_end :]}
        for _, path in language_files(lab):
            words = yaml(lab, path)
            changes[path] = words.with_entry_before(next(words.below("sources")), 'X7: "Words"')
        yield Mutant(str(name), changes, ["unused-source"], SOURCES, {entry.line + 1 + old.count("\n")})


@kind("date in a wrong form")
def date_form(lab: Laboratory) -> Iterator[Mutant]:
    for path in (SOURCES, FIELDS):
        file = yaml(lab, path)
        for place in file.scalars():
            if place.key in ("experience", "looked-at", "since"):
                for wrong in (
                    "2025/11",
                    "Nov 2025",
                    "2025-13",
                    "2025-02-30",
                    "11-2025",
                    "25-11-22",
                    "2025-1",
                    '"2025-11 "',
                ):
                    text = file.with_value(place, wrong)
                    yield Mutant(f"{path}:{place.line} {wrong}", {path: text}, ["value"], path, {place.line})


@kind("edition with a date that is none")
def edition_date(lab: Laboratory) -> Iterator[Mutant]:
    file = yaml(lab, EDITIONS)
    for entry in entries(file, "form-editions"):
        place = file[*entry.path, "id"]
        for wrong in ("2025", "2025-13", "25-11", "2025-11-01", "November"):
            text = file.with_value(place, wrong)
            yield Mutant(f"{place.value} {wrong}", {EDITIONS: text}, ["value"], EDITIONS, {place.line})


@kind("edition above a newer one")
def edition_order(lab: Laboratory) -> Iterator[Mutant]:
    file = yaml(lab, EDITIONS)
    for newer, older in pairwise(entries(file, "form-editions")):
        (start, middle), (begin, end) = file.block(newer), file.block(older)
        text = file.text[:start] + file.text[begin:end] + file.text[middle:begin] + file.text[start:middle]
        line = at(text, len(text)) + (0 if text.endswith("\n") else 1) - file.text.count("\n", start, middle)
        yield Mutant(f"{newer.line}", {EDITIONS: text + file.text[end:]}, ["edition-order"], EDITIONS, {line})


@kind("evidence grown too old", every=2)
def too_old(lab: Laboratory) -> Iterator[Mutant]:
    freshness, claims, sources = yaml(lab, FRESHNESS), yaml(lab, CLAIMS), yaml(lab, SOURCES)
    resting = {
        claims.value(*entry.path, "id"): [
            claims.value(*place.path, "source") for place in claims.below(*entry.path, "evidence")
        ]
        for entry in entries(claims, "claims")
    }
    newest = [place.value for place in yaml(lab, EDITIONS).below("form-editions", 0, "claims")]
    timings = [place.value for place in yaml(lab, TIMINGS).scalars() if place.key == "source"]
    for entry in entries(freshness, "watched"):
        watches = freshness.value(*entry.path, "watches")
        own = [place.value for place in freshness.below(*entry.path, "claims")]
        names = (
            timings
            if watches == "timings"
            else [s for claim in (newest if watches == "form" else own) for s in resting[claim]]
        )
        for year in ("2012", "2015-03", "2018-05-09", "2010/2016", "../2014-01", "2011/.."):
            text = sources.text
            for source in reversed(entries(sources, "sources")):
                place = sources.places.get((*source.path, "experience"))
                if place and sources.value(*source.path, "id") in names:
                    text = text[: place.value_start] + f'"{year}"' + text[place.value_end :]
            where = f"{freshness.value(*entry.path, 'id')} {year}"
            yield Mutant(where, {SOURCES: text}, ["stale-evidence"], FRESHNESS, {entry.line})


@kind("watched part of the wrong shape")
def watched_shape(lab: Laboratory) -> Iterator[Mutant]:
    file = yaml(lab, FRESHNESS)
    for entry in entries(file, "watched"):
        listed = file.places.get((*entry.path, "claims"))
        if listed:
            text = file.without(listed)
        else:
            place = file[*entry.path, "watches"]
            text = file.text[: place.value_end] + ", claims: [merge-tool]" + file.text[place.value_end :]
        yield Mutant(f"{entry.line}", {FRESHNESS: text}, ["watched-shape"], FRESHNESS, {entry.line})


# ------------------------------------------------------------------------------------------------------- the rest


@kind("situation's section that does not exist", every=2)
def dead_section(lab: Laboratory) -> Iterator[Mutant]:
    file = yaml(lab, SITUATIONS)
    for entry in entries(file, "situations"):
        place = file[*entry.path, "section"]
        for wrong in (
            f"{place.value}x",
            f"{place.value}".replace(".md", ""),
            f"x{place.value}",
            str(place.value).split("#")[0],
        ):
            text = file.with_value(place, wrong)
            yield Mutant(f"{place.value} {wrong}", {SITUATIONS: text}, ["dead-section"], SITUATIONS, {entry.line})


@kind("language that says it is another, or not the source")
def language_switched(lab: Laboratory) -> Iterator[Mutant]:
    for _, path in language_files(lab):
        file = yaml(lab, path)
        text = file.with_value(file["language",], "fr")
        yield Mutant(f"{path} language", {path: text}, ["language-name"], path, {file["language",].line})
        place = file["source",]
        text = file.with_value(place, "true" if place.value == "false" else "false")
        yield Mutant(f"{path} source", {path: text}, ["source-language"], f"{DATA}languages", {1})


@kind("pattern that cannot be read")
def pattern(lab: Laboratory) -> Iterator[Mutant]:
    for path in (FORMATS, WARNINGS):
        file = yaml(lab, path)
        for place in file.scalars():
            if place.key in ("matches", "rejects"):
                text = file.with_value(place, "'([a-z'")
                yield Mutant(f"{path}:{place.line}", {path: text}, ["value"], path, {place.line})


@kind("pattern for pasting that keeps nothing, or is for a part of the answer")
def pattern_keeps_nothing(lab: Laboratory) -> Iterator[Mutant]:
    file = yaml(lab, FORMATS)
    for place in file.scalars():
        if place.key == "matches" and "pasted" in place.path:
            for wrong in ("^mailto:.*$", "mailto:(.*)$", "^mailto:(.*)", "(?:x)", "^(x$"):
                text = file.with_value(place, f"'{wrong}'")
                yield Mutant(f"{place.line} {wrong}", {FORMATS: text}, ["value"], FORMATS, {place.line})


@kind("repair that there is not")
def unknown_repair(lab: Laboratory) -> Iterator[Mutant]:
    file = yaml(lab, FORMATS)
    for place in file.scalars():
        if "repairs" in place.path:
            for wrong in (f"{place.value}s", str(place.value)[:-1], str(place.value).upper()):
                text = file.with_value(place, wrong)
                yield Mutant(f"{place.line} {wrong}", {FORMATS: text}, ["value"], FORMATS, {place.line})


@kind("repair of what is pasted without its patterns, or they without it")
def pasted_alone(lab: Laboratory) -> Iterator[Mutant]:
    file = yaml(lab, FORMATS)
    for entry in entries(file, "formats"):
        repairs = file[*entry.path, "repairs"]
        written = file.text[repairs.value_start : repairs.value_end]
        new = written.replace(", pasted", "") if "pasted" in written else written.replace("]", ", pasted]")
        text = file.with_value(repairs, new)
        yield Mutant(f"{entry.line}", {FORMATS: text}, ["format-shape"], FORMATS, {entry.line})


@kind("error of a check that has no words")
def error_without_words(lab: Laboratory) -> Iterator[Mutant]:
    file = yaml(lab, FORMATS)
    words = language_files(lab)[0][1]
    line = yaml(lab, words)["errors",].line
    for place in file.scalars():
        if place.key == "error":
            text = file.with_value(place, f"{place.value}x")
            yield Mutant(f"{place.line} {place.value}", {FORMATS: text}, ["missing-words"], words, {line})


@kind("character with two replacements", every=2)
def character_twice(lab: Laboratory) -> Iterator[Mutant]:
    file = yaml(lab, WARNINGS)
    places = [place for place in file.scalars() if place.path[0] in ("characters", "signs") and len(place.path) > 2]
    taken = [place for place in places if place.key in ("character", "characters")]
    for one, other in pairwise(taken):
        both = str(one.value)[0] + (str(other.value) if other.key == "characters" else "")
        text = file.with_value(other, json.dumps(both))
        rules = ["duplicate-character"]
        yield Mutant(f"{WARNINGS}:{other.line} {both}", {WARNINGS: text}, rules, WARNINGS, {other.line})


@kind("replacement of a character that is not ASCII, or nothing")
def replacement_not_ascii(lab: Laboratory) -> Iterator[Mutant]:
    file = yaml(lab, WARNINGS)
    for place in file.scalars():
        if place.key == "ascii":
            for new in ('""', '"é"', r'"\n"'):
                rules = ["value", "empty-value"]
                text = file.with_value(place, new)
                yield Mutant(f"{WARNINGS}:{place.line} {new}", {WARNINGS: text}, rules, WARNINGS, {place.line})


@kind("label of AWS's form that differs from the built page", built=True, every=2)
def label_differs(lab: Laboratory) -> Iterator[Mutant]:
    file = yaml(lab, EDITIONS)
    for place in file.scalars():
        if len(place.path) < 4 or place.path[2] != "items" or not {"labels", "choose"} & set(place.path):
            continue
        item = file.value(*place.path[:4], "item")
        for wrong in (f"{place.value} x", str(place.value)[:-1]):
            for code in lab.languages:
                page = f"docs/{code}/form-fields.md"
                line = next(n for n, text in enumerate(lab.texts[page].split("\n"), 1) if f"#field-{item} " in text)
                text = file.with_value(place, f'"{wrong}"')
                yield Mutant(f"{place.path} {wrong} {code}", {EDITIONS: text}, ["facts-differ"], page, {line})


@kind("fact of a field that differs from the built page", built=True, every=2)
def fact_differs(lab: Laboratory) -> Iterator[Mutant]:
    file = yaml(lab, FIELDS)
    for name in ("fields", "form-items"):
        for entry in entries(file, name):
            field = file.value(*entry.path, "id")
            example, need = file[*entry.path, "example"], file.places.get((*entry.path, "need"))
            changes = []
            if file.value(*entry.path, "kind") != "choice" and not (
                name == "form-items" and f"id: {field}\n" in file.text
            ):
                changes.append(file.with_value(example, f'"{example.value}x"'))
                changes.append(file.with_value(example, f'"{str(example.value)[:-1]}"'))
            if need and need.value != "required":
                changes.append(file.with_value(need, "optional" if need.value == "if-any" else "if-any"))
            for text in changes:
                for code in lab.languages:
                    page = f"docs/{code}/form-fields.md"
                    line = next(
                        n for n, words in enumerate(lab.texts[page].split("\n"), 1) if f"#field-{field} " in words
                    )
                    yield Mutant(f"{field} {code}", {FIELDS: text}, ["facts-differ"], page, {line})
