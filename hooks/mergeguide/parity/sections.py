"""A section beside its original: what both have to have beside their words, whoever translates.

Only sections whose words follow the source are held against it. One that is stale is told as such, and what its words
bring with them is part of what has to be translated.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from mergeguide.data import Guide
from mergeguide.parity.alarms import Alarm, Waivers, mend, not_waived
from mergeguide.parity.code import first_difference, is_prose, same_code
from mergeguide.parity.elements import Element, Kind, elements
from mergeguide.parity.headings import RULES
from mergeguide.parity.words import word_alarms, wrong_terms
from mergeguide.problems import Problem
from mergeguide.translations import Section, strings_of

_JUDGED = frozenset({"fresh", "acknowledged", "untracked"})

_RECORDED = frozenset({"fresh", "acknowledged", "stale", "renamed"})
"""States of sections of which somebody has recorded what they were translated from."""

_KINDS: Mapping[Kind, tuple[str, str]] = {
    "link": ("link-parity", 'link to "{}"'),
    "image": ("image-parity", 'picture "{}"'),
    "code": ("code-parity", "block of code"),
    "block": ("block-parity", 'block "{}"'),
    "table": ("table-parity", "table of {} cells"),
    "footnote": ("footnote-parity", 'footnote "{}"'),
    "markup": ("markup-parity", "markup {}"),
    "name": ("name-parity", "name `{}`"),
    "number": ("number-parity", "number {}"),
}
"""The rule of each kind, and how one of it is called."""

_IN_ORDER = frozenset({"image", "code", "block"})

_ONCE = frozenset({"name", "number"})
"""A language may need a pronoun where another says it again."""

_MENDED = frozenset({"link", "image", "code", "block"})

_PLACEHOLDER = re.compile(r"<[^<>]*>")


def section_problems(guide: Guide, sections: Sequence[Section], waivers: Waivers) -> Iterator[Problem]:
    """What sections that follow their source have not got, or have too much."""
    unknown = {each.address for each in sections if each.state == "stale"}
    yield from not_waived(section_alarms(guide, sections), waivers, lambda rule: rule not in RULES, unknown)
    yield from wrong_terms(guide, sections)


def section_alarms(guide: Guide, sections: Sequence[Section]) -> Iterator[Alarm]:
    """What differs between sections that follow their source and their originals.

    A language of which no section has been recorded yet is only begun: whoever fills its files may build meanwhile.
    """
    kept = {section.code for section in sections if section.state in _RECORDED}
    tags = {code: tags_of(guide, code) for code in guide.languages}
    for section in sections:
        if section.code in kept and section.state in _JUDGED:
            for part, source_text, text in _parts(section):
                theirs, own = _by_kind(source_text), _by_kind(text)
                pair = _Pair(guide, tags, section, part)
                for kind in _KINDS:
                    if kind in theirs or kind in own:
                        yield from pair.compared(kind, theirs.get(kind, []), own.get(kind, []))
            yield from word_alarms(guide, section)


def _parts(section: Section) -> Iterator[tuple[str, str, str]]:
    """What is compared: a page's section as a whole, of an entry of a language file each string, with its keys."""
    if not section.name:
        theirs, own = strings_of(section.source_text), strings_of(section.text)
        if len(theirs) > 1 and [name for name, _ in theirs] == [name for name, _ in own]:
            yield from ((name, one, other) for (name, one), (_, other) in zip(theirs, own, strict=True))
            return
    yield "", section.source_text, section.text


@lru_cache(maxsize=4096)  # an original is asked for by each translation, and at each build of a preview
def _by_kind(text: str) -> Mapping[Kind, Sequence[Element]]:
    found: dict[Kind, list[Element]] = {}
    for element in elements(text):
        found.setdefault(element.kind, []).append(element)
    return found


