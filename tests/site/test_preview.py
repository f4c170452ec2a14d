"""``mkdocs serve``: the same list as in a build, as a warning, and the preview goes on.

Promise to an author: a gap, or data that cannot be read, never takes the preview away; it is told until it is mended.
"""

from __future__ import annotations

import socket
from pathlib import Path
from urllib.error import HTTPError

import pytest
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer
from preview import previewing
from sections import without_section
from steps import unexpected

import live_preview
from projects import CopyProject
from serving import free_port
from site_build import Run

REBUILT = "Reloading browsers"
FIELDS = "docs/en/form-fields.md"
SITUATIONS = "docs/_data/situations.yml"


def test_a_preview_goes_on_over_a_gap_and_over_broken_data(project_copy: CopyProject) -> None:
    project = project_copy()
    page, data = project.text(FIELDS), project.text(SITUATIONS)
    project.write(FIELDS, without_section(page, "field-case-id"))

    with previewing(project) as preview:
        log = preview.log_until("Serving on")
        line = project.line("docs/_data/fields.yml", "id: case-id")
        gap = f'docs/_data/fields.yml:{line}: The field "case-id" has no documentation in the language "en".'
        assert "WARNING -  guide: The guide has " in log
        assert f"\n{gap} [undocumented-field]\n    Add to docs/en/form-fields.md:\n" in log
        for address in ("", "en/", "en/form-fields/"):
            assert preview.get(address)[0] == 200
        assert "field-case-id" not in preview.get("en/form-fields/")[1].split("<article", 1)[1].split("</article>")[0]

        project.write(FIELDS, page)
        log = preview.log_until(REBUILT)
        assert "Detected file changes" in log
        assert unexpected(log) == ""
        assert 'id="field-case-id"' in preview.get("en/form-fields/")[1]

        project.write(SITUATIONS, data.replace("\nsituations:\n", "\nsituations: [\n"))
        log = preview.log_until(REBUILT)
        broken = project.line(SITUATIONS, "situations: [") + 1
        assert "WARNING -  guide: The data of the guide has problems; the preview shows its last good state." in log
        assert f"\n{SITUATIONS}:{broken}: This is not valid YAML: " in log
        assert "Traceback" not in log
        assert preview.get("case-text/")[0] == 200

        project.write(SITUATIONS, data)
        log = preview.log_until(REBUILT)
        assert "WARNING" not in log


def test_what_was_deleted_leaves_the_preview_after_a_further_language_has_failed(project_copy: CopyProject) -> None:
    project = project_copy()
    page = project.text(FIELDS)
    project.write("docs/assets/deleted.txt", "To be deleted.\n")

    with previewing(project) as preview:
        preview.log_until("Serving on")
        assert preview.get("assets/deleted.txt")[0] == 200
        project.write(FIELDS, page.replace("---\n", "---\ntemplate: no-such-template.html\n", 1))
        preview.log_until("An error happened during the rebuild.")

        (project.root / "docs/assets/deleted.txt").unlink()
        project.write(FIELDS, page)
        preview.log_until(REBUILT)
        with pytest.raises(HTTPError) as answer:
            preview.get("assets/deleted.txt")
        answer.value.close()
        assert answer.value.code == 404


def test_what_is_kept_while_data_is_broken_is_kept_for_its_last_good_state_alone(project_copy: CopyProject) -> None:
    project = project_copy()
    data = project.text(SITUATIONS)
    config = MkDocsConfig(str(project.root / "mkdocs.yml"))
    config.docs_dir = str(project.root / "docs")
    run = Run()
    run.serving = True
    broken = data.replace("\nsituations:\n", "\nsituations: [\n")
    otherwise = data.replace("#left-company", "#leaving-soon")
    made_from = []
    for text in (data, broken, otherwise, broken, data, broken):
        project.write(SITUATIONS, text)
        run.begin(config)
        made_from.append(run.build.files)
    assert made_from[1] == made_from[5] != made_from[3]


@pytest.mark.some(1)
@pytest.mark.parametrize("option", ["--no-strict", "--strict"])
def test_a_preview_of_broken_data_does_not_begin(project_copy: CopyProject, option: str) -> None:
    # There is no last good state yet; the list is all that can be shown.
    project = project_copy({SITUATIONS: ("\nsituations:\n", "\nsituations: [\n")})

    with previewing(project, option) as preview:
        log = preview.log_until("Aborted with a BuildError!")

    assert f"\n{SITUATIONS}:" in log
    assert "Traceback" not in log


def test_a_preview_of_one_language_shows_and_judges_that_one(project_copy: CopyProject) -> None:
    project = project_copy()
    page = project.text(FIELDS)

    with previewing(project, only="en") as preview:
        assert unexpected(preview.log_until("Serving on")) == ""
        assert preview.get("en/form-fields/")[0] == 200
        with pytest.raises(HTTPError) as answer:
            preview.get("form-fields/")
        assert answer.value.code == 404
        # Whoever opens the address that the log names is led to the language that is shown.
        assert 'href="/en/"' in answer.value.read().decode("utf-8")

        project.write(FIELDS, without_section(page, "field-case-id"))
        log = preview.log_until(REBUILT)
        assert 'The field "case-id" has no documentation in the language "en".' in log
        assert "field-case-id" not in preview.get("en/form-fields/")[1].split("<article", 1)[1].split("</article>")[0]

        project.write(FIELDS, page)
        assert "WARNING" not in preview.log_until(REBUILT)


@pytest.mark.whole("test_a_preview_of_one_language_shows_and_judges_that_one")
def test_a_preview_of_the_source_language_alone_is_without_the_others(project_copy: CopyProject) -> None:
    with previewing(project_copy(), only="ja") as preview:
        assert "WARNING" not in preview.log_until("Serving on")
        assert preview.get("form-fields/")[0] == 200
        with pytest.raises(HTTPError):
            preview.get("en/form-fields/")


def test_a_preview_of_a_language_that_the_guide_lacks_says_which_it_has(project_copy: CopyProject) -> None:
    with previewing(project_copy(), only="fr") as preview:
        log = preview.log_until("Aborted with a BuildError!")

    assert 'The guide has no language "fr".\nONLY takes one of these: ja, en.' in log
    assert "Traceback" not in log


def test_a_preview_is_tried_at_another_port_where_somebody_was_faster(
    project_copy: CopyProject, monkeypatch: pytest.MonkeyPatch
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as faster:
        ports = iter([faster.getsockname()[1], free_port()])
        monkeypatch.setattr("preview.free_port", lambda: next(ports))
        with previewing(project_copy(), only="en") as preview:
            assert unexpected(preview.log_until("Serving on")) == ""
            assert preview.get("en/")[0] == 200
    assert next(ports, None) is None


def test_what_was_watched_before_is_looked_at_ten_times_a_second(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("freeze", "set_threshold"):  # of the tests' own process
        monkeypatch.setattr(f"gc.{name}", lambda *_: None)
    files = [tmp_path / "docs", tmp_path / "mkdocs.yml"]
    server = LiveReloadServer(lambda: None, "127.0.0.1", 0, str(tmp_path))
    for file in files:
        server.watch(str(file))

    server = live_preview.on_serve(server, MkDocsConfig(), server.builder)
    server.server_close()

    looked_at = {emitter.watch.path: emitter.timeout for emitter in server.observer.emitters}
    assert looked_at == dict.fromkeys(map(str, files), 0.1)
    # Two looks may see two steps of one save, which is built once.
    assert server.build_delay > max(looked_at.values())
