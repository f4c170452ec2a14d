"""The gates over thousands of spoiled copies of the real guide, each judged in milliseconds.

A verdict here is that of ``python -m mergeguide check``: the same functions, asked again only for what an edit has
changed. A page is rendered anew when it was edited, or when the data say something else that it shows and the gates
read, and of a data file only the part that was edited is parsed. A test holds the laboratory to ``check_sources`` on
a sample of all edits.
"""

from __future__ import annotations

import datetime
import re
import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from unittest.mock import patch

from mergeguide import loading
from mergeguide.checks.pages.gates import check_sources, collected_problems
from mergeguide.checks.pages.links import Linked, link_problems, linked
from mergeguide.checks.pages.rendered import Reporter
from mergeguide.checks.pages.translations import translation_findings
from mergeguide.data.guide import Guide
from mergeguide.evidence.freshness import freshness_problems
from mergeguide.markup.block_views import arguments
from mergeguide.markup.page_renderer import renderer
from mergeguide.pages.configuration import read_configuration
from mergeguide.pages.page_index import Collected, collected
from mergeguide.pages.source import PageText, page_of, pages_of
from mergeguide.problems import Problem, in_order
from mergeguide.rendering.context import RenderingContext
from mergeguide.rendering.templates import Fragments
from mergeguide.translations import Said, judged, sync, waivers_of
from projects import ROOT, TODAY
from quick_loading import judge_once, keep, read_quickly

DAY = datetime.date.fromisoformat(TODAY)
"""The day of all verdicts here, as in all other tests."""
DATA = "docs/_data/"
Changes = Mapping[str, str | bytes | None]
"""File → its new content; None deletes it."""


@dataclass(frozen=True)
class Page:
    """What the gates know of a page once it was rendered; nothing is collected of one that cannot be read."""

    collected: Collected | None
    linked: Linked | None
    reports: tuple[Problem, ...]


