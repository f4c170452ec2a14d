"""MkDocs events: the theme's script loses what serves nothing here, and templates are told where it is."""

from __future__ import annotations

import posixpath
from fnmatch import fnmatch

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files

from mergeguide.theme_script import needs_all, reduced_once
from site_build import run

_SCRIPT = "assets/javascripts/bundle.*.js"
"""The theme's name for it, which changes with each of its versions."""


@event_priority(-105)
def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Put the smaller script in the place of the theme's, unless a feature is on that needs what would be left out.

    After static-i18n (-100), which expects every file to lie on a disk.
    """
    theirs = _script(files)
    if not needs_all(config.theme.get("features") or ()):
        name, text = reduced_once(run.build.root, theirs.content_string)
        files.remove(theirs)
        path = posixpath.join(posixpath.dirname(theirs.src_uri), name)
        files.append(File.generated(config, path, content=text))
        for file in [file for file in files if file.src_uri == f"{theirs.src_uri}.map"]:
            files.remove(file)
    return files


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Tell the templates which file the theme's script is."""
    env.globals["theme_script"] = _script(files).url
    return env


def _script(files: Files) -> File:
    return next(file for file in files if fnmatch(file.src_uri, _SCRIPT))
