"""What the hooks rely on in mkdocs-static-i18n, which its documentation does not promise.

The further languages are built inside of the plugin's ``on_post_build`` of the first, with ``building`` true and
``current_language`` telling which. An upgrade that changes this has to be noticed here, not by a gate that is silent.
"""

from __future__ import annotations

import json
from importlib.metadata import version
from pathlib import Path

from projects import run

CONFIG = """\
site_name: Order
site_url: https://example.org/
theme: mkdocs
plugins:
  - i18n:
      docs_structure: folder
      fallback_to_default: false
      languages:
        - {locale: ja, name: 日本語, default: true}
        - {locale: en, name: English}
hooks: [recorder.py]
"""
RECORDER = """\
import json
from pathlib import Path
from mkdocs.plugins import CombinedEvent, event_priority

events = []


def note(event, config, page=None):
    i18n = config.plugins["i18n"]
    events.append([event, i18n.building, i18n.current_language, page and page.file.locale])


@event_priority(100)
def early(config):
    note("config, before the plugin", config)


@event_priority(-110)
def late(config):
    note("config, after the plugin", config)


on_config = CombinedEvent(early, late)


def on_page_markdown(markdown, page, config, files):
    note("page_markdown", config, page)


def on_page_content(html, page, config, files):
    note("page_content", config, page)


def on_post_template(output_content, template_name, config):
    if template_name == "404.html":
        note("post_template", config)


@event_priority(-110)
def on_post_build(config):
    note("post_build, after the plugin", config)


def on_shutdown():
    Path("events.json").write_text(json.dumps(events))
"""
EXPECTED = [
    ["config, before the plugin", False, None, None],
    ["config, after the plugin", False, "ja", None],
    ["page_markdown", False, "ja", "ja"],
    ["page_content", False, "ja", "ja"],
    ["post_template", False, "ja", None],
    ["config, before the plugin", True, "en", None],
    ["config, after the plugin", True, "en", None],
    ["page_markdown", True, "en", "en"],
    ["page_content", True, "en", "en"],
    ["post_template", True, "en", None],
    ["post_build, after the plugin", True, "en", None],
    ["post_build, after the plugin", False, "en", None],
]


def test_the_further_language_is_built_inside_of_the_first(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text(CONFIG, encoding="utf-8")
    (tmp_path / "recorder.py").write_text(RECORDER, encoding="utf-8")
    for language in ("ja", "en"):
        (tmp_path / "docs" / language).mkdir(parents=True)
        (tmp_path / "docs" / language / "index.md").write_text("# Page\n", encoding="utf-8")

    outcome = run("-m", "mkdocs", "build", cwd=tmp_path)

    why = (
        f"mkdocs-static-i18n {version('mkdocs-static-i18n')} with MkDocs {version('mkdocs')} behaves in another way. "
        "The hooks rely on the order [event, building, current_language, page.file.locale] of EXPECTED: "
        "hooks/site_build.py reads both attributes (nested, locale); hooks/languages.py begins a build in the config "
        "event that is not nested; hooks/field_gate.py judges in the last post_build, which is not nested either; "
        "hooks/case_generator.py and hooks/localized_404.py ask for the language in between. Adapt them, then this."
    )
    assert outcome.status == 0, f"{why}\n{outcome.output}"
    assert json.loads((tmp_path / "events.json").read_text()) == EXPECTED, why
