"""MkDocs events: a build begins, and the languages of the site come from ``docs/_data/languages/``.

Priority 100 runs before static-i18n's own ``on_config`` (-100), which reads the list of languages; -110 runs
after it, once a language, and on the same config each time: it replaces what the language before has set.
"""

from __future__ import annotations

import gc
from pathlib import Path
from typing import Any, Literal

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import CombinedEvent, event_priority
from mkdocs_static_i18n.config import I18nPluginLanguage

from mergeguide.i18n import nearest_language
from site_build import locale, nested, run


def on_startup(command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
    """Remember whether this is a preview, and whether pages that did not change are passed over."""
    if command != "serve":
        gc.disable()  # The process ends before looking for garbage would pay.
    run.serving = command == "serve"
    run.dirty = dirty


@event_priority(100)
def _set_languages(config: MkDocsConfig) -> MkDocsConfig:
    plugin: Any = config.plugins["i18n"]
    if not nested(config):
        run.begin(config)
        # A draft's pages that are missing are those of the source (hooks/drafts.py); else a missing page is a mistake.
        if any(each.draft for each in run.build.guide.languages.values()):
            plugin.config.fallback_to_default = True
        plugin.config.languages = [_language(code) for code in run.build.guide.languages]
    # It takes the links that it made for the language before for the author's own, and finds fault with them.
    plugin.extra_alternate = {}
    config.extra.pop("alternate", None)
    return config


def _language(code: str) -> I18nPluginLanguage:
    words = run.build.guide.languages[code]
    language = I18nPluginLanguage()
    language.load_dict(
        {
            "locale": code,
            "name": words.name,
            "default": words.source,
            # Its own would begin at the site's root, and would lead nowhere where the site lies in a folder or a file.
            "fixed_link": "./" if words.source else f"{code}/",
            "nav_translations": dict(words.nav),
        }
    )
    language.validate()
    return language


def _without_repository(config: MkDocsConfig) -> MkDocsConfig:
    if not config.repo_url:
        # MkDocs would warn on every page that the edit address has no host.
        config.edit_uri = None
    return config


@event_priority(-110)
def _set_words(config: MkDocsConfig) -> MkDocsConfig:
    """Set what is said of the site, and on the toggles of its colours.

    Raises:
        PluginError: the toggles are not those that the languages have words for.
    """
    site = run.build.guide.languages[locale(config)].site
    config.site_name = site.name
    config.site_description = site.description
    config.copyright = f"{site.unofficial} {site.licence}"
    # Each toggle leads to the next palette of the list, in the order of mkdocs.yml: system, light, dark.
    names = (site.to_light, site.to_dark, site.to_system)
    toggles = _toggles(config.theme.get("palette"))
    if len(toggles) != len(names):
        raise PluginError(
            "The theme has not the three palettes that the languages have words for.\n"
            "List under theme: palette: in mkdocs.yml those for the system's choice, for light and for dark, in this "
            "order, each with its toggle."
        )
    for toggle, name in zip(toggles, names, strict=True):
        toggle["name"] = name
    return config


def _toggles(palettes: object) -> list[dict[str, Any]]:
    """The toggles of the palettes that have one."""
    found = [each.get("toggle") for each in palettes if isinstance(each, dict)] if isinstance(palettes, list) else []
    return [each for each in found if isinstance(each, dict)]


@event_priority(-110)
def _set_theme_language(config: MkDocsConfig) -> MkDocsConfig:
    """Give the theme a language that it has words in; overrides/partials/language.html says the page's own."""
    code = locale(config)
    folders = (Path(folder, "partials", "languages") for folder in config.theme.dirs)
    known = {file.stem for folder in folders for file in folder.glob("*.html")}
    config.theme["language"] = nearest_language(code, sorted(known), "en")
    config.extra["language"] = code
    return config


on_config = CombinedEvent(_set_languages, _without_repository, _set_words, _set_theme_language)