class Laboratory:
    """A copy of the project, with the verdict on any change of it."""

    def __init__(self, folder: Path) -> None:
        """Copy the real project and judge it once."""
        self.root = folder
        for part in ("docs", "overrides"):
            shutil.copytree(ROOT / part, folder / part)
        shutil.copy2(ROOT / "mkdocs.yml", folder)
        files = [*sorted((folder / DATA).rglob("*.yml")), *sorted((folder / "docs").rglob("*.md"))]
        stamps = folder / DATA / "translations"
        files = [path for path in files if not path.is_relative_to(stamps)]
        self.texts = {path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8") for path in files}
        configuration = read_configuration(folder)
        assert not isinstance(configuration, Problem), configuration
        self._configuration, self._fragments = configuration, Fragments(folder)
        self._render = cache(self._renderer_of)
        with self.quick_reading():
            guide = loading.load(folder)
        assert isinstance(guide, Guide), guide
        keep()
        self.guide = guide
        self._loaded: tuple[Changes, Guide | tuple[Problem, ...]] = ({}, guide)
        """The changes of data that were judged last, and what was loaded then."""
        self.languages = tuple(guide.languages)
        self.pages = {path: self._page(guide, path) for path in self.texts if not path.startswith(DATA)}
        self._with_ids_of_data = set(self._linked_into_data())
        assert self.verdict({}) == (), self.verdict({})
        self._sync()

    def verdict(self, changes: Changes) -> tuple[Problem, ...]:
        """Every problem of the project once some files were changed; the change is undone."""
        with self.changed(changes):
            guide: Guide | tuple[Problem, ...] = self.guide
            if any(path.startswith(DATA) for path in changes):
                with self.quick_reading():
                    guide = loading.load(self.root)
                self._loaded = changes, guide
            if not isinstance(guide, Guide):
                return guide
            if not all(path in self.texts or self._is_plain(path) for path in changes):
                # Which files are pages may be another question now, and other files may not be readable.
                return check_sources(self.root, follow_links=True)
            pages = list(self._pages(guide, changes))
            reports = [report for page in pages for report in page.reports]
            if not all(page.collected for page in pages):
                return in_order(
                    [*freshness_problems(guide, DAY), *(page.reports[0] for page in pages if not page.collected)]
                )
            own = [page.collected for page in pages if page.collected]
            links = link_problems(guide, [page.linked for page in pages if page.linked])
            found = collected_problems(guide, own, waivers_of(self.root, guide.languages))
            problems = in_order([*freshness_problems(guide, DAY), *reports, *found, *links])
            return problems or in_order(self._not_kept_up(guide, changes))

    def _sync(self) -> None:
        """Stamp all translations, so that no verdict depends on how far the real ones are."""
        pages = pages_of(self.root, self.languages, self._configuration.published)
        found = judged(self.root, self.guide, [page for page in pages if isinstance(page, PageText)])
        source, sections = self.guide.source_language, found.sections
        problems = sync(self.root, source, sections, sections, Said(reason="for tests"))
        assert problems == [], problems

    def _not_kept_up(self, guide: Guide, changes: Changes) -> Sequence[Problem]:
        """Translations edited together with their source, or that have not what it has beside its words."""
        if not any(f"/{code}/" in path or f"/{code}.yml" in path for code in self.languages for path in changes):
            return ()
        return translation_findings(self.root, guide, self._configuration.published).problems

    def _is_plain(self, path: str) -> bool:
        """Whether a path is a page of a language beyond doubt, or the stamps of one."""
        folders = "|".join(self.languages)
        page = rf"docs/({folders})/([a-z-]+/)?[a-z-]+\.md"
        return bool(re.fullmatch(rf"{page}|{DATA}translations/({folders})/[a-z/-]+\.yml", path))

    def verdict_on_built(self, changes: Changes) -> tuple[Problem, ...]:
        """What the gates say of pages that were built before the data was changed."""
        with self.changed(changes), self.quick_reading():
            guide = loading.load(self.root)
        assert isinstance(guide, Guide), guide
        return in_order(collected_problems(guide, [page.collected for page in self.pages.values() if page.collected]))

    def reads_the_same(self, changes: Changes) -> bool:
        """Whether the data says the same as before once some files were changed."""
        judged, guide = self._loaded
        if judged is not changes:
            with self.changed(changes), self.quick_reading():
                guide = loading.load(self.root)
        return isinstance(guide, Guide) and self._same(guide)

    def _same(self, guide: Guide) -> bool:
        return guide.records == self.guide.records and guide.languages == self.guide.languages

    @contextmanager
    def changed(self, changes: Changes) -> Iterator[None]:
        """The project with some files changed, for a while."""
        before = {path: (self.root / path).read_bytes() for path in changes if (self.root / path).is_file()}
        for path, content in changes.items():
            file = self.root / path
            if content is None:
                file.unlink()
            else:
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)
        try:
            yield
        finally:
            for path in changes:
                if path in before:
                    (self.root / path).write_bytes(before[path])
                else:
                    (self.root / path).unlink()

    def _pages(self, guide: Guide, changes: Changes) -> Iterator[Page]:
        same = self._same(guide)
        for code in guide.languages:
            folder = f"docs/{code}/"
            names = {path for path in (*self.pages, *changes) if path.startswith(folder) and path.endswith(".md")}
            for path in sorted(names):
                if path in changes and changes[path] is None:
                    continue
                if path not in changes and (same or self._tells_the_same(guide, path)):
                    yield self.pages[path]
                else:
                    yield self._page(self.guide if same else guide, path)

    def _tells_the_same(self, guide: Guide, path: str) -> bool:
        """Whether other data changes nothing of what the gates keep of a page.

        But for the sections of fields and for ids that links lead to, that is what stands in its own text, and whether
        it names what the data knows.
        """
        page = self.pages[path].collected
        return (
            page is not None
            and not page.fields
            and path not in self._with_ids_of_data
            and page.cited.keys() <= guide.claims.keys()
            and page.notices <= {watched.id for watched in guide.watched}
            and all(argument in (arguments(guide, name) or ("",)) for name, argument, _ in page.blocks)
        )

    def _linked_into_data(self) -> Iterator[str]:
        """The pages on which links lead to ids that are no heading's: the data has made those."""
        followed = [page.linked for page in self.pages.values() if page.linked]
        wanted = {link.partition("#")[2] for page in followed for link in page.links}
        for path, page in self.pages.items():
            own = {heading.id for heading in page.collected.headings} if page.collected else set()
            if page.linked and page.linked.ids & wanted - own:
                yield path

    def _page(self, guide: Guide, path: str) -> Page:
        code = path.split("/")[1]
        page = page_of(self.root, code, self.root / path)
        if isinstance(page, Problem):
            # As in ``check_sources``, a page that cannot be read is one problem and otherwise not there.
            return Page(None, None, (page,))
        reporter, render = self._render(id(guide), code) if guide is self.guide else self._renderer_for(guide, code)
        reporter.page, reporter.problems = page, []
        shown = render(page)
        return Page(collected(shown), linked(shown), tuple(reporter.problems))

    def _renderer_of(self, _: int, code: str) -> tuple[Reporter, Callable[[PageText], PageText]]:
        return self._renderer_for(self.guide, code)

    def _renderer_for(self, guide: Guide, code: str) -> tuple[Reporter, Callable[[PageText], PageText]]:
        reporter = Reporter()
        return reporter, renderer(
            RenderingContext(self.root, guide, code, self._fragments, reporter, DAY), self._configuration.markdown
        )

    @contextmanager
    def quick_reading(self) -> Iterator[None]:
        """Data that is read meanwhile is remembered, and read again only where it has changed."""
        with patch.multiple(loading, read=read_quickly, judge=judge_once):  # the same, remembered
            yield
