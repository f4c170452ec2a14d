"""MkDocs events: the gates, above all the required-field gate.

Pages are only collected while they render; all languages are judged at once, in the ``on_post_build`` that is
not nested, after static-i18n's (-100). An error raised earlier, inside a further language, would leave the
plugin's patches of MkDocs behind. A strict build that stops inside a further language, over a warning of MkDocs,
never comes so far; there the same gates are asked without the engine.
"""

from __future__ import annotations

from dataclasses import replace

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from mergeguide.checks import check_sources, collected_problems, navigation_problems, translation_findings
from mergeguide.day import today
from mergeguide.evidence import freshness_notes, freshness_problems
from mergeguide.problems import in_order, listing
from mergeguide.translations import waivers_of
from site_build import locale, log, nested, run


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> None:
    """Collect a rendered page under its own language."""
    build = run.build
    assert build.page is not None, "hooks/case_generator.py has to come before"
    # A page that stands in for another language's missing one counts where it belongs, and nowhere else.
    if build.page.code == locale(config):
        build.pages.append(build.cached_pages.collected(replace(build.page, html=html)))


@event_priority(-110)
def on_post_build(config: MkDocsConfig) -> None:
    """Judge all languages that are shown, once: a warning in a preview, else an error that ends the build."""
    if nested(config):
        return
    build = run.build
    build.judged = True
    for note in freshness_notes(build.guide, today()):
        # Not a warning: that would end a strict build, and this limit only asks the maintainer to look.
        log.info("%s", note)
    translations = translation_findings(build.root, build.guide, build.published, cached=True)
    for note in translations.notes:
        log.info("%s", note)
    for problem in freshness_problems(build.guide, today()):
        log.warning("%s", problem)
    if run.dirty:
        # Only the pages that have changed were rendered; the others are judged without the engine.
        problems = check_sources(build.root, published=build.published)
    else:
        guide = build.guide.alone(run.only) if run.only else build.guide
        waivers = waivers_of(build.root, guide.languages)
        collected = collected_problems(guide, build.pages, waivers)
        found = in_order([*build.reports, *collected, *navigation_problems(build.root, guide)])
        # A page with mistakes is not what anybody has translated.
        problems = found or in_order(translations.problems)
    if problems and run.serving:
        log.warning("The guide has %d problems.\n%s", len(problems), listing(problems))
    elif problems:
        raise PluginError(f"The guide has {len(problems)} problems.\n{listing(problems)}")


def on_build_error(error: Exception) -> None:
    """Say what the gates find before a strict build ends that no ``on_post_build`` of ours has seen."""
    if not isinstance(error, Abort) or run.build.judged:
        return
    run.build.judged = True
    problems = check_sources(run.build.root, published=run.build.published)
    if problems:
        log.error("The guide has %d problems.\n%s", len(problems), listing(problems))
