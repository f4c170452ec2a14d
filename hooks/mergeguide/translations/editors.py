"""Who edited a translation before its source changed, and who afterwards: only the latter has to say how far it is.

A stamp has digests alone, and cannot tell the two apart: the words of the translation are no longer those that were
stamped, and the source's neither. The commit that gave the translation its words can: if its source said there what
the stamp says, somebody has reworded a translation that was fresh. Whoever changes the source later has no part in it.

It can until that commit is squashed or rebased onto a main whose source has changed meanwhile. So only the
change under way is checked, and not what has landed: nobody can be held up by what others did before. The section stays
stale, and a release still waits for it where readers could be harmed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath

from mergeguide.pages import DOCS
from mergeguide.translations.history import Past, Version, unit_in
from mergeguide.translations.stamps import WORDS, path_of
from mergeguide.translations.states import Section
from mergeguide.translations.units import digest


def edited_while_stale(root: Path, source: str, sections: Iterable[Section]) -> Iterator[Section]:
    """The sections, of those that are stale and were edited, that were edited when their source had changed already.

    What has landed on main is no longer asked about.
    Where the history does not go back so far, as in a shallow copy or without git, there are none: nobody is stopped
    by what others have done.
    """
    pasts: dict[str, Past] = {}
    try:
        for section in sections:
            if section.state == "stale" and section.edited:
                past = pasts.setdefault(section.code, Past(root, section.code))
                if _was_stale(past, source, section):
                    yield section
    finally:
        for past in pasts.values():
            past.close()


def _was_stale(past: Past, source: str, section: Section) -> bool:
    assert section.stamp
    if not past.every_version:
        return False
    words = digest(section.text)
    if _words_in(past, f"HEAD:./{section.file}", section) != words:
        # Not committed yet: whoever has edited it is at work here.
        return True
    version = _version_with(past, section, words)
    if version is None:
        # Only in a merge can it have got words that no version has, and whose they are, no history tells.
        return False
    name = _name_of(section.code, version.path)
    unit = unit_in(past.content(f"{version.commit}:./{path_of(source, name)}"), name, section.key)
    said_the_same = unit is not None and digest(unit.text) == section.stamp.source
    return not (said_the_same or version.first or past.has_landed(version.commit))


def _version_with(past: Past, section: Section, words: str) -> Version | None:
    """The version in which a section got the words that it has now; None where no version has them.

    Versions above it may have other words: those of branches that were merged, which had edited other sections.
    """
    found = None
    for version in past.versions(section.file):
        if _words_in(past, version.content, section) == words:
            found = version
        elif found:
            break
    return found


def _words_in(past: Past, content: str, section: Section) -> str:
    """The digest of what a section said in a file that git keeps; ``""`` where it was not there."""
    unit = unit_in(past.content(content), section.name, section.key)
    return digest(unit.text) if unit else ""


def _name_of(code: str, path: str) -> str:
    """The page that a path is of."""
    if path == path_of(code, WORDS):
        return WORDS
    return PurePosixPath(path).relative_to((DOCS / code).as_posix()).as_posix()
