"""MkDocs events: the theme's templates are compiled once for all languages and builds."""

from __future__ import annotations

from jinja2 import Environment, FileSystemLoader
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority

from mergeguide.rendering import ENCODING, VisibleTemplates, compiled_templates
from site_build import nested, run


@event_priority(100)
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Let every environment of the theme take what is compiled already.

    ``on_env`` would come too late: by then MkDocs has listed all that the theme holds, and plugins have asked the theme
    for environments of their own.
    """
    if not nested(config):
        plain = config.theme.get_env
        config.theme.get_env = lambda: _prepared(plain())  # type: ignore[method-assign]  # there is no event for it
    return config


def _prepared(env: Environment) -> Environment:
    """An environment that reads templates without the mark that editors of Windows put at their beginning."""
    if isinstance(env.loader, FileSystemLoader):
        env.loader = VisibleTemplates(env.loader.searchpath, encoding=ENCODING)
        env.bytecode_cache = compiled_templates(run.build.root)
    return env
