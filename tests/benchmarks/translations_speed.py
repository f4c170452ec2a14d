"""How long ``translations status`` takes, and ``diff`` of one stale section in a long history. Run by ``make bench``.

The project has pages made up for it, in three languages with ten sections a page, all synced but for one.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from processes import run

ROOT = Path(__file__).resolve().parents[2]
PAGES, SECTIONS, COMMITS = (200, 400), 10, 5000
STATUS_AT_MOST, DIFF_AT_MOST = 2.0, 0.5
"""Seconds of the processor: for 200 pages, and for one stale section whatever the number of pages."""
TEXTS = {
    "ja": "AWSサポートに届く依頼文の{page}の{section}つ目の節です。**両方**のアドレスを[書きます](index.md)。",
    "en": "Section {section} of {page} of the letter that AWS Support gets. [Write](index.md) **both** addresses.",
    "ko": "AWS 지원에 보내는 편지 {page}의 {section}번째 절입니다. **두** 주소를 모두 [씁니다](index.md).",
}
STALE = "docs/en/page-0.md#section-1"

RUN = "import sys; from mergeguide.__main__ import main; sys.exit(main(sys.argv[1:]) > 1)"
"""The command, for which work to do is no failure."""


def main() -> int:
    """Measure and print; 1 where a target is missed."""
    print("translations (seconds of the processor)\n\npages  sections  status s  diff s")
    met = True
    for pages in PAGES:
        with tempfile.TemporaryDirectory() as folder:
            project = Path(folder)
            _make(project, pages)
            _command(project, "sync", "--all")
            _history(project)
            page = project / "docs/ja/page-0.md"
            page.write_text(page.read_text(encoding="utf-8").replace("1つ目の節", "別の節"), encoding="utf-8")
            status, diff = _command(project, "status"), _diff(project)
        print(f"{pages:5}  {pages * SECTIONS * 2:8}  {status:8.2f}  {diff:6.2f}", flush=True)
        met &= status <= STATUS_AT_MOST * pages / PAGES[0] and diff <= DIFF_AT_MOST
    print(f"\ntarget: {STATUS_AT_MOST} s for {PAGES[0]} pages, in proportion beyond; {DIFF_AT_MOST} s for diff\n")
    return 0 if met else 1


def _command(project: Path, *arguments: str) -> float:
    return run(
        [sys.executable, "-c", RUN, "translations", *arguments], project, {"PYTHONPATH": str(ROOT / "hooks")}
    ).processor


def _diff(project: Path) -> float:
    """How long ``diff`` of the stale section takes, which has to find what the source said before."""
    command = [sys.executable, "-m", "mergeguide", "translations", "diff", STALE]
    paths = {**os.environ, "PYTHONPATH": str(ROOT / "hooks")}
    shown = subprocess.run(command, cwd=project, env=paths, capture_output=True, check=False, encoding="utf-8").stdout
    if "{+別+}" not in shown:
        raise SystemExit(f"diff did not show what has changed:\n{shown}")
    return _command(project, "diff", STALE)


def _make(project: Path, pages: int) -> None:
    shutil.copytree(ROOT / "docs/_data", project / "docs/_data", ignore=shutil.ignore_patterns("translations"))
    shutil.copy2(ROOT / "mkdocs.yml", project)
    languages = project / "docs/_data/languages"
    english = (languages / "en.yml").read_text(encoding="utf-8")
    (languages / "ko.yml").write_text(english.replace("language: en\n", "language: ko\n", 1), encoding="utf-8")
    for code in ("ja", "en", "ko"):
        (project / "docs" / code).mkdir()
        for page in range(pages):
            sections = (
                f"{'#' * (1 + bool(number))} 節{number} {{ #section-{number} }}\n\n"
                f"{TEXTS[code].format(page=page, section=number)}\n\n"
                for number in range(SECTIONS)
            )
            (project / "docs" / code / f"page-{page}.md").write_text("".join(sections), encoding="utf-8")


def _history(project: Path) -> None:
    """Commits beside the source, which have to be passed over to find what it said."""
    git = ["git", "-c", "user.name=Hanako Example", "-c", "user.email=hanako@example.com"]
    subprocess.run(["git", "init", "-q", "-b", "main"], cwd=project, check=True)
    subprocess.run([*git, "add", "-A"], cwd=project, check=True)
    subprocess.run([*git, "commit", "-qm", "begin"], cwd=project, check=True)
    person = "committer Hanako Example <hanako@example.com> 1760000000 +0000"
    first = "from refs/heads/main^0\n"
    commits = "".join(
        f"commit refs/heads/main\n{person}\ndata 1\n.\n{'' if number else first}"
        f"M 100644 inline other.txt\ndata {len(str(number))}\n{number}\n"
        for number in range(COMMITS)
    )
    subprocess.run(["git", "fast-import", "--quiet"], cwd=project, check=True, input=commits.encode())


if __name__ == "__main__":
    sys.exit(main())