@dataclass(frozen=True)
class _Pair:
    guide: Guide
    tags: Mapping[str, str]
    section: Section
    part: str = ""

    def compared(self, kind: Kind, theirs: Sequence[Element], own: Sequence[Element]) -> Iterator[Alarm]:
        """The differences of one kind."""
        if kind in _IN_ORDER and len(theirs) == len(own):
            yield from self._in_turn(theirs, own)
            return
        left, missing = list(own), []
        for each in theirs:
            same = next((other for other in left if self._same(each, other)), None)
            if same is not None and kind in _ONCE:
                left = [other for other in left if not self._same(each, other)]
            elif same is not None:
                left.remove(same)
            elif not (kind in _ONCE and any(self._same(each, other) for other in own)):
                missing.append(each)
        if kind in _ONCE:
            missing, left = _each_once(missing), _each_once(left)
        for one, other in zip(missing, left, strict=False):
            yield self._differs(one, other)
        yield from (self._missing(each) for each in missing[len(left) :])
        yield from (self._too_much(each) for each in left[len(missing) :])

    def _same(self, original: Element, own: Element) -> bool:
        match original.kind:
            case "link" | "image":
                theirs, mine = self.tags[self.guide.source_language], self.tags[self.section.code]
                return _without_tags(original.value, theirs) == _without_tags(own.value, mine)
            case _ if original.value == own.value:
                return True
            case "code":
                return same_code(original.value, own.value)
            case "name":
                codes = "|".join(map(re.escape, self.guide.languages))
                first, second = (_without_tags(each.value, codes) for each in (original, own))
                first, second = (_PLACEHOLDER.sub("<>", name) for name in (first, second))
                return first == second or is_prose(first)
            case _:
                return False

    def _in_turn(self, theirs: Sequence[Element], own: Sequence[Element]) -> Iterator[Alarm]:
        differ = [(one, other) for one, other in zip(theirs, own, strict=True) if not self._same(one, other)]
        if differ and all(any(self._same(one, other) for _, other in differ) for one, _ in differ):
            one, other = differ[0]
            message = f"From the {_noun(other)} on, the order differs from {self._original(one)}."
            # Which of them belongs where only their words say: nothing to be mended by a machine.
            yield replace(self._alarm(message, "Put them in the same order.", one, other), original=None)
        else:
            yield from (self._differs(one, other) for one, other in differ)
            yield from self._in_words(theirs, own)

    def _in_words(self, theirs: Sequence[Element], own: Sequence[Element]) -> Iterator[Alarm]:
        """Pictures with words of their own in the source, and none in the translation."""
        for one, other in zip(theirs, own, strict=False):
            if one.words.strip() and not other.words.strip():
                message = f"The {_noun(other)} has no words for those who do not see it."
            elif is_prose(one.words) and one.words == other.words:
                message = f'The {_noun(other)} has the words of the original, "{one.words}".'
            else:
                continue
            remedy = "Say in the brackets what it shows."
            yield replace(self._alarm(message, remedy, one, other, "image-words"), original=None)

    def _differs(self, one: Element, other: Element) -> Alarm:
        if one.kind == "code":
            difference = first_difference(one.value, other.value)
            message = f"The block of code differs from {self._original(one)}: {difference}."
        else:
            message = f"Here is the {_noun(other)}, but in {self._original(one)} the {_noun(one)}."
        return self._alarm(message, f"Make it the same.{self._mend(one.kind)}", one, other)

    def _missing(self, one: Element) -> Alarm:
        return self._alarm(f"The {_noun(one)} of {self._original(one)} is missing here.", "Write it here too.", one)

    def _too_much(self, other: Element) -> Alarm:
        message = f"The {_noun(other)} is not in the original, {self._original()}."
        return self._alarm(message, "Write it there too, or delete it here.", None, other)

    def _mend(self, kind: Kind) -> str:
        return mend(self.section.path) if kind in _MENDED and self.section.name else ""

    def _original(self, element: Element | None = None) -> str:
        """Where it is in the original, or else where the original begins."""
        assert self.section.original
        path, line = self.section.original
        return f"{path}:{self._line(self.guide.source_language, line, element)}"

    def _line(self, code: str, begin: int, element: Element | None) -> int:
        """The line of an element; in a language file that of its string."""
        if self.section.name:
            return begin + (element.line if element else 0)
        top, _, key = self.section.key.partition(".")
        below = self.part.removeprefix(key).split(".")[1:]
        return self.guide.documents[f"languages/{code}"].line((top, key, *below))

    def _alarm(
        self, message: str, remedy: str, one: Element | None, other: Element | None = None, rule: str = ""
    ) -> Alarm:
        section = self.section
        kind = (one or other).kind  # type: ignore[union-attr]  # one of them there is
        line = self._line(section.code, section.line, other)
        problem = Problem(section.path, line, message, remedy, rule or _KINDS[kind][0])
        differs = (one.value if one else "", other.value if other else "", *([self.part] if self.part else ()))
        return Alarm(section.code, section.name, section.key, problem, differs, one, other)


@lru_cache(maxsize=4096)
def _without_tags(text: str, tags: str) -> str:
    """A target or a name without the tags of languages in it: ``/ja/``, ``README.ja.md``."""
    return re.sub(rf"(?:^|(?<=[/.]))(?:{tags})[/.]", "", text, flags=re.IGNORECASE)


def tags_of(guide: Guide, code: str) -> str:
    """The tags by which addresses may name a language, as a pattern: ``ja_JP``, ``ja-JP``, ``ja``, ``JP``."""
    locale = guide.languages[code].site.locale
    language, _, region = locale.partition("_")
    tags = {code, language, locale, locale.replace("_", "-"), region} - {""}
    return "|".join(map(re.escape, sorted(tags, key=len, reverse=True)))


def _each_once(found: Iterable[Element]) -> list[Element]:
    return list({element.value: element for element in reversed([*found])}.values())[::-1]


def _noun(element: Element) -> str:
    return _KINDS[element.kind][1].format(element.value)
