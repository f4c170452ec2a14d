"""What has changed between two texts: word by word, in any script, as git shows it, ``[-old-]{+new+}``; how much."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

_WORD = re.compile(
    r"[\u3400-\u9fff\uf900-\ufaff々〆ヶ]+|[\u3040-\u309f]+|[\u30a0-\u30ff]+|[\uac00-\ud7a3]+|[^\W\d_\u3040-\u9fff\uac00-\ud7a3]+"
    r"|[0-9]+|\s+|.",
    re.DOTALL,
)
"""Japanese has no spaces: there a word ends where kanji, hiragana and katakana meet."""

_ALIKE = 0.35
"""How alike two lines are that are shown as one that was changed."""


@dataclass(frozen=True, slots=True)
class Change:
    """How far two texts differ.

    Attributes:
        characters: how many characters went or came; of what was replaced, the longer of the two.
        alike: how much of their words they share, from 0 to 1.
        day: the day on which one became the other; ``""`` where that is not known.
    """

    characters: int
    alike: float
    day: str = ""

    @property
    def similarity(self) -> float:
        """``alike`` to two places, and 1 only where nothing differs."""
        return int(self.alike * 100) / 100


def change_between(old: str, new: str, day: str = "") -> Change:
    """How far a text differs from what it was."""
    before, after = words(old), words(new)
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    changed = (
        max(len("".join(before[first:last])), len("".join(after[begin:end])))
        for kind, first, last, begin, end in matcher.get_opcodes()
        if kind != "equal"
    )
    return Change(sum(changed), matcher.ratio(), day)


def words(text: str) -> list[str]:
    """A text cut into words, white space and other characters."""
    return _WORD.findall(text)


def changed_lines(old: str, new: str) -> Iterator[str]:
    """The lines that have changed, each with its mark: ``-`` went, ``+`` came, ``~`` differs; the others are cut."""
    before, after = old.split("\n"), new.split("\n")
    for kind, first, last, begin, end in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if kind == "equal":
            if any(line.strip() for line in before[first:last]):
                yield "  …"
        else:
            yield from _replaced(before[first:last], after[begin:end])


def _replaced(before: Sequence[str], after: Sequence[str]) -> Iterator[str]:
    waiting = list(after)
    for line in before:
        alike = next((at for at, other in enumerate(waiting) if _ratio(line, other) >= _ALIKE), None)
        if alike is None:
            if line.strip():
                yield f"- {line}"
            continue
        yield from (f"+ {other}" for other in waiting[:alike] if other.strip())
        yield f"~ {_in_words(line, waiting[alike])}"
        del waiting[: alike + 1]
    yield from (f"+ {other}" for other in waiting if other.strip())


def _ratio(old: str, new: str) -> float:
    return SequenceMatcher(None, words(old), words(new), autojunk=False).ratio() if old.strip() and new.strip() else 0


def _in_words(old: str, new: str) -> str:
    before, after = words(old), words(new)
    shown = []
    for kind, first, last, begin, end in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        went, came = "".join(before[first:last]), "".join(after[begin:end])
        if kind == "equal":
            shown.append(went)
        else:
            shown.append((f"[-{went}-]" if went else "") + (f"{{+{came}+}}" if came else ""))
    return "".join(shown)
